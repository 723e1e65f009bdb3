"""Tables of idioms and set phrases."""

import pytest

from checker.lexicon import idioms


def words() -> list[str]:
    return [pair + rest for pair, entry in idioms.idioms().items() for rest in idioms.ends(entry)[0].split()]


def test_there_are_thousands() -> None:
    assert len(set(words())) > 7_000


def test_every_idiom_is_entered_from_one_end_at_least() -> None:
    tails = {rest + pair for pair, entry in idioms.idioms().items() for rest in idioms.ends(entry)[1].split()}
    assert "集体经济" in set(words()) - tails
    assert "经济危机" not in set(words()) | tails
    assert len(tails & set(words())) > 7_000


@pytest.mark.parametrize("word", ["再接再厉", "物畅其流", "一筹莫展", "踔厉奋发", "车水马龙", "醉翁之意不在酒"])
def test_what_newspapers_use_is_there(word: str) -> None:
    assert word in words()


@pytest.mark.parametrize("word", ["再接再励", "走头无路", "令狐冲剑", "技术创新", "土壤污染"])
def test_what_is_wrong_or_no_idiom_is_not(word: str) -> None:
    assert word not in words()


@pytest.mark.parametrize("run", ["五位一体", "违法违纪", "供给侧结构改革", "国际民生"])
def test_what_is_right_all_the_same(run: str) -> None:
    assert idioms.is_word(run)


@pytest.mark.parametrize("run", ["物流其流", "众志成诚", "供给侧机构改革"])
def test_what_is_not(run: str) -> None:
    assert not idioms.is_word(run)

"""Which characters are written for one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon.alike import Alike, Likeness, alike, lookalikes, readings, word_alike

CHARS = st.sampled_from("土士未末千干己已洛络渭涪赛塞锦绵珞琉李黎宁林福湖江港镇沙桥乔")


@pytest.mark.parametrize(
    "pair", ["土士", "未末", "己已", "千干", "锦绵", "赛塞", "洛络", "桥侨", "垭亚", "涿琢", "汨汩"]
)
def test_a_stroke_or_a_part_apart(pair: str) -> None:
    assert alike(*pair) == Alike(1, Likeness.SHAPE)


@pytest.mark.parametrize("pair", ["埠阜", "渝输", "篁皇", "坟文", "宙抽"])
def test_one_part_gives_both_their_sound(pair: str) -> None:
    assert alike(*pair) == Alike(1, Likeness.SHAPE)


@pytest.mark.parametrize("pair", ["社土", "酒酉", "加口", "泪目", "钱江"])
def test_a_part_that_gives_no_sound_makes_nothing_alike(pair: str) -> None:
    likeness = alike(*pair)
    assert likeness is None or likeness.distance > 1


@pytest.mark.parametrize("pair", ["李黎", "江姜", "兴星", "福浮"])
def test_read_the_same(pair: str) -> None:
    assert alike(*pair) == Alike(1, Likeness.SOUND)


@pytest.mark.parametrize("pair", ["宁林", "中宗", "湖扶", "平拼", "山三"])
def test_sounds_that_are_mixed_up(pair: str) -> None:
    assert alike(*pair) == Alike(2, Likeness.SOUND)


@pytest.mark.parametrize("pair", ["渭涪", "璜琉", "垭坪"])
def test_one_radical(pair: str) -> None:
    assert alike(*pair) == Alike(2, Likeness.SHAPE)


@pytest.mark.parametrize("pair", ["赵钱", "大小", "东西", "上下", "土土", "土A", "\U0002a7ddA"])
def test_unlike(pair: str) -> None:
    assert alike(*pair) is None


@given(CHARS, CHARS)
def test_likeness_is_mutual(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("土基", "士基", Alike(1, Likeness.SHAPE)),
        ("涪沱", "渭沱", Alike(2, Likeness.SHAPE)),
        ("琉璃", "珞璜", Alike(3, Likeness.SHAPE)),
        ("李家沟", "黎家沟", Alike(1, Likeness.SOUND)),
        ("星李", "兴黎", None),
        ("大桥", "小桥", None),
        ("土基", "土基", None),
        ("土基", "土基沟", None),
    ],
)
def test_words(one: str, other: str, expected: Alike | None) -> None:
    assert word_alike(one, other) == expected


def test_what_the_table_tells_of_one_character() -> None:
    assert lookalikes("未").startswith("末")
    assert readings("塞") == {"sai", "se"}
    assert (lookalikes("A"), readings("A")) == ("", frozenset())

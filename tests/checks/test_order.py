"""order: events in order are never wrong, the same events the other way round always are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.lexicon.stages import stages
from checker.readers import text as reader
from tests.growth import assert_linear

WORKS = [(one, ranks["works"]) for one, ranks in stages().items() if "works" in ranks and len(one) == 2]
YEARS = st.integers(1950, 2023)


def found(text: str) -> list[Hit]:
    article = Article(reader.read(text.encode(), "order"))
    return list(KINDS["order"].check(article, Params()))


@given(st.sampled_from(WORKS), st.sampled_from(WORKS), YEARS, st.integers(1, 9))
def test_works(one: tuple[str, int], two: tuple[str, int], year: int, more: int) -> None:
    if one[1] >= two[1]:
        return
    assert found(f"柳溪水库{year}年{one[0]}，{year + more}年{two[0]}。") == []
    [hit] = found(f"柳溪水库{year + more}年{one[0]}，{year}年{two[0]}。")
    assert not hit.doubtful
    assert hit.data == {"found": f"{year}年{two[0]}", "other": f"{year + more}年{one[0]}"}


@given(YEARS, st.integers(1, 11))
def test_months_count_where_both_are_told(year: int, month: int) -> None:
    assert found(f"渡槽{year}年{month}月动工，{year}年{month + 1}月通水。") == []
    assert found(f"渡槽{year}年动工，{year}年{month}月通水。") == []
    assert len(found(f"渡槽{year}年{month + 1}月动工，{year}年{month}月通水。")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "他2010年退休，2008年入职的徒弟接了班。",
        "柳溪水库2010年动工。南山水库2006年竣工。",
        "公司2014年成立，2012年建成老厂房。",
        "酒店2018年开业，2020年停业，2021年开业。",
        "展馆2020年闭馆，2022年建成开放。",
        "她2010年离婚，2013年结婚。",
        "他退休后的2012年被返聘，2010年办的手续。",
        "2016年，她首次登台领唱。2012年，她没有登台领唱。",
        "2016年，全省首次举办茶艺大赛。2012年，邻省举办茶艺大赛。",
    ],
)
def test_other_things(text: str) -> None:
    assert found(text) == []


def test_a_first_time_with_an_earlier_one() -> None:
    text = "2016年，她首次登台领唱。2012年，她登台领唱《茉莉花》。"
    [hit] = found(text)
    assert (hit.variant, hit.doubtful, hit.span.of(text)) == ("first", True, "2012年")


def test_time_grows_with_the_text() -> None:
    def make(size: int) -> object:
        article = Article(reader.read(("2016年，他头一回骑上摩托车进城，大桥2022年开工。" * size).encode(), "order"))
        assert article.moments
        return lambda: list(KINDS["order"].check(article, Params()))

    assert_linear(make, 400)  # type: ignore[arg-type]


@given(st.sampled_from(["入伍", "参军", "离休", "退休"]), YEARS, st.integers(1, 9))
def test_what_happens_once_in_a_life_is_dated_once(verb: str, year: int, more: int) -> None:
    assert found(f"周望川{year}年{verb}，上了岛。周望川{year}年{verb}，守着灯塔。") == []
    [hit] = found(f"周望川{year + more}年{verb}，上了岛。周望川{year}年{verb}，守着灯塔。")
    assert (hit.variant, hit.doubtful, hit.span.start) == ("twice", True, 18)
    assert found(f"周望川{year + more}年{verb}，上了岛。林小满{year}年{verb}，守着灯塔。") == []


@pytest.mark.parametrize("verb", ["退休", "离休"])
def test_who_has_retired_is_so_from_then_on(verb: str) -> None:
    assert found(f"他1998年{verb}，种了树。2001年，{verb}在家的他去了邻村。") == []
    assert [one.variant for one in found(f"他1998年{verb}，种了树。1996年，{verb}在家的他去了邻村。")] == ["twice"]

"""almanac: a feast, a term or a lunar day on its own day is never wrong; on another it always is."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.lexicon import almanac
from checker.readers import text as reader

DIGITS = "零一二三四五六七八九十"
LUNAR = ("春节", "元宵节", "端午节", "七夕节", "中秋节", "重阳节")


def found(text: str, published: date | None = None) -> list[Hit]:
    article = Article(reader.read(text.encode(), "almanac"), published)
    return list(KINDS["almanac"].check(article, Params()))


@given(st.integers(1991, 2039), st.sampled_from(LUNAR), st.integers(1, 200))
def test_feasts_of_the_chinese_calendar(year: int, name: str, off: int) -> None:
    day = almanac.kept(almanac.feasts()[name], year)
    assert day is not None
    assert found(f"{day.year}年{day.month}月{day.day}日是{name}。") == []
    other = day + timedelta(days=off)
    if other.year == year:
        [hit] = found(f"{other.year}年{other.month}月{other.day}日是{name}。")
        assert not hit.doubtful
        assert hit.data["fact"] == f"{year}年{name}是{day.month}月{day.day}日"


@given(st.sampled_from(sorted(almanac.terms())), st.integers(0, 1), st.integers(20, 300))
def test_solar_terms(name: str, later: int, off: int) -> None:
    day = date(2024, *almanac.terms()[name].first) + timedelta(days=later)
    assert found(f"{day.month}月{day.day}日是{name}。") == []
    assert found(f"{day.month}月{day.day}日，{name}时节，河面开阔。") == []
    other = day + timedelta(days=off)
    assert len(found(f"{other.month}月{other.day}日，{name}时节，河面开阔。")) == 1


@given(st.integers(1991, 2039), st.integers(1, 10), st.integers(1, 10))
def test_days_of_the_chinese_calendar(year: int, month: int, number: int) -> None:
    day = almanac.lunar(year, month, number)
    assert day is not None
    words = f"{'正' if month == 1 else DIGITS[month]}月初{DIGITS[number]}"
    assert found(f"庙会定在{day.year}年{day.month}月{day.day}日（农历{words}）。") == []
    other = day + timedelta(days=1)
    [hit] = found(f"庙会定在{other.year}年{other.month}月{other.day}日（农历{words}）。")
    assert hit.data["name"] == f"农历{words}"


def test_the_year_of_issue_makes_it_doubtful() -> None:
    assert found("5月21日是端午节。") == []
    [hit] = found("5月21日是端午节。", date(2025, 5, 22))
    assert hit.doubtful

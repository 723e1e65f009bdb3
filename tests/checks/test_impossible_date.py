"""impossible-date: no day of the calendar and no hour of the clock is ever wrong; what lies past them always is."""

from calendar import monthrange
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.readers import text as reader


def found(text: str) -> list[tuple[str, str]]:
    article = Article(reader.read(text.encode(), "date"))
    hits = KINDS["impossible-date"].check(article, Params())
    return [(hit.variant, hit.span.of(article.text)) for hit in hits]


@given(st.dates(date(1950, 1, 1), date(2060, 12, 31)))
def test_every_day_of_the_calendar(day: date) -> None:
    assert found(f"河堤{day.year}年{day.month}月{day.day}日完工。") == []
    assert found(f"河堤{day.month}月{day.day}日完工。") == []


@given(st.integers(1950, 2060), st.integers(1, 12), st.integers(1, 60))
def test_days_past_the_end_of_the_month(year: int, month: int, more: int) -> None:
    words = f"{year}年{month}月{monthrange(year, month)[1] + more}日"
    assert found(f"河堤{words}完工。") == [("date", words)]


@given(st.integers(13, 99), st.integers(1, 28))
def test_months_past_the_end_of_the_year(month: int, day: int) -> None:
    assert found(f"河堤{month}月{day}日完工。") == [("date", f"{month}月{day}日")]


@given(st.integers(0, 24))
def test_hours_of_the_clock(hour: int) -> None:
    assert found(f"水库4月6日{hour}时开闸。") == []


@given(st.integers(25, 99))
def test_hours_past_midnight(hour: int) -> None:
    assert found(f"水库4月6日{hour}时开闸。") == [("hour", f"{hour}时")]

"""weekday: the calendar's day is never wrong, any other always is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import relations
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from checker.relations.record import Relation

NAMES = "一二三四五六日"
days = st.dates(date(1950, 1, 1), date(2060, 12, 31))
named = st.sampled_from(("星期", "周", "礼拜"))
framed = st.sampled_from(("{}（{}）", "{}{}", "{}，{}", "{}是{}"))


def found(text: str, published: date | None = None) -> list[Relation]:
    document = reader.read(text.encode(), "weekday")
    return [one for one in relations.find(document, scan(document.text), published) if one.kind == "weekday"]


def told(day: date, name: str, frame: str, off: int = 0) -> str:
    words = f"{day.year}年{day.month}月{day.day}日"
    return f"集市在{frame.format(words, name + NAMES[(day.weekday() + off) % 7])}开张。"


@given(days, named, framed)
def test_the_right_day_is_consistent(day: date, name: str, frame: str) -> None:
    [relation] = found(told(day, name, frame))
    assert relation.verdict is Verdict.CONSISTENT


@given(days, named, framed, st.integers(1, 6))
def test_any_other_day_is_inconsistent(day: date, name: str, frame: str, off: int) -> None:
    [relation] = found(told(day, name, frame, off))
    assert relation.verdict is Verdict.INCONSISTENT
    assert relation.candidates[0].text == name + NAMES[day.weekday()]


@given(days, st.integers(-170, 170))
def test_a_date_without_a_year_belongs_to_the_day_of_issue(published: date, away: int) -> None:
    day = published + timedelta(days=away)
    text = f"集市{day.month}月{day.day}日（星期{NAMES[day.weekday()]}）开张。"
    [relation] = found(text, published)
    assert relation.verdict is Verdict.CONSISTENT


@given(days, st.integers(-160, 160), st.integers(1, 6))
def test_a_wrong_day_near_the_day_of_issue_is_inconsistent(published: date, away: int, off: int) -> None:
    day = published + timedelta(days=away)
    if (day.month, day.day) == (2, 29):
        return
    text = f"集市{day.month}月{day.day}日（星期{NAMES[(day.weekday() + off) % 7]}）开张。"
    [relation] = found(text, published)
    assert relation.verdict is Verdict.INCONSISTENT


@pytest.mark.parametrize("text", ["2019年建站，5月14日（星期四）通车。", "站房2019年建成。5月14日（星期四）通车。"])
def test_another_year_nearby_leaves_it_undecided(text: str) -> None:
    [relation] = found(text, date(2025, 5, 14))
    assert relation.verdict is Verdict.UNDECIDED


def test_last_year_is_counted_from_the_day_of_issue() -> None:
    [relation] = found("去年5月14日（星期四），渡口开航。", date(2025, 5, 16))
    assert relation.working == "2024年5月14日是星期二，文中写星期四，不一致"


def test_a_finding_offers_both_ways_out() -> None:
    [relation] = found("5月14日（星期四），渡口开航。", date(2025, 5, 16))
    assert relation.working == "2025年5月14日是星期三，文中写星期四，不一致"
    assert [(one.role, one.text) for one in relation.candidates] == [("weekday", "星期三"), ("date", "5月15日")]

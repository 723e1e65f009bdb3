"""The almanac: its tables hold together, and give the days that everybody knows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import almanac, editions, flows, modality, stages
from checker.lexicon.tables import rows

YEARS = st.integers(1990, 2040)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("春节", date(2024, 2, 10)),
        ("除夕", date(2025, 1, 28)),
        ("元宵节", date(2025, 2, 12)),
        ("端午", date(2025, 5, 31)),
        ("中秋节", date(2020, 10, 1)),
        ("重阳节", date(2025, 10, 29)),
        ("腊八节", date(2024, 1, 18)),
        ("母亲节", date(2025, 5, 11)),
        ("父亲节", date(2025, 6, 15)),
        ("感恩节", date(2024, 11, 28)),
        ("三八妇女节", date(2025, 3, 8)),
    ],
)
def test_feasts(name: str, day: date) -> None:
    assert almanac.kept(almanac.feasts()[name], day.year) == day


def test_feasts_that_move_need_a_year() -> None:
    assert almanac.kept(almanac.feasts()["中秋节"], None) is None
    assert almanac.kept(almanac.feasts()["母亲节"], None) is None
    assert almanac.kept(almanac.feasts()["国庆节"], None) == date(2000, 10, 1)


@given(YEARS)
def test_a_year_of_the_chinese_calendar_ends_where_the_next_begins(year: int) -> None:
    first = almanac.lunar(year, 1, 1)
    last = almanac.lunar(year, 12, 30) or almanac.lunar(year, 12, 29)
    following = almanac.lunar(year + 1, 1, 1)
    assert first is not None
    assert last is not None
    assert date(year, 1, 20) < first < date(year, 2, 22)
    assert following is None or last + timedelta(days=1) == following


@given(YEARS, st.integers(1, 12), st.integers(1, 29))
def test_leap_months_follow_their_month(year: int, month: int, number: int) -> None:
    day, leap = almanac.lunar(year, month, number), almanac.lunar(year, month, number, leap=True)
    assert day is not None
    assert leap is None or 29 <= (leap - day).days <= 30


def test_no_day_outside_the_tables() -> None:
    assert almanac.lunar(1989, 1, 1) is None
    assert almanac.lunar(2025, 13, 1) is None
    assert almanac.lunar(2025, 1, 31) is None


def test_the_terms_follow_one_another_through_the_year() -> None:
    terms = list(almanac.terms().values())
    assert len(terms) == 24
    assert [one.first for one in terms] == sorted(one.first for one in terms)
    assert all(date(2024, *one.first) < date(2024, *one.last) for one in terms)


def test_every_feast_is_kept_on_a_day() -> None:
    assert all(almanac.kept(one, 2024) or one.rule.startswith("lunar") for one in almanac.feasts().values())


def test_editions_count_on() -> None:
    series = editions.series()["进博会"]
    assert [series.year_of(number) for number in (1, 7)] == [2018, 2024]
    assert series.year_of(0) is None


@pytest.mark.parametrize("name", ["stages.tsv", "flows.tsv", "modality.tsv", "editions.tsv", "accounts.tsv"])
def test_no_word_stands_twice_in_a_row(name: str) -> None:
    for row in rows(name):
        for cell in row:
            words = cell.replace("/", " ").split()
            assert len(words) == len(set(words)), words


def test_verbs_of_one_event_know_each_other() -> None:
    assert stages.stages()["通车"] == {"works": 4}
    assert "启用" in modality.done()["投用"]
    assert flows.flow().search("全县工业总产值")
    assert flows.stock().search("贷款余额")

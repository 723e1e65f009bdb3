"""conversion: one amount printed in two units, however rounded, is never wrong; another amount always is."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

PAIRS = (
    *(("亩", "公顷", Fraction(1, 15)), ("公顷", "平方公里", Fraction(1, 100)), ("平方公里", "亩", Fraction(1500))),
    *(("里", "公里", Fraction(1, 2)), ("公斤", "斤", Fraction(2)), ("吨", "公斤", Fraction(1000))),
)
pairs = st.sampled_from(PAIRS)
frames = st.sampled_from(("{}（{}）", "{}（约{}）", "{}，合{}", "{}（折合{}）", "{}，即{}"))
amounts = st.integers(100, 9_999_999).map(lambda value: Fraction(value, 100))


def one(text: str) -> Relation:
    [relation] = found(text, "conversion")
    return relation


def sentence(first: str, second: str, frame: str) -> str:
    return f"这片基地共{frame.format(first, second)}。"


@given(amounts, pairs, frames, st.sampled_from((0, 2)), st.sampled_from((0, 2, 3)))
def test_honest_conversions_are_consistent(
    amount: Fraction, pair: tuple[str, str, Fraction], frame: str, places: int, more: int
) -> None:
    unit, other, factor = pair
    first, second = decimal(amount, places), decimal(amount * factor, more)
    if not Fraction(first) or not Fraction(second) or second.startswith("0.00"):
        return
    relation = one(sentence(first + unit, second + other, frame))
    assert relation.verdict is Verdict.CONSISTENT


@settings(max_examples=40)
@given(amounts, pairs, frames, st.sampled_from((Fraction(1, 10), Fraction(10), Fraction(100), Fraction(5, 4))))
def test_other_amounts_are_inconsistent(
    amount: Fraction, pair: tuple[str, str, Fraction], frame: str, off: Fraction
) -> None:
    unit, other, factor = pair
    first, second = decimal(amount, 2), decimal(amount * factor * off, 3)
    if not 1 <= Fraction(second) < 10**9:  # eleven digits in a row may be a telephone number
        return
    assert one(sentence(first + unit, second + other, frame)).verdict is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    ("text", "verdict", "doubtful"),
    [
        ("全程500公里（310英里）。", Verdict.CONSISTENT, False),
        ("全程500公里（300英里）。", Verdict.INCONSISTENT, True),
        ("全程500公里（400英里）。", Verdict.INCONSISTENT, False),
        ("占地1000亩（67公顷）。", Verdict.CONSISTENT, False),
        ("占地1000亩（68公顷）。", Verdict.CONSISTENT, False),
        ("占地1003亩（68公顷）。", Verdict.INCONSISTENT, False),
    ],
)
def test_round_figures_leave_room(text: str, verdict: Verdict, doubtful: bool) -> None:
    relation = one(text)
    assert (relation.verdict, relation.doubtful) == (verdict, doubtful)


def test_a_finding_shows_the_working_and_the_slip() -> None:
    relation = one("监测面积2.4万公顷，合2400平方公里。")
    assert relation.working == "2.4万公顷合240平方公里，文中2400平方公里，不一致"
    assert ("to", "240平方公里") in [(candidate.role, candidate.text) for candidate in relation.candidates]


def test_unit_prices_are_told_whole() -> None:
    relation = one("收购价为每500克5元（折合每公斤20元）。")
    assert relation.working == "每500克5元合每公斤10元，文中每公斤20元，不一致"

"""multiple: either reading of 增长k倍 that fits is consistent, and neither is not."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

FEW = settings(max_examples=25, deadline=None)


def one(text: str) -> Relation:
    [relation] = found(text, "multiple")
    return relation


levels = st.integers(1, 999)


@given(levels, levels, st.integers(1, 2))
def test_honest_multiples_are_consistent(base: int, current: int, digits: int) -> None:
    times = decimal(Fraction(current, base), digits)
    assume(Fraction(times))
    assert one(f"社员由{base}户变为{current}户，是当初的{times}倍。").verdict is Verdict.CONSISTENT


@given(levels, st.integers(2, 9), st.booleans())
def test_both_readings_of_growth_are_consistent(base: int, times: int, to: bool) -> None:
    current = base * (times if to else times + 1)
    assert one(f"社员由{base}户变为{current}户，增长{times}倍。").verdict is Verdict.CONSISTENT


@FEW
@given(levels, st.integers(2, 9), st.integers(2, 9))
def test_whole_multiples_are_told_apart(base: int, times: int, told: int) -> None:
    assume(abs(times - told) > 1)
    relation = one(f"社员由{base}户变为{base * times}户，是当初的{told}倍。")
    assert (relation.verdict, relation.doubtful) == (Verdict.INCONSISTENT, False)


@given(levels, st.integers(1, 5))
def test_doublings_are_powers_of_two(base: int, times: int) -> None:
    assert one(f"社员由{base}户增至{base * 2**times}户，翻了{times}番。").verdict is Verdict.CONSISTENT


@FEW
@given(levels, st.integers(2, 6), st.integers(1, 6))
def test_doublings_are_no_multiples(base: int, times: int, told: int) -> None:
    assume(times != 2**told)
    relation = one(f"社员由{base}户增至{base * times}户，翻了{told}番。")
    assert (relation.verdict, relation.variant) == (Verdict.INCONSISTENT, "doubling")


@pytest.mark.parametrize(
    ("text", "working"),
    [
        ("社员由20户发展到140户，是当初的5倍。", "140÷20=7倍，文中5倍，不一致"),
        ("客流由1000人次增至3000人次，增长2倍。", "3000÷1000=3倍，文中2倍，一致"),
        ("门店由50家增至150家，翻了三番。", "150÷50=3倍，文中三番，不一致"),
    ],
)
def test_the_working(text: str, working: str) -> None:
    assert one(text).working == working


@pytest.mark.parametrize(("current", "verdict"), [(1260, "consistent"), (1020, ""), (890, "inconsistent"), (2400, "")])
def test_a_doubling_in_the_title(current: int, verdict: str) -> None:
    text = f"岭下县茶叶出口翻番\n\n今年前十个月，全县茶叶出口{current}吨，上年同期为590吨，销往九个国家和地区。\n"
    assert [relation.verdict.value for relation in found(text, "multiple")] == [verdict] * bool(verdict)


def test_a_doubling_to_come_is_no_doubling() -> None:
    text = "岭下县力争茶叶出口翻番\n\n今年前十个月，全县茶叶出口890吨，上年同期为590吨，销往九个国家和地区。\n"
    assert not found(text, "multiple")

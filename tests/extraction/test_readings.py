"""Two printed values meet when some true value prints as both, and are apart when none does."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from checker.extraction.readings import Fit, compare
from checker.quantities.interval import decimal

PLACES = some.integers(min_value=0, max_value=3)
VALUES = some.integers(min_value=1000, max_value=9_999_999).map(lambda number: Fraction(number, 1000))


def printed(value: Fraction, places: int) -> str:
    """``value`` rounded half up to so many places."""
    return decimal(value, places) if places else str(int(value + Fraction(1, 2)))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("近100家", "98家", Fit.MEETS),
        ("近100家", "103家", Fit.APART),
        ("超过100家", "98家", Fit.APART),
        ("100余家", "98家", Fit.APART),
        ("100余家", "107家", Fit.MEETS),
        ("不足30人", "32人", Fit.APART),
        ("64.3%", "64.29%", Fit.MEETS),
        ("64.3%", "63.4%", Fit.APART),
        ("64.3%", "64.4%", Fit.APART),
        ("28个", "29个", Fit.APART),
        ("1.3万人", "13986人", Fit.MEETS),
        ("1.3万人", "14020人", Fit.APART),
        ("近两成", "19.8%", Fit.MEETS),
        ("1.3万人", "12986人", Fit.MEETS),
        ("21.7亿元", "217000万元", Fit.MEETS),
        ("21.7亿元", "21.78亿元", Fit.MEETS),
        ("21.7亿元", "21.82亿元", Fit.APART),
        ("46人", "46名", Fit.MEETS),
        ("46人", "64名", Fit.APART),
        ("4700万吨", "4721万吨", Fit.DOUBTFUL),
        ("75%—80%", "78%", Fit.MEETS),
        ("75%—80%", "81%", Fit.APART),
        ("第4", "第4位", Fit.MEETS),
        ("第4位", "第5位", Fit.APART),
        ("4月20日", "2025年4月20日", Fit.MEETS),
        ("4月20日", "2025年4月22日", Fit.APART),
        ("2024年", "4月", Fit.UNKNOWN),
        ("30亩", "12块", Fit.UNKNOWN),
        ("30亩", "30元", Fit.UNKNOWN),
        ("30美元", "30元", Fit.UNKNOWN),
        ("河口茶厂", "30元", Fit.UNKNOWN),
        ("30元到50元，共3次", "30元", Fit.UNKNOWN),
    ],
)
def test_pairs(one: str, two: str, expected: Fit) -> None:
    assert compare(one, two) is expected
    assert compare(two, one) is expected, "it is the same the other way round"


@given(VALUES, PLACES, PLACES)
def test_a_value_honestly_rounded_twice_meets_itself(value: Fraction, one: int, two: int) -> None:
    assert compare(f"{printed(value, one)}%", f"{printed(value, two)}%") is Fit.MEETS


@given(VALUES, some.integers(min_value=1, max_value=3), some.integers(min_value=1, max_value=500), some.booleans())
def test_a_value_moved_past_its_last_place_is_apart(value: Fraction, places: int, steps: int, up: bool) -> None:
    last = Fraction(1, 10**places)
    low = Fraction(printed(value, places))
    other = low + steps * last if up else low - steps * last
    if other > 0:
        assert compare(f"{printed(low, places)}%", f"{printed(other, places)}%") is Fit.APART


@given(some.integers(min_value=100, max_value=90_000), some.integers(min_value=1, max_value=90_000))
def test_hedges_bound_on_their_own_side(bound: int, other: int) -> None:
    exact = f"{other}家"
    if other < bound:
        assert compare(f"超过{bound}家", exact) is Fit.APART
        assert compare(f"{bound}家以上", exact) is Fit.APART
        assert compare(f"不到{bound}家", exact) is not Fit.APART or 2 * other < bound, "below, but not far below"
    if other > bound:
        assert compare(f"不足{bound}家", exact) is Fit.APART
        assert compare(f"不超过{bound}家", exact) is Fit.APART
        assert compare(f"{bound}家以上", exact) is Fit.MEETS
    assert (compare(f"{bound}家", exact) is Fit.MEETS) is (other == bound)

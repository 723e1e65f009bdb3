"""What quantities say about themselves, and which of them can meet."""

import pytest

from checker.quantities import parses
from checker.quantities.model import Hedge, Quantity, UnitClass


def one(word: str) -> Quantity:
    (token,) = parses(word)
    assert isinstance(token, Quantity)
    return token


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ("近两成", "19.8%", True),
        ("近两成", "20.3%", False),
        ("三分之一", "33.3%", True),
        ("千分之五", "0.5%", True),
        ("25个基点", "0.25个百分点", True),
        ("20公顷", "300亩", True),
        ("200公顷", "300亩", False),
        ("1.37亿元", "13700万元", True),
        ("近百家", "103家", False),
        ("30余家", "34家", True),
    ],
)
def test_values_of_one_base_meet(left: str, right: str, meet: bool) -> None:
    assert one(left).unit.base == one(right).unit.base
    assert one(left).base_interval.meets(one(right).base_interval) is meet


def test_places_and_readings_of_a_round_figure() -> None:
    found = one("4700万吨")
    assert found.place == 10_000
    assert found.loose_place == 1_000_000
    assert str(found.interval) == "[46995000, 47005000)"
    assert str(found.loose) == "[46500000, 47500000)"
    assert str(found.truncated) == "[46500000, 48000000)"
    assert str(found.base_loose) == "[46500000000, 47500000000)"
    assert not found.is_exact
    assert found.plain() == "47000000"


def test_counts_are_exact() -> None:
    assert one("18个").is_exact
    assert one("18个").place == 0
    assert not one("1.8万个").is_exact
    assert not one("18吨").is_exact


def test_hedges_are_named() -> None:
    assert one("近100家").hedges == (Hedge.NEAR,)
    assert one("约200人左右").hedges == (Hedge.ABOUT, Hedge.ABOUT)
    assert one("数十个").hedges == (Hedge.VAGUE,)
    assert one("30余家").hedges == (Hedge.MORE,)
    assert one("18个").hedges == ()


@pytest.mark.parametrize(
    ("word", "unit_class"),
    [
        ("64.3%", UnitClass.RATE),
        ("0.6个百分点", UnitClass.POINTS),
        ("18元/吨", UnitClass.PER),
        ("3倍", UnitClass.MULTIPLE),
    ],
)
def test_classes(word: str, unit_class: UnitClass) -> None:
    assert one(word).unit_class is unit_class


def test_an_article_is_no_more_than_a() -> None:
    assert one("一个").is_article
    assert not one("1个").is_article
    assert not one("一吨").is_article


def test_number_is_the_numeral_alone() -> None:
    found = one("近100家")
    assert found.number.of("近100家") == "100"
    assert found.unit_span is not None
    assert found.unit_span.of("近100家") == "家"


def test_as_exact_takes_the_rounding_away_and_nothing_else() -> None:
    rounded = one("4700万元")
    exact = rounded.as_exact()
    assert exact.is_exact
    assert exact.loose == exact.truncated == exact.interval
    assert (exact.value, exact.unit, exact.span) == (rounded.value, rounded.unit, rounded.span)
    assert not rounded.is_exact

"""The tables of indicators: nothing is in two of them that exclude each other, and every row can be meant."""

from fractions import Fraction

import pytest

from checker.lexicon import indicators
from checker.lexicon.indicators import Band
from checker.quantities import units
from checker.quantities.model import UnitClass


def test_levels_are_no_rates() -> None:
    assert not set(indicators.levels()) & set(indicators.capped_rates())
    assert not [word for word in indicators.levels() if word.endswith(("率", "占比", "比重", "增速", "指数"))]


def test_no_word_twice() -> None:
    assert len(set(indicators.levels())) == len(indicators.levels())


def test_exceptions_end_like_a_rate_that_ends_at_100() -> None:
    """Any other exception would say nothing."""
    rates = indicators.capped_rates()
    capped = tuple(name for name, ends in rates.items() if ends)
    assert [name for name, ends in rates.items() if not ends and not name.endswith(capped)] == []


@pytest.mark.parametrize("name", ["完成率", "产能利用率", "自给率", "换手率", "资产负债率", "结案率", "升学率"])
def test_rates_that_may_exceed_100(name: str) -> None:
    assert name not in indicators.capped_rates()


@pytest.mark.parametrize("band", [*indicators.bands(), *indicators.things()], ids=lambda band: band.names[0])
def test_bands(band: Band) -> None:
    assert band.low < band.high
    assert band.names
    assert band.source
    assert band.measure in list(UnitClass)
    assert units.unit(band.unit).unit_class == band.measure


def test_a_name_has_one_band() -> None:
    names = [name for band in indicators.bands() for name in band.names]
    assert len(set(names)) == len(names)


def test_rates_of_exchange() -> None:
    assert indicators.exchange()["美元"] == (Fraction("5.85"), Fraction("8.95"))
    for name, (low, high) in indicators.exchange().items():
        assert units.unit(name).unit_class is UnitClass.MONEY
        assert 0 < low < high < 4 * high
        assert high < 20 * low

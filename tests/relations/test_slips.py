"""slips: which slip of the pen made one number of another."""

from fractions import Fraction

import pytest

from checker.quantities.model import Quantity
from checker.quantities.scanner import scan
from checker.relations.slips import slip_of


@pytest.mark.parametrize(
    ("printed", "exact", "slip"),
    [
        ("51500元", "51600", "digit"),
        ("51,500元", "51600", "digit"),
        ("5.15万元", "51600", "digit"),
        ("5.15万元", "55100", "swap"),
        ("251元", "521", "swap"),
        ("5.15万元", "51500", ""),
        ("5.15万元", "51610", ""),
        ("251元", "512", ""),
        ("100元", "1000", ""),
        ("100元", "-100", ""),
    ],
)
def test_slip_of(printed: str, exact: str, slip: str) -> None:
    [quantity] = scan(printed)
    assert isinstance(quantity, Quantity)
    assert slip_of(quantity, Fraction(exact)) == slip

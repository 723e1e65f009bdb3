"""How surely a sum that comes out by one wrong digit is meant to come out."""

from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity

DIGIT = pattern("[0-9０-９]")
OTHERS, RARE = 9, 10
"""What else a digit may be, and how many times as many sums there must be as slips."""


def is_fine(numbers: Sequence[Quantity]) -> bool:
    """Whether numbers, the whole first, are so fine that one wrong digit hardly makes them come out by chance."""
    digits = sum(len(DIGIT.findall(one.digits)) for one in numbers)
    last = max((one.place or 1) * one.unit.factor for one in numbers)
    return digits * OTHERS * RARE <= numbers[0].value * numbers[0].unit.factor / last

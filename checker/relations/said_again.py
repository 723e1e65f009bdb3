"""An amount and, in brackets, the same in another unit."""

from checker.quantities.model import UnitClass
from checker.relations.passage import Figure

NOT_CONVERTED = (UnitClass.RATE, UnitClass.POINTS, UnitClass.MULTIPLE)
NEARLY = 0.02
"""So little do two printings of one amount differ that were rounded in two units."""


def says_again(previous: Figure | None, figure: Figure) -> bool:
    """Whether a number in brackets says the one before it in another unit: 420.5千公顷（630.8万亩）."""
    if previous is None or figure.quantity.unit_class in NOT_CONVERTED or previous.bracket == figure.bracket:
        return False
    one, two = previous.quantity, figure.quantity
    if one.unit_class is not two.unit_class or one.unit == two.unit or not one.value:
        return False
    if figure.before.end - figure.before.start == 0 and figure.bracket:
        return True  # nothing but the bracket says what it is, even where it is converted wrongly
    return abs(two.value * two.unit.factor / (one.value * one.unit.factor) - 1) < NEARLY

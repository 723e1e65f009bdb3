"""Whether two numbers are of one measure, so that one can have become the other."""

from dataclasses import replace
from fractions import Fraction

from checker.quantities.model import Quantity, Unit, UnitClass

PARTS = (UnitClass.RATE, UnitClass.POINTS, UnitClass.MULTIPLE)
PEOPLE = frozenset(("人", "名", "位", "口人"))


def alike(one: Quantity, two: Quantity) -> bool:
    """Whether two amounts are counted alike. People are people, and the first of two counts may lack its classifier."""
    if UnitClass.PER in (one.unit_class, two.unit_class) and one.unit_class is not two.unit_class:
        return _counted(one.unit) == _counted(two.unit)
    if one.unit_class is not two.unit_class and any(scaled_bare(each) for each in (one, two)):
        return not {one.unit_class, two.unit_class} & set(PARTS)
    if one.unit_class is not two.unit_class:
        return UnitClass.NONE in (one.unit_class, two.unit_class) and UnitClass.COUNT in (
            one.unit_class,
            two.unit_class,
        )
    names = {one.unit.name, two.unit.name}
    if one.unit_class is UnitClass.COUNT and names <= PEOPLE:
        return True
    return (one.unit.base or one.unit.name) == (two.unit.base or two.unit.name)


def _counted(unit: Unit) -> str:
    """The base of what a unit counts, per whatever: 元 of 元/斤 and of 角."""
    base, per, _ = unit.base.partition("/")
    return base if base or not per else unit.name.partition("/")[0]


def scaled_bare(quantity: Quantity) -> bool:
    """Whether the unit is left out, but not the scale: 由8万亿港元跌至2万亿."""
    return quantity.unit_class is UnitClass.NONE and quantity.numeral.endswith(("万", "亿"))


def comparable(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities in one measure: a price per ton and a rise in yuan or in cents are both money."""
    classes = {one.unit_class for one in quantities}
    if len(classes) < 2 or not classes & {UnitClass.PER, UnitClass.NONE}:
        return quantities
    if UnitClass.NONE in classes:
        return [replace(one, unit=replace(one.unit, factor=Fraction(1))) for one in quantities]
    return [replace(one, unit=replace(one.unit, factor=_above(one.unit))) for one in quantities]


def _above(unit: Unit) -> Fraction:
    """What a unit is worth without what it is counted per: 元/斤 is worth one yuan, 分钱 a hundredth."""
    return unit.factor * unit.per.factor if unit.unit_class is UnitClass.PER and unit.per else unit.factor

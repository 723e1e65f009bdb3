"""A number where it stands in an article, with its size as a float: sizes only choose what is tried."""

from copy import copy
from fractions import Fraction
from functools import cached_property

from checker.patterns import pattern
from checker.quantities.model import Quantity, Unit, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import GENERIC, OTHER_TIME, PEOPLE
from checker.spans import Span

LEAD = 40
"""How many characters before a number are read for what it is."""

CLOSE = 4
"""去年是27.6% is of another time; 去年发放贷款2.14万笔 opens what is told of last year."""

MONEY, PER_CENT = "元", "%"
PER = pattern("每[^，。；0-9]{0,8}$|[人户亩套台单场店家件日月年班次校村]均[^，。；0-9]{0,8}$|平均|均价|单价|时速|折合")


class Level:
    """A number where it stands. ``at`` counts the numbers of the article, ``sentence`` and ``paragraph`` those.

    ``value``, ``low`` and ``high`` are in the base of its class; ``key`` is what numbers must share to be compared.
    """

    def __init__(self, figure: Figure, passage: Passage, index: int, act: Act, at: int, place: tuple[int, int]) -> None:
        quantity = figure.quantity
        self.figure, self.passage, self.index, self.act, self.at = figure, passage, index, act, at
        self.sentence, self.paragraph = place
        self.quantity = quantity
        self.value, self.low, self.high = sizes(quantity)
        self.key = key(quantity)
        self.is_amount = figure.is_amount
        self.moves = act in (Act.RISE, Act.FALL)

    def priced(self) -> "Level":
        """A price as an amount of money."""
        other, scale = copy(self), float(self.quantity.unit.factor)
        other.value, other.low, other.high, other.key = self.value / scale, self.low / scale, self.high / scale, MONEY
        return other

    @cached_property
    def words(self) -> Span:
        """Where the words before it in its clause stand, dates among them, back to the number before it."""
        end = self.quantity.span.start
        return Span(end - len(self.lead), end)

    @cached_property
    def lead(self) -> str:
        """Those words."""
        end = self.quantity.span.start
        start = max(self.passage.clauses[self.figure.clause].start, end - LEAD)
        if self.index:
            start = max(start, self.passage.figures[self.index - 1].quantity.span.end)
        return self.passage.text[start:end]

    @cached_property
    def is_each(self) -> bool:
        """Whether its words say that it is told per unit."""
        return PER.search(self.lead) is not None

    @cached_property
    def is_past(self) -> bool:
        """Whether it is a level of another time, told for comparison."""
        if self.moves:
            return False
        if self.act is Act.FROM:
            return True
        told = list(OTHER_TIME.finditer(self.lead))
        return bool(told) and len(self.lead) - told[-1].end() <= CLOSE

    @cached_property
    def grain(self) -> float:
        """The relative width of what the printed number stands for; a count of seven is one in seven."""
        if not self.value:
            return 1.0
        return max((self.high - self.low) / abs(self.value), _unit_grain(self.quantity))


def _unit_grain(quantity: Quantity) -> float:
    """One of the last digit that is not a zero: 240 is one of 24 such numbers, 1000 the only one."""
    digits = str(abs(int(quantity.value / quantity.place if quantity.place else quantity.value))).rstrip("0")
    return 1.0 / max(1, int(digits[:6] or "1"))


def key(quantity: Quantity) -> str:
    """What numbers must share to be compared."""
    return key_of(quantity.unit)


def key_of(unit: Unit) -> str:
    """The same of a unit."""
    if unit.unit_class is UnitClass.COUNT:
        return "人" if unit.name in PEOPLE else "个" if unit.name in GENERIC else unit.base or unit.name
    if unit.unit_class in (UnitClass.RATE, UnitClass.POINTS):
        return PER_CENT
    return unit.base or unit.name or "-"


def sizes(quantity: Quantity) -> tuple[float, float, float]:
    """What is printed, and the least and the most that it stands for, in the base of its class."""
    interval, factor = quantity.interval, _float(quantity.unit.factor)
    low = quantity.value if interval.low is None else interval.low
    high = quantity.value + quantity.place if interval.high is None else interval.high
    return _float(quantity.value) * factor, _float(low) * factor, _float(high) * factor


def _float(value: Fraction) -> float:
    """The same as ``float(value)``, which asks for both halves by way of two properties."""
    above, below = value.as_integer_ratio()
    return above / below

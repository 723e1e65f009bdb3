"""Two printed values side by side: whether some true value prints as both."""

from collections.abc import Callable
from enum import Enum
from fractions import Fraction

from checker.quantities import scan
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Ordinal, Quantity, Range, Token, Unit, UnitClass
from checker.relations.judge import Reading

PERSONS = frozenset("人名位口")
Figure = Quantity | Range


class Fit(Enum):
    """What two printed values have to do with each other."""

    MEETS = "meets"  # some true value prints as both, rounded or cut off
    DOUBTFUL = "doubtful"  # only if zeros at the end are rounding
    APART = "apart"
    UNKNOWN = "unknown"  # not of one sort, or not read


def compare(one: str, two: str) -> Fit:
    """Two literals, each of one number, place in an order, or date.

    >>> compare("近100家", "98家"), compare("64.3%", "63.4%")
    (<Fit.MEETS: 'meets'>, <Fit.APART: 'apart'>)
    """
    mine, theirs = _only(one), _only(two)
    if isinstance(mine, Figure) and isinstance(theirs, Figure):
        return fit(mine, theirs, same_classifier=False)
    if isinstance(mine, Ordinal) and isinstance(theirs, Ordinal):
        return Fit.MEETS if mine.value == theirs.value else Fit.APART
    if isinstance(mine, Date) and isinstance(theirs, Date):
        return _dates(mine, theirs)
    return Fit.UNKNOWN


def fit(one: Figure, two: Figure, *, same_classifier: bool = True) -> Fit:
    """Two figures by their intervals, hedges and printed places; UNKNOWN where their units do not compare.

    The coarser of the two may have been cut off instead of rounded: 21.7亿元 of 21.78亿元.
    """
    if not _comparable(_unit(one), _unit(two), same_classifier=same_classifier):
        return Fit.UNKNOWN
    mine, theirs = _strict(one), _strict(two)
    if mine.meets(theirs):
        return Fit.MEETS
    coarse, fine = (one, two) if _place(one) > _place(two) else (two, one)
    if _place(coarse) > _place(fine) and _hull(coarse, Reading.TRUNCATED.of).meets(_strict(fine)):
        return Fit.MEETS
    loose = [_hull(figure, lambda quantity: quantity.base_loose) for figure in (one, two)]
    return Fit.DOUBTFUL if loose[0].meets(loose[1]) else Fit.APART


def _only(words: str) -> Token | None:
    """The one token of ``words`` that says a value; None where there are several."""
    tokens = [one for one in scan(words) if isinstance(one, Quantity | Range | Ordinal | Date)]
    return tokens[0] if len(tokens) == 1 else None


def _unit(figure: Figure) -> Unit:
    return figure.high.unit if isinstance(figure, Range) else figure.unit


def _place(figure: Figure) -> Fraction:
    """The value of the last printed digit, in the base of the unit."""
    last = figure.high if isinstance(figure, Range) else figure
    return last.place * last.unit.factor


def _strict(figure: Figure) -> Interval:
    """The values that print so when rounded; numbers next to each other have none in common."""
    return _hull(figure, lambda quantity: quantity.base_interval)


def _hull(figure: Figure, reading: Callable[[Quantity], Interval]) -> Interval:
    """A quantity as it is read, or a range from its low end to its high one."""
    if isinstance(figure, Quantity):
        return reading(figure)
    low, high = reading(figure.low), reading(figure.high)
    return Interval(low.low, high.high, low.low_closed, high.high_closed)


def _comparable(one: Unit, two: Unit, *, same_classifier: bool) -> bool:
    if one.unit_class is not two.unit_class:
        return False
    if one.unit_class is UnitClass.COUNT:
        return not same_classifier or one.base == two.base or {one.base, two.base} <= PERSONS
    return one.base == two.base and one.per == two.per


def _dates(one: Date, two: Date) -> Fit:
    """Apart where a year, month or day that both print differs; unknown where they print nothing in common."""
    pairs = [(one.year, two.year), (one.month, two.month), (one.day, two.day)]
    both = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
    if not both:
        return Fit.UNKNOWN
    return Fit.MEETS if all(mine == theirs for mine, theirs in both) else Fit.APART

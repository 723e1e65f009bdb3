"""The verdict: whether some true values print as these numbers do and satisfy the relation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from checker.findings import Verdict
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity, UnitClass
from checker.relations.record import CUT

UNLIKE = "有的数四舍五入、有的去尾才不矛盾"
"""Why a fault is doubtful that no single way of rounding clears."""


class Reading(Enum):
    """How generously printed numbers are read, from the ordinary to the widest."""

    ROUNDED = "rounded"
    CUT = "cut"
    TRUNCATED = "truncated"
    LOOSE = "loose"

    def of(self, quantity: Quantity) -> Interval:
        """The true values that the printed quantity can stand for, in the base unit of its class, ends included.

        Both ends count because desks round halves either way; the value that would print as the next number does not.
        """
        if self is Reading.ROUNDED:
            interval = quantity.interval.closed()
        elif self is Reading.CUT:
            interval = _cut(quantity)
        elif self is Reading.TRUNCATED:
            interval = _rounded_or_cut(quantity)
        else:
            interval = quantity.truncated.closed()
        return interval.scale(quantity.unit.factor)


def _cut(quantity: Quantity) -> Interval:
    """The true values if the digits after the last printed place were cut off rather than rounded.

    A hedge's bounds stay what they are.
    """
    interval = quantity.interval.closed()
    if quantity.hedges or not quantity.place or interval.low is None or interval.high is None:
        return interval
    if quantity.value < 0:
        return Interval(quantity.value - quantity.place, quantity.value, low_closed=False)
    return Interval(quantity.value, quantity.value + quantity.place, high_closed=False)


def _rounded_or_cut(quantity: Quantity) -> Interval:
    rounded, cut = quantity.interval.closed(), _cut(quantity)
    if cut == rounded or rounded.low is None or rounded.high is None or cut.low is None or cut.high is None:
        return rounded
    low, high = min(rounded.low, cut.low), max(rounded.high, cut.high)
    return Interval(low, high, low_closed=cut.low_closed, high_closed=cut.high_closed)


def is_fine(quantity: Quantity, parts: int) -> bool:
    """Whether what a printed number leaves open is at most so small a part of it: 30.4% is fine, 三成 is not."""
    low, high = quantity.interval.low, quantity.interval.high
    return low is not None and high is not None and (high - low) * parts <= abs(quantity.value)


PRINTED_FEW = 100


def is_coarse_slip(quantities: Sequence[Quantity], off: Fraction, part: Fraction) -> bool:
    """Whether numbers miss by more than a desk hides that prints one of them finer than the others.

    8元 beside 6.5元 is 8.0, and 3万人 beside 3.2万人 is no 2.7万: who tells tenths of the one tells them of the other.
    ``off`` is by how much they miss as printed, in the base unit; it counts beyond such a ``part`` of each coarse
    place.
    """
    places = [(one.place or Fraction(0)) * one.unit.factor for one in quantities]
    coarse = max(places)
    few = [one for one, place in zip(quantities, places, strict=True) if place == coarse]
    plain = not any(one.hedges or one.value <= 0 for one in quantities)
    short = plain and coarse > min(places) and all(one.value < PRINTED_FEW * one.place for one in few)
    return short and off > coarse * len(few) * part


EDGE = Fraction(1, 4)


def at_the_edge(
    one: Quantity, two: Quantity, rate: Quantity, reckoned: Callable[[Fraction, Fraction], Fraction]
) -> bool:
    """Whether a rate fits two numbers only at the edge of what the shorter one prints: of 4万 and 3.6万, 降20%.

    Who prints tenths of the one reads them in the other; ``reckoned`` makes the rate, in its own unit, of the two.
    """
    if any(each.hedges or each.value <= 0 for each in (one, two, rate)):
        return False
    levels = (one, two)
    places = [each.place * each.unit.factor for each in levels]
    at = places.index(max(places))
    if places[0] == places[1] or levels[at].value >= PRINTED_FEW * levels[at].place:
        return False
    ends = []
    for step in (-EDGE, Fraction(0), EDGE):
        told = [each.value * each.unit.factor for each in levels]
        told[at] += step * places[at]
        ends.append(reckoned(*told))
    low, high = rate.interval.closed().low, rate.interval.closed().high
    return low is not None and high is not None and (high < min(ends) or low > max(ends))


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with how it was reached; ``because`` tells why a fault is doubtful."""

    verdict: Verdict
    truncated: bool = False
    doubtful: bool = False
    because: str = "末尾的零若是约数则不矛盾"

    @property
    def lenient(self) -> str:
        """What the numbers are granted where they fit by that alone."""
        return CUT if self.truncated else ""

    @property
    def note(self) -> str:
        """The words that tell a reader of the working how it came out."""
        if self.verdict is Verdict.CONSISTENT:
            return "一致（末位系去尾）" if self.truncated else "一致"
        return f"不一致（{self.because}）" if self.doubtful else "不一致"


def judge(quantities: Sequence[Quantity], possible: Callable[[list[Interval]], bool]) -> Judgement:
    """Try the readings in turn. ``possible`` tells whether values from the intervals can satisfy the relation."""
    if possible([Reading.ROUNDED.of(one) for one in quantities]):
        return Judgement(Verdict.CONSISTENT)
    if any(possible(intervals) for intervals in _cut_alike(quantities)):
        return Judgement(Verdict.CONSISTENT, truncated=True)
    if possible([Reading.TRUNCATED.of(one) for one in quantities]):
        return Judgement(Verdict.INCONSISTENT, doubtful=True, because=UNLIKE)
    doubtful = possible([Reading.LOOSE.of(one) for one in quantities])
    return Judgement(Verdict.INCONSISTENT, doubtful=doubtful)


def _cut_alike(quantities: Sequence[Quantity]) -> Iterator[list[Interval]]:
    """The true values where a desk cut off all its amounts, all its rates, or both; it rounded what it did not cut.

    What is of one class comes from several hands, as parts and their total do: there each number is either.
    """
    rates = [one.unit.unit_class is UnitClass.RATE for one in quantities]
    if len(set(rates)) == 1:
        yield [Reading.TRUNCATED.of(one) for one in quantities]
        return
    for cut in ((False, True), (True,), (False,)):
        ways = [Reading.CUT if rate in cut else Reading.ROUNDED for rate in rates]
        yield [way.of(one) for way, one in zip(ways, quantities, strict=True)]

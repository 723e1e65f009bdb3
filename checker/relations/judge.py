"""The verdict: whether some true values print as these numbers do and satisfy the relation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from checker.findings import Verdict
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity


class Reading(Enum):
    """How generously printed numbers are read, from the ordinary to the widest."""

    ROUNDED = "rounded"
    TRUNCATED = "truncated"
    LOOSE = "loose"

    def of(self, quantity: Quantity) -> Interval:
        """The true values that the printed quantity can stand for, in the base unit of its class, ends included.

        Both ends count because desks round halves either way; the value that would print as the next number does not.
        """
        if self is Reading.ROUNDED:
            interval = quantity.interval.closed()
        elif self is Reading.TRUNCATED:
            interval = cut_off(quantity)
        else:
            interval = quantity.truncated.closed()
        return interval.scale(quantity.unit.factor)


def cut_off(quantity: Quantity) -> Interval:
    """The true values if the digits after the last printed place were cut off rather than rounded.

    A hedge's bounds stay what they are.
    """
    interval = quantity.interval.closed()
    if quantity.hedges or not quantity.place or interval.low is None or interval.high is None:
        return interval
    if quantity.value < 0:
        return Interval(min(interval.low, quantity.value - quantity.place), interval.high, low_closed=False)
    return Interval(interval.low, max(interval.high, quantity.value + quantity.place), high_closed=False)


def is_fine(quantity: Quantity, parts: int) -> bool:
    """Whether what a printed number leaves open is at most so small a part of it: 30.4% is fine, 三成 is not."""
    low, high = quantity.interval.low, quantity.interval.high
    return low is not None and high is not None and (high - low) * parts <= abs(quantity.value)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with how it was reached; ``because`` tells why a fault is doubtful."""

    verdict: Verdict
    truncated: bool = False
    doubtful: bool = False
    because: str = "末尾的零若是约数则不矛盾"

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
    if possible([Reading.TRUNCATED.of(one) for one in quantities]):
        return Judgement(Verdict.CONSISTENT, truncated=True)
    doubtful = possible([Reading.LOOSE.of(one) for one in quantities])
    return Judgement(Verdict.INCONSISTENT, doubtful=doubtful)

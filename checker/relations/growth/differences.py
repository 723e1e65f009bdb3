"""Whether what was, what became, the difference and the rate of change can all be true at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.findings import Verdict
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity
from checker.relations.judge import Judgement, Reading, judge

ANY = Interval(None, None)
ROLES = ("base", "current", "change", "rate")
Line = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Two levels, the difference between them and the rate of the difference to the first, as far as the text has them.

    ``sign`` is +1 where the words tell a rise, -1 for a fall, 0 where they leave it open.
    """

    base: Quantity | None
    current: Quantity | None
    change: Quantity | None
    rate: Quantity | None
    sign: int

    def items(self) -> list[tuple[str, Quantity]]:
        """The numbers that the text has, by role."""
        return [(role, getattr(self, role)) for role in ROLES if getattr(self, role) is not None]

    @property
    def signs(self) -> tuple[int, ...]:
        """The directions that the words allow."""
        return (self.sign,) if self.sign else (1, -1)

    def without(self, role: str) -> "Numbers":
        """The same with one of the numbers unknown."""
        return self.put(role, None)

    def put(self, role: str, quantity: Quantity | None) -> "Numbers":
        """The same with another number in a role."""
        known: dict[str, Quantity | None] = {name: getattr(self, name) for name in ROLES} | {role: quantity}
        return Numbers(known["base"], known["current"], known["change"], known["rate"], self.sign)


def fitting(numbers: Numbers, role: str, falls: Sequence[str] | None = None) -> Callable[[Quantity], bool]:
    """A test for numbers to put in a role: whether all then fit; ``falls`` where they are rates and points."""
    known = {name: Reading.ROUNDED.of(one) for name, one in numbers.items()}

    def fits(quantity: Quantity) -> bool:
        known[role] = Reading.ROUNDED.of(quantity)
        if falls is not None:
            return _apart(known["base"], known["current"], known["change"], falls, numbers.signs)
        base, current, change, rate = (known.get(name, ANY) for name in ROLES)
        return any(_feasible(base, current, change, rate, sign) for sign in numbers.signs)

    return fits


def judged(numbers: Numbers) -> Judgement:
    """The verdict on amounts with the rate of their change (or on rates with the rate of theirs)."""
    return _lenient(_judged, numbers)


def _lenient(verdict_on: Callable[[Numbers], Judgement], numbers: Numbers) -> Judgement:
    """A verdict that leaves a fault doubtful where it hangs on a rate's last digit, or on how far a hedge reaches."""
    verdict = verdict_on(numbers)
    if verdict.verdict is Verdict.CONSISTENT or verdict.doubtful:
        return verdict
    for wider, because in ((_last_digit_open, "只差在末位"), (_hedges_wider, "约数放宽则不矛盾")):
        if verdict_on(wider(numbers)).verdict is Verdict.CONSISTENT:
            return replace(verdict, doubtful=True, because=because)
    return verdict


def _judged(numbers: Numbers) -> Judgement:
    roles = [role for role, _ in numbers.items()]

    def possible(intervals: list[Interval]) -> bool:
        known = dict(zip(roles, intervals, strict=True))
        base, current, change, rate = (known.get(role, ANY) for role in ROLES)
        return any(_feasible(base, current, change, rate, sign) for sign in numbers.signs)

    return judge([one for _, one in numbers.items()], possible)


def _last_digit_open(numbers: Numbers) -> Numbers:
    """With a rate that may be off by its last digit, where the amounts are themselves rounded: it was computed from
    other digits of theirs, or rounded up.
    """
    rate = numbers.rate
    if rate is None or all(one.is_exact for role, one in numbers.items() if role != "rate"):
        return numbers
    return numbers.put("rate", replace(rate, interval=Interval(rate.value - rate.place, rate.value + rate.place)))


def _hedges_wider(numbers: Numbers) -> Numbers:
    """With every 约 and 近 half as wide again on either side: 近1个百分点 for 0.85."""
    for role, one in numbers.items():
        low, high = one.interval.low, one.interval.high
        if one.hedges and low is not None and high is not None:
            more = (high - low) / 2
            numbers = numbers.put(role, replace(one, interval=Interval(low - more, high + more)))
    return numbers


def _feasible(base: Interval, current: Interval, change: Interval, rate: Interval, sign: int) -> bool:
    """Bounds on the change as lines over the base; some base lies under all of the upper and over all of the lower."""
    lower, upper = _ends(change, Fraction(0))
    _add(lower, None if rate.low is None else rate.low / 100, Fraction(0))
    _add(upper, None if rate.high is None else rate.high / 100, Fraction(0))
    near, far = (current.low, current.high) if sign > 0 else (current.high, current.low)
    # The change is sign·(current − base).
    _add(lower, Fraction(-sign), None if near is None else sign * near)
    _add(upper, Fraction(-sign), None if far is None else sign * far)
    room = base if rate == ANY else base.meet(Interval(Fraction(0), None))
    for low in lower:
        for high in upper:
            room = room.meet(_under(low, high))
    return not room.is_empty


def _ends(interval: Interval, slope: Fraction) -> tuple[list[Line], list[Line]]:
    lower: list[Line] = []
    upper: list[Line] = []
    _add(lower, slope, interval.low)
    _add(upper, slope, interval.high)
    return lower, upper


def _add(lines: list[Line], slope: Fraction | None, offset: Fraction | None) -> None:
    if slope is not None and offset is not None:
        lines.append((slope, offset))


def _under(low: Line, high: Line) -> Interval:
    """The bases at which one line does not lie above the other."""
    slope, offset = high[0] - low[0], high[1] - low[1]
    if slope == 0:
        return ANY if offset >= 0 else Interval(Fraction(1), Fraction(0))
    return Interval(-offset / slope, None) if slope > 0 else Interval(None, -offset / slope)


def points_judged(numbers: Numbers, falls: Sequence[str]) -> Judgement:
    """The verdict on two rates and the points between them.

    ``falls`` are the roles whose printed number is the size of a fall, so that its own sign is open.
    """
    judgement = _lenient(lambda one: _points_judged(one, falls), numbers)
    if judgement.verdict is Verdict.CONSISTENT and judgement.truncated and _is_of_two_places(numbers):
        return Judgement(Verdict.INCONSISTENT, doubtful=True, because="去尾也少见")
    return judgement


def _is_of_two_places(numbers: Numbers) -> bool:
    """Whether one rate is printed in full per cents beside one in tenths: from 78.5 to 80, which is 80.0 or near it.

    Nobody cuts off nine tenths of the one and tells those of the other.
    """
    base, current = numbers.base, numbers.current
    return base is not None and current is not None and base.place != current.place


def _points_judged(numbers: Numbers, falls: Sequence[str]) -> Judgement:
    assert numbers.base
    assert numbers.current
    assert numbers.change

    def possible(intervals: list[Interval]) -> bool:
        base, current, change = intervals
        return _apart(base, current, change, falls, numbers.signs)

    return judge([numbers.base, numbers.current, numbers.change], possible)


def _apart(base: Interval, current: Interval, change: Interval, falls: Sequence[str], signs: Sequence[int]) -> bool:
    """Whether two rates can lie so far apart."""
    return any(
        (left - right).meets(change.scale(sign))
        for left in ((current, -current) if "current" in falls else (current,))
        for right in ((base, -base) if "base" in falls else (base,))
        for sign in ((1, -1) if falls else signs)
    )


def confused(numbers: Numbers) -> Judgement:
    """The verdict on two rates and a per cent that may be the points between them: 由80%升至84%，提高4%.

    As printed 4% is the difference and not the rate of change, which is 5%. That the rate of 80.4 and 83.6 prints as 4%
    leaves it doubtful, but not consistent.
    """
    base, current, rate = numbers.base, numbers.current, numbers.rate
    assert base
    assert current
    assert rate
    verdict = judged(numbers)
    if verdict.verdict is Verdict.INCONSISTENT or not base.value:
        return verdict
    growth = abs(current.value - base.value) / base.value * 100
    if abs(current.value - base.value) == rate.value and growth not in rate.interval.closed():
        return Judgement(Verdict.INCONSISTENT, doubtful=True, because="末位取舍后勉强可通")
    return verdict


def exact(numbers: Numbers, role: str) -> Fraction | None:
    """What the number in a role would be if the others were exact, in its own unit; None where that cannot be told."""
    base, current, change, rate = (
        None if one is None else one.value * one.unit.factor
        for one in (numbers.base, numbers.current, numbers.change, numbers.rate)
    )
    sign = numbers.sign or 1
    try:
        value = _solved(role, base, current, change, rate, sign)
    except ZeroDivisionError:
        return None
    quantity: Quantity | None = getattr(numbers, role)
    return None if value is None or quantity is None else value / quantity.unit.factor


def _solved(
    role: str,
    base: Fraction | None,
    current: Fraction | None,
    change: Fraction | None,
    rate: Fraction | None,
    sign: int,
) -> Fraction | None:
    if role != "base" and base is None and current is not None:
        base = _base(current, change if role != "change" else None, rate if role != "rate" else None, sign)
    if role == "base":
        return None if current is None else _base(current, change, rate, sign)
    if base is None:
        return None
    if role == "rate":
        step = change if change is not None else None if current is None else sign * (current - base)
        return None if step is None else 100 * step / base
    if role == "change":
        return sign * (current - base) if current is not None else None if rate is None else rate * base / 100
    step = change if change is not None else None if rate is None else rate * base / 100
    return None if step is None else base + sign * step


def _base(current: Fraction, change: Fraction | None, rate: Fraction | None, sign: int) -> Fraction | None:
    if change is not None:
        return current - sign * change
    return None if rate is None else current / (1 + sign * rate / 100)

"""product: a value per unit with its count and its total, judged.

What is an average of unlike things is not exact: below 3 % nothing is said, up to 10 % it is doubtful.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.findings import Verdict
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.judge import Reading, judge
from checker.relations.products.rates_per import PerUnit
from checker.relations.record import AVERAGED, Candidate, Operand, Relation
from checker.relations.working import COMPOUND, clocked, places, printed
from checker.spans import Span
from checker.widths import plain

KIND = "product"
POUNDS = {"斤", "千克"}
CALENDAR, HALF = frozenset(("天", "日", "个月")), "半"
FACTORS = (*range(2, 10), 11, 12, 15, 20, 24, 25, 30, 31, 52, 360, 365)
"""What else a total may hold: nights, shifts, months, days. Ten times as much is a slip."""

MONEY, LEAST = "元", 10
"""A price of fewer 元 may be told without its 角."""

FINEST = 10
"""So many decimal places a product is shown with at the most, where fewer would show 0."""

FEW = 100
"""So few things are counted one by one."""

FREE, DOUBTFUL = Fraction(3, 100), Fraction(10, 100)
"""Relative differences up to which averages are not called wrong, and up to which they are doubtful."""


@dataclass(frozen=True, slots=True)
class Triple:
    """A value per unit with the count and the total that go with it."""

    per: PerUnit
    count: Quantity
    total: Quantity


def has_another_factor(triple: Triple) -> bool:
    """Whether the total is a small whole number of times as much, or one such part of it.

    14间 at 400元 for two nights, a year of months; 每月682元 for 20年, 8200元 in each.
    """
    exact = triple.per.quantity.value * triple.per.factor * triple.count.value * triple.count.unit.factor
    times = triple.total.value * triple.total.unit.factor / exact if exact else Fraction(0)
    near = (times, 1 / times) if times else ()
    return any(abs(one - number) <= FREE / 3 * number for number in FACTORS for one in near)


def is_rounded(triple: Triple) -> bool:
    """Whether a mean of whole things is the total divided and rounded: 623件 of 26人 are 人均24件."""
    per, count = triple.per, triple.count.value * triple.count.unit.factor
    each = triple.total.value * triple.total.unit.factor / count / per.factor if per.mean and count else None
    return each is not None and 2 * abs(each - per.quantity.value) <= 1


def _mixes_pounds(triple: Triple) -> bool:
    """Whether a yield told in 斤 comes to just the number that its total has in 公斤, or the other way round."""
    units = {one.unit.name.partition("/")[0] for one in (triple.per.quantity, triple.total)}
    if units != POUNDS or not triple.total.value:
        return False
    printed = triple.per.quantity.value * triple.per.factor / triple.per.quantity.unit.factor * triple.count.value
    times = printed * triple.count.unit.factor / triple.total.value
    return abs(times - 1) <= FREE


def possible(per: PerUnit, intervals: list[Interval]) -> bool:
    """Whether some value per unit (in bases), count and total from these intervals fit."""
    value, count, total = intervals
    try:
        return (value.scale(per.factor / per.quantity.unit.factor) * count).meets(total)
    except ValueError:
        return True


def verify(triple: Triple, tie: Span) -> Relation:
    triple = replace(triple, count=_counted(triple.count))
    if triple.per.fixed or _is_price(triple.per):
        triple = replace(triple, per=replace(triple.per, quantity=triple.per.quantity.as_exact()))
    per, count, total = triple.per, triple.count, triple.total
    operands = (Operand.of("unit_value", per.quantity), Operand.of("count", count), Operand.of("total", total))
    judgement = judge((per.quantity, count, total), lambda ways: possible(per, ways))
    exact = per.quantity.value * per.factor * count.value * count.unit.factor / total.unit.factor
    shown = _shown(exact, total)
    working = f"{printed(per.quantity)}×{printed(count)}={shown}，文中{printed(total)}"
    words, focus = (tie,), total.span
    sure = judgement.verdict is Verdict.CONSISTENT and not judgement.truncated
    slip = (_digit if sure else _slip)(triple, exact)
    gap = Fraction(0) if judgement.verdict is Verdict.CONSISTENT else _gap(triple)
    if gap <= FREE and not slip and not (gap and _is_counted_off(triple)):
        fit = judgement.verdict is Verdict.CONSISTENT
        note, lenient = (judgement.note, judgement.lenient) if fit else ("相差不到3%，一致", AVERAGED)
        return Relation(KIND, operands, Verdict.CONSISTENT, f"{working}，{note}", words, focus, lenient=lenient)
    if _is_pace(triple):
        note = f"{working}，或是另一段的快慢，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, note, words, focus)
    mixed = _mixes_pounds(triple)
    if has_another_factor(triple) and not mixed:
        note = f"{working}，总数恰为整数倍，或另有一个因数，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, note, words, focus)
    doubtful = judgement.doubtful or gap <= DOUBTFUL or mixed or bool(per.quantity.hedges and total.hedges)
    data = {
        "name": "单价乘数量" if total.unit_class is UnitClass.MONEY else "单位量乘数量",
        "working": working,
        "computed": shown,
    }
    note = f"{working}，{'不一致（相差不到一成，若是平均数则请核）' if gap <= DOUBTFUL else judgement.note}"
    found = slips.Ranked(_candidates(triple, exact))
    return Relation(KIND, operands, Verdict.INCONSISTENT, note, words, focus, doubtful, data, found)


def _is_counted_off(triple: Triple) -> bool:
    """Whether a mean with a decimal is of few things that are counted: 7场45次，场均6.4次 leaves nothing open."""
    per, told = triple.per, (triple.count, triple.total)
    few = triple.count.value <= FEW and all(one.unit_class is UnitClass.COUNT and not one.hedges for one in told)
    return per.mean and few and not per.quantity.hedges and "." in plain(per.quantity.numeral)


def _is_pace(triple: Triple) -> bool:
    """Whether a time is of the size of the time per unit, so that it may be another pace: 每公里3分04秒, 2分58秒."""
    value, total = triple.per.quantity, triple.total
    times = value.unit_class is total.unit_class is UnitClass.DURATION
    return times and total.value * total.unit.factor < 2 * value.value * value.unit.factor


def _is_price(per: PerUnit) -> bool:
    """Whether it is a price or a rate of pay of some whole 元, which nobody rounds: 每亩25元, no 平均25元."""
    value = per.quantity
    money = value.unit_class is UnitClass.MONEY or (value.unit_class is UnitClass.PER and per.above == MONEY)
    plain = value.digits.isdigit() and not value.hedges and not per.mean and value.value >= LEAST
    return money and plain


def _counted(count: Quantity) -> Quantity:
    """Days and months over which something is averaged are counted and not measured: 8天 are no 8.4; nor is 半年."""
    counted = count.unit.name in CALENDAR or count.numeral == HALF
    if count.unit_class is not UnitClass.DURATION or count.hedges or not counted:
        return count
    return count.as_exact()


def _slip(triple: Triple, exact: Fraction) -> bool:
    """Whether the total comes to the dot once two of its digits change places; averages are never so exact."""
    numbers = (triple.per.quantity, triple.count, triple.total)
    if triple.per.mean or any(one.hedges for one in numbers):
        return False
    return slips.slip_of(triple.total, exact) == "swap" or _digit(triple, exact)


def _digit(triple: Triple, exact: Fraction) -> bool:
    """Whether a sum of money for so many heads comes to the dot with one digit mended.

    645人 at 80元 are 51600元, not 51500元: neither a fee nor heads are rounded.
    """
    value, count, total = triple.per.quantity, triple.count, triple.total
    counted = count.unit_class in (UnitClass.COUNT, UnitClass.AREA, UnitClass.MASS)
    if triple.per.mean or total.unit_class is not UnitClass.MONEY or not counted:
        return False
    plain = all(one.digits.replace(",", "").isdigit() and not one.hedges for one in (value, count, total))
    return plain and slips.slip_of(total, exact) != ""


def _gap(triple: Triple) -> Fraction:
    """How far the nearest possible total is from the printed one, as a part of it."""
    per, (low, high) = triple.per, _bounds(Reading.ROUNDED.of(triple.total))
    value, count = (Reading.ROUNDED.of(one) for one in (per.quantity, triple.count))
    least, most = _bounds(value.scale(per.factor / per.quantity.unit.factor) * count)
    if least is not None and high is not None and least > high:
        return (least - high) / high
    return (low - most) / low if low and most is not None else Fraction(0)


def _bounds(interval: Interval) -> tuple[Fraction | None, Fraction | None]:
    return interval.low, interval.high


def _shown(value: Fraction, total: Quantity) -> str:
    """The computed total in the scale and unit of the printed one."""
    if total.unit_class is UnitClass.DURATION and COMPOUND.match(printed(total)):
        return clocked(value * total.unit.factor)
    match = slips.DIGITS.fullmatch(total.numeral)
    scale = total.value / Fraction(match[1]) if match and Fraction(match[1]) else Fraction(1)
    text = decimal(value / scale, places(total) + 1)
    for finer in range(places(total) + 2, FINEST) if value and not text.strip("-0.") else ():
        text = decimal(value / scale, finer)  # 3.2元×3万吨 is 0.00096亿元, and not 0
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text + (printed(total).replace(match[1], "", 1) if match else total.unit.name)


def _candidates(triple: Triple, exact: Fraction) -> Iterator[Candidate]:
    per, count, total = triple.per, triple.count, triple.total

    def fits(operands: Sequence[Quantity]) -> bool:
        return judge(operands, lambda ways: possible(per, ways)).verdict is Verdict.CONSISTENT

    ratio = total.value / exact
    yield from slips.candidates("total", total, lambda one: fits((per.quantity, count, one)), exact)
    yield from slips.candidates("count", count, lambda one: fits((per.quantity, one, total)), count.value * ratio)
    value = per.quantity.value * ratio
    yield from slips.candidates("unit_value", per.quantity, lambda one: fits((one, count, total)), value)

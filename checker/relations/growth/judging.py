"""What the numbers of one change come to, and what each would have to be if the others are right."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.findings import Verdict
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.growth.differences import Numbers, confused, exact, fitting, judged, points_judged
from checker.relations.growth.shown import called, confusion, shown
from checker.relations.judge import Judgement, at_the_edge, is_coarse_slip
from checker.relations.passage import Figure
from checker.relations.record import Candidate, Operand, Relation
from checker.spans import Span

KIND = "change"
ROUND, FEW = 100, 10
APART, TENTH = 2, "成"
LEVELS, MUCH = 3, Fraction(3, 10)
"""From so many on a last digit may be rounded off, where it is at most this part of the number."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The numbers of one change with the words that tie them and, where it cannot be judged, why."""

    figures: dict[str, Figure]
    numbers: Numbers
    words: tuple[Span, ...]
    reason: str = ""
    falls: tuple[str, ...] = ()
    points: bool = False
    variant: str = "levels"
    doubtful: bool = False


def verify(finding: Finding) -> Relation:
    numbers, figures = finding.numbers, finding.figures
    operands = tuple(Operand.of(role, figure.quantity) for role, figure in figures.items())
    if finding.reason:
        focus = figures.get("rate") or figures["change"]
        working = f"{shown(numbers, 'rate')}，{finding.reason}"
        span = focus.quantity.span
        return Relation(KIND, operands, Verdict.UNDECIDED, working, finding.words, span, variant=finding.variant)
    judgement = _judge(finding, numbers)
    consistent = judgement.verdict is Verdict.CONSISTENT
    role = "rate" if "rate" in figures else "change"
    if not consistent:
        role = _culprit(finding) or role
    working = confusion(numbers) if finding.variant == "points" else shown(numbers, role, turned=not consistent)
    data = {
        "name": called(role, numbers),
        "working": working,
        "computed": working.partition("=")[2].partition("，")[0],
    }
    return Relation(
        KIND,
        operands,
        judgement.verdict,
        f"{working}，{judgement.note}",
        finding.words,
        figures[role].quantity.span,
        judgement.doubtful or (finding.doubtful and not consistent),
        data,
        () if consistent else slips.Ranked(_candidates(finding)),
        finding.variant,
        lenient=judgement.lenient,
    )


def _judge(finding: Finding, numbers: Numbers) -> Judgement:
    if finding.points:
        return points_judged(numbers, finding.falls)
    if finding.variant == "points":
        return confused(numbers)
    judgement = judged(numbers)
    if judgement.verdict is Verdict.CONSISTENT and (_is_off(numbers) or _is_far(numbers) or _is_next_tenth(numbers)):
        return Judgement(Verdict.INCONSISTENT, doubtful=True, because="按整数算不符")
    if judgement.verdict is Verdict.CONSISTENT and (_is_coarse(numbers) or _is_coarsely_rated(numbers)):
        return Judgement(Verdict.INCONSISTENT, doubtful=True, because="按所印的数算不符")
    if judgement.truncated and _is_wild(numbers):
        return Judgement(Verdict.INCONSISTENT, doubtful=True, because="按所印的数算不符")
    if judgement.verdict is not Verdict.CONSISTENT and _is_round(numbers):
        return replace(judgement, doubtful=True, because="差额取整，增幅相符")
    return judgement


def _is_round(numbers: Numbers) -> bool:
    """Whether the difference is told in round numbers, and the rate fits the levels."""
    change = numbers.change
    if change is None or numbers.rate is None or change.hedges:
        return False
    exactly, grain = exact(numbers.without("rate"), "change"), _grain(change)
    near = exactly is not None and grain >= ROUND and abs(exactly - change.value) < grain <= change.value / FEW
    return near and judged(numbers.without("change")).verdict is Verdict.CONSISTENT


def _grain(quantity: Quantity) -> Fraction:
    """What the last digit that is no zero is worth, in the printed unit: 100 of 1700点."""
    zeros = len(quantity.plain()) - len(quantity.plain().rstrip("0"))
    return Fraction(10**zeros) if quantity.value.denominator == 1 else Fraction(0)


HALF_YEAR = "岁半"
"""49岁半 is told by its years."""


def _is_off(numbers: Numbers) -> bool:
    """Whether times that are counted in full differ by other than they are said to: 25天, 28天, 增加5天."""
    told = [numbers.base, numbers.current, numbers.change]
    times = [one for one in told if one is not None and one.unit_class is UnitClass.DURATION and not one.hedges]
    if len(times) < len(told) or any(one.literal.endswith(HALF_YEAR) for one in times):
        return False
    base, current, change = (one.value * one.unit.factor for one in times)
    off = abs(abs(current - base) - change)
    return off > 0 and all(off >= one.place * one.unit.factor for one in times)


def _is_far(numbers: Numbers) -> bool:
    """Whether three numbers printed to one place miss by two of it, which only rounding here and cutting there does."""
    told = [numbers.base, numbers.current, numbers.change]
    plain = [one for one in told if one is not None and not one.hedges and one.place]
    if len(plain) < len(told) or len({one.place * one.unit.factor for one in plain}) > 1 or plain[0].value < 0:
        return False
    base, current, change = (one.value * one.unit.factor for one in plain)
    return abs(abs(current - base) - change) >= APART * plain[0].place * plain[0].unit.factor


def _is_coarse(numbers: Numbers) -> bool:
    """Whether two levels and their difference miss one another as printed, one of them finer: 8元, 6.5元, 贵了2.5元."""
    told = [one for one in (numbers.base, numbers.current, numbers.change) if one is not None]
    if len(told) < LEVELS or told[0].unit_class in (UnitClass.RATE, UnitClass.POINTS, UnitClass.DURATION):
        return False
    base, current, change = (one.value * one.unit.factor for one in told)
    return is_coarse_slip(told, abs(abs(current - base) - change), MUCH)


def _is_coarsely_rated(numbers: Numbers) -> bool:
    """Whether a rate fits one short number and a finer one only at the edge of what that prints: 4万, 3.6万, 降20%."""
    base, current, rate = numbers.base, numbers.current, numbers.rate
    if base is None or current is None or rate is None or numbers.change is not None:
        return False
    level = base.unit_class not in (UnitClass.RATE, UnitClass.POINTS, UnitClass.DURATION)
    if not level or rate.unit.name != "%":
        return False
    return at_the_edge(base, current, rate, lambda was, now: abs(now / was - 1) * ROUND)


def _is_wild(numbers: Numbers) -> bool:
    """Whether a rate is a third more or less than what the numbers print: 12万人次, 增加2万人次, 增幅30%."""
    rate, told = numbers.rate, exact(numbers, "rate") if numbers.rate else None
    if rate is None or told is None or rate.hedges or rate.unit.name == TENTH:
        return False
    return abs(abs(told) - rate.value) >= abs(told) / LEVELS


def _is_next_tenth(numbers: Numbers) -> bool:
    """Whether a growth told in tenths comes to the next one, or just to another: from 90 to 108, 一成; to 99, 两成."""
    rate, base, current = numbers.rate, numbers.base, numbers.current
    if rate is None or rate.unit.name != TENTH or rate.hedges or base is None or current is None or base.value <= 0:
        return False
    grown = abs(current.value * current.unit.factor / (base.value * base.unit.factor) - 1) * ROUND
    tenths = grown / rate.unit.factor
    return tenths >= rate.value + 1 or (
        tenths.denominator == 1 and tenths != rate.value and rate.value.denominator == 1
    )


def _culprit(finding: Finding) -> str:
    """The one number without which the other three fit."""
    if len(finding.figures) < 4:
        return ""
    spared = [
        role
        for role in ("rate", "change", "current", "base")
        if judged(finding.numbers.without(role)).verdict is Verdict.CONSISTENT
    ]
    return spared[0] if spared else ""


def _candidates(finding: Finding) -> Iterator[Candidate]:
    numbers = finding.numbers
    for role, quantity in numbers.items():
        if finding.figures[role].quantity.value >= 0:
            fits = fitting(numbers, role, finding.falls if finding.points else None)
            yield from slips.candidates(role, quantity, fits, exact(numbers, role))

"""growth_average: so many years of one rate, one upon the other, make the whole growth.

The whole growth stands as two levels (由2015年的1.3亿元增至2019年的6.5亿元，年均增长49.2%) or as a rate
(五年累计增长65%，年均增长10.6%). Growth of output at constant prices is compared with a rate, never with levels.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.growth import averaged
from checker.relations.growth.alike import comparable
from checker.relations.growth.averaged import DOUBLING, Told
from checker.relations.judge import Judgement, judge
from checker.relations.passage import Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.working import finer, printed, sides

ABOUT = (Fraction(9, 10), Fraction(5, 4))
"""What is said to have doubled may have grown by so much less or more."""

KIND = "growth_average"
AVERAGE = pattern("[年每]均|每年|平均|复合|年化|递增|递减|CAGR|ＣＡＧＲ")


def find(passage: Passage) -> Iterator[Relation]:
    """Every average growth that the sentence states with the whole growth beside it, judged."""
    if any(one.is_rate for one in passage.figures) and AVERAGE.search(passage.words(passage.span)):
        for one in averaged.told(passage):
            if _is_of_next(passage, one):
                continue
            if not one.loose:
                yield from _likely(one) if one.likely else (_verify(one),)
            elif _near(one):
                relation = _verify(one)
                if relation.verdict is Verdict.CONSISTENT and not relation.working.endswith("）"):
                    yield relation  # only as it is rounded, not as it may be cut off
            elif not one.untold:
                relation = _verify(one)
                if relation.by_slip:
                    yield replace(relation, doubtful=True)


def _is_of_next(passage: Passage, finding: Told) -> bool:
    """Whether levels open another matter behind a semicolon: 累计下降21%，年均下降4.7%；装机从0.6万到27万千瓦."""
    rate, base = finding.figures["rate"].quantity.span, finding.figures.get("base")
    behind = base is not None and base.quantity.span.start > rate.end
    return behind and base is not None and "；" in passage.text[rate.end : base.quantity.span.start]


def _likely(finding: Told) -> Iterator[Relation]:
    """What is said offhand may also be the whole growth by the number of years; else it is open to doubt."""
    relation = _verify(finding)
    if relation.verdict is not Verdict.INCONSISTENT:
        yield relation
        return
    rate = finding.figures["rate"].quantity
    numbers = {role: figure.quantity for role, figure in finding.figures.items()}
    whole = abs(_whole(numbers, falling=finding.falling) - 1) * 100
    if all(abs(float(whole / years - rate.value * rate.unit.factor)) > NEAR for years in finding.years):
        yield replace(relation, doubtful=True)


NEAR = 1.0
"""How many points a rate may be off for a look at what it fits to the dot."""


def _near(finding: Told) -> bool:
    """Whether the printed rate is about what the levels make it."""
    figures = finding.figures
    if "base" not in figures or figures["base"].quantity.value <= 0:
        return True
    base, current, rate = (figures[role].quantity for role in ("base", "current", "rate"))
    whole = float(current.value * current.unit.factor) / float(base.value * base.unit.factor)
    if whole <= 0:
        return True
    roots = [abs(whole ** (1 / years) - 1) * 100 for years in finding.years]
    return any(abs(root - float(rate.value * rate.unit.factor)) <= NEAR for root in roots)


def _verify(finding: Told) -> Relation:
    rate = finding.figures["rate"].quantity
    numbers = {role: figure.quantity for role, figure in finding.figures.items()}
    operands = [Operand.of(role, quantity) for role, quantity in numbers.items()]
    if finding.length:
        operands.append(Operand("years", finding.length, str(finding.years[0]), "年"))
    if "base" in numbers:
        numbers["base"], numbers["current"] = comparable([numbers["base"], numbers["current"]])
    told = f"文中{printed(rate)}"
    reason = _reason(finding, numbers)
    if reason:
        working = f"{_formula(numbers, finding.years[0], falling=finding.falling)}，{told}，{reason}"
        return Relation(KIND, tuple(operands), Verdict.UNDECIDED, working, finding.words, rate.span)
    finding = _of_one_length(finding, numbers)
    judgement = _judge(finding, numbers)
    computed = f"{finer(_root(numbers, finding.years[0], falling=finding.falling), rate)}%"
    working = f"{_formula(numbers, finding.years[0], falling=finding.falling)}={computed}，{told}"
    consistent = judgement.verdict is Verdict.CONSISTENT
    return Relation(
        KIND,
        tuple(operands),
        judgement.verdict,
        f"{working}，{judgement.note}",
        finding.words,
        rate.span,
        judgement.doubtful,
        {"name": "年均增速", "working": working, "computed": computed},
        () if consistent else slips.Ranked(_candidates(finding, numbers)),
        lenient=judgement.lenient,
    )


def _judge(finding: Told, numbers: dict[str, Quantity]) -> Judgement:
    return judge(tuple(numbers.values()), lambda one: _possible(dict(zip(numbers, one, strict=True)), finding))


def _of_one_length(finding: Told, numbers: dict[str, Quantity]) -> Told:
    """The same, with the years that fit where several may be meant."""
    single = (replace(finding, years=(each,)) for each in finding.years)
    fitting = (one for one in single if _judge(one, numbers).verdict is Verdict.CONSISTENT)
    return next(fitting, finding) if len(finding.years) > 1 else finding


def _reason(finding: Told, numbers: dict[str, Quantity]) -> str:
    if finding.constant:
        return "增速不按现价，未判"
    if any(one.value <= 0 for role, one in numbers.items() if role in ("base", "current")):
        return "涉及负数或零，未判"
    return ""


def _possible(intervals: dict[str, Interval], finding: Told) -> bool:
    """Whether (1 + rate)^years can be the whole growth, for any of the years that the text may mean."""
    rate = intervals["rate"]
    hundred = Interval.exactly(100)
    try:
        wholes = _grown(intervals, finding)
        once = (hundred - rate if finding.falling else hundred + rate) / hundred
    except ValueError:
        return True
    return any(whole.meets(_power(once, years)) for whole in wholes for years in finding.years)


def _grown(intervals: dict[str, Interval], finding: Told) -> tuple[Interval, ...]:
    """How many times the first level the last is; 增长2.5倍 is to as many times or by as many."""
    if "cumulative" not in intervals:
        return (intervals["current"] / intervals["base"],)
    told, hundred = intervals["cumulative"], Interval.exactly(100)
    doubled = finding.figures["cumulative"].quantity
    if _multiplies(doubled):
        more = told + Interval.exactly(1)
        return (told, more) if doubled.value > 1 else (more,)
    if _doubles(doubled):
        return (_doubled(told, doubled),)
    return ((hundred - told if finding.falling else hundred + told) / hundred,)


def _doubled(told: Interval, doubled: Quantity) -> Interval:
    """2 to the power of the doublings, which are round unless a hedge leaves them open."""
    if not doubled.hedges and doubled.value.denominator == 1 and doubled.value <= MOST:
        times = Fraction(2) ** int(doubled.value)
        return Interval(times * ABOUT[0], times * ABOUT[1])
    high = None if told.high is None or told.high > MOST else Fraction(2) ** int(told.high.__ceil__())
    return Interval(Fraction(2) ** int((told.low or Fraction(0)).__floor__()), high)


def _doubles(quantity: Quantity) -> bool:
    return quantity.unit.name == DOUBLING


def _multiplies(quantity: Quantity) -> bool:
    """Whether it tells how many times as much: 增长2.5倍."""
    return quantity.unit_class is UnitClass.MULTIPLE and not _doubles(quantity)


def _power(interval: Interval, exponent: int) -> Interval:
    return Interval(
        None if interval.low is None else interval.low**exponent,
        None if interval.high is None else interval.high**exponent,
    )


def _whole(numbers: dict[str, Quantity], *, falling: bool) -> Fraction:
    if "cumulative" in numbers:
        told = numbers["cumulative"]
        if _doubles(told):
            return Fraction(2) ** min(MOST, int(told.value))
        if _multiplies(told):
            return 1 + told.value
        return 1 + (-1 if falling else 1) * told.value * told.unit.factor / 100
    base, current = numbers["base"], numbers["current"]
    return current.value * current.unit.factor / (base.value * base.unit.factor)


PRECISION = 10**8
MOST = 64
"""Beyond so many doublings nothing is computed."""


def _root(numbers: dict[str, Quantity], years: int, *, falling: bool) -> Fraction:
    """The rate of one year in per cent, to a millionth; for showing, never for judging."""
    target = _whole(numbers, falling=falling) * PRECISION**years
    low, high = 0, PRECISION
    while Fraction(high**years) < target:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if Fraction(middle**years) <= target else (low, middle)
    return abs(Fraction(low, PRECISION) - 1) * 100


def _formula(numbers: dict[str, Quantity], years: int, *, falling: bool) -> str:
    if "cumulative" in numbers and _doubles(numbers["cumulative"]):
        return f"{printed(numbers['cumulative'])}的{years}次方根−1"
    if "cumulative" in numbers and _multiplies(numbers["cumulative"]):
        return f"(1+{printed(numbers['cumulative']).removesuffix('倍')})的{years}次方根−1"
    if "cumulative" in numbers and falling:
        return f"1−(1−{printed(numbers['cumulative'])})的{years}次方根"
    if "cumulative" in numbers:
        return f"(1+{printed(numbers['cumulative'])})的{years}次方根−1"
    left, right = sides(numbers["current"], numbers["base"])
    return f"({left}÷{right})的{years}次方根−1"


def _candidates(finding: Told, numbers: dict[str, Quantity]) -> Iterator[Candidate]:
    for role, quantity in numbers.items():

        def fits(one: Quantity, role: str = role) -> bool:
            changed = numbers | {role: one}
            found = judge(
                tuple(changed.values()), lambda values: _possible(dict(zip(changed, values, strict=True)), finding)
            )
            return found.verdict is Verdict.CONSISTENT

        exact = _root(numbers, finding.years[0], falling=finding.falling) if role == "rate" else None
        yield from slips.candidates(role, quantity, fits, exact)

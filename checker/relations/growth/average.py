"""growth_average: so many years of one rate, one upon the other, make the whole growth.

The whole growth stands as two levels (由2015年的1.3亿元增至2019年的6.5亿元，年均增长49.2%) or as a rate
(五年累计增长65%，年均增长10.6%). Growth of output at constant prices is compared with a rate, never with levels.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Period, Quantity, UnitClass
from checker.relations import slips
from checker.relations.growth import frames
from checker.relations.growth.frames import CONSTANT, Frame, comparable
from checker.relations.judge import judge
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.working import finer, printed, sides
from checker.spans import Span

KIND = "growth_average"

AVERAGE = pattern(r"(?:年均|年平均|每年平均|平均每年|年复合|年化|复合|CAGR|ＣＡＧＲ)[^，,。；0-9]{0,14}$")
FALLING = pattern("下降|减少|降低|下滑|递减|负增长")
CUMULATIVE = pattern("累计(?:实际)?(?:增长|增加|增幅|提高|上涨|上升)(?:了|达到?|为)*$")
LONGEST = 60
"""More years than this are no stretch that growth is averaged over."""

CLAUSES, REACH = 3, 24


@dataclass(frozen=True, slots=True)
class Finding:
    """The whole growth, the years it took (either of ``years``, where the text leaves it open) and the rate of one."""

    figures: dict[str, Figure]
    length: Span | None
    years: tuple[int, ...]
    words: tuple[Span, ...]
    constant: bool = False
    falling: bool = False


def find(passage: Passage) -> Iterator[Relation]:
    """Every average growth that the sentence states with the whole growth beside it, judged."""
    told: tuple[Frame, ...] | None = None
    for index, figure in enumerate(passage.figures):
        found = AVERAGE.search(passage.words(figure.before)) if figure.is_rate else None
        if found:
            words = Span(figure.before.start + found.start(), figure.before.end)
            told = frames.amounts(passage) if told is None else told
            finding = _levels(passage, told, index, words) or _cumulative(passage, index, words)
            if finding:
                yield _verify(finding)


def _levels(passage: Passage, told: Sequence[Frame], index: int, words: Span) -> Finding | None:
    rate = passage.figures[index]
    before = bisect_left(told, rate.quantity.span.start, key=lambda one: one.first.quantity.span.start)
    for frame in reversed(told[max(0, before - REACH) : before]):
        base, current = frame.groups[0].base, frame.current
        if base is None or current is None or current.quantity.span.start > rate.quantity.span.start:
            continue
        between = [
            one
            for one in passage.figures[max(0, index - REACH) : index]
            if current.quantity.span.end <= one.quantity.span.start < rate.quantity.span.start
        ]
        alone = all(one.quantity.unit_class in (UnitClass.DURATION, UnitClass.MULTIPLE) for one in between)
        if not alone or rate.clause - current.clause > CLAUSES:
            return None
        length, years = _years(passage, frame, base, current, rate)
        if not years:
            return None
        start = passage.text[passage.span.start : rate.quantity.span.start]
        figures = {"base": base, "current": current, "rate": rate}
        falling = bool(FALLING.search(passage.words(words)))
        return Finding(figures, length, years, (*frame.joined, words), bool(CONSTANT.search(start)), falling)
    return None


def _cumulative(passage: Passage, index: int, words: Span) -> Finding | None:
    rate = passage.figures[index]
    for whole in reversed(passage.figures[max(0, index - REACH) : index]):
        if not whole.is_rate:
            continue
        found = CUMULATIVE.search(passage.words(whole.before))
        if not found or rate.clause - whole.clause > 1:
            return None
        length, years = _length(passage, rate)
        word = Span(whole.before.start + found.start(), whole.before.end)
        return Finding({"cumulative": whole, "rate": rate}, length, years, (word, words)) if years else None
    return None


def _years(
    passage: Passage, frame: Frame, base: Figure, current: Figure, rate: Figure
) -> tuple[Span | None, tuple[int, ...]]:
    """How long it took: by the years that stand with both levels, else by a stretch that the sentence names."""
    first, last = _year(passage, base, frame.lead.start), _year(passage, current, base.quantity.span.end)
    if first and last and 0 < last - first <= LONGEST:
        return None, (last - first,)
    return _length(passage, rate)


def _year(passage: Passage, figure: Figure, start: int) -> int:
    end = figure.quantity.span.start
    dates = [one for one in passage.tokens if isinstance(one, Date) and start <= one.span.start and one.span.end <= end]
    return dates[-1].year or 0 if dates else 0


def _length(passage: Passage, rate: Figure) -> tuple[Span | None, tuple[int, ...]]:
    """A number of years before the rate (五年, 4年), or a period: 2015—2019年 is four years from level to level.

    The years of a period may also all have grown, from the level of the year before it.
    """
    end = bisect_left(passage.tokens, rate.quantity.span.start, key=lambda one: one.span.start)
    for token in reversed(passage.tokens[max(0, end - REACH) : end]):
        if (
            isinstance(token, Quantity)
            and token.unit.name == "年"
            and token.value.denominator == 1
            and not token.hedges
        ):
            return token.span, (int(token.value),) if 0 < token.value <= LONGEST else ()
        if isinstance(token, Period) and token.start and token.end and token.start.year and token.end.year:
            steps = token.end.year - token.start.year
            return token.span, (steps, steps + 1) if 0 < steps <= LONGEST else ()
    return None, ()


def _verify(finding: Finding) -> Relation:
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
        working = f"{_formula(numbers, finding.years[0])}，{told}，{reason}"
        return Relation(KIND, tuple(operands), Verdict.UNDECIDED, working, finding.words, rate.span)
    judgement = judge(tuple(numbers.values()), lambda one: _possible(dict(zip(numbers, one, strict=True)), finding))
    computed = f"{finer(_root(numbers, finding.years[0]), rate)}%"
    working = f"{_formula(numbers, finding.years[0])}={computed}，{told}"
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
        () if consistent else slips.ranked(_candidates(finding, numbers)),
    )


def _reason(finding: Finding, numbers: dict[str, Quantity]) -> str:
    if finding.constant:
        return "增速不按现价，未判"
    if any(one.value <= 0 for role, one in numbers.items() if role in ("base", "current")):
        return "涉及负数或零，未判"
    return ""


def _possible(intervals: dict[str, Interval], finding: Finding) -> bool:
    """Whether (1 + rate)^years can be the whole growth, for any of the years that the text may mean."""
    rate = intervals["rate"]
    hundred = Interval.exactly(100)
    try:
        whole = (
            (hundred + intervals["cumulative"]) / hundred
            if "cumulative" in intervals
            else intervals["current"] / intervals["base"]
        )
        once = (hundred - rate if finding.falling else hundred + rate) / hundred
    except ValueError:
        return True
    return any(whole.meets(_power(once, years)) for years in finding.years)


def _power(interval: Interval, exponent: int) -> Interval:
    return Interval(
        None if interval.low is None else interval.low**exponent,
        None if interval.high is None else interval.high**exponent,
    )


def _whole(numbers: dict[str, Quantity]) -> Fraction:
    if "cumulative" in numbers:
        return 1 + numbers["cumulative"].value / 100
    base, current = numbers["base"], numbers["current"]
    return current.value * current.unit.factor / (base.value * base.unit.factor)


PRECISION = 10**8


def _root(numbers: dict[str, Quantity], years: int) -> Fraction:
    """The rate of one year in per cent, to a millionth; for showing, never for judging."""
    target = _whole(numbers) * PRECISION**years
    low, high = 0, PRECISION
    while Fraction(high**years) < target:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if Fraction(middle**years) <= target else (low, middle)
    return abs(Fraction(low, PRECISION) - 1) * 100


def _formula(numbers: dict[str, Quantity], years: int) -> str:
    if "cumulative" in numbers:
        return f"(1+{printed(numbers['cumulative'])})的{years}次方根−1"
    left, right = sides(numbers["current"], numbers["base"])
    return f"({left}÷{right})的{years}次方根−1"


def _candidates(finding: Finding, numbers: dict[str, Quantity]) -> Iterator[Candidate]:
    for role, quantity in numbers.items():

        def fits(one: Quantity, role: str = role) -> bool:
            changed = numbers | {role: one}
            found = judge(
                tuple(changed.values()), lambda values: _possible(dict(zip(changed, values, strict=True)), finding)
            )
            return found.verdict is Verdict.CONSISTENT

        exact = _root(numbers, finding.years[0]) if role == "rate" else None
        yield from slips.candidates(role, quantity, fits, exact)

"""How long a time is said to be, held against the dates at its ends: what every wording of ``span`` comes down to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.findings import Verdict
from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Ordinal, Quantity, Token
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.passage import Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.spans import Span

KIND = "span"
TIME, AGE = "time", "age"
"""The variants: a time, and the age of a person."""
LONGEST = 1000
"""More years than these are a date (2008至2009学年)."""
YEARS = frozenset({"年", "岁"})
MONTHS, DAYS, WEEKS, MINUTES = "个月", "天", "周", "分钟"
HOUR = 60
BOTH = 2
"""An age fits before its birthday and after it."""

WEEK, DAYS_OFF = 7, 2
"""The days of a week, and by how many a number of weeks may be off."""
YEAR, MONTHS_OFF = 12, 2
"""The months of a year, and by how many years and a half may be off."""
IN_ORDER = frozenset({"个年头", "年头", "年", "个年"})
BOUNDS = ("以上", "以下")
"""60岁以上 is a class of people and nobody's age."""
FOUR_DIGITS = pattern("[12][0-9]{3}")
DIGITS = pattern("[0-9]+")
PART_OF_DAY = pattern("((?:当天|当日|次日|翌日|第二天)?(?:凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里|深夜)) ?$")


@frozen()
class Length:
    """How long a time is said to be, in years (年), months (个月), days (天) or minutes (分钟).

    ``ordinal`` is 第N个年头. ``plain`` is False where it is printed in another unit: 两周, 三个半小时.
    """

    token: Quantity | Ordinal
    said: Interval
    unit: str
    ordinal: bool = False
    plain: bool = True

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.token.span


def length(token: Token) -> Length | None:
    """The length that a token tells, None for all others."""
    if isinstance(token, Ordinal):
        return Length(token, Interval.exactly(token.value), "年", True) if token.unit in IN_ORDER else None
    if not isinstance(token, Quantity):
        return None
    name = token.unit.name
    unit = "年" if name in YEARS else name if name in (MONTHS, DAYS, WEEKS) else ""
    if not unit or token.unit_class != "duration" or token.value >= LONGEST:
        return None
    if name == "岁" and token.literal.endswith(BOUNDS):
        return None
    said = token.interval.closed() if token.hedges else Interval.exactly(token.value)
    return _weeks(token, said) if unit == WEEKS else Length(token, said, unit)


def _weeks(token: Quantity, said: Interval) -> Length:
    """不到一周 is less than seven days, 两周 a fortnight or so."""
    low, high = said.low or Fraction(0), said.high
    slack = 0 if token.hedges else DAYS_OFF
    days = Interval(low * WEEK - slack, None if high is None else high * WEEK + slack)
    return Length(token, days, DAYS, plain=False)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time from ``start`` to ``end`` that is said to be ``length`` long.

    ``end`` is None where the day of issue is meant and no word says so. ``true`` is how long it can be by the
    calendar, None where the text does not tell. ``name`` is what an editor calls it. ``doubtful`` where the length may
    be that of something else.
    """

    start: Date
    end: Date | None
    length: Length
    true: Elapsed | None
    name: str
    variant: str = TIME
    doubtful: bool = False


def judged(passage: Passage, one: Stretch) -> Relation:
    """The record of a stretch of time with its verdict."""
    one = _in_months(passage, one)
    operands = [Operand("start", one.start.span, one.start.span.of(passage.text))]
    if one.end is not None:
        operands.append(Operand("end", one.end.span, one.end.span.of(passage.text)))
    said = one.length.span.of(passage.text)
    operands.append(Operand("length", one.length.span, said, one.length.unit))
    words = (Span(min(one.start.span.end, one.length.span.start), max(one.start.span.end, one.length.span.start)),)
    record = Relation(KIND, tuple(operands), Verdict.UNDECIDED, "", words, one.length.span, variant=one.variant)
    begun = _told(passage, one.start)
    until = _told(passage, one.end) if one.end else "见报之日"
    if one.true is None:
        return replace(record, working=f"{begun}到{until}，文中{said}；年份不明，未判")
    shown = _shown(one.true, one.length.unit)
    working = f"{begun}到{until}为{shown}，文中{said}"
    data = {"name": one.name, "working": working, "computed": shown}
    if Interval(Fraction(one.true.least), Fraction(one.true.most)).meets(one.length.said):
        return replace(record, verdict=Verdict.CONSISTENT, working=f"{working}，一致", data=data)
    return replace(
        record,
        verdict=Verdict.INCONSISTENT,
        working=f"{working}，不一致",
        doubtful=one.doubtful,
        data=data,
        candidates=tuple(_candidates(passage, one, one.true)),
    )


def _in_months(passage: Passage, one: Stretch) -> Stretch:
    """两年八个月 between two months is counted in months, 两年半 give or take two."""
    said, end = one.length.said, one.end
    if one.length.unit != "年" or one.length.ordinal or said.low is None or said.low != said.high or end is None:
        return one
    if (said.low * YEAR).denominator != 1 or said.low.denominator == 1 or one.true is None:
        return one
    if not (one.start.year and end.year):
        return one
    true = elapsed(one.start, end, MONTHS)
    slack = 0 if one.length.span.of(passage.text).endswith("月") else MONTHS_OFF
    months = Interval(said.low * YEAR - slack, said.low * YEAR + slack)
    return (
        one
        if true is None
        else replace(one, true=true, length=replace(one.length, said=months, unit=MONTHS, plain=False))
    )


def _told(passage: Passage, end: Date) -> str:
    """A date as printed, the hour of a day with the part of the day before it: 下午5时."""
    part = PART_OF_DAY.search(passage.text, max(passage.span.start, end.span.start - 4), end.span.start)
    return f"{part[1] if part else ''}{end.span.of(passage.text)}"


def _shown(true: Elapsed, unit: str) -> str:
    if unit == MINUTES and true.least == true.most and true.least >= HOUR:
        hours, rest = divmod(true.least, HOUR)
        return f"{hours}小时{f'{rest}分钟' if rest else ''}"
    return f"{true.least}{unit}" if true.least == true.most else f"{true.least}—{true.most}{unit}"


def _candidates(passage: Passage, one: Stretch, true: Elapsed) -> Iterator[Candidate]:
    """The lengths by the calendar, and the years that the length would lead to, where digits are printed."""
    words, low = one.length.span.of(passage.text), one.length.said.low
    values = _values(one, true)
    printed = DIGITS.search(words)
    for value in values if printed and one.length.plain else ():
        text = words[: printed.start()] + str(value) + words[printed.end() :] if printed else ""
        yield Candidate("length", one.length.span, text, "computed")
    year = FOUR_DIGITS.search(one.start.span.of(passage.text))
    if year and low is not None and low == one.length.said.high and one.length.unit == "年" and low.denominator == 1:
        begun = one.start.span.of(passage.text)
        for value in values:
            other = str(int(year[0]) + value - int(low))
            yield Candidate("start", one.start.span, begun.replace(year[0], other, 1), _slip(year[0], other))


def _values(one: Stretch, true: Elapsed) -> list[int]:
    """The lengths worth a word: of ages that before and that after the birthday, the nearer to what is said first."""
    if one.variant != AGE or one.length.ordinal:
        return [true.most] if true.most > 0 else []
    said = one.length.said.low or Fraction(0)
    fitting = sorted(range(max(1, true.least), true.most + 1), key=lambda value: abs(value - said))
    return fitting[:BOTH]


def _slip(old: str, new: str) -> str:
    """Whether one digit tells the two years apart."""
    return "digit" if sum(a != b for a, b in zip(old, new, strict=False)) == 1 else "computed"

"""ratio: days of a year, or of some of its months: 优良天数310天，占全年天数的84.9%; 优良天数比例84.9%.

The calendar is the whole. How many days were measured is not always all of them, so that what does not fit is doubtful.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations.dated import calendar
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation
from checker.spans import Span

OF_ALL = pattern("占(?:全年|当年|总|有效监测)?(?P<whole>总?天数)的?(?:比[例重率])?(?:约?为|达到?|约|近|超过)*$")
NAMED = pattern("(?:优良|达标|良好以上|优良以上)(?:天数|率|天)*(?:比[例率]|占比|率)(?:约?为|达到?|约|近|超过)*$")
BARE = pattern("(?:^|[，,])(?:占比|占|比例)(?:约?为|达到?|约|近|超过)*$")
GOOD = pattern("优良|达标|良好")
FRACTION = pattern("有效监测|有效天数")
SAME_SPAN = pattern("同期|同月|同季")
"""去年同期 is as long as what it is compared with, and no whole year."""

DAY, ALL_YEAR, YEARS = "天", "全年", (365, 366)
AMONG = pattern(
    "(?:里[面头]?|中|当中)[，,]?[^，。；0-9]{0,8}|[，,]其中[^，。；0-9]{0,10}|[，,][^，。；0-9]{0,8}(?:优良|达标|良好)[^，。；0-9]{0,6}"
)
BEHIND = pattern("[，,](?:即|其中|共)?(?:优良|达标)天数(?:共|为|有|达到?)*")
SHARED = pattern("[^，。；0-9]{0,8}[，,](?:[^，。；0-9]{0,8})")
OTHER = pattern("监测|有效|去年同期|上年|目标|计划")
"""365天里有|292天|空气优良，占比: how the days stand to one another and to their share."""

OPEN_END, OTHER_TIME = pattern("截[至止]|以来|至今|起"), pattern("个月|全年|季度|半年|去年|累计")
"""截至10月 tells no end of it; 10月，记者获悉，前九个月: another stretch."""

LEAP_OR_NOT = (2023, 2024)
REACH, LEAD = 3, 20
"""How many numbers before the rate the days may stand, and how many characters name it (全年 is no word of its own)."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every share of the days of a year that the sentence tells with the days."""
    for passage in passages:
        for index, rate in enumerate(passage.figures):
            if not rate.is_rate:
                continue
            start = max(passage.clauses[rate.clause].start, rate.quantity.span.start - LEAD)
            before = passage.text[start : rate.quantity.span.start]
            told, named, bare = OF_ALL.search(before), NAMED.search(before), BARE.search(before)
            if (told or named or bare) and not FRACTION.search(passage.words(passage.span)):
                own = _of_own_days(passage, index)
                if own:
                    relation = verify(passage, Triple("天数比例", (rate.before,), *own, rate))
                    yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
                    continue
                part = _days(passage, index, good=told is None) if told or named else None
                part = part or (_days_behind(passage, index) if named else None)
                if part:
                    yield from _judged(passage, part, rate)


def _of_own_days(passage: Passage, index: int) -> tuple[Figure, Figure] | None:
    """365天里有292天空气优良，占比80%: the good days and those they are of, right before their share."""
    if index < 2:
        return None
    whole, part = passage.figures[index - 2 : index]
    lead = passage.text[
        max(passage.clauses[whole.clause].start, whole.quantity.span.start - LEAD) : whole.quantity.span.start
    ]
    between = passage.text[whole.quantity.span.end : part.quantity.span.start]
    behind = passage.text[part.quantity.span.end : passage.figures[index].quantity.span.start]
    counted = all(one.quantity.unit.name == DAY and not one.quantity.hedges for one in (whole, part))
    inside = counted and AMONG.fullmatch(between) and SHARED.fullmatch(behind) and not OTHER.search(lead + between)
    good = inside and GOOD.search(between + behind)
    return (_exact(part), _exact(whole)) if good and 0 < part.quantity.value <= whole.quantity.value else None


def _exact(figure: Figure) -> Figure:
    """Days are counted, not measured."""
    return replace(figure, quantity=figure.quantity.as_exact())


def _days(passage: Passage, index: int, *, good: bool) -> Figure | None:
    for one in reversed(passage.figures[max(0, index - REACH) : index]):
        if one.quantity.unit.name == "天" and one.quantity.value > 0:
            words = passage.words(one.before) + passage.words(one.after)
            if not good or GOOD.search(words):
                return one
    return None


def _days_behind(passage: Passage, index: int) -> Figure | None:
    """优良天数比例88.0%，|优良天数322天."""
    if index + 1 == len(passage.figures):
        return None
    one = passage.figures[index + 1]
    lead = passage.text[passage.figures[index].quantity.span.end : one.quantity.span.start]
    return one if one.quantity.unit.name == DAY and BEHIND.fullmatch(lead) else None


def _judged(passage: Passage, part: Figure, rate: Figure) -> Iterator[Relation]:
    months = _months(passage, part, rate)
    if months:
        yield from _closest(passage, part, rate, *months)
        return
    year = _year(passage, rate)
    if year is None:
        yield from _of_any_year(passage, part, rate)
        return
    token, number = year
    days = 366 if calendar.day(number, 2, 29) else 365
    whole = replace(part, quantity=calendar.counted(passage.text, token.span, days, "天"))
    relation = verify(passage, Triple("天数比例", (rate.before,), part, whole, rate))
    if part.quantity.value <= days:
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _of_any_year(passage: Passage, part: Figure, rate: Figure) -> Iterator[Relation]:
    """全年优良天数315天，优良率86.3%: of a year that nobody tells, which has 365 days or one more."""
    at = passage.text.rfind(ALL_YEAR, passage.span.start, part.quantity.span.start)
    dated = any(isinstance(one, Date | Period) and passage.words(one.span) != ALL_YEAR for one in passage.tokens)
    if at < 0 or dated or part.quantity.value > YEARS[0]:
        return
    yield from _closest(passage, part, rate, Span(at, at + len(ALL_YEAR)), YEARS)


def _closest(passage: Passage, part: Figure, rate: Figure, span: Span, lengths: Sequence[int]) -> Iterator[Relation]:
    """The share of one of the lengths that the time may have, of the one that fits where there is one."""
    if part.quantity.value > max(lengths):
        return
    wholes = [replace(part, quantity=calendar.counted(passage.text, span, days, DAY)) for days in lengths]
    told = [verify(passage, Triple("天数比例", (rate.before,), _exact(part), one, rate)) for one in wholes]
    relation = next((one for one in told if one.verdict is Verdict.CONSISTENT), told[0])
    yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _months(passage: Passage, part: Figure, rate: Figure) -> tuple[Span, tuple[int, ...]] | None:
    """The months that the sentence tells last before the days, and how many days they have; 28 or 29 of a February."""
    times = [one for one in passage.tokens if isinstance(one, Date | Period) and calendar.ends(one)]
    before = [one for one in times if one.span.end <= part.quantity.span.start]
    between = [one for one in times if part.quantity.span.end <= one.span.start < rate.quantity.span.start]
    if part.quantity.span.start > rate.quantity.span.end:
        before = [one for one in before if one.span.end <= rate.quantity.span.start]
    if not before or between or SAME_SPAN.match(passage.text, before[-1].span.end):
        return None
    if OTHER_TIME.search(passage.text, before[-1].span.end, part.quantity.span.start):
        return None
    ends = calendar.ends(before[-1])
    first, last = calendar.dated(ends[0], passage.published), calendar.dated(ends[-1], passage.published)
    if first.month is None or last.month is None or first.day or last.day or (first.month, last.month) == (1, 12):
        return None
    if first.year != last.year or OPEN_END.search(passage.text, *_around(passage, before[-1].span)):
        return None
    years = (first.year,) if first.year else LEAP_OR_NOT
    return before[-1].span, tuple(dict.fromkeys(_length(year, first.month, last.month) for year in years))


def _around(passage: Passage, span: Span) -> tuple[int, int]:
    return max(passage.span.start, span.start - 2), min(passage.span.end, span.end + 2)


def _length(year: int, first: int, last: int) -> int:
    return sum(monthrange(year, month)[1] for month in range(first, last + 1))


def _year(passage: Passage, rate: Figure) -> tuple[Date | Period, int] | None:
    """The last year that is told before the rate as a whole, in its sentence or else in the one before."""
    for one in (passage, passage.earlier):
        for token in reversed(one.tokens if one else ()):
            ends = calendar.ends(token) if isinstance(token, Date | Period) else ()
            told = token.span.end <= rate.quantity.span.start and not SAME_SPAN.match(passage.text, token.span.end)
            if not ends or not told or OPEN_END.match(passage.text, token.span.end):
                continue
            first, last = calendar.dated(ends[0], passage.published), calendar.dated(ends[-1], passage.published)
            whole = first.month in (None, 1) and last.month in (None, 12) and first.day is None
            if not whole or (isinstance(token, Date) and first.month is not None):
                return None
            if first.year and isinstance(token, Date | Period):
                return token, first.year
    return None

"""span that fits two dates the wording leaves open: 时隔9年…。上一次是2012年，这一次是2021年.

The words say that it is a time that passed; which dates it lies between is told only by what it comes to. So nothing
but an exact fit is told, and only where one pair of dates fits.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations.dated import calendar, lapses
from checker.relations.dated.calendar import elapsed
from checker.relations.dated.stretch import DAYS, MONTHS, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

TIED = pattern(
    "(?:时隔|相隔|阔别|间隔|历时|耗时|费时|用时|为期|历经|一晃|转眼|眨眼|弹指|连续|持续|前后|[工周学任刑租]期|[用花过干守走等盼]了|整整|足足|苦?追[凶查逃捕踪]?|追缉|潜逃|在逃|隐姓埋名|隐匿)"
    "(?:了|已经?|就是|过去|又是|整整|正好|恰好|刚好|足足)*$"
)
SURE = pattern(
    "(?:时隔|相隔|阔别|历时|历经|一晃|前后|苦?追[凶查逃捕踪]?|追缉|潜逃|在逃|隐姓埋名|隐匿)"
    "(?:了|已经?|就是|过去|整整|正好|恰好|刚好|足足)*$"
)
YEARS = "年"
FEW, SHORTEST, SHORTEST_DAYS = 4, 2, 5
"""How many dates there may be, and how long the time must be at least so that it hardly fits by chance."""
MONTH_DAYS, SLACK = 30, 3
LEAD = 10


def find(passage: Passage) -> Iterator[Relation]:
    """Every length that one pair of dates fits, of its sentence or of two sentences together."""
    lengths = list(_lengths(passage))
    dates = _dates(passage)
    if lengths and dates:
        before = _dates(passage.earlier) if len(dates) == 1 and passage.earlier else []
        for found in lengths:
            if before or len(dates) > 1:
                yield from _only(passage, [*before, *dates], found)
    elif len(dates) > 1 and passage.earlier and not _dates(passage.earlier):
        for found in list(_lengths(passage.earlier))[-1:]:
            yield from _only(passage, dates, found)


def _lengths(passage: Passage) -> Iterator[Length]:
    """The lengths that the words call a time that passed."""
    for token in passage.tokens:
        found = length(token)
        if found is None or found.span.of(passage.text).endswith(lapses.NO_LAPSE) or not found.plain:
            continue
        lead = passage.text[max(passage.span.start, found.span.start - LEAD) : found.span.start]
        if lapses.PLANNED.search(lead) or lapses.PARTS.search(lead):
            continue
        if found.ordinal or TIED.search(lead):
            yield found


def _dates(passage: Passage) -> list[Date]:
    """Its dates; none where there is a run of days beside other dates."""
    near = passage.tokens[: calendar.WINDOW]
    found = [one for one in calendar.days_told(passage, near) if one.year or (one.month and one.day)]
    return [] if len(found) > 2 and any(isinstance(one, Period) for one in near) else found


def _only(passage: Passage, dates: Sequence[Date], found: Length) -> Iterator[Relation]:
    """The one pair that is just so far apart."""
    if not 2 <= len(dates) <= FEW:
        return
    pairs = [(one, two) for one, two in combinations(dates, 2) if _fits(one, two, found)]
    if not pairs and len(dates) == 2 and found.unit == YEARS and not found.ordinal:
        yield from _missed(passage, dates, found)
    if len(pairs) != 1:
        return
    start, end = pairs[0]
    relation = judged(passage, Stretch(start, end, found, elapsed(start, end, found.unit), "起止与时长"))
    if relation.verdict is Verdict.CONSISTENT:
        yield relation


OF_ANOTHER = 4
"""A length so many times that between the years is of something else."""


def _missed(passage: Passage, dates: Sequence[Date], found: Length) -> Iterator[Relation]:
    """时隔六年…。上一次是2012年，这一次是2024年: the only two years there are, further apart than that."""
    lead = passage.text[max(0, found.span.start - LEAD) : found.span.start]
    start, end = sorted(dates, key=lambda one: one.year or 0)
    if not start.year or not end.year or start.year == end.year or SURE.search(lead) is None:
        return
    true = elapsed(start, end, found.unit)
    said = found.said.low
    alike = true is not None and said is not None and said <= OF_ANOTHER * true.most
    if true and said is not None and alike and not true.least - 1 <= said <= true.most + 1:
        yield judged(passage, Stretch(start, end, found, true, "起止与时长", doubtful=True))


def _fits(start: Date, end: Date, found: Length) -> bool:
    """Whether a length is what usage makes of the time between: full years, or one more where they are numbered."""
    said = found.said.low
    true = elapsed(start, end, found.unit)
    if true is None or said is None or said != found.said.high or start.span == end.span:
        return False
    if found.unit == MONTHS:
        days = elapsed(start, end, DAYS)
        return days is not None and said > 0 and abs(days.most - MONTH_DAYS * said) <= SLACK
    if found.unit == DAYS:
        return said >= SHORTEST_DAYS and said in (true.least, true.most)
    return said > SHORTEST and said == (true.most if found.ordinal else true.least)

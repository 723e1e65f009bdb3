"""span by two editions and a rhythm: 书市两年一届，2015年是第三届，2023年是第七届.

Each edition has a year of its own beside it. What lies between is counted by the rhythm that the text tells; editions
may have been put off or left out, so that a number which does not fit is asked about, and none is around the pandemic.
How yearly editions go with their years is told by another rule, so that here they only fit.
"""

from collections.abc import Iterator
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Ordinal, Period
from checker.relations.dated import calendar, editions
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

BIENNIAL = pattern("双年|隔年")
NAMED = pattern("[”’）)]?(?P<name>[\u4e00-\u9fff·]{1,14}?(?:节|会|展|赛|奖|周|坛|杯|市))")
PAUSED = pattern("停办|停赛|延期|延至|推迟|疫情|中断|暂停|恢复|取消|重启|提前|改为|首届")
BESIDE = pattern("[，,]?[^，,。；;]*")
OPENED = pattern("[，,。；;](?:而|再?到了?|至|预计)?[12今明][^，。；]*$")
"""Behind the first edition: the year of the second at the head of its clause."""
NEAR, YEAR = 14, 8
"""How many characters may stand between an edition and its year, and how many a year may have."""
EARLIEST, LATEST = 2019, 2023
"""Between these years hardly any rhythm was kept."""
YEARLY, EDITION = 1, "届"


def find(passage: Passage) -> Iterator[Relation]:
    """Every edition with an earlier one, whose years and rhythm the text tells, judged."""
    told = [one for each in (passage.earlier, passage) if each for one in _dated(each)]
    if len(told) < 2:
        return
    step = _rhythm(passage)
    for (first, begun), (second, ended) in pairwise(told):
        known = second.span.start >= passage.span.start and step
        if known and _is_one_event(passage, first, second) and first.value != second.value:
            yield from _verify(passage, (first, begun), (second, ended), known)


def _dated(passage: Passage) -> Iterator[tuple[Ordinal, Date]]:
    """The editions of a sentence, each with the year that stands beside it alone."""
    tokens = [one for one in passage.tokens if isinstance(one, (Date, Period)) or _is_edition(one)]
    for index, token in enumerate(tokens):
        if isinstance(token, Ordinal):
            beside = [tokens[index - 1]] if index else []
            beside += tokens[index + 1 : index + 2]
            years = [one for one in beside if isinstance(one, Date) and _is_beside(passage, token, one)]
            if years:
                yield token, calendar.dated(years[0], passage.published)


def _is_edition(token: object) -> bool:
    return isinstance(token, Ordinal) and token.unit == EDITION


def _is_beside(passage: Passage, edition: Ordinal, year: Date) -> bool:
    first, second = sorted((edition.span, year.span))
    between = passage.text[first.end : second.start]
    told = year.year is not None or year.relative in calendar.YEARS_AWAY
    return told and len(between) <= NEAR and BESIDE.fullmatch(between) is not None


def _rhythm(passage: Passage) -> int:
    """Every how many years one is held, by the words of both sentences; 0 where none tells it."""
    start = (passage.earlier or passage).span.start
    text = passage.text[start : passage.span.end]
    every = editions.EVERY.search(text)
    if every:
        return editions.BIENNIAL[every["n"] or every["m"]]
    if BIENNIAL.search(text):
        return editions.BIENNIAL["两"]
    return YEARLY if editions.YEARLY.search(text) and not editions.OTHER_RHYTHM.search(text) else 0


def _is_one_event(passage: Passage, first: Ordinal, second: Ordinal) -> bool:
    """Whether both have the same name; without one, the second must open its clause."""
    names = [match["name"] for one in (first, second) if (match := NAMED.match(passage.text, one.span.end))]
    if len(names) > 1:
        return names[0] == names[1]
    head = max(first.span.end, second.span.start - NEAR - YEAR)
    return OPENED.search(passage.text, head, second.span.start) is not None


def _verify(
    passage: Passage, first: tuple[Ordinal, Date], second: tuple[Ordinal, Date], step: int
) -> Iterator[Relation]:
    (one, begun), (two, ended) = sorted((first, second), key=lambda each: each[0].value)
    if begun.year is None or ended.year is None or begun.year >= ended.year:
        return
    years = ended.year - begun.year
    least, most = one.value + years // step, one.value - (-years // step)
    found = Length(two, Interval.exactly(two.value), EDITION, plain=False)
    stretch = Stretch(begun, ended, found, Elapsed(least, most), "届次与年份", doubtful=True)
    relation = judged(passage, stretch)
    start = (passage.earlier or passage).span.start
    kept = not PAUSED.search(passage.text, start, passage.span.end)
    upset = begun.year <= LATEST and ended.year >= EARLIEST and two.value < least
    if relation.verdict is Verdict.CONSISTENT or (step > YEARLY and kept and not upset):
        yield relation

"""span to a date that is told with the time till then, or since then: 16年后的2025年; 距1998年已过去27年."""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

AFTER = pattern("[以之]?后(?:的|，|，即|，也就是|，在|，到了?)?")
TOWARDS = pattern("(?:距离?|离)$")
REACH = 40


def find(passage: Passage) -> Iterator[Relation]:
    """Every time that leads to a date of the sentence, judged."""
    for index, token in enumerate(passage.tokens):
        found = length(token)
        if found is None or found.ordinal or found.said.low != found.said.high:
            continue
        yield from _after(passage, index, found)
        yield from _passed(passage, index, found)


def _after(passage: Passage, index: int, found: Length) -> Iterator[Relation]:
    """4月2日发出样品，5天后的4月7日收到回信."""
    if index + 1 >= len(passage.tokens):
        return
    token = passage.tokens[index + 1]
    if not isinstance(token, Date) or not AFTER.fullmatch(passage.text, found.span.end, token.span.start):
        return
    dates = [
        one
        for one in calendar.days_told(passage, passage.tokens[max(0, index - calendar.WINDOW) : index + 2])
        if calendar.is_fine(one, found.unit)
    ]
    if (
        len(dates) < 2
        or dates[-1].span != token.span
        or any(isinstance(one, Period) for one in passage.tokens[max(0, index - calendar.WINDOW) : index])
    ):
        return
    start, end = dates[-2:]
    true = elapsed(start, end, found.unit)
    if true is None or true.most <= 0 or found.span.start - start.span.end > REACH:
        return
    yield judged(passage, Stretch(start, end, found, true, "起止与时长", doubtful=len(dates) > 2))


def _passed(passage: Passage, index: int, found: Length) -> Iterator[Relation]:
    """距1998年那场洪水已过去27年: up to the other year of the sentence, else up to the day of issue."""
    lead = passage.text[max(passage.span.start, found.span.start - 8) : found.span.start]
    if found.unit != "年" or not index or not PASSED.search(lead):
        return
    start = passage.tokens[index - 1]
    if not isinstance(start, Date) or start.year is None or found.span.start - start.span.end > REACH:
        return
    if not TOWARDS.search(passage.text, max(passage.span.start, start.span.start - 2), start.span.start):
        return
    others = [one for one in calendar.around(passage, start.span.start) if isinstance(one, Date) and one.year]
    end = next((one for one in others if one.span != start.span), None)
    year = end.year if end else calendar.year_of(passage.published)
    if len(others) > EACH_END or year is None or year <= start.year:
        return
    true = Elapsed(year - start.year - 1, year - start.year)
    yield judged(passage, Stretch(start, end, found, true, "年份与年数", doubtful=True))


PASSED = pattern("(?:过去了?|走过了?|已经?有?|有|整整|足足|已是)(?:已经?|整整|足足|将近|近|了)*$")
EACH_END = 2

"""Tenses: what is told as to come but lies before the day of issue, and what is told as done but lies after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.document import Document
from checker.extraction.moments import Moment
from checker.patterns import pattern
from checker.relations.dated import calendar

TO_COME = pattern("(?:将于|将在|定于|拟于|拟在|计划于|计划在|预计于|预计在|预计将于|有望于|有望在)(?:今年|本月)?$")
DONE = pattern("(?:已于|已经于|已在|已经在|早已于)(?:今年|本月)?$")
TOLD_OF_THEN = pattern("当时|此前|曾|原[定拟]|原计划|原本|本来|时任|当年|那年|去年|往年|届时|回忆|公告[称显]|日讯|日电")
STANDARD = pattern("(?:同期|全年)?的?[\u4e00-\u9fff]{0,6}?(?:基础|水平|基数|起点|规模|成绩)之?上")
DECIDED = pattern("决定于$")
"""What was decided long ago is part of a story."""

HALF_A_YEAR = timedelta(days=183)
GRACE = timedelta(days=2)
BACK = 12
LEADS = ("于", "在", "今年", "本月")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A date on the wrong side of the day of issue; ``past`` where it is told as to come."""

    moment: Moment
    past: bool


def misplaced(document: Document, dated: Sequence[Moment], published: date) -> Iterator[Misplaced]:
    """Every time to come that is past, every time past that is to come, by the day of issue."""
    before: Moment | None = None
    for moment in dated:
        then = before is not None and before.sentence == moment.sentence and before.told
        before = moment
        lead = document.text[max(0, moment.date.span.start - BACK) : moment.date.span.start]
        if moment.year is None or then or not lead.endswith(LEADS):
            continue
        first, last = _bounds(moment)
        if first is None or last is None or _of_then(document, moment) or _is_standard(document, moment):
            continue
        if DECIDED.search(lead) and published - last > HALF_A_YEAR:
            continue
        untold = not moment.told and moment.date.relative == ""
        if TO_COME.search(lead) and last < published - GRACE and not (untold and published - last > HALF_A_YEAR):
            yield Misplaced(moment, past=True)
        elif DONE.search(lead) and first > published + GRACE and not (untold and first - published > HALF_A_YEAR):
            yield Misplaced(moment, past=False)


def _is_standard(document: Document, moment: Moment) -> bool:
    """Whether the date is what is compared with, and no time of the deed: 将在去年的基础上增长."""
    return STANDARD.match(document.text, moment.date.span.end) is not None


def _bounds(moment: Moment) -> tuple[date | None, date | None]:
    """The first and the last day that the date can mean."""
    year, month, number = moment.date.year, moment.date.month, moment.date.day
    if year is None:
        return None, None
    if number is not None:
        day = calendar.day(year, month, number)
        return day, day
    first = calendar.day(year, month or 1, 1)
    following = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1) if first else None
    return first, following - timedelta(days=1) if following else None


def _of_then(document: Document, moment: Moment) -> bool:
    """Whether the sentence tells what was to come at another time."""
    sentence = document.sentences[moment.sentence].span
    return TOLD_OF_THEN.search(document.text, sentence.start, moment.date.span.start) is not None

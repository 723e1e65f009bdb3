"""span between two dates that stand apart: 3月28日报案，4月2日拿到赔款，前后不到一周; 由4月10日推迟到16日，慢了6天.

The words before the length tell that it is the time between the two: how long it took, how much later or earlier, the
length of a show or of a voyage. Other lengths are tied only by what they come to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.findings import Verdict
from checker.quantities.model import Date, Hedge, Quantity
from checker.relations.dated import calendar, lapses, lasting
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import DAYS, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

YEARS = "年"
REACH, DUE = 60, 18
"""How many characters may stand between the later date and the length, and are read for what was due on a date."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every length with two dates of the sentence, judged."""
    for index, token in enumerate(passage.tokens):
        found = length(token)
        if found is None or found.span.of(passage.text).endswith(lapses.NO_LAPSE) or found.ordinal:
            continue
        days = _told(passage, index, found)
        if len(days) == 2:
            yield from _tied(passage, days[0], days[1], found)


def _told(passage: Passage, index: int, found: Length) -> Sequence[Date]:
    """The dates that are as fine as the length, if there are just two near it."""
    near = passage.tokens[max(0, index - calendar.WINDOW) : index + calendar.WINDOW]
    days = [one for one in calendar.days_told(passage, near) if calendar.is_fine(one, found.unit)]
    if len(days) == 1 and passage.earlier is not None and _is_moved(passage, found):
        before = calendar.days_told(passage.earlier, passage.earlier.tokens[-calendar.WINDOW :])
        days = [*[one for one in before if calendar.is_fine(one, found.unit)][-1:], *days]
    if len(days) > 2 and _is_moved(passage, found):
        days = [one for one in days if one.span.end <= found.span.start][-2:]
    rising = all(one.day and two.day and one.day < two.day for one, two in pairwise(days))
    if found.unit == DAYS and rising and not any(one.month or one.year for one in days):
        days = [replace(one, month=1) for one in days]  # 10日 and 13日 are of one month, whichever it is
    return days if all(abs(one.span.start - found.span.start) <= REACH for one in days) else ()


def _is_moved(passage: Passage, found: Length) -> bool:
    return (
        lapses.MOVED.search(passage.text, max(passage.span.start, found.span.start - 8), found.span.start) is not None
    )


ROUGH = 10
"""How many times as long as a hedge is wide a time must be at least, so that it hardly fits by chance."""


def _tied(passage: Passage, first: Date, second: Date, found: Length) -> Iterator[Relation]:
    lead = lapses.lead_of(passage, first, second, found)
    moved = lapses.MOVED.search(lead)
    if not moved and (found.span.start < first.span.end or lapses.UP_TO_NOW.search(lead)):
        return
    if moved and lapses.AHEAD.match(passage.text, found.span.end, passage.span.end):
        return
    if _order(first) == _order(second):
        return
    if not moved and _order(first) > _order(second) and first.year:
        if not lapses.UNTIL.search(passage.text, max(passage.span.start, first.span.start - 2), first.span.start):
            return
        first, second = second, first
    early, late = sorted((first, second), key=_order) if moved else (first, second)
    start, end = (second, first) if moved and _is_plan(passage, second, first) else (first, second)
    true = lasting.lapse(passage, early, late, found)
    planned = _planned(passage, first) or _planned(passage, second) or lapses.is_framed(passage, first, second)
    if true is None or true.most <= (found.unit == YEARS and first.day is None) or first.span == second.span:
        return
    if moved and not planned:
        true = Elapsed(true.least, true.least)
    elif moved and found.unit == DAYS:
        true = Elapsed(true.least, true.most - 1)
    relation = judged(passage, Stretch(start, end, found, true, "起止与时长", doubtful=not moved))
    shorter = found.said.high is not None and found.said.high < true.least
    closed = not (isinstance(found.token, Quantity) and {Hedge.AT_MOST, Hedge.AT_LEAST} & set(found.token.hedges))
    closed = closed and not (moved and _is_turned(passage, moved[0], first, second))
    firm = (moved and planned and closed and first.span.start >= passage.span.start) or lapses.took(
        passage, first, second, found, shorter
    )
    if firm or (
        relation.verdict is Verdict.CONSISTENT and _exact(true, found) and lapses.is_lapse(passage, found, lead)
    ):
        yield relation


def _order(one: Date) -> tuple[int, int, int]:
    return one.year or 0, one.month or 0, one.day or 0


def _is_plan(passage: Passage, one: Date, other: Date) -> bool:
    """Whether the words before the later told date say that it was meant at first, and those of the other do not."""
    return _planned(passage, one) and not _planned(passage, other)


def _is_turned(passage: Passage, words: str, first: Date, second: Date) -> bool:
    """Whether the day that was meant lies on the wrong side of the other: then that is not when it came about."""
    if _planned(passage, first) is _planned(passage, second):
        return False
    meant, real = (first, second) if _planned(passage, first) else (second, first)
    return (_order(real) > _order(meant)) is (lapses.SOONER.search(words) is not None)


def _exact(true: Elapsed, found: Length) -> bool:
    """Whether it is one of the two usual counts, or a hedge close to them."""
    if found.said.low is None or found.said.high is None:
        return False
    return found.said.high == found.said.low or ROUGH * (found.said.high - found.said.low) <= true.most


def _planned(passage: Passage, one: Date) -> bool:
    head = passage.span.start
    return bool(
        lapses.BEFORE.search(passage.text, max(head, one.span.start - 6), one.span.start)
        or lapses.DUE.search(passage.text, max(head, one.span.start - DUE), one.span.start)
        or lapses.DUE_BEHIND.match(passage.text, one.span.end, passage.span.end)
    )

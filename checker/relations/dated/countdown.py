"""span of the days that are left: 距离10月1日开馆还有11天; 3月30日，距高考（6月7日）还有69天; 离国庆节还有12天.

They are counted from the day that is told before, else from the day of issue, which may be a day or two off the day
that is meant. A feast is a day of the calendar; the year is that in which it comes next.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from checker.lexicon import almanac
from checker.patterns import one_of, pattern
from checker.quantities.model import Date
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.dated.stretch import DAYS, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

LEFT = pattern("(?:还有|还剩|仅剩|只剩|只有|不到|剩|倒计时|尚有|进入)(?:最后|倒计时|下|了|约|整整)*$")
TOWARDS = pattern(
    "(?:距离?|离(?!开[^学馆园业幕赛张工机]|[职休任婚世去]))(?:[^，。；（(0-9]{1,14}[（(]|[^，。；（(0-9]{1,8})?$"
)
ANOTHER = pattern("距|离")
CLOSED = pattern("(?:了|的时间|的时候)?[，,。；！”…]|$")
EXAMS = {"高考": (6, 7)}
"""Days that are no feasts: the nationwide examination has begun on this day since 2003, but for 2020."""
REACH, WORDS, SINCE_WRITTEN = 40, 16, 2
"""How far behind its day a length may stand, and by how many days the day of issue may be off the day that is meant."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every number of days that are left to a day the sentence tells or names, judged."""
    for index, token in enumerate(passage.tokens):
        found = length(token)
        if found is None or found.unit != DAYS or found.ordinal or found.said.low != found.said.high:
            continue
        left = LEFT.search(passage.text, max(passage.span.start, found.span.start - WORDS // 2), found.span.start)
        if left:
            near = passage.tokens[max(0, index - calendar.WINDOW) : index]
            days = [one for one in calendar.days_told(passage, near) if one.day is not None]
            yield from _to_feast(passage, days, found, left.start()) or _to_day(passage, days, found, left[0])


def _to_day(passage: Passage, days: Sequence[Date], found: Length, left: str) -> Iterator[Relation]:
    """距离10月1日开馆还有11天: the last day told, from the one before it."""
    if not days or len(days) > 2 or ANOTHER.search(passage.text, days[-1].span.end, found.span.start):
        return
    end, start = days[-1], days[-2] if len(days) == 2 else _on(passage, found)
    if (
        start
        and left.startswith(("只有", "不到"))
        and (start.month or 0, start.day or 0) > (end.month or 0, end.day or 0)
    ):
        return  # 7月15日，距6月18日开业只有27天
    head = max(passage.span.start, end.span.start - WORDS)
    if TOWARDS.search(passage.text, head, end.span.start) and found.span.start - end.span.end <= REACH:
        yield from _verify(passage, start, end, found, doubtful=start is None)


def _on(passage: Passage, found: Length) -> Date | None:
    """距开馆只剩20天的10月19日: the day behind, from which it is counted."""
    after = [one for one in calendar.around(passage, found.span.start) if one.span.start > found.span.end]
    of = after and passage.text[found.span.end : after[0].span.start] == "的"
    return after[0] if of and isinstance(after[0], Date) and after[0].day is not None else None


def _to_feast(passage: Passage, days: Sequence[Date], found: Length, at: int) -> list[Relation]:
    """离高考还有48天: the next day of that name, from the only day told."""
    named = _named().search(passage.text, max(passage.span.start, at - WORDS), at)
    today = days[0] if days else None
    if named is None or len(days) > 1 or (today is None and _is_of_then(passage, found, named.start())):
        return []
    begun = _from(passage, today)
    if begun is None:
        return []
    told = int(named["year"]) if named["year"] else None
    years = (told,) if told else (begun.year,) if named["this"] else (begun.year, begun.year + 1)
    feast = next((one for year in years if (one := _kept(named["name"], year)) and one > begun), None)
    if feast is None:
        return []
    end = Date(Span(*named.span("name")), feast.year, feast.month, feast.day)
    start = Date(today.span, begun.year, begun.month, begun.day) if today else None
    return list(_verify(passage, start, end, found, doubtful=True))


def _is_of_then(passage: Passage, found: Length, at: int) -> bool:
    """Whether the words may speak of another time than the day of issue: 距高考还有30天时, 去年距高考还有30天."""
    if not CLOSED.match(passage.text, found.span.end, passage.span.end):
        return True
    told = [one for token in calendar.around(passage, found.span.start) for one in calendar.ends(token)]
    return any(
        one.relative not in ("今天", "今日", "今年") and not at < one.span.start < found.span.start for one in told
    )


def _from(passage: Passage, today: Date | None) -> date | None:
    """The day that is told, or that of issue."""
    if today is None or passage.published is None:
        return passage.published if today is None else calendar.day(today.year, today.month, today.day)
    return calendar.day(today.year or passage.published.year, today.month, today.day)


def _kept(name: str, year: int) -> date | None:
    exam = EXAMS.get(name)
    if exam:
        return date(year, *exam) if year != PUT_OFF else None
    return almanac.kept(almanac.feasts()[name], year)


PUT_OFF = 2020


@cache
def _named() -> re.Pattern[str]:
    names = one_of((*EXAMS, *almanac.feasts()))
    return pattern(
        f"(?:距离?|离)(?:(?P<year>20[0-9]{{2}})年|(?P<this>今年))?的?(?:全国|普通)?[“‘]?(?P<name>{names})[”’]?"
        "(?:开考|到来|的?到来|首日|考试|假期|当天)?[，,]?(?:已经?|就|也|大概|满打满算)?$"
    )


def _verify(passage: Passage, start: Date | None, end: Date, found: Length, *, doubtful: bool) -> Iterator[Relation]:
    published = passage.published
    if start is None and published is None:
        return
    today = start or Date(end.span, published.year, published.month, published.day) if published else start
    true = elapsed(today, end, DAYS) if today else None
    if true is None or true.most <= 0:
        return
    room = Elapsed(max(true.least - 1, 0), true.most)
    if start is None:
        room = Elapsed(max(true.least - SINCE_WRITTEN, 0), true.most + SINCE_WRITTEN)
    yield judged(passage, Stretch(start or end, end if start else None, found, room, "倒计时", doubtful=doubtful))

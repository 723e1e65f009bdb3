"""span of a work that is told before its two days: 工期120日历天，3月1日开工，6月28日交活.

Both days count. The one tells that the work began, the other that it was handed over, and nothing that it was late.
"""

from collections.abc import Iterator
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.dated.stretch import DAYS, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

WORK = pattern("(?:工期|总工期|合同工期)(?:为|是|定[为在]|只有|共|一共|总共|[：:])*$")
BEGAN = pattern("(?:[\u4e00-\u9fff]{0,4})?(?:开工|动工|进场|开建|破土|启动|开干)[，,](?:到|至|计划|定在|必须|要|得)*")
OVER = pattern(
    "(?:[之以]?前)?(?:必须|要|得|全部|全面|正式|准时|按时|如期)*(?:交活|交[工付]|竣工|完工|收工|完成|通车|交钥匙)(?:[，。；]|$)"
)
FIRST = pattern("[日历自然]{0,3}天?[，,](?:计划|定在|从|自)?")
LEAD = 12
CALENDAR = "日历天"
MOVED = pattern("拖|因|雨|延|晚|提前|比|逾|超|停工|扣除|除去|不含|实际|顺延|赶")


def find(passage: Passage) -> Iterator[Relation]:
    """Every such length, judged."""
    if not any(word in passage.text[passage.span.start : passage.span.end] for word in ("工期", CALENDAR)):
        return
    days = [one for one in passage.tokens if isinstance(one, Date) and one.day is not None]
    for token in passage.tokens:
        found = length(token)
        if found is not None and found.unit == DAYS and _is_of_work(passage, found):
            yield from _judged(passage, days, found)


def _is_of_work(passage: Passage, found: Length) -> bool:
    """Whether the words before call it the time of a work, or it is told in 日历天."""
    told = passage.text[found.span.start : found.span.end + len(CALENDAR)]
    return WORK.search(_lead(passage, found)) is not None or CALENDAR in told


def _lead(passage: Passage, found: Length) -> str:
    return passage.text[max(passage.span.start, found.span.start - LEAD) : found.span.start]


def _judged(passage: Passage, days: list[Date], found: Length) -> Iterator[Relation]:
    for start, end in pairwise(days):
        tied = FIRST.fullmatch(passage.text, found.span.end, start.span.start)
        began = BEGAN.fullmatch(passage.text, start.span.end, end.span.start)
        if MOVED.search(passage.text, max(passage.span.start, found.span.start - LEAD), end.span.end):
            continue
        if tied and began and OVER.match(passage.text, end.span.end, passage.span.end):
            first, last = (calendar.dated(one, passage.published) for one in (start, end))
            true = elapsed(first, last, DAYS)
            allowed = true and Elapsed(true.least, true.most)
            yield judged(passage, Stretch(start, end, found, allowed, "起止与天数", doubtful=True))
            return

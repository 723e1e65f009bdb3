"""span since the last time: 时隔六年再度捧杯。上一次夺冠是在2019年; or 继2019年之后，时隔六年再度捧杯.

The year of the last time stands in the same sentence or the next, the only one that either tells; this time is that of
the day of issue.
"""

from collections.abc import Iterator, Sequence

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

APART = pattern("(?:时隔|阔别|相隔|暌违|睽违)(?:了|已经?|整整|足足)*$")
LAST = pattern(
    "(?:上一?[次回届]|前一[次回])(?P<what>[^，。；0-9]{0,14}?)(?:还?是在?|在|于|要?追?溯?到|得?[数追]到|发生在)$"
)
AFTER, THEREAFTER = pattern("继$"), pattern("[^，。；0-9]{0,12}?(?:之后|以后|后|以来)?[，,]?(?:时隔|相隔|暌违)")
"""继|2019年|之后，时隔."""

ALIKE = (
    "夺冠|捧杯|登顶|折桂|问鼎|冠军|夺魁|封王|夺杯|称霸|加冕|金杯|冠",
    "举办|举行|召开|开[幕展赛]|主办|承办|办|归来|回归|亮相|登场",
    "访|来到|抵|赴|回到|回[家乡]|归",
    "见面|见到|相见|重逢|相聚|团聚|聚会",
)
"""Words that say the same of this time and of the last one."""

EMPTY = frozenset("的了到来是在于还就这那一次上再度又有和与两二三四五六七八九十年月日")
LEAD, FAR, NEXT = 8, 30, 40


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such time with its year, judged."""
    for number, passage in enumerate(passages):
        now = calendar.year_of(passage.published)
        for token in passage.tokens if now else ():
            found = length(token)
            if found is None or found.unit != "年" or found.ordinal or found.said.low != found.said.high:
                continue
            lead = max(passage.span.start, found.span.start - LEAD)
            if APART.search(passage.text, lead, found.span.start):
                yield from _since(passages[number : number + 2], found, now or 0)
                break


def _since(near: Sequence[Passage], found: Length, now: int) -> Iterator[Relation]:
    first = near[0]
    later = [
        one
        for one in near[1:]
        if one.span.start - first.span.end <= NEXT and "\n" not in one.text[first.span.end - 1 : one.span.start]
    ]
    years = [
        (passage, one)
        for passage in (first, *later)
        for one in passage.tokens
        if isinstance(one, Date)
        and (one.year is not None or one.relative.endswith("年"))
        and one.relative not in ("今年", "本年")
    ]
    if len(years) != 1 or years[0][1].year is None or not years[0][1].year < now:
        return
    passage, start = years[0]
    if passage is first and start.span.end <= found.span.start and start.year is not None:
        behind = passage.text[start.span.end : found.span.start]
        lead = passage.text[max(passage.span.start, start.span.start - LEAD) : start.span.start]
        if AFTER.search(lead) and THEREAFTER.match(behind):
            gone = now - start.year
            yield judged(first, Stretch(start, None, found, Elapsed(gone - 1, gone), "年份与年数", doubtful=True))
        return
    told = LAST.search(passage.text, max(passage.span.start, start.span.start - FAR), start.span.start)
    if told and _is_alike(first, found, told["what"]) and start.span.start > found.span.end and start.year is not None:
        gone = now - start.year
        yield judged(first, Stretch(start, None, found, Elapsed(gone - 1, gone), "年份与年数", doubtful=True))


def _is_alike(first: Passage, found: Length, what: str) -> bool:
    """Whether the last time was of the same doing: 上一次|夺冠, and not 上一次|见到母亲 behind 再次回到故乡."""
    now = first.text[max(first.span.start, found.span.start - FAR) : min(first.span.end, found.span.end + FAR)]
    named = set(what) - EMPTY
    same = any(pattern(one).search(what) and pattern(one).search(now) for one in ALIKE)
    return not named or same or bool(named & set(now))

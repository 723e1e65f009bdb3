"""span since the last time: 上一回发这么大的水是2007年，隔了18年; and till one to come: 再过两年，2027年.

No later year is told shortly before, so that the time is reckoned to the day of issue, or from it.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

LAST_TIME = pattern("(?:上一?[回次趟]|前一[回次])[^，。；0-9]{0,16}?(?:还?是在?|在|得?要?追?数到|还得?[数追]到)?$")
APART = pattern(
    "(?:的事|的时候|那[回次年]|[春夏秋冬]天?|年?[底末初])*(?:了)?[，,](?:离|距)?(?:这[回次]|如今|今年|到?现在|到今年)?(?:[中其]间|一|又|已经?|整整|足足|都|有)*"
    "隔了?(?:整整|足足|将近|近|有)*"
)
TO_COME = pattern("(?:再过|再等|还要过|还得等)$")
THEN = pattern("[，,]?(?:也就是|就是|即|到了?|等到|[，,])*")
ENDED = pattern("[，。；]|(?:的)?[春夏秋冬底末初]")
BACK, REACH, LEAD = 400, 40, 6
YEAR = pattern("(?<![0-9])(?:19|20)[0-9]{2}年|去年|前年|明年|后年")


def find(passage: Passage) -> Iterator[Relation]:
    """Every such length, judged."""
    now = calendar.year_of(passage.published)
    years = [one for one in passage.tokens if isinstance(one, Date) and (one.year or one.relative.endswith("年"))]
    told = [one for one in years if one.year is not None]
    if now is None or len(told) != 1 or len(years) > 1:
        return
    for token in passage.tokens:
        found = length(token)
        if found is not None and found.unit == "年" and not found.ordinal:
            yield from _since(passage, told[0], found, now)
            yield from _till(passage, told[0], found, now)


def _since(passage: Passage, start: Date, found: Length, now: int) -> Iterator[Relation]:
    if found.span.start - start.span.end not in range(REACH):
        return
    last = LAST_TIME.search(passage.text, max(passage.span.start, start.span.start - REACH), start.span.start)
    if last is None or start.year is None or start.year >= now:
        return
    if _tells_later(passage, start.year) or YEAR.search(passage.text, start.span.end, passage.span.end):
        return
    if APART.fullmatch(passage.text, start.span.end, found.span.start):
        gone = now - start.year
        true = Elapsed(gone - 1, gone)
        yield judged(passage, Stretch(start, None, found, true, "年份与年数", doubtful=True))


def _tells_later(passage: Passage, year: int) -> bool:
    """Whether a later year is told before: 1998年的大水…。上一回是1954年，隔了44年."""
    before = YEAR.findall(passage.text, max(0, passage.span.start - BACK), passage.span.start)
    return any(not one[:4].isdecimal() or int(one[:4]) > year for one in before)


def _till(passage: Passage, end: Date, found: Length, now: int) -> Iterator[Relation]:
    if end.span.start < found.span.end or end.year is None or end.year <= now:
        return
    lead = TO_COME.search(passage.text, max(passage.span.start, found.span.start - LEAD), found.span.start)
    if lead is None or not THEN.fullmatch(passage.text, found.span.end, end.span.start):
        return
    if not ENDED.match(passage.text, end.span.end, passage.span.end):
        return
    ahead = end.year - now
    one = judged(passage, Stretch(end, None, found, Elapsed(ahead, ahead), "年份与年数", doubtful=True))
    operands = tuple(replace(each, role="end") if each.role == "start" else each for each in one.operands)
    working = one.working.replace(f"{end.span.of(passage.text)}到见报之日", f"见报之日到{end.span.of(passage.text)}")
    data = {**one.data, "working": working.rpartition("，")[0]} if one.data else one.data
    yield replace(one, operands=operands, working=working, data=data, candidates=())

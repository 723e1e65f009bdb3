"""span of things in numbered order: 从第88页到第95页，共八页; 第3章至第9章，一共七章; 第12集到第20集这9集.

Both ends count. Whether one of them does not is for somebody to look at.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities import dates
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Quantity
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

SIGN, UNITS = "第", "页章回集讲课节排"
NUMBER = "[0-9]{1,4}|[一二三四五六七八九十]{1,3}"
RUN = pattern(
    f"(?P<start>第(?P<low>{NUMBER})(?P<first>[{UNITS}])?)(?:至|到|[—–~～-]{{1,2}})(?P<end>第?(?P<high>{NUMBER})(?P<unit>[{UNITS}]))"
    "[，,（(]?(?:[一总]共|合计|共计?|整整|全部|前后|这)?(?:是|有|计|为|用了?|占了?)?$"
)
CLOSED = pattern("[，。；！？）)]|$|的|纸|书|戏")
LEAD = 28


def find(passage: Passage) -> Iterator[Relation]:
    """Every count of things right behind the first and the last of them, judged."""
    if passage.text.find(SIGN, passage.span.start, passage.span.end) < 0:
        return
    for one in passage.tokens:
        if not isinstance(one, Quantity) or one.literal[-1:] not in UNITS or one.hedges or one.value.denominator > 1:
            continue
        first = max(passage.span.start, one.span.start - LEAD)
        run = RUN.search(passage.text, first, one.span.start)
        if run is None or run["unit"] != one.literal[-1] or (run["first"] or run["unit"]) != run["unit"]:
            continue
        low, high = dates.number(run["low"]) or 0, dates.number(run["high"]) or 0
        if 0 < low < high and CLOSED.match(passage.text, one.span.end):
            count = Length(one, Interval.exactly(one.value), run["unit"])
            start, end = (Date(Span(*run.span(each))) for each in ("start", "end"))
            true = Elapsed(high - low + 1, high - low + 1)
            yield judged(passage, Stretch(start, end, count, true, "起止与数目", doubtful=True))

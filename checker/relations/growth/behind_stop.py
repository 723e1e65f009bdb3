"""change: from one level to another in one sentence, the rate of the change as the first number of the next.

信心指数由60点跌至34点，…。该指数环比跌幅约为43%: the sentence before tells one change without its rate, and the words
before the rate name nothing, or point back. A fault is for somebody to look at.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.relations.growth import frames
from checker.relations.passage import Figure, Passage
from checker.spans import Span

NEXT = pattern(
    "(?:同时|这样|由此|也就是说|这意味着|算下来|[，,])*(?:[该这其此][\u4e00-\u9fff]{0,6}?)?(?:环比|同比|累计|总体|整体|的)*"
    "(?:(?P<rise>涨幅|增幅|升幅|增长率?|上涨|上升|提高)|(?P<fall>跌幅|降幅|减幅|下跌|下降率?|降低|减少)|变动幅度|幅度)了?"
    "(?:高?达到?|[为是约近超]|超过|不到)*"
)


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, int]]:
    """What was, what became, the rate, and which way it went."""
    rate, earlier = passage.figures[0] if passage.figures else None, passage.earlier
    if rate is None or earlier is None or not rate.is_rate or rate.quantity.value <= 0:
        return
    way = NEXT.fullmatch(passage.words(Span(passage.span.start, rate.quantity.number.start)).strip())
    groups = [(one, group) for one in frames.amounts(earlier) for group in one.groups] if way else []
    ends = [(one.current, group) for one, group in groups if one.current and group.base]
    if way is None or len(ends) != 1 or ends[0][1].rate is not None or ends[0][1].base is None:
        return
    current, group = ends[0]
    if current is not None and group.base is not None:
        yield group.base, current, rate, -1 if way["fall"] else 1 if way["rise"] else 0

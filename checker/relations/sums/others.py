"""What completes a division as 另外: 9个县中，收入增长的有7个，另外2个下降.

另外 as often tells what is told besides. It completes a division where the whole opens it with 中, all parts are
counted in its unit, and the last one goes straight on to what it did. A fault is for somebody to look at.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.sums.row import OPEN, Row, Sum, same_unit

SIGNS = "另"
WITHIN = pattern("[^，。；、0-9]{0,10}?(?:当中|之中|[中里])[，,]?[^。；0-9]{0,24}")
OTHERS = pattern("[，,；;]?(?:而|但)?另外的?$")
DOES = pattern(
    "(?:则|也|均|都|仍|未|没|不|出现|实现|处于|保持|略有?|小幅|微|同比|环比)*"
    "(?:[下上]降|[下上]涨|下[跌滑]|上升|回落|回升|减少|增[加长]|持平|亏损|盈利|负增长|正增长|停产|停工|延期|达标|合格|完[工成]|开工|通过)"
)
NOUN = pattern("[\u4e00-\u9fff]+?(?=[（(中里当之]|$)")
MOST = 4


def told(row: Row) -> Iterator[Sum]:
    """A whole, the parts behind it and what 另外 tells of the others; where they are fewer, some may be neither."""
    for last in range(row.first + 2, len(row.figures)):
        if not OTHERS.search(row.before(last)):
            continue
        alike = [one for one in range(row.first, last + 1) if same_unit(row.quantity(one), row.quantity(last))]
        whole, *parts = alike
        if not 2 <= len(parts) <= MOST or alike != list(range(whole, last + 1)):
            continue
        if not WITHIN.fullmatch(row.between(whole, parts[0])) or not all(_is_plain(row, one) for one in alike):
            continue
        if not _does(row, whole, last):
            continue
        quantities = tuple(row.quantity(one) for one in parts)
        if sum(one.value for one in quantities) >= row.quantity(whole).value:
            yield Sum(row.quantity(whole), quantities, (row.figures[last].before,), exhaustive=True, likely=True)


def _does(row: Row, whole: int, last: int) -> bool:
    """Whether the others go straight on to how they fared, by no other noun than that of the whole."""
    noun = NOUN.match(row.called_after(whole))
    behind = row.text[row.quantity(last).span.end : row.passage.span.end]
    return DOES.match(behind.removeprefix(noun[0] if noun else "")) is not None


def _is_plain(row: Row, index: int) -> bool:
    quantity, figure = row.quantity(index), row.figures[index]
    counted = quantity.unit_class is UnitClass.COUNT and quantity.is_exact and not quantity.hedges
    open_ = OPEN.search(row.before(index)) or figure.bracket or row.past(index)
    return counted and not open_ and row.cues[index].act in (Act.LEVEL, Act.SUM)

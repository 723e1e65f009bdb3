"""Parts of a body that is made up of so many: 由7人组成，其中代表2人，…专家6人.

Nobody sits in it twice, so that its parts never come to more than the whole; they may come to less.
"""

from collections.abc import Iterator
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.sums.row import OPEN, Row, Sum, same_unit

MADE = pattern("由(?:以下|下列)?$")
OF = pattern("[\u4e00-\u9fff]{0,4}?(?:组成|构成)[，,（(：:](?:其中|包括)")
ENDED = pattern("[，。；、！？）]|$")
OVERLAPS = pattern("女|党员|兼|同时|以上|以下|博士|硕士|本科|高级|[岁龄]")
"""What may be said of the same people again."""

LEVELS, MOST = (Act.LEVEL, Act.SUM), 8


def composed(row: Row) -> Iterator[Sum]:
    """The whole with parts behind 其中 that come to more than it."""
    for whole in range(row.first, len(row.figures) - 2):
        total = row.quantity(whole)
        made = MADE.search(row.before(whole)) and OF.match(row.text, total.span.end, row.passage.span.end)
        if not made or total.unit_class is not UnitClass.COUNT or total.hedges:
            continue
        near = range(whole + 1, min(whole + 1 + MOST, len(row.figures)))
        parts = [one for one in near if same_unit(row.quantity(one), total)]
        behind = row.text[total.span.end : row.quantity(parts[-1]).span.end] if parts else ""
        if len(parts) < 2 or OVERLAPS.search(behind) or not all(_is_part(row, one) for one in parts):
            continue
        if any(OPEN.search(row.between(one, two)) for one, two in pairwise(parts)):
            continue
        quantities = tuple(map(row.quantity, parts))
        if sum(one.value for one in quantities) > total.value >= max(one.value for one in quantities):
            yield Sum(total, quantities, (row.figures[parts[0]].before,), exhaustive=True, likely=True)


def _is_part(row: Row, one: int) -> bool:
    level = row.adds(one) and row.cues[one].act in LEVELS and not row.quantity(one).hedges
    return level and ENDED.match(row.text, row.quantity(one).span.end) is not None

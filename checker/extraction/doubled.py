"""What doubled: 产量|翻番, 两项收入增长，实现两个|翻番."""

from collections.abc import Sequence

from checker.extraction.numbers import Told
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act

UNIT, GROWTH = "番", "增长倍数"
GROWN = pattern("(?:增[长速幅量]|倍)[一-鿿]{0,2}$")
MANY = {"两": 2, "二": 2, "三": 3, "四": 4}
SO_MANY = "项数"


def doubled(told: Sequence[Told], one: Quantity, metric: str) -> str:
    """The indicator of a number that says how often something doubled; empty for any other number.

    Behind so many of them (两个|翻番) it is of as many levels before.
    """
    if one.unit.name != UNIT or GROWN.search(metric):
        return ""
    index = next(nth for nth, other in enumerate(told) if other.quantity is one)
    counted = told[index - 1] if index and told[index - 1].naming.metric.endswith(SO_MANY) else None
    many = MANY.get(counted.quantity.literal[:1], 0) if counted else 0
    levels = [other.naming.metric for other in told[max(0, index - 1 - many) : index - 1] if _is_level(other)]
    if counted and len(levels) == many:
        return f"{'、'.join(levels)}{GROWTH}"
    return "" if counted else f"{metric}{GROWTH}"


def _is_level(told: Told) -> bool:
    return told.naming.own and told.naming.act is Act.LEVEL

"""Units that are themselves what is counted: “红黄”两色|挂牌预警, 产业、科技、金融三向|突破."""

from checker.extraction.bearings import Bearings
from checker.patterns import pattern
from checker.quantities.model import Quantity

COUNTED = {"色": "颜色", "向": "方向"}
BEHIND = pattern("[一-鿿]{2,8}")


def counted(bearings: Bearings, one: Quantity, metric: str) -> str:
    """The indicator of so many colours or directions, by what they are of."""
    kind = COUNTED.get(one.unit.name, "") if metric.endswith("数") else ""
    clause = bearings.clause(one.span.start)
    behind = BEHIND.fullmatch(bearings.text, one.span.end, clause.end) if kind else None
    return f"{behind[0]}{kind}数" if behind else metric

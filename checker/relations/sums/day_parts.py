"""Parts of a day with what the whole day comes to: 早上卖出120份，晚上卖出80份，一天卖200份.

A morning opens, an evening closes the row, and no other number of the unit stands between. Noon may be left out where
nothing is told of it, so that a day of more is for a reader to look at.
"""

from collections.abc import Iterator
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, THEN
from checker.relations.sums.row import Row, Sum, same_unit
from checker.spans import Span

SIGNS = "早上"
PARTS = (
    pattern("(?:早[上晨市餐]?|清晨|上午|白天)[^，。；0-9]{0,8}$"),
    pattern("(?:中午|下午|午[市餐后间])[^，。；0-9]{0,8}$"),
    pattern("(?:晚[上市餐间]?|傍晚|夜里|夜间|夜市|下午)[^，。；0-9]{0,8}$"),
)
ALL = pattern(
    "(?:^|[，,；;])(?:这样)?(?:一整?天|全天|整天|一日)(?:下来|算下来|加起来)?(?:他|她|他们|店里|小店)?(?:就|便|能|可以?|要|得|共|一共|总共|大约)*(?P<verb>[\u4e00-\u9fff]{0,3}?)了?$"
)
OTHER = pattern(f"{THEN}|{MEANS}|每|最|[多少高低]")
NEAR = Fraction(1, 6)
MOST, LEAD, DAY = 3, 24, "天"


def summed(row: Row) -> Iterator[Sum]:
    """The day with its parts right before it."""
    for whole in range(row.first + 2, len(row.figures)):
        lead = row.text[max(row.clause(whole), row.starts[whole] - LEAD) : row.starts[whole]]
        told = ALL.search(lead)
        if told is None or row.quantity(whole).hedges or OTHER.search(lead):
            continue
        parts = _parts(row, whole)
        verb = parts and (not told["verb"] or set(told["verb"]) & set(row.before(parts[0])))
        if verb and _is_near(row, parts, whole):
            quantities = tuple(row.quantity(one) for one in parts)
            words = Span(row.quantity(parts[-1]).span.end, row.starts[whole])
            yield Sum(row.quantity(whole), quantities, (words,), exhaustive=True, likely=True)


def _is_near(row: Row, parts: list[int], whole: int) -> bool:
    """Whether the day is not so much more than its parts that one of them must have been left out."""
    told = sum((row.quantity(one).value for one in parts), Fraction(0))
    return row.quantity(whole).value - told <= NEAR * row.quantity(whole).value


def _parts(row: Row, whole: int) -> list[int]:
    """The figures before it, back to that of the morning; none if another number comes between."""
    found: list[int] = []
    last = whole - 1 if row.quantity(whole - 1).unit.name != DAY else whole - 2
    for one in range(last, max(row.first, last + 1 - MOST) - 1, -1):
        quantity, before = row.quantity(one), row.before(one)
        plain = same_unit(quantity, row.quantity(whole)) and row.cues[one].act is Act.LEVEL and not quantity.hedges
        if not plain or OTHER.search(before):
            return []
        found.insert(0, one)
        if not PARTS[2 if len(found) == 1 else 1].search(before) and not PARTS[0].search(before):
            return []
        if PARTS[0].search(before):
            return found if len(found) > 1 else []
    return []

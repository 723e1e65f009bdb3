"""Which counts and totals around a value per unit are of its own matter.

其中 opens a list of parts: what is told behind it is not of the whole before it. Several lots that have each its price
have each its count, and what they come to together is the product of none.
"""

from collections.abc import Sequence

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.products.rates_per import PerUnit, base, per_unit
from checker.relations.sums.row import Row

AMONG = pattern("其中")
NEAR = 12
"""How many figures around a price the others of its ware stand."""
SUMMED = pattern("[一总]?共[^，。；]{0,4}$|合计|总计")


def on_this_side(row: Row, index: int, counts: Sequence[int], totals: Sequence[int]) -> tuple[list[int], list[int]]:
    """Counts and totals on this side of 其中: 2430人，平均每班45人，其中初中36个班1620人 are two wholes.

    Where nothing of either kind stands there both are of what the list was told of.
    """

    def side(one: int) -> int:
        return len(AMONG.findall(row.text, row.passage.span.start, row.starts[one]))

    own = side(index)
    if all(side(one) != own for one in (*counts, *totals)):
        return list(counts), list(totals)
    return [one for one in counts if side(one) == own], [one for one in totals if side(one) == own]


def is_in_list(row: Row, index: int) -> bool:
    """Whether a value stands behind 其中, so that what is told right before it may be parts of what it is of."""
    return AMONG.search(row.text, row.passage.span.start, row.starts[index]) is not None


def is_one_price(row: Row, index: int, per: PerUnit) -> bool:
    """Whether each of several lots has its price: 3万斤，每斤1.8元，1.5万斤，每斤3元，共收入9.9万元."""
    return not per.mean and bool(_others(row, index, per))


def own(row: Row, index: int, per: PerUnit, found: Sequence[int]) -> list[int]:
    """What stands next to a price with none of the others between; a sum of the lots is of none."""
    prices = _others(row, index, per)
    near = [one for one in found if not any(min(one, index) < each < max(one, index) for each in prices)]
    return [one for one in near if row.cues[one].act is not Act.SUM and not SUMMED.search(row.before(one))]


def _others(row: Row, index: int, per: PerUnit) -> list[int]:
    """The other prices of the sentence that are of the same money for the same ware, each with a lot of its own."""
    near = range(max(row.first, index - NEAR), min(index + NEAR + 1, len(row.figures)))
    alike = (one for one in near if one != index and _is_alike(row, one, per))
    return [one for one in alike if _has_lot(row, min(one, index), max(one, index), per)]


def _has_lot(row: Row, first: int, second: int, per: PerUnit) -> bool:
    """Whether a count of the ware stands between two prices."""
    return any(base(row.quantity(one).unit) == per.below for one in range(first + 1, second))


def _is_alike(row: Row, one: int, per: PerUnit) -> bool:
    found = per_unit(row, one)
    return found is not None and not found.mean and (found.above, found.below) == (per.above, per.below)

"""What is told too of a whole and of each of its parts: 合同120份，金额3.5亿元，其中出口30份，金额1.2亿元."""

from bisect import bisect_left
from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act
from checker.relations.sums.row import MOVES, Row, Sum, same_unit

BESIDE = pattern("\\s*[，,、]\\s*(?P<name>折合?|[\u4e00-\u9fff]{2,8}?)(?:达到?|为|约|共|近|超过?)*\\s*")
"""77只|，筹资|622亿元: nothing but what is told, and perhaps growth, stands between."""

GROWN = 2
"""So much growth may stand between."""

RANKED = pattern("均|排|位列|同比|环比|[增减降升]|比|其中|每|最|平|累计|历年|任务|计划|目标")
"""What is no amount of all, or of another time than the parts."""


def told_too(row: Row, one: Sum) -> Sum | None:
    """The amounts behind a whole and behind each of its parts, where all are called alike and counted in one unit."""
    heads = [_name(row, each) for each in (one.whole, *one.parts)]
    if not heads[0] or set(heads) != {heads[0]} or RANKED.search(heads[0]):
        return None
    whole, *parts = (row.quantity(_next(row, each)) for each in (one.whole, *one.parts))
    alike = not same_unit(whole, one.whole) and all(same_unit(whole, each) for each in parts)
    if not alike or _comes_to_more(whole, parts):
        return None
    return Sum(whole, tuple(parts), one.words, moves=MOVES.search(heads[0]) is not None, likely=True)


def _name(row: Row, quantity: Quantity) -> str:
    """What the amount right behind a number is called; empty where there is none."""
    at, following = bisect_left(row.starts, quantity.span.start), _next(row, quantity)
    if following >= len(row.figures) or row.quantity(at) != quantity or not row.adds(following):
        return ""
    found = BESIDE.fullmatch(row.between(following - 1, following))
    level = row.cues[following].act in (Act.LEVEL, Act.SUM)
    one_bracket = row.figures[at].bracket == row.figures[following].bracket
    return found["name"] if found and level and one_bracket else ""


def _next(row: Row, quantity: Quantity) -> int:
    """The amount behind a number, past how it grew."""
    at = bisect_left(row.starts, quantity.span.start) + 1
    for index in range(at, min(at + GROWN, len(row.figures))):
        if not (row.figures[index].is_rate and row.cues[index].act in (Act.RISE, Act.FALL)):
            return index
    return min(at + GROWN, len(row.figures))


def _comes_to_more(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether what is told of the parts is not of the whole alone."""
    return sum(each.value * each.unit.factor for each in parts) > whole.value * whole.unit.factor

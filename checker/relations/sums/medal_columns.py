"""Medals by metal, of which some were won here and some there: gold adds to gold.

共获得17枚金牌、15枚银牌。其中省赛金牌5枚、银牌2枚；市赛金牌8枚、银牌9枚: 5 and 8 lie in 17, 2 and 9 in 15.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.sums.medals import MEDALS
from checker.relations.sums.row import OPEN, Row, Sum, fits, low
from checker.spans import Span

UNITS = frozenset(("枚", "块", "面", "个"))
BEHIND, BEFORE = pattern("([金银铜])牌"), pattern("([金银铜])牌(?:各|获得|共)?$")
BETWEEN = pattern("[金银铜]?牌?(?:、|，|和|及|以及)?(?:[金银铜]牌)?")
"""176枚|金牌、|159枚, 金牌5枚|、银牌|2枚."""

LEAST, MOST = 2, 12
OTHERS = pattern("[比较]|上届|[上前去][一]?[年届]|累计")


def of_each(row: Row) -> Iterator[Sum]:
    """A sum for each metal of the row of medals before 其中."""
    found = OPEN.search(row.text, row.passage.span.start, row.passage.span.end)
    if found is None:
        return
    at = bisect_left(row.starts, found.end())
    whole = _run_before(row, bisect_left(row.starts, found.start()))
    groups = list(_groups(row, at, len(whole)))
    metals = [_metal(row, one) for one in whole]
    if len(whole) < LEAST or not groups or OTHERS.search(row.between(whole[-1], at)):
        return
    if any([_metal(row, one) for one in group] != metals for group in groups):
        return
    for place, index in enumerate(whole):
        parts = [group[place] for group in groups]
        if not fits(row.quantity(index), sum((low(row.quantity(one)) for one in parts), Fraction(0))):
            return
        yield Sum(row.quantity(index), tuple(map(row.quantity, parts)), (Span(*found.span()),), likely=True)


def _run_before(row: Row, end: int) -> Sequence[int]:
    """The medals side by side right before a figure."""
    first = end
    while first > max(0, end - MOST) and _metal(row, first - 1) and (first == end or _joined(row, first - 1)):
        first -= 1
    return range(first, end)


def _groups(row: Row, first: int, size: int) -> Iterator[Sequence[int]]:
    """So many medals side by side, again and again."""
    for start in range(first, min(first + MOST * size, len(row.figures) - size + 1), size or 1):
        group = range(start, start + size)
        if not all(_metal(row, one) for one in group) or not all(_joined(row, one) for one in group[:-1]):
            return
        yield group


def _joined(row: Row, index: int) -> bool:
    return BETWEEN.fullmatch(row.between(index, index + 1)) is not None


def _metal(row: Row, index: int) -> str:
    """Of what metal the medals are that a figure counts: 金牌5枚, 5枚金牌, 5金; empty for anything else."""
    quantity = row.quantity(index)
    if quantity.unit.name in MEDALS:
        return quantity.unit.name
    if quantity.unit.name not in UNITS:
        return ""
    found = BEFORE.search(row.before(index)) or BEHIND.match(row.text, quantity.span.end)
    return found[1] if found else ""

"""What is left of a whole that the share of what went tells: 追回187.56万元，占六成；还有125.04万元没有追回.

The share says of what the part is one, however far back that stands; so the rest is the rest of that. What misses it is
told only where one slip of the pen explains it, and for somebody to look at.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.findings import Verdict
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Pool
from checker.relations.record import Relation
from checker.relations.sums import judging, leaving
from checker.relations.sums.row import Sum, row_of

NEAR = 4
"""So many numbers behind a part its rest may stand."""


def told(pool: Pool, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The wholes with the part of which the share is told, and the rest."""
    known = {each.span for one in relations if one.kind == judging.KIND for each in one.operands}
    for one in relations:
        if one.kind != "ratio" or one.verdict is not Verdict.CONSISTENT:
            continue
        spans = {each.role: each.span for each in one.operands}
        part, whole = pool.at(spans.get("part")), pool.at(spans.get("whole"))
        rest = _rest(pool, part, whole) if part and whole else None
        if part and whole and rest and rest.quantity.span not in known:
            yield from _judged([*_parts_before(pool, relations, part, whole), part], whole, rest)


def _rest(pool: Pool, part: Level, whole: Level) -> Level | None:
    """What is told as left behind a part, nothing of its kind between them."""
    rest, step = pool.next(part, 1), 2
    while rest is not None and rest.key != part.key and step <= NEAR:
        rest, step = pool.next(part, step), step + 1
    if rest is None or rest.sentence != part.sentence or rest.key != part.key or part.key != whole.key:
        return None
    row = row_of(rest.passage)
    at = bisect_left(row.starts, rest.quantity.span.start)
    own = at < len(row.figures) and row.figures[at] is rest.figure
    return rest if own and not rest.quantity.hedges and not rest.moves and leaving.is_left(row, at) else None


def _parts_before(pool: Pool, relations: Sequence[Relation], part: Level, whole: Level) -> list[Level]:
    """The parts of the same whole that are told with their shares before one, in its sentence."""
    told = (
        pool.at(each.span)
        for one in relations
        if one.kind == "ratio" and any(each.span == whole.quantity.span for each in one.operands)
        for each in one.operands
        if each.role == "part"
    )
    found = {one.at: one for one in told if one and one.sentence == part.sentence and one.at < part.at}
    return [found[at] for at in sorted(found)]


def _judged(parts: Sequence[Level], whole: Level, rest: Level) -> Iterator[Relation]:
    if whole.value <= max(each.value for each in (*parts, rest)):
        return
    told = tuple(each.quantity for each in (*parts, rest))
    relation = judging.verify(rest.passage, Sum(whole.quantity, told, (rest.words,), exhaustive=True, likely=True))
    if relation.verdict is not Verdict.INCONSISTENT or relation.by_slip:
        yield relation

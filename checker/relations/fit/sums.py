"""A total with its parts: numbers of one unit that stand in a row and come to another."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations import total as totals
from checker.relations.fit.pool import Fit, Level, Pool, believed
from checker.relations.row import Sum
from checker.spans import Span

LONGEST, STARTS = 10, 24
"""How many parts are tried, and from how many numbers of one paragraph on."""

FLOW = pattern("流入|流出|买入|卖出")


def find(pool: Pool, settled: Container[Span]) -> Iterator[Fit]:
    """Every total whose parts stand in a row, but for those that are settled."""
    rows: dict[tuple[int, str, bool], list[Level]] = defaultdict(list)
    for one in pool.levels:
        if one.is_amount and one.value > 0 and one.quantity.unit_class is not UnitClass.PER:
            rows[one.paragraph, one.key, one.moves].append(one)
    best: dict[Level, Fit] = {}
    for row in rows.values():
        if len(row) > 1:
            for total, fit in _runs(pool, row[:STARTS], settled):
                if total not in best or fit.chance < best[total].chance:
                    best[total] = fit
    yield from best.values()


def _runs(pool: Pool, row: Sequence[Level], settled: Container[Span]) -> Iterator[tuple[Level, Fit]]:
    """Parts side by side, or every second number where two things are told in turn."""
    for stride in (1, 2) if len(row) > 3 else (1,):
        for start in range(len(row) - stride):
            run: list[Level] = []
            for one in row[start : start + LONGEST * stride : stride]:
                run.append(one)
                if len(run) > 1:
                    yield from _totals(pool, run, stride, settled)


def _totals(pool: Pool, run: Sequence[Level], stride: int, settled: Container[Span]) -> Iterator[tuple[Level, Fit]]:
    low, high, value = (sum(getattr(each, name) for each in run) for name in ("low", "high", "value"))
    first, last = run[0], run[-1]
    for total in pool.between(first.key, low * 0.98, high * 1.02):
        if total.high < low or total.low > high or total.moves is not first.moves or first.at <= total.at <= last.at:
            continue
        if total.quantity.span in settled or abs(total.paragraph - first.paragraph) > 3:
            continue
        width = min(high - low + total.high - total.low, 2 * abs(value - total.value) + sum(_unit(one) for one in run))
        near = first if total.at < first.at else last
        chance = max(width, _unit(total)) / total.value * pool.rivals(near, total) * stride
        if believed(chance, total, *run) and _alike(total, run):
            fit = _fit(total, run, chance)
            if fit:
                yield total, fit


def _unit(one: Level) -> float:
    """What the last printed digit is worth."""
    return max(one.high - one.low, one.grain * one.value)


def _alike(total: Level, run: Sequence[Level]) -> bool:
    """Whether the parts are as large as one can see in the total, of its time, and flow as it does."""
    if any(one.is_past is not total.is_past or one.value < total.high - total.low for one in run):
        return False
    flows = {found[0][-1] for one in (total, *run) if (found := FLOW.search(one.lead))}
    return len(flows) < 2


def _fit(total: Level, run: Sequence[Level], chance: float) -> Fit | None:
    parts = tuple(one.quantity for one in run)
    words = (Span(total.quantity.span.start - len(total.lead), total.quantity.span.start),)
    relation = totals.verify(total.passage, Sum(total.quantity, parts, words, exhaustive=True, moves=total.moves))
    return Fit(relation, chance) if relation.verdict is Verdict.CONSISTENT else None

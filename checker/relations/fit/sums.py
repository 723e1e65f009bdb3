"""A total with its parts: numbers of one unit that stand in a row and come to another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import inf

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.fit import divisions
from checker.relations.fit.divisions import Division, Known
from checker.relations.fit.ill_matched import ill_matched, of_price
from checker.relations.fit.level import Level
from checker.relations.fit.pool import LN10, PARAGRAPH, SENTENCE, Fit, Pool, believed, fits
from checker.relations.sums import judging
from checker.relations.sums.row import Sum
from checker.spans import Span

LONGEST, STARTS = 10, 24
"""How many parts are tried, and from how many numbers of one paragraph on."""

FAR = 3
"""How many paragraphs may lie between a total and its parts."""

BACK = 6
"""How many numbers before a sum (合计) are tried for one of two parts; the other is looked up by its size."""

WHOLE_LIST = 3
"""So many parts that are all a sentence lists of their kind are parts of something."""

TWO = 4
"""So much likelier do two numbers come to a third by chance, among all the pairs there are."""

VAGUE = 200
"""A hedged part may leave open so small a part of the total."""

FLOW = pattern("流入|流出|买入|卖出")

Settled = Mapping[Span, set[Span]]
Found = tuple[Level, Sequence[Level], Fit]


def find(pool: Pool, settled: Settled, known: Iterable[Division] = ()) -> Iterator[Fit]:
    """Every total whose parts stand in a row, but for those whose parts are known.

    The likeliest come first, so that none takes up only some of the parts of one that is likelier.
    """
    taken = Known(known)
    for total, parts, fit in sorted(_found(pool, settled), key=lambda one: one[2].chance):
        if taken.allows(total, parts):
            taken.add(Division(total, frozenset(parts)))
            yield fit


def _found(pool: Pool, settled: Settled) -> Iterator[Found]:
    rows: dict[tuple[int, str, bool, bool], list[Level]] = defaultdict(list)
    for one in pool.levels:
        if one.is_amount and one.value > 0 and divisions.adds(one) and not of_price(pool, one) and not _is_any(one):
            heads = _per_head(one)
            if heads or not one.is_each:
                rows[one.paragraph, one.key, one.moves, heads].append(one)
    best: dict[tuple[Level, int], Found] = {}
    for (paragraph, _, _, _), row in rows.items():
        for found in (*_runs(pool, row[:STARTS], settled), *_pairs(pool, row, settled)):
            key = found[0], paragraph
            if key not in best or found[2].chance < best[key][2].chance:
                best[key] = found
    yield from best.values()


def _is_any(one: Level) -> bool:
    """Whether it is any one of a measure and no amount of it: 一亩出2.4捆."""
    kind = one.quantity.unit_class
    return one.quantity.numeral == "一" and kind not in (UnitClass.COUNT, UnitClass.DURATION)


def _per_head(one: Level) -> bool:
    """Whether it is what each of the same people has: 人均工资性收入 adds to 人均可支配收入, and to nothing else."""
    return "人均" in one.lead


class Run:
    """Numbers of a ``row`` that stand side by side, or every second one, with what they come to."""

    def __init__(self, row: Sequence[Level], stride: int) -> None:
        self.row, self.stride = row, stride
        self.parts: list[Level] = []
        self.low = self.high = self.value = 0.0

    def add(self, one: Level) -> None:
        """Take the next number."""
        self.parts.append(one)
        self.low, self.high, self.value = self.low + one.low, self.high + one.high, self.value + one.value

    @property
    def is_list(self) -> bool:
        """Whether it is all that its sentence holds of its kind."""
        if self.stride > 1 or len(self.parts) < WHOLE_LIST:
            return False
        sentence = self.parts[0].sentence
        alone = all(one.sentence == sentence for one in self.parts)
        return alone and sum(one.sentence == sentence for one in self.row) == len(self.parts)


def _runs(pool: Pool, row: Sequence[Level], settled: Settled) -> Iterator[Found]:
    """Parts side by side, or every second number where two things are told in turn."""
    for stride in (1, 2) if len(row) > 3 else (1,):
        for start in range(len(row) - stride):
            run = Run(row, stride)
            run.add(row[start])
            for one in row[start + stride : start + LONGEST * stride : stride]:
                run.add(one)
                near = pool.between(row[start], one.key, run.low * 0.98, run.high * 1.02)
                if near:
                    yield from _totals(pool, run, near, settled)


def _totals(pool: Pool, run: Run, near: Sequence[Level], settled: Settled) -> Iterator[Found]:
    """Those of the numbers of about the right size to which a run comes."""
    parts, low, high = run.parts, run.low, run.high
    first, last = parts[0], parts[-1]
    for total in near:
        if (
            total.value <= 0
            or total.high < low
            or total.low > high
            or total.moves is not first.moves
            or first.at <= total.at <= last.at
        ):
            continue
        if abs(total.paragraph - first.paragraph) > FAR or not _is_new(total, parts, settled):
            continue
        if not divisions.in_lists(pool, total, parts, run.stride) or ill_matched(pool, total, parts, run.stride):
            continue
        if _per_head(total) is not _per_head(first) or _is_vague(total, parts):
            continue
        known = total in pool.wholes[first.paragraph]
        width = min(
            high - low + total.high - total.low, 2 * abs(run.value - total.value) + sum(_unit(one) for one in parts)
        )
        finest = min(_unit(one) for one in (total, *parts))
        few = TWO if len(parts) == 2 and total.act is not Act.SUM else 1
        rivals = 1 if known else pool.rivals(first if total.at < first.at else last, total)
        chance = max(width, finest) / total.value * rivals * run.stride * few / LN10
        if few > 1 and chance > PARAGRAPH:
            continue
        limit = (SENTENCE if total.paragraph == first.paragraph else PARAGRAPH) if known or run.is_list else 0
        if believed(chance, total, *parts) or chance <= limit:
            fit = _fit(total, parts, chance)
            if fit:
                yield total, tuple(parts), fit


def _is_vague(total: Level, parts: Sequence[Level]) -> bool:
    """Whether a hedge leaves so much of a part open that hardly any total would be missed."""
    return any(part.quantity.hedges and (part.high - part.low) * VAGUE > total.value for part in parts)


def _pairs(pool: Pool, row: Sequence[Level], settled: Settled) -> Iterator[Found]:
    """新房、二手房合计18300套: a sum of two numbers that stand apart."""
    for total in row:
        if total.act is not Act.SUM:
            continue
        least = inf  # Where a number stands a hundred times, only the likeliest is worked out.
        before = [one for one in pool.levels[max(0, total.at - BACK * 2) : total.at][::-1] if one.key == total.key]
        for rank, one in enumerate(islice(before, BACK), 1):
            for other in pool.between(total, total.key, total.low - one.high, total.high - one.low):
                if other in (one, total) or other.at > total.at or other.moves or one.moves or other.value <= 0:
                    continue
                width = max(
                    min(_unit(one), _unit(other), _unit(total)),
                    one.high - one.low,
                    other.high - other.low,
                    total.high - total.low,
                )
                chance = width / total.value * rank * pool.rivals(total, other, one) / LN10
                run = sorted((one, other), key=lambda each: each.at)
                if chance < least and believed(chance, total, *run) and _is_new(total, run, settled):
                    fit = _fit(total, run, chance)
                    if fit:
                        least = chance
                        yield total, run, fit


def _is_padded(total: Level, run: Sequence[Level]) -> bool:
    """Whether the total is told without what is lost in the last digit of the others: 180.9万斤 and 402斤, 904.5吨."""
    wide = max(one.high - one.low for one in run)
    rest = [one.value for one in run if one.value >= wide]
    return len(rest) < len(run) and total.low <= sum(rest) <= total.high


def _unit(one: Level) -> float:
    """What the last printed digit is worth."""
    return max(one.high - one.low, one.grain * one.value)


def _is_new(total: Level, run: Sequence[Level], settled: Settled) -> bool:
    """Whether none of these is known for a part of the total, and all are of its time, flow as it does, show in it."""
    least = total.high - total.low
    if any(one.value < least or one.is_past is not total.is_past for one in run) or _is_padded(total, run):
        return False
    known = settled.get(total.quantity.span)
    if known and any(one.quantity.span in known for one in run):
        return False
    flows = {found[0][-1] for one in (total, *run) if (found := FLOW.search(one.lead))}
    return len(flows) < 2


def _fit(total: Level, run: Sequence[Level], chance: float) -> Fit | None:
    parts = tuple(one.quantity for one in run)
    relation = judging.verify(total.passage, Sum(total.quantity, parts, (total.words,), exhaustive=True))
    return Fit(relation, chance) if fits(relation) else None

"""Numbers that the wordings leave alone, tied by what they come to.

The words before a number say what kind it is (a share, growth, a difference, a value per unit, how many times, a sum),
but often not of what: 海外收入5.61亿元，占比30.4% speaks of a revenue two paragraphs up. Here the numbers around it are
tried, the nearest first. A fit is believed only where it is hardly chance: see ``Chance``. Nothing is ever called wrong
for want of a fit; but what a wording took for a fault is dropped where the number fits something as near.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.relations.fit import differences, products, shares, sums, times
from checker.relations.fit.pool import Fit, Level, Pool
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

RESULTS = {
    "ratio": "rate",
    "change": "rate change",
    "multiple": "multiple",
    "product": "unit_value",
    "growth_average": "rate",
}
"""The roles of the numbers that follow from the others, by relation."""

SURE = 0.004
"""How unlikely a fit by chance must be for it to outweigh a wording that is beyond doubt."""

FINDERS = (shares.find, differences.find, times.find, products.find)


def fitted(passages: Sequence[Passage], found: Iterable[Relation]) -> list[Relation]:
    """The relations found by wording, without the faults that a fit explains, and those that only arithmetic ties."""
    found = list(found)
    pool = Pool(passages)
    if len(pool.levels) < 3:
        return found
    settled = {span for one in found if one.verdict is not Verdict.INCONSISTENT for span in results(one)}
    accused = {span: one for one in found if one.verdict is Verdict.INCONSISTENT for span in results(one)}
    for one in found:
        if one.verdict is Verdict.CONSISTENT:
            pool.learn(one)
    fits: list[Fit] = []
    for level in pool.levels:
        span = level.quantity.span
        fit = None if span in settled else _best(pool, level)
        if fit is not None and (span not in accused or accused[span].doubtful or fit.chance <= SURE):
            fits.append(fit)
            pool.learn(fit.relation)
    fits += sums.find(pool, _parts(found))
    cleared = {span for one in fits for span in results(one.relation)}
    kept = [one for one in found if one.verdict is not Verdict.INCONSISTENT or not cleared & set(results(one))]
    return [*kept, *_merged(one.relation for one in fits)]


def _parts(found: Iterable[Relation]) -> dict[Span, set[Span]]:
    """The parts that are known of each total."""
    known: dict[Span, set[Span]] = {}
    for one in found:
        if one.kind == "total":
            known.setdefault(one.operands[0].span, set()).update(each.span for each in one.operands[1:])
    return known


def results(relation: Relation) -> Iterator[Span]:
    """The operands of a relation that follow from the others."""
    roles = RESULTS.get(relation.kind, "").split()
    return (one.span for one in relation.operands if one.role in roles)


def _best(pool: Pool, level: Level) -> Fit | None:
    fits = [fit for find in FINDERS for fit in find(pool, level)]
    return min(fits, key=lambda one: one.chance, default=None)


def _merged(found: Iterable[Relation]) -> Iterator[Relation]:
    """A difference and a rate between the same two levels are one change."""
    changes: dict[tuple[Span, Span], Relation] = {}
    for one in found:
        levels = {each.role: each.span for each in one.operands}
        if one.kind != "change" or not {"base", "current"} <= levels.keys():
            yield one
            continue
        key = levels["base"], levels["current"]
        other = changes.get(key)
        if other is None:
            changes[key] = one
        else:
            known = {each.role for each in other.operands}
            more = tuple(each for each in one.operands if each.role not in known)
            changes[key] = replace(other, operands=(*other.operands, *more))
    yield from changes.values()

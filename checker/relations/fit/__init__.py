"""Numbers that the wordings leave alone, tied by what they come to.

The words before a number say what kind it is (a share, growth, a difference, a value per unit, how many times, a sum),
but often not of what: 海外收入5.61亿元，占比30.4% speaks of a revenue two paragraphs up. Here the numbers around it are
tried, the nearest first. Each number that is tried makes a fit by chance likelier, and the more so the rougher what is
printed: 占四成 is believed of its neighbours only, 占12.73% of a number far up. Nothing is called wrong for want of a
fit; but what a wording took for a fault is dropped where the number fits something as near.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from checker.findings import Verdict
from checker.quantities.model import UnitClass
from checker.relations.fit import differences, misses, namesakes, orphans, products, rests, shares, sums, times
from checker.relations.fit.divisions import BALANCE, Division
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Fit, Pool
from checker.relations.growth.judging import Finding, verify
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

EACH = "每"
SURE = 0.0015
"""How unlikely a fit by chance must be for it to outweigh a wording that is beyond doubt."""

FINDERS: dict[UnitClass, tuple[Callable[[Pool, Level], Iterator[Fit]], ...]] = {
    UnitClass.RATE: (shares.find, differences.find),
    UnitClass.POINTS: (differences.find,),
    UnitClass.MULTIPLE: (times.find,),
    UnitClass.NONE: (differences.find, times.find, products.find),
}
AMOUNTS = (differences.find, products.find)
"""What a number can follow from, by what it measures."""


def fitted(passages: Sequence[Passage], found: Iterable[Relation]) -> list[Relation]:
    """The relations found by wording, without the faults that a fit explains, and those that only arithmetic ties."""
    found = list(found)
    pool = Pool(passages)
    if len(pool.levels) < 3:
        return found
    settled = {
        span
        for one in found
        if one.verdict is not Verdict.INCONSISTENT and _is_whole(pool, one)
        for span in results(one)
    }
    faulty = [one for one in found if one.verdict is Verdict.INCONSISTENT and _is_whole(pool, one)]
    accused = {span: one for one in faulty for span in results(one)}
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
    fits += sums.find(pool, _parts(found), _divisions(pool, found))
    faults = {id(one): set(results(one)) for one in faulty}
    cleared = {id(one) for one in found if id(one) in faults and _is_explained(one, faults[id(one)], fits)}
    wrong = {span for name, follow in faults.items() if name not in cleared for span in follow}
    sound = [one for one in fits if one.told and wrong.isdisjoint(results(one.relation))]
    told = [*(one for one in found if id(one) not in cleared), *_unsummed(found, _merged(sound))]
    return [*_of_one_whole(pool, told), *_slipped(pool, told), *rests.told(pool, told)]


def _of_one_whole(pool: Pool, told: Sequence[Relation]) -> list[Relation]:
    """The relations without shares that are, by what makes them, of several wholes: 占套数的57.53%，占面积的70.04%."""
    wholes: dict[Span, Level] = {}
    for one in told:
        spans = {each.role: each.span for each in one.operands}
        whole = pool.at(spans.get("whole")) if one.kind == "ratio" and one.verdict is Verdict.CONSISTENT else None
        if whole is not None and "rate" in spans:
            wholes[spans["rate"]] = whole
    return [one for one in told if one.kind != "shares" or _is_of_one(one, wholes)]


def _is_of_one(shares: Relation, wholes: Mapping[Span, Level]) -> bool:
    found = [wholes[each.span] for each in shares.operands if each.span in wholes]
    return all(one.key == found[0].key and one.low <= found[0].high and found[0].low <= one.high for one in found[1:])


def _is_explained(fault: Relation, follow: set[Span], fits: Sequence[Fit]) -> bool:
    """Whether what follows in a fault follows from other numbers. Some of its own that fit leave the rest a fault.

    Nor do just its own, tied as the words tie them: the words know which is counted and which is rounded.
    """
    own = {one.span for one in fault.operands}
    explained: set[Span] = set()
    for one in fits:
        spans = {each.span for each in one.relation.operands}
        alike = one.relation.kind == fault.kind or (one.relation.kind, fault.kind) == ("ratio", "change")
        if not (spans < own or (spans == own and alike)):
            explained |= spans & follow & set(results(one.relation))
    return bool(follow) and follow <= explained


def _unsummed(found: Iterable[Relation], fits: Iterable[Relation]) -> Iterator[Relation]:
    """The fits that only turn round what the words say: 12人 and 9人 are 21人, no rise by 9人; a rise is no sum."""
    found, fits = list(found), list(fits)
    sums = {_amounts(one) for one in found if one.kind == "total"}
    changes = {_amounts(one) for one in (*found, *fits) if one.kind == "change" and _amounts(one) not in sums}
    other = {"change": sums, "total": changes}
    return (one for one in fits if _amounts(one) not in other.get(one.kind, ()))


def _amounts(one: Relation) -> frozenset[Span]:
    return frozenset(each.span for each in one.operands if each.role != "rate")


def _slipped(pool: Pool, told: Sequence[Relation]) -> Iterator[Relation]:
    """Shares that a slip of the pen keeps from being shares of what the others of their sentence are of."""
    wholes: dict[int, list[Level]] = defaultdict(list)
    taken: set[Span] = set()
    for one in told:
        if one.kind == "ratio":
            spans = {each.role: each.span for each in one.operands}
            taken.update(results(one))
            rate, whole = (pool.at(spans.get(role)) for role in ("rate", "whole"))
            if one.verdict is Verdict.CONSISTENT and rate and whole:
                wholes[rate.sentence].append(whole)
    for level in pool.levels:
        if not level.figure.is_rate or level.quantity.span in taken:
            continue
        found = list(islice(shares.slipped(pool, level, wholes[level.sentence]), 1)) if level.sentence in wholes else []
        found = found or list(misses.missed(pool, level)) or list(orphans.told(pool, level))
        yield from found or namesakes.told(pool, level)


def _is_whole(pool: Pool, relation: Relation) -> bool:
    """Whether a relation says what its rate is of: 每3户里有1户 only says the rate again, rightly or not."""
    whole = next((one.span for one in relation.operands if one.role == "whole"), None)
    return whole is None or not pool.text.endswith(EACH, 0, whole.start)


def _parts(found: Iterable[Relation]) -> dict[Span, set[Span]]:
    """The parts that are known of each total; of a part those that it stands beside, which it is no total of."""
    known: dict[Span, set[Span]] = {}
    for one in found:
        if one.kind == "total" and len(one.operands) > 2:
            parts = {each.span for each in one.operands[1:]}
            for each in one.operands:
                known.setdefault(each.span, set()).update(parts)
    return known


def _divisions(pool: Pool, found: Iterable[Relation]) -> Iterator[Division]:
    """The totals that the wording divides into several parts."""
    for one in found:
        if one.kind == "total" and len(one.operands) > 2 and one.verdict is Verdict.CONSISTENT:
            levels = [pool.at(each.span) for each in one.operands]
            total, *parts = (each for each in levels if each is not None)
            balanced = any(BALANCE.search(each.lead) for each in parts)
            if len(parts) == len(one.operands) - 1 and not balanced:
                yield Division(total, frozenset(parts))


def results(relation: Relation) -> Iterator[Span]:
    """The operands of a relation that follow from the others."""
    roles = RESULTS.get(relation.kind, "").split()
    return (one.span for one in relation.operands if one.role in roles)


def _best(pool: Pool, level: Level) -> Fit | None:
    if level.value <= 0:
        return None
    fits = [fit for find in FINDERS.get(level.quantity.unit_class, AMOUNTS) for fit in find(pool, level)]
    return min(fits, key=lambda one: (not one.told, one.chance), default=None)


def _merged(fits: Iterable[Fit]) -> Iterator[Relation]:
    """A difference and a rate between the same two levels are one change."""
    changes: dict[tuple[Span, Span], Fit] = {}
    for fit in fits:
        figures = fit.finding.figures if fit.finding else {}
        if fit.finding is None or not {"base", "current"} <= figures.keys():
            yield fit.relation
            continue
        levels = figures["base"].quantity.span, figures["current"].quantity.span
        joined = _joined(changes[levels].finding, fit.finding) if levels in changes else None
        if joined is not None and joined[1].verdict is not Verdict.CONSISTENT:
            yield fit.relation
        else:
            changes[levels] = fit if joined is None else replace(fit, finding=joined[0], relation=joined[1])
    yield from (one.relation for one in changes.values())


def _joined(one: Finding | None, two: Finding) -> tuple[Finding, Relation]:
    if one is None:
        return two, verify(two)
    numbers = one.numbers
    for role, quantity in two.numbers.items():
        numbers = numbers.put(role, quantity)
    finding = replace(one, figures={**one.figures, **two.figures}, numbers=numbers, words=(*one.words, *two.words))
    return finding, verify(finding)

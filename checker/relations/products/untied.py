"""product: what a value per unit fits where nothing says surely which count and total are meant.

Averages over the calendar, prices with the yield and the income of one 亩, the only count and total of a sentence.
"""

from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.products import common_time, periods
from checker.relations.products.operands import MEAN_PRICE, MEAN_TIME, is_no_time, is_wider
from checker.relations.products.rates_per import APART, INDICATOR, PerUnit, base, near, per_unit, reached
from checker.relations.products.triple import Triple, has_another_factor, verify
from checker.relations.record import Relation
from checker.relations.sums.row import OPEN, Row

MOST = 40
"""In a sentence with more numbers than this no count and no total is the only one."""

NET = pattern("[纯净利]|成本|补|投入|支出|费")
SPENT, VISITORS, NAME = pattern("消费|花费"), pattern("旅游[^，。；]{0,4}(?:收入|花费|消费)"), 14
"""What visitors spend per head is of all they spend; so many characters before a total name it."""

STRETCH = pattern("(?:最?[前后头]|末)$")
"""累计出动1800人次，日均360人次，后三天救出8人: the last days are not all over which the mean is taken."""

VISITS = {"人": ("人次",), "户": ("户次",)}
"""What an average per head is reckoned by where the same head counts twice."""


def untied(row: Row, index: int, per: PerUnit, *, past: bool) -> Relation | None:
    """What a value per unit fits where no count and total of its sentence are surely meant."""
    averaged = _periodic(row, index, per, past=past)
    if averaged or past:
        return averaged
    return common_time.told(row, index, per) or _per_each(row, index, per) or _lone(row, index, per)


def _periodic(row: Row, index: int, per: PerUnit, *, past: bool) -> Relation | None:
    """What a stretch of the calendar and an average over its days or months come to, where they come to a total.

    Of days that are told one by one an average with two digits swapped is one to look at.
    """
    if APART.search(row.before(index)) or INDICATOR.search(per.metric):
        return None
    swapped = None
    for count, total in periods.totals(row, index, per):
        triple = Triple(per, count, total)
        relation = verify(triple, row.figures[index].before)
        if relation.verdict is Verdict.CONSISTENT:
            return relation
        if swapped is None and not past and periods.is_impossible(row, index, triple):
            swapped = replace(relation, doubtful=True)
        likely = {one.slip for one in relation.candidates if one.role == "unit_value"}
        if "swap" in likely and count.unit_span and swapped is None and not past:
            swapped = replace(relation, doubtful=True)
    return swapped


def _per_each(row: Row, index: int, per: PerUnit) -> Relation | None:
    """亩产1150公斤，每公斤4.4元，亩均收入5060元: a price, with yield and income of one and the same 亩."""
    each = [(one, found) for one in near(row, index) if (found := per_unit(row, one)) and found.quantity.value > 0]
    counts = [(one, found) for one, found in each if found.above == per.below and found.below != per.below]
    totals = [
        (one, found)
        for one, found in each
        if found.above == per.above
        and not NET.search(found.metric)
        and any(found.below == count.below for _, count in counts)
    ]
    if len(counts) != 1 or len(totals) != 1 or APART.search(row.before(index)):
        return None
    (_, count), (_, total) = counts[0], totals[0]
    triple = Triple(per, _of_one(count), _of_one(total))
    relation = verify(triple, row.figures[index].before)
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _of_one(per: PerUnit) -> Quantity:
    """What falls to one, as an amount: 每亩5060元 is 5060元."""
    quantity = per.quantity
    if quantity.unit_class is not UnitClass.PER:
        return quantity
    return replace(quantity, unit=units.unit(quantity.unit.name.partition("/")[0]))


def _is_named(row: Row, total: int, metric: str) -> bool:
    """Whether the total is called as what falls to each: 人均生产总值 of 生产总值, visitors' 人均花费 of 旅游收入."""
    name, indicator = row.before(total)[-NAME:], INDICATOR.search(metric)
    if indicator and indicator[0] in name:
        return True
    return SPENT.search(metric) is not None and VISITORS.search(name) is not None


def _lone(row: Row, index: int, per: PerUnit) -> Relation | None:
    """旅游收入298.7亿元，游客人均花费995.4元: what the one count and the one total of a sentence come to.

    Nothing says that they are meant, so that a fault is one only where a single slip of the pen explains it.
    """
    crowded = len(row.figures) - row.first > MOST
    if crowded or not per.mean or APART.search(row.before(index)):
        return None
    others = [one for one in range(row.first, len(row.figures)) if one != index and not row.past(one)]
    others = [one for one in others if row.cues[one].act in (Act.LEVEL, Act.SUM) and not row.figures[one].bracket]
    counts = [one for one in others if row.quantity(one).value != 1 and not OPEN.search(row.before(one))]
    counts = [one for one in counts if base(row.quantity(one).unit) in (per.below, *VISITS.get(per.below, ()))]
    counts = [one for one in counts if not (MEAN_TIME.search(row.before(one)) or is_no_time(row.quantity(one), per))]
    totals = [one for one in others if one not in counts and base(row.quantity(one).unit) == per.above]
    if len(counts) != 1 or len(totals) != 1 or any(APART.search(row.before(one)[-8:]) for one in (*counts, *totals)):
        return None
    if MEAN_PRICE.search(row.before(totals[0])):
        return None
    named = _is_named(row, totals[0], per.metric)
    if reached(row, counts[0]) or is_wider(row, totals[0], index) or (INDICATOR.search(per.metric) and not named):
        return None
    if counts[0] > index and STRETCH.search(row.before(counts[0])):
        return None
    triple = Triple(per, row.quantity(counts[0]), row.quantity(totals[0]))
    relation = verify(triple, row.figures[index].before)
    if has_another_factor(triple):
        return None
    if relation.verdict is Verdict.CONSISTENT:
        return relation if named else None
    return replace(relation, doubtful=True) if relation.by_slip else None

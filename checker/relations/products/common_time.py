"""product: a total per day with an average per day, of which the day falls out: 27辆车每天接送1134人，平均每辆42人.

The average is told of each thing alone, the count stands before the total in its sentence, and both are the only ones
of their kind. A thing may be called by its noun alone: 86个菇棚…，平均每棚500公斤. Somebody is to look at a fault.
"""

from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.products.rates_per import APART, INDICATOR, PerUnit, base, doubled
from checker.relations.products.triple import Triple, has_another_factor, verify
from checker.relations.record import Relation
from checker.relations.sums.row import OPEN, Row

A_DAY = pattern("(?:每[天日周月年]|[日月年]均|日(?=[产供处发接送]))[^，。；、0-9]{0,10}$")
OWN_TIME = pattern("每[天日周月年趟次回班场]|[日月年趟次]均|一[天年趟]")
SAYS_NOTHING = pattern("[就要约达为是近的]|接[送待]|供应?|平均|只有|能")
"""What else an average names was told before: 平均每所学校教师36人 is of no pupils."""

THINGS, NOUN = frozenset("个座处"), 4
"""What is counted by these is called by its noun, which ends within so many characters."""

REST = pattern("[^，。；]{0,6}[，,](?:其余|剩[余下]|余下|另|还有|此外)")
"""平均每棚1.5亩，其余为道路: not all of the total falls to them."""

BACK = 4
"""How many figures before the average its count and its total may stand."""


def told(row: Row, index: int, per: PerUnit) -> Relation | None:
    """The product of an average with the count before it and the total told per day."""
    lead = row.text[row.clause(index) : row.starts[index]]
    if not per.mean or doubled(row, index) or OWN_TIME.search(lead) or APART.search(lead) or INDICATOR.search(lead):
        return None
    if REST.match(row.text, row.quantity(index).span.end, row.passage.span.end):
        return None
    found = _before(row, index, per)
    if found is None or not set(SAYS_NOTHING.sub("", per.metric)) <= set(
        row.text[row.passage.span.start : row.clause(index)]
    ):
        return None
    count, total = found
    if row.quantity(count).hedges and row.quantity(total).hedges:
        return None
    triple = Triple(per, row.quantity(count), row.quantity(total))
    relation = verify(triple, row.figures[index].before)
    if relation.verdict is Verdict.CONSISTENT:
        return relation
    return None if has_another_factor(triple) else replace(relation, doubtful=True)


def _before(row: Row, index: int, per: PerUnit) -> tuple[int, int] | None:
    """The one count and the one total, in this order, with nothing else of their kinds in the sentence before."""
    near = range(max(row.first, index - BACK), index)
    counts = [one for one in near if _counts(row, one, per)]
    totals = [one for one in near if one not in counts and base(row.quantity(one).unit) == per.above]
    if len(counts) != 1 or len(totals) != 1 or counts[0] > totals[0]:
        return None
    daily = A_DAY.search(row.before(totals[0])) is not None
    plain = all(_is_plain(row, one) for one in (counts[0], totals[0]))
    return (counts[0], totals[0]) if plain and (daily or _by_noun(row, counts[0], per)) else None


def _counts(row: Row, one: int, per: PerUnit) -> bool:
    return base(row.quantity(one).unit) == per.below or _by_noun(row, one, per)


def _by_noun(row: Row, one: int, per: PerUnit) -> bool:
    """Whether a count is of things whose noun is what the average is per: 86个菇棚, 每棚."""
    at = row.called_after(one)[:NOUN].find(per.below)
    return row.quantity(one).unit.name in THINGS and at > 0


def _is_plain(row: Row, one: int) -> bool:
    told = row.quantity(one).value > 1 and row.cues[one].act in (Act.LEVEL, Act.SUM) and not row.figures[one].bracket
    return told and not row.past(one) and not OPEN.search(row.before(one)) and not APART.search(row.before(one)[-8:])

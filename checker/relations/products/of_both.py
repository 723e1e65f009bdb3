"""product: what falls to one head a day, over so many days, comes to so much a head.

每人每天5元，一学年按200天算，每人1000元: the days stand between, and the total is again one of a head.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, Unit, UnitClass
from checker.relations.products.rates_per import APART, PerUnit, base, doubled, head, is_one, per_unit
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import Row

TIME = pattern("(?:[\u4e00-\u9fff]{0,8}?)每个?([天日月年周晚])")
OF_TIME = pattern("[，,]?(?:[\u4e00-\u9fff]{0,8}?)[每一]个?([天日月年周晚])(?:的?[\u4e00-\u9fff]{0,10})$")
"""每人每天, 全村每天需, 一天的租金就是: of which time something is told."""

AHEAD, CLAUSES = 4, 3
"""How many figures and clauses behind the value the count and the total may stand."""


def told(row: Row, index: int, per: PerUnit) -> Iterator[Relation]:
    """The one count and the one total of a head behind a value of a head a day; or of all heads for that day."""
    unit = head(row, index)
    if unit is None:
        return
    yield from _of_all(row, index, per, unit)
    each = base(unit)
    ahead = [one for one in range(index + 1, min(index + 1 + AHEAD, len(row.figures))) if _is_near(row, index, one)]
    counts = [one for one in ahead if base(row.quantity(one).unit) == per.below and not is_one(row.quantity(one))]
    totals = [one for one in ahead if one not in counts and _is_of_one(row, one, each, per)]
    if len(counts) != 1 or len(totals) != 1 or totals[0] < counts[0] or APART.search(row.before(index)):
        return
    total = _amount(row.quantity(totals[0]))
    relation = verify(Triple(per, row.quantity(counts[0]), total), row.figures[index].before)
    yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _of_all(row: Row, index: int, per: PerUnit, unit: Unit) -> Iterator[Relation]:
    """每人每天50元，安置200人，每天需1万元: so many heads, and the total again one of a day."""
    time = TIME.search(row.before(index))
    near = [one for one in range(index + 1, min(index + 1 + AHEAD, len(row.figures))) if _is_near(row, index, one)]
    counts = [one for one in near if base(row.quantity(one).unit) == base(unit) and not is_one(row.quantity(one))]
    totals = [one for one in near if one not in counts and _is_of_time(row, one, per, time[1] if time else "")]
    if len(counts) == 1 == len(totals) and counts[0] < totals[0] and not APART.search(row.before(index)):
        each = replace(per, below=base(unit), factor=per.quantity.unit.factor / unit.factor)
        total = _amount(row.quantity(totals[0]))
        relation = verify(Triple(each, row.quantity(counts[0]), total), row.figures[index].before)
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _is_of_time(row: Row, one: int, per: PerUnit, time: str) -> bool:
    """Whether a number is an amount told of the same time."""
    quantity = row.quantity(one)
    alike = quantity.unit_class is per.quantity.unit_class and base(quantity.unit) == per.above
    told = OF_TIME.match(row.text[row.clause(one) : quantity.span.start])
    return bool(alike and time and told and told[1] == time)


def _is_near(row: Row, index: int, one: int) -> bool:
    return row.figures[one].clause - row.figures[index].clause <= CLAUSES and not row.figures[one].bracket


def _is_of_one(row: Row, one: int, head: str, per: PerUnit) -> bool:
    found = per_unit(row, one)
    return found is not None and found.below == head and found.above == per.above and not doubled(row, one)


def _amount(quantity: Quantity) -> Quantity:
    """What falls to one, as an amount: 每人1000元 is 1000元."""
    if quantity.unit_class is not UnitClass.PER:
        return quantity
    return replace(quantity, unit=units.unit(quantity.unit.name.partition("/")[0]))

"""product: a mean over things whose classifier is left out: 五个标段共37家单位投标，平均每标7.4家.

What is averaged over is the number before that counts things of that name (标: 标段), the total the only number before
that is counted as the mean is.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.products.rates_per import PerUnit, base, is_one, per_unit
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import OPEN, Row, same_unit

EACH = pattern(
    "平均(?:下来|算来)?[，,]?每(?P<noun>[\u4e00-\u9fff]{1,3}?)"
    "(?:有|约|为|是|收到|分到|接到|迎来|载|坐|坐着|装着|能有|达)*$"
)
BACK = 24
SORTS = "段组点位次"
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)


def averaged(row: Row) -> Iterator[Relation]:
    """Every such mean with what it is of."""
    for index in range(row.first, len(row.figures)):
        quantity = row.quantity(index)
        match = EACH.search(row.before(index)) if quantity.unit_class is UnitClass.COUNT else None
        if match is None or per_unit(row, index) is not None or quantity.hedges or OPEN.search(row.sentence(index)):
            continue
        earlier = [one for one in range(max(0, index - BACK), index) if _is_plain(row, one)]
        counts = [one for one in earlier if _counts(row.called_after(one), match["noun"])]
        totals = [one for one in earlier if one not in counts and same_unit(row.quantity(one), quantity)]
        if len(totals) > 1:
            totals = [one for one in totals if row.cues[one].act is Act.SUM]
        if len(counts) != 1 or len(totals) != 1 or counts[0] < row.first > totals[0]:
            continue
        count, total = row.quantity(counts[0]), row.quantity(totals[0])
        if count.value < 2 or total.value <= quantity.value:
            continue
        per = PerUnit(quantity, base(quantity.unit), base(count.unit), quantity.unit.factor, "", mean=True)
        relation = verify(Triple(per, count, total), row.figures[index].before)
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _counts(after: str, noun: str) -> bool:
    """Whether what is counted is called so: 标段, 土建标段."""
    return after.startswith(noun) or any(noun + one in after for one in SORTS)


def _is_plain(row: Row, one: int) -> bool:
    """Whether a figure counts what there is now."""
    quantity = row.quantity(one)
    counted = quantity.unit_class is UnitClass.COUNT and not is_one(quantity) and not quantity.hedges
    return counted and row.cues[one].act in LEVELS and not row.figures[one].bracket and not row.past(one)

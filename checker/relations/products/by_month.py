"""product: what comes up every month, over a year or so many months: 每月还贷4200元，一年下来要还50400元.

The longer time stands right behind the value and right before the total, with no words between but those of summing up
or of a doing (要还, 就是). Round figures stand for what is near them, so that only what lies far off is a fault, or
what is one slip of the pen away.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.cues import Act
from checker.relations.dated import calendar
from checker.relations.products.each import CAPACITY
from checker.relations.products.rates_per import APART, INDICATOR, PerUnit, base, doubled, is_one, per_unit
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import Row
from checker.spans import Span

MONTH, MONTHS = "个月", 12
A_MONTH = units.unit(MONTH)
LONGER = {
    A_MONTH.factor: frozenset(("年", "个月", "个季度")),
    units.unit("天").factor: frozenset(("天", "日")),
    units.unit("小时").factor: frozenset(("小时", "个小时")),
}
"""Over which times what comes up in one goes on without a stop; a year of days has holidays."""

BACK, CLAUSES = 6, 2
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
THEN = pattern(
    "(?:的?[\u4e00-\u9fff]{1,3})?[，,](?:这样|这么|那么|照此|照这样|按此)?(?:算下来|一?算|计算|算来)?[，,]?(?:这|那|整整|[整全])?"
)
MONTHLY = pattern(
    "(?:每|一)个?(?P<time>[月天日])[\u4e00-\u9fff]{0,6}$"
    "|(?:^|[^0-9年上本下个])月(?:供|租金?|薪|还款|付|交)(?:[是为有要还付交约]|就是)*$"
)
"""每人每月补贴, 一个月房租, 月供."""
DO = "省挣花交付寄存赚领收缴掏攒卖跑走吃喝用捐拿耗产支补"
OWN_DOING = frozenset("省挣花寄存赚攒卖跑走吃喝用捐耗产支补缴掏收")
SUM = pattern(
    "(?:下来|算下来|[多少][支花交付挣赚]出?|加起来|合计|合共|[一总]共|总计|光[\u4e00-\u9fff]{0,4}就|[就便也]|足足|整整|大约|差不多|能|可以?|[要得需]还|[要得会需]|[是有为]"
    f"|[{DO}](?:出|下|掉|到|去|回家?|了|租|费|贷)*)*"
)
ALL_YEAR = pattern(f"{THEN.pattern}[全整]年{SUM.pattern}")
ENDED = pattern("[，。；！？”）]|左右|上下|$")
"""Behind 1万元|奖金 it is no sum of the months."""

NEAR = Fraction(15, 100)
"""What is told of a year may be rounded by so much."""


def told(row: Row) -> Iterator[Relation]:
    """Every value a month, or a day, with the longer time and the total right behind it."""
    for index in range(row.first, len(row.figures) - 1):
        per = _per_time(row, index)
        found = _over(row, index, per) if per else None
        if per is None or found is None:
            continue
        time, total = found
        plain = base(row.quantity(total).unit) == per.above and not row.quantity(total).hedges
        plain = plain and ENDED.match(row.text, row.quantity(total).span.end) is not None
        if plain and row.cues[total].act in LEVELS and not row.figures[total].bracket:
            yield from _judged(row, index, Triple(per, time, row.quantity(total)))


def _per_time(row: Row, index: int) -> PerUnit | None:
    """What comes up in a month, whoever pays it; where heads are counted it may be for all of them."""
    quantity = row.quantity(index)
    lead = row.text[row.clause(index) : row.starts[index]]
    if quantity.hedges or quantity.value <= 0 or row.cues[index].act not in LEVELS or row.figures[index].bracket:
        return None
    if APART.search(lead) or CAPACITY.search(lead) or _are_counted(row, index, doubled(row, index)):
        return None
    per = per_unit(row, index)
    if per and per.below == base(A_MONTH):
        return per if not INDICATOR.search(per.metric) else None
    told = MONTHLY.search(lead) if quantity.unit_class is UnitClass.MONEY and not INDICATOR.search(lead) else None
    if told is None:
        return None
    time = units.unit("天") if told["time"] in ("天", "日") else A_MONTH
    return PerUnit(quantity, base(quantity.unit), base(time), quantity.unit.factor / time.factor)


def _are_counted(row: Row, index: int, head: str) -> bool:
    """Whether heads are counted near it."""
    near = row.figures[max(row.first, index - BACK) : index + BACK]
    return bool(head) and any(base(one.quantity.unit) == head and not is_one(one.quantity) for one in near)


def _over(row: Row, index: int, per: PerUnit) -> tuple[Quantity, int] | None:
    """How long, and where the total stands, with not a word of anything else between."""
    each = per.quantity.unit.factor / per.factor
    behind = row.between(index, index + 1)
    if each == A_MONTH.factor and ALL_YEAR.fullmatch(behind):
        at = row.starts[index + 1] - len(behind) + behind.index("年") - 1
        return calendar.counted(row.text, Span(at, at + 2), MONTHS, MONTH), index + 1
    if index + 2 >= len(row.figures) or not THEN.fullmatch(behind):
        return None
    time = index + 1
    if row.quantity(time).unit.name == MONTH and index + 3 < len(row.figures) and not row.between(time, time + 1):
        time += 1  # 一个月|30天
    length, told = row.quantity(time), SUM.fullmatch(row.between(time, time + 1))
    same = _is_same_doing(row, index, row.between(time, time + 1))
    longer = length.unit.name in LONGER.get(each, ()) and length.value * length.unit.factor > each
    near = row.figures[time + 1].clause == row.figures[time].clause <= row.figures[index].clause + CLAUSES
    return (length.as_exact(), time + 1) if told and same and longer and near and not length.hedges else None


def _is_same_doing(row: Row, index: int, words: str) -> bool:
    """Whether what is told of all of it was told of each: of 每月工资3000元，一年能存2万元 it was not."""
    lead = row.text[row.clause(index) : row.starts[index]]
    return all(one not in OWN_DOING or one in lead for one in words)


def _judged(row: Row, index: int, triple: Triple) -> Iterator[Relation]:
    per, time, total = triple.per, triple.count, triple.total
    relation = verify(triple, row.figures[index].before)
    if relation.verdict is not Verdict.INCONSISTENT:
        yield relation
        return
    meant = per.quantity.value * per.factor * time.value * time.unit.factor / total.unit.factor
    if abs(total.value - meant) > meant * NEAR or slips.slip_of(total, meant):
        yield replace(relation, doubtful=True)

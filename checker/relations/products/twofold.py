"""product: what each of so many gets or does every day, for so many days: 每人每天补3元，860名学生100天共25.8万元.

The sentence must tell one number of heads, one of days (or months, or years) and one amount that is more than what each
gets a day. That all of them go together no word says: a fault is for somebody to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Operand, Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

EACH = pattern(
    "(?:(?:每|一)[个名位户家]?(?:人|[\u4e00-\u9fff]{1,4}?)|人均)(?:每|一)?(?P<time>天|日|个?月|年|周|学期|晚)[\u4e00-\u9fff]{0,5}$|每人$"
)
TIMES = {"天": "天", "日": "天", "月": "个月", "个月": "个月", "年": "年", "周": "周", "晚": "晚", "学期": "学期"}
HEADS = frozenset(("人", "名", "位", "户", "口人", "个"))
NOT_ALL = pattern("其中|另|除|最[高低多少]|起步|封顶|至少|不等|上限")
LEAST, FEWEST = 4, 2


def find(passage: Passage) -> Iterator[Relation]:
    """Every such product, judged."""
    if len(passage.figures) < LEAST or "每" not in passage.words(passage.span):
        return
    for at, each in enumerate(passage.figures):
        time = _time(passage, each)
        if not time or each.quantity.hedges or each.bracket or not _is_paid(each.quantity):
            continue
        rest = [one for index, one in enumerate(passage.figures) if index != at and not one.quantity.is_article]
        heads = [one for one in rest if one.quantity.unit.name in HEADS]
        days = [one for one in rest if one.quantity.unit.name in (time, time.removeprefix("个"))]
        totals = [one for one in rest if _is_total(each.quantity, one.quantity)]
        alone = len(heads) == len(days) == len(totals) == 1 and not NOT_ALL.search(passage.words(passage.span))
        if alone and days[0].quantity.value >= FEWEST:
            yield from _judged(each, heads[0], days[0], totals[0])


def _time(passage: Passage, each: Figure) -> str:
    """The unit of time that a value per head is told for; empty where it is told for none."""
    told = EACH.search(passage.words(each.before))
    if told is None:
        return ""
    per = each.quantity.unit.per
    return TIMES.get(told["time"] or (per.name if per else ""), "")


def _is_paid(one: Quantity) -> bool:
    return one.unit_class in (UnitClass.MONEY, UnitClass.MASS, UnitClass.COUNT, UnitClass.PER) and one.value > 0


def _is_total(each: Quantity, one: Quantity) -> bool:
    """Whether an amount is of what each gets, and more of it."""
    name = each.unit.name.partition("/")[0]
    alike = one.unit.name == name or same_unit(each, one) or one.unit.base == each.unit.base.partition("/")[0]
    amount = alike and one.unit_class in (UnitClass.MONEY, UnitClass.MASS) and not one.hedges
    return amount and one.value * one.unit.factor > each.value * each.unit.factor


def _judged(each: Figure, heads: Figure, days: Figure, total: Figure) -> Iterator[Relation]:
    value, days_off = each.quantity.as_exact(), days.quantity.as_exact()
    if heads.quantity.hedges or days.quantity.hedges:
        return
    both = _times(heads.quantity.as_exact(), days_off)
    name = total.quantity.unit
    unit = value.unit if value.unit.unit_class is name.unit_class else name  # 400公斤 of 576吨
    per = PerUnit(replace(value, unit=unit), base(name), base(both.unit), unit.factor / both.unit.factor)
    relation = verify(Triple(per, both, total.quantity), each.before)
    operands: Sequence[Operand] = (
        Operand.of("unit_value", each.quantity),
        *(Operand.of("count", one.quantity) for one in (heads, days)),
        Operand.of("total", total.quantity),
    )
    wrong = relation.verdict is Verdict.INCONSISTENT
    yield replace(relation, operands=tuple(operands), doubtful=wrong, candidates=() if wrong else relation.candidates)


def _times(heads: Quantity, days: Quantity) -> Quantity:
    """So many heads for so many days, as one count: 860名×100天."""
    scaled = heads.interval.scale(days.value)
    words = f"{heads.literal}×{days.literal}"
    number = Span(heads.span.start, heads.span.start + len(words))
    value = heads.value * days.value
    return replace(
        heads,
        number=number,
        unit_span=None,
        literal=words,
        value=value,
        interval=scaled,
        loose=scaled,
        truncated=scaled,
    )

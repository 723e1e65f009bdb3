"""product: values that a term says are per day, month or piece: 日薪180元, 月租2600元, 单价1.2元, 单块550瓦, 一圈400米.

Count and total stand in the sentence. Where each is the only one that can be meant, what does not fit is to be looked
at; otherwise only a fit is told.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.cues import Act
from checker.relations.products.rates_per import APART, NONE_PER, PerUnit, base, per_unit
from checker.relations.products.triple import Triple, has_another_factor, verify
from checker.relations.record import AVERAGED, Relation
from checker.relations.sums.row import Row

TERM = pattern(
    r"(?:(?P<span>[日月年时])(?:薪|租金?|租费|供|工资|费|补贴)"
    r"|(?P<price>单价|[电水气票菜粮地]价|单[块台机个套件票笔车次组栋棚户][\u4e00-\u9fff]{0,4})"
    r"|(?<![第每十百千万])一(?P<each>[圈趟车桶瓶筐箱盒包罐棵株炉船]))"
    f"(?:就?[是为约达]|能?[装拉运跑]|达到|{adverbs(EXACT, ABOUT, ONLY, STILL)})*$"
)
SIGN = pattern("价|单[块台机个套件票笔车次组栋棚户]|[日月年时][薪租供工费补]|一[圈趟车桶瓶筐箱盒包罐棵株炉船]")
"""A sentence without one of these has no such term."""

APART_SUM = pattern("其中|补贴[之以]?后|优惠|打折|折后|减免|抵扣|让利|退[回还货掉]|打碎|损坏|报废|拖欠")
SPANS = {"日": ("天", "日"), "月": ("个月", "月"), "年": ("年",), "时": ("小时", "个小时")}
PIECES = frozenset((UnitClass.COUNT, UnitClass.ENERGY, UnitClass.MASS, UnitClass.VOLUME, UnitClass.AREA))
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
FEWEST = 3
NEAR = 5
"""How many figures on either side may be the count or the total."""


def termed(row: Row) -> Iterator[Relation]:
    """Every product whose value per unit is told by a term."""
    span = row.passage.span
    if len(row.figures) - row.first < FEWEST or not SIGN.search(row.text, span.start, span.end):
        return
    for index in range(row.first, len(row.figures)):
        match = TERM.search(row.before(index)[-12:])
        quantity = row.quantity(index)
        plain = quantity.unit_class not in NONE_PER and row.cues[index].act in LEVELS and quantity.value > 0
        found = _found(row, index, match["span"], match["each"]) if match and plain else None
        if found:
            yield found


def _found(row: Row, index: int, span: str | None, each: str | None) -> Relation | None:
    near = range(max(row.first, index - NEAR), min(index + NEAR + 1, len(row.figures)))
    others = [one for one in near if one != index and row.cues[one].act in LEVELS and not _elsewhere(row, one)]
    counts = [one for one in others if _is_count(row, one, span, each) and row.quantity(one).value > 1]
    value = row.quantity(index)
    totals = [one for one in others if one not in counts and base(row.quantity(one).unit) == base(value.unit)]
    totals = [one for one in totals if _worth(row, one) > _worth(row, index)]
    triples = [_triple(row, index, *pair) for pair in product(counts, totals)]
    relations = [(one, verify(one, row.figures[index].before)) for one in triples]
    for _, relation in relations:
        if relation.verdict is Verdict.CONSISTENT and relation.lenient != AVERAGED:
            return relation
    sole = len(relations) == 1 and not has_another_factor(relations[0][0]) and not _is_apart(row, *near)
    return replace(relations[0][1], doubtful=True) if sole and relations[0][1].by_slip else None


def _elsewhere(row: Row, one: int) -> bool:
    """Whether a figure is of another time, a plan, or worth something per unit itself."""
    return row.past(one) or APART.search(row.before(one)[-8:]) is not None or per_unit(row, one) is not None


def _is_apart(row: Row, *near: int) -> bool:
    """Whether the sum may be of more or of less: 总额90万元，其中平板单价1800元; 享受补贴后共花43万元."""
    return any(APART_SUM.search(row.before(one)) for one in near)


def _is_count(row: Row, one: int, span: str | None, each: str | None) -> bool:
    unit = row.quantity(one).unit
    if span:
        return unit.name in SPANS[span]
    return unit.name == each if each else unit.unit_class in PIECES


def _worth(row: Row, index: int) -> Fraction:
    return row.quantity(index).value * row.quantity(index).unit.factor


def _triple(row: Row, index: int, count: int, total: int) -> Triple:
    value, unit = row.quantity(index), row.quantity(count).unit
    per = PerUnit(value, base(value.unit), base(unit), value.unit.factor / unit.factor)
    return Triple(per, row.quantity(count), row.quantity(total))

"""product: value per unit × count = total.

Prices, yields, averages, densities, speeds, dividends per ten shares. Count and total must stand in the sentence (the
count also at the end of the one before), be the only ones of their kind there, and the total must be told as one: 共,
总产, 卖, 收入, or of the same name. What is an average of unlike things is not exact: below 3 % nothing is said, up to
10 % it is doubtful.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.cues import Act
from checker.relations.judge import Reading, judge
from checker.relations.passage import Passage
from checker.relations.products import periods, sales
from checker.relations.products.rates_per import PerUnit, base, per_unit
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.sums.row import Row
from checker.relations.working import places, printed
from checker.spans import Span

KIND = "product"
TOLD = pattern(
    r"共|总|合计|一共|就是|可|能|收入|卖|收|付|需|值|金额|价款|成交|花费|费用|销售|全程|处理|加工|生产|产出|达"
)
APART = pattern(
    r"不低于|不超过|最高|最低|上限|下限|补贴标准|标准|计划|目标|设计|预计|比|原来|此前|同期|增|降|涨|跌|起步"
)
INDICATOR = pattern(r"可支配|生产总值|GDP|消费|纯收入|净收入|预期寿命|预算|教育|财力|利润|产值|营收|贡献")
NET = pattern("[纯净利]|成本|补|投入|支出|费")
PRICED, WORTH = pattern("价$|价格|卖到?$|值$"), pattern("货值|价值|总值|金额|销售额|产值|货款|总价|进账|收入")
VISITS = {"人": ("人次",), "户": ("户次",)}
"""What an average per head is reckoned by where the same head counts twice."""

CONVERTED = pattern(r"[（(](?:约|折)?(?:折?合)?(?:人民币)?")
BACK, AHEAD = 6, 4
"""How many figures before and after a value per unit its count and its total may stand."""

YEAR_BEFORE, REACH = pattern("(?<![比较同与])(?:去年|上年|前年)(?!同期|同比)[^，。；]{2,}，"), 40
FACTORS = (*range(2, 10), 11, 12, 15, 20, 24, 25, 30, 31, 52, 360, 365)
"""What else a total may hold: nights, shifts, months, days. Ten times as much is a slip."""

FREE, DOUBTFUL = Fraction(3, 100), Fraction(10, 100)
"""Relative differences up to which averages are not called wrong, and up to which they are doubtful."""


@dataclass(frozen=True, slots=True)
class Triple:
    """A value per unit with the count and the total that go with it."""

    per: PerUnit
    count: Quantity
    total: Quantity


def find(passage: Passage) -> Iterator[Relation]:
    """Every product that the sentence states, judged."""
    row = Row(passage)
    if len(row.figures) < 2:
        return
    for index in range(row.first, len(row.figures)):
        per = per_unit(row, index)
        if per and per.quantity.value > 0 and row.cues[index].act in (Act.LEVEL, Act.TO):
            past = _is_past(row, index)
            found = None if past else _triple(row, index, per)
            if found:
                count, total = found
                words = row.figures[index].before
                yield verify(Triple(per, row.quantity(count), row.quantity(total)), words)
                converted = _converted(row, index, per, count, total)
                if converted:
                    yield verify(converted, words)
            elif one := _untied(row, index, per, past=past):
                yield one


def _untied(row: Row, index: int, per: PerUnit, *, past: bool) -> Relation | None:
    """What a value per unit fits where no count and total of its sentence are surely meant."""
    averaged = _periodic(row, index, per, past=past)
    return averaged if averaged or past else _per_each(row, index, per) or _lone(row, index, per)


def across(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Shares sold, whose price, number and proceeds stand sentences apart; what does not fit is doubtful."""
    for number in range(len(passages)):
        for price, count, total, figure in sales.sold(passages, number):
            relation = verify(Triple(price, count, total), figure.before)
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _per_each(row: Row, index: int, per: PerUnit) -> Relation | None:
    """亩产1150公斤，每公斤4.4元，亩均收入5060元: a price, with yield and income of one and the same 亩."""
    each = [(one, found) for one in _near(row, index) if (found := per_unit(row, one)) and found.quantity.value > 0]
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


def _periodic(row: Row, index: int, per: PerUnit, *, past: bool) -> Relation | None:
    """What a stretch of the calendar and an average over its days or months come to, where they come to a total.

    Of days that are told one by one an average with two digits swapped is one to look at.
    """
    if APART.search(row.before(index)) or INDICATOR.search(per.metric):
        return None
    swapped = None
    for count, total in periods.totals(row, index, per):
        relation = verify(Triple(per, count, total), row.figures[index].before)
        if relation.verdict is Verdict.CONSISTENT:
            return relation
        likely = {one.slip for one in relation.candidates if one.role == "unit_value"}
        if "swap" in likely and count.unit_span and swapped is None and not past:
            swapped = replace(relation, doubtful=True)
    return swapped


def _lone(row: Row, index: int, per: PerUnit) -> Relation | None:
    """旅游收入298.7亿元，游客人均花费995.4元: what the one count and the one total of a sentence come to.

    Nothing says that they are meant, so that a fault is one only where a single slip of the pen explains it.
    """
    if not per.mean or APART.search(row.before(index)) or INDICATOR.search(per.metric):
        return None
    others = [one for one in range(row.first, len(row.figures)) if one != index and not row.past(one)]
    others = [one for one in others if row.cues[one].act in (Act.LEVEL, Act.SUM) and not row.figures[one].bracket]
    counts = [one for one in others if row.quantity(one).value != 1]
    counts = [one for one in counts if base(row.quantity(one).unit) in (per.below, *VISITS.get(per.below, ()))]
    totals = [one for one in others if one not in counts and base(row.quantity(one).unit) == per.above]
    if len(counts) != 1 or len(totals) != 1 or any(APART.search(row.before(one)[-8:]) for one in (*counts, *totals)):
        return None
    triple = Triple(per, row.quantity(counts[0]), row.quantity(totals[0]))
    relation = verify(triple, row.figures[index].before)
    if _has_another_factor(triple):
        return None
    slip = any(one.slip != "computed" for one in relation.candidates)
    return replace(relation, doubtful=True) if slip and relation.verdict is Verdict.INCONSISTENT else None


def _is_past(row: Row, index: int) -> bool:
    """Whether the value is of a year before: 去年假期7天，日均114.8万辆次."""
    return row.past(index) or YEAR_BEFORE.search(row.sentence(index)[-REACH:].rpartition("；")[2]) is not None


def _has_another_factor(triple: Triple) -> bool:
    """Whether the total is a small whole number of times as much, or one such part of it.

    14间 at 400元 for two nights, a year of months; 每月682元 for 20年, 8200元 in each.
    """
    exact = triple.per.quantity.value * triple.per.factor * triple.count.value * triple.count.unit.factor
    times = triple.total.value * triple.total.unit.factor / exact if exact else Fraction(0)
    near = (times, 1 / times) if times else ()
    return any(abs(one - number) <= FREE / 3 * number for number in FACTORS for one in near)


def _triple(row: Row, index: int, per: PerUnit) -> tuple[int, int] | None:
    """The count and the total, where each is the only one that can be meant."""
    if APART.search(row.before(index)) or INDICATOR.search(per.metric):
        return None
    counts = [one for one in _near(row, index) if _counts(row, one, per)]
    totals = [one for one in _near(row, index) if one not in counts and _totals(row, one, index, per)]
    if not counts or not totals:
        return None
    if len(counts) > 1:
        counts = [one for one in counts if one < index][-1:] or counts[:1]
    if len(totals) > 1:
        totals = [one for one in totals if one > index][:1] or totals[-1:]
    return counts[0], totals[0]


def _converted(row: Row, index: int, per: PerUnit, count: int, total: int) -> Triple | None:
    """290万港元（约合人民币250万元），每平方米13.8万元（约合人民币11.9万元）: the same in the money of the brackets."""
    inner = (index + 1, total + 1)
    if not all(one < len(row.figures) and CONVERTED.fullmatch(row.between(one - 1, one)) for one in inner):
        return None
    value, money = (row.quantity(one) for one in inner)
    if value.unit != money.unit:
        return None
    factor = per.factor / per.quantity.unit.factor * value.unit.factor
    return Triple(replace(per, quantity=value, factor=factor), row.quantity(count), money)


def _near(row: Row, index: int) -> list[int]:
    """The figures around: those of the sentence, and the last one of the sentence before where nothing else is near."""
    start = max(row.first - 1 if index == row.first else row.first, index - BACK, 0)
    near = [one for one in range(start, min(index + AHEAD + 1, len(row.figures))) if one != index]
    return [
        one for one in near if not row.figures[one].bracket or row.figures[one].bracket == row.figures[index].bracket
    ]


def _counts(row: Row, one: int, per: PerUnit) -> bool:
    quantity = row.quantity(one)
    if quantity.unit_class is UnitClass.DURATION and quantity.numeral == "一":
        return False
    level = row.cues[one].act in (Act.LEVEL, Act.SUM, Act.TO) and not APART.search(row.before(one)[-8:])
    return level and base(quantity.unit) == per.below and quantity.value > 0 and not _per_one(row, one)


def _per_one(row: Row, one: int) -> bool:
    """Whether a figure is itself the one of 每10股, or a value per unit."""
    return row.before(one).endswith("每") or per_unit(row, one) is not None


def _totals(row: Row, one: int, index: int, per: PerUnit) -> bool:
    quantity, before = row.quantity(one), row.before(one)
    if not _in_currency(row, one, index, per) or quantity.unit_class is UnitClass.PER or quantity.value <= 0:
        return False
    if row.cues[one].act not in (Act.LEVEL, Act.SUM, Act.TO) or APART.search(before[-8:]) or _per_one(row, one):
        return False
    if quantity.value * quantity.unit.factor < per.quantity.value * per.quantity.unit.factor:
        return False
    alike = _alike(per.metric, before)
    if one > index:
        return alike or TOLD.search(before) is not None
    return (alike or not per.metric) and (per.mean or per.metric == "产" or alike)


def _alike(metric: str, before: str) -> bool:
    """Whether a total is called as the value per unit is: 总资产 is no 净资产; a price is what something is worth."""
    if PRICED.search(metric) and WORTH.search(before[-8:]):
        return True
    shared = set(metric) & set(before[-8:]) - set("的量额数为了")
    return bool(shared) and ("净" in metric) is ("净" in before[-8:])


def _in_currency(row: Row, one: int, index: int, per: PerUnit) -> bool:
    """Whether a total is in what is divided; 元 with a conversion behind it is the foreign money of the total."""
    unit = row.quantity(one).unit
    foreign = per.above == "元" and unit.unit_class is UnitClass.MONEY and index + 1 < len(row.figures)
    return base(unit) == per.above or (foreign and CONVERTED.fullmatch(row.between(index, index + 1)) is not None)


def possible(per: PerUnit, intervals: list[Interval]) -> bool:
    """Whether some value per unit (in bases), count and total from these intervals fit."""
    value, count, total = intervals
    try:
        return (value.scale(per.factor / per.quantity.unit.factor) * count).meets(total)
    except ValueError:
        return True


def verify(triple: Triple, tie: Span) -> Relation:
    per, count, total = triple.per, triple.count, triple.total
    operands = (Operand.of("unit_value", per.quantity), Operand.of("count", count), Operand.of("total", total))
    judgement = judge((per.quantity, count, total), lambda ways: possible(per, ways))
    exact = per.quantity.value * per.factor * count.value * count.unit.factor / total.unit.factor
    shown = _shown(exact, total)
    working = f"{printed(per.quantity)}×{printed(count)}={shown}，文中{printed(total)}"
    words, focus = (tie,), total.span
    gap = Fraction(0) if judgement.verdict is Verdict.CONSISTENT else _gap(triple)
    if gap <= FREE:
        note = judgement.note if judgement.verdict is Verdict.CONSISTENT else "相差不到3%，一致"
        return Relation(KIND, operands, Verdict.CONSISTENT, f"{working}，{note}", words, focus)
    if _has_another_factor(triple):
        note = f"{working}，总数恰为整数倍，或另有一个因数，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, note, words, focus)
    doubtful = judgement.doubtful or gap <= DOUBTFUL
    data = {
        "name": "单价乘数量" if total.unit_class is UnitClass.MONEY else "单位量乘数量",
        "working": working,
        "computed": shown,
    }
    note = f"{working}，{'不一致（相差不到一成，若是平均数则请核）' if gap <= DOUBTFUL else judgement.note}"
    found = slips.ranked(_candidates(triple, exact))
    return Relation(KIND, operands, Verdict.INCONSISTENT, note, words, focus, doubtful, data, found)


def _gap(triple: Triple) -> Fraction:
    """How far the nearest possible total is from the printed one, as a part of it."""
    per, (low, high) = triple.per, _bounds(Reading.ROUNDED.of(triple.total))
    value, count = (Reading.ROUNDED.of(one) for one in (per.quantity, triple.count))
    least, most = _bounds(value.scale(per.factor / per.quantity.unit.factor) * count)
    if least is not None and high is not None and least > high:
        return (least - high) / high
    return (low - most) / low if low and most is not None else Fraction(0)


def _bounds(interval: Interval) -> tuple[Fraction | None, Fraction | None]:
    return interval.low, interval.high


def _shown(value: Fraction, total: Quantity) -> str:
    """The computed total in the scale and unit of the printed one."""
    match = slips.DIGITS.fullmatch(total.numeral)
    scale = total.value / Fraction(match[1]) if match and Fraction(match[1]) else Fraction(1)
    text = decimal(value / scale, places(total) + 1)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text + (printed(total).replace(match[1], "", 1) if match else total.unit.name)


def _candidates(triple: Triple, exact: Fraction) -> Iterator[Candidate]:
    per, count, total = triple.per, triple.count, triple.total

    def fits(operands: Sequence[Quantity]) -> bool:
        return judge(operands, lambda ways: possible(per, ways)).verdict is Verdict.CONSISTENT

    ratio = total.value / exact
    yield from slips.candidates("total", total, lambda one: fits((per.quantity, count, one)), exact)
    yield from slips.candidates("count", count, lambda one: fits((per.quantity, one, total)), count.value * ratio)
    value = per.quantity.value * ratio
    yield from slips.candidates("unit_value", per.quantity, lambda one: fits((one, count, total)), value)

"""A value per unit with what it is multiplied by: 榴莲18.7万吨，货值46.75亿元，折合每吨2.5万元."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, islice
from math import inf, log
from operator import itemgetter

from checker.patterns import pattern
from checker.quantities.model import Unit, UnitClass
from checker.relations.cues import Act
from checker.relations.fit.level import MONEY, Level, key_of
from checker.relations.fit.pool import ALONE, Fit, Pool, believed, closeness, fits
from checker.relations.products import triple
from checker.relations.products.operands import is_numbered
from checker.relations.products.rates_per import CHARGED, PerUnit, named

MEASURES = frozenset((MONEY, "千克", "平方米", "立方米", "米"))
MARKS = pattern("[，。；、：,;:]")
ONE_IN = pattern(
    "[\u4e00-\u9fff]{0,8}?[，,]?(?:就|便|即|大约|约|至少|平均)*有[约近]?[1一]"
    "|[\u4e00-\u9fff]{0,6}?(?:[里中]|当中|之中|里[面头])[，,]?(?:就|便|即|大约|约|至少|平均)*有"
)
"""每50辆里就有1辆, 每4户里有3户: how many of them, not what each is worth."""

MEANT = pattern("均|大约|左右")
EACH = pattern("每[\u4e00-\u9fff]")
OUTDONE = pattern("[比较][^，。；]{1,12}多[^，。；0-9]{0,4}$")
"""比去年多卖了 tells a difference, and no sum."""

VAGUE, TO = pattern("几|数[十百千万]?[^0-9]"), frozenset(("至", "到", "-", "—", "～", "~"))
"""A count that says nothing (几年); what leads to the end of a range."""

NO_COUNT = frozenset("岁级遍层楼")
"""Ages and grades, of which nothing falls to each, and 遍, which only repeats."""

THINGS = "个"
"""What all sorts of things are counted by: 每个家庭 is every household."""

NEAR = 6
"""How many numbers on either side are tried for the count."""

ONE = 6
"""How many characters may stand between 一袋 and what it is worth."""

ENERGY = "焦耳"
FINE = 10**9


def find(pool: Pool, each: Level) -> Iterator[Fit]:
    """The count and the total of which ``each`` is the value per unit."""
    kind = each.quantity.unit_class
    if ONE_IN.match(each.passage.text, each.quantity.span.end):
        return
    if (
        each.value <= 0
        or each.moves
        or each.quantity.is_article
        or kind in (UnitClass.RATE, UnitClass.MULTIPLE, UnitClass.POINTS)
    ):
        return
    told = named(each.lead) if kind is not UnitClass.PER else None
    unit = key_of(told[0]) if told else _unit(pool, each)
    if unit is None and not each.is_each:
        return
    best, failed = inf, set[tuple[str, str]]()
    for count in _counts(pool, each):
        if (kind is UnitClass.PER or ("均" in each.lead and unit != THINGS)) and unit and unit != count.key:
            continue
        known = bool(unit) and unit == count.key
        factor = _factor(each, count, told[0] if told and known else None)
        for total, chance in sorted(_totals(pool, each, count, factor, known=known), key=itemgetter(1)):
            printed = count.quantity.literal, total.quantity.literal
            # Where a number stands a hundred times, only the likeliest is worked out.
            if chance >= best or printed in failed:
                continue
            if believed(chance, each, count, total) or chance <= (ALONE if known else 0):
                fit = _fit(each, count, total, factor, chance)
                if fit is None:
                    failed.add(printed)
                else:
                    best = chance
                    yield fit


def _counts(pool: Pool, each: Level) -> list[Level]:
    """What a value may be multiplied by, the nearest first."""
    before, after = pool.before(each, sentences=3), pool.after(each, sentences=2)
    near = [one for one in chain(islice(before, NEAR), islice(after, NEAR)) if one.quantity.value > 1 and not one.moves]
    counts = [
        one
        for one in near
        if (one.is_amount or one.quantity.unit_class is UnitClass.DURATION)
        and one.quantity.unit_class is not UnitClass.PER
        and one.key != MONEY
        and one.quantity.unit.name not in NO_COUNT
        and not one.lead.endswith("每")
        and not is_numbered(one.quantity)
        and not VAGUE.match(one.quantity.literal)
    ]
    return sorted(counts, key=lambda one: abs(one.at - each.at))


def _totals(pool: Pool, each: Level, count: Level, factor: float, *, known: bool) -> Iterator[tuple[Level, float]]:
    """The numbers of the paragraph that the product comes to, with how likely that is by chance."""
    least, most = (each.value, each.value) if _is_ration(each) else (each.low, each.high)
    low, high = least * factor * count.low, most * factor * count.high
    things = each.quantity.unit_class is UnitClass.COUNT and not known  # 三口 are no 九个
    lasts = count.quantity.unit_class is UnitClass.DURATION
    for name in [each.key] if things else _keys(pool, each):
        for total in pool.between(each, name, low, high):
            if (
                total in (each, count)
                or total.value <= 0
                or _is_each(pool, total, each)
                or total.paragraph != each.paragraph
                or (lasts and count.sentence > max(each.sentence, total.sentence))
                or total.act is Act.FALL
                or OUTDONE.search(total.lead) is not None
            ):
                continue
            if total.quantity.unit_class is not UnitClass.PER and not total.figure.is_rate:
                off = abs(log(each.value * factor * count.value / total.value))
                window = closeness(low, high, off, total)
                yield total, window * pool.rivals(each, count) * pool.rivals(each, total, count)


def _is_each(pool: Pool, one: Level, each: Level) -> bool:
    """Whether a number is told per unit as ``each`` is, or ends a range that is: 每年1.2万元至1.5万元."""
    told, own = EACH.search(each.lead + each.quantity.literal), EACH.search(one.lead)
    if told and own and told[0] == own[0]:
        return True
    last = pool.next(one, -1) if one.lead in TO else None
    return last is not None and last.quantity.unit_class is UnitClass.PER


def _is_ration(each: Level) -> bool:
    """Whether so many whole things go to each: 每户2袋 is no mean that was rounded."""
    quantity, per = each.quantity, each.quantity.unit.per
    thing = quantity.unit.base.partition("/")[0]
    counted = per is not None and per.unit_class is UnitClass.COUNT and thing not in MEASURES
    whole = counted and quantity.value.denominator == 1 and not quantity.hedges
    return whole and quantity.literal.startswith("每") and not MEANT.search(each.lead)


def _unit(pool: Pool, each: Level) -> str | None:
    """By what a value is told: 每袋1.5元, 一袋净挣1.5元, 5公斤一袋. Empty where it is told per something unknown."""
    if each.quantity.unit_class is UnitClass.PER:
        per = each.quantity.unit.per
        return "" if per is None else key_of(per)
    for one, words in ((pool.next(each, -1), each.lead), (pool.next(each, 1), None)):
        if one is None or one.sentence != each.sentence or "一" not in one.quantity.literal:
            continue
        if one.quantity.numeral != "一":
            continue
        left, right = sorted((one.quantity.span, each.quantity.span))
        gap = each.passage.text[left.end : right.start]
        if not gap or (words is not None and len(gap) <= ONE and not MARKS.search(gap)):
            return one.key
    return None


def _factor(each: Level, count: Level, told: Unit | None) -> float:
    """What the value is multiplied by for a count in its base: 每班 is one 班, 时速 one hour, power is per second."""
    kind, unit = each.quantity.unit_class, count.quantity.unit
    based = kind is UnitClass.PER or (kind is UnitClass.POWER and unit.unit_class is UnitClass.DURATION)
    return 1.0 if based else 1.0 / float(told.factor if told else unit.factor)


def _keys(pool: Pool, each: Level) -> list[str]:
    """The units that a total can have."""
    unit = each.quantity.unit
    if unit.unit_class is UnitClass.POWER:
        return [each.key, ENERGY]
    name = unit.base.partition("/")[0] if unit.unit_class is UnitClass.PER else each.key
    counted = unit.unit_class is UnitClass.COUNT or (unit.unit_class is UnitClass.PER and name not in MEASURES)
    near = chain(pool.before(each), pool.after(each)) if counted else ()
    others = (one.key for one in near if one.quantity.unit_class is UnitClass.COUNT)
    return list(dict.fromkeys([name, *(other for other in others if _goes_by(name, other))]))


def _goes_by(name: str, other: str) -> bool:
    """Whether what is counted by the one may be summed up by the other: 次 and 车次, but no 双 and 台."""
    return THINGS in (name, other) or not set(name).isdisjoint(other)


def _fit(each: Level, count: Level, total: Level, factor: float, chance: float) -> Fit | None:
    exact = each.quantity.unit.factor * Fraction(factor).limit_denominator(FINE)
    charged = each.quantity.unit_class is UnitClass.MONEY and CHARGED.search(each.lead) is not None
    value = PerUnit(each.quantity, total.key, count.key, exact, fixed=charged)
    relation = triple.verify(triple.Triple(value, count.quantity, total.quantity), each.words)
    return Fit(relation, chance) if fits(relation) else None

"""product: value per unit × count = total.

Prices, yields, averages, densities, speeds, dividends per ten shares. Count and total must stand in the sentence (the
count also at the end of the one before), be the only ones of their kind there, and the total must be told as one: 共,
总产, 卖, 收入, or of the same name. What is an average of unlike things is not exact: below 3 % nothing is said, up to
10 % it is doubtful.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.passage import Passage
from checker.relations.products import (
    apart,
    by_month,
    by_people,
    dividends,
    each,
    each_of,
    excused,
    of_all,
    of_both,
    sales,
    scope,
    shared_out,
    supposed,
    visitors,
    whole_way,
    yearly,
    yields,
)
from checker.relations.products.bought import bought
from checker.relations.products.operands import (
    CONVERTED,
    GAIN,
    TIMES,
    all_of_them,
    counts_in,
    is_apart,
    is_new_alone,
    is_one_of_several,
    is_plain,
    of_another,
    of_other_sort,
    totals_in,
)
from checker.relations.products.rates_per import (
    INDICATOR,
    PerUnit,
    base,
    doubled,
    near,
    per_unit,
    reached,
)
from checker.relations.products.termed import termed
from checker.relations.products.triple import KIND, Triple, is_rounded, verify
from checker.relations.products.untied import untied
from checker.relations.products.used_up import lasting
from checker.relations.record import AVERAGED, Relation
from checker.relations.sums.row import Row, row_of

JOINED = pattern("[^，,。；、0-9]{0,8}(?:[、和及与]|以及)[^，,。；、0-9]{0,8}")
"""120户厨房、80户厕所: the total is of both."""

ALL_YEAR = pattern("(?:全年|当年|那年|一年|年内)[^，。；0-9]{0,4}(?:共|总|累计|合计)[^，。；0-9]{0,6}$")

ALL, ONE_TIME = pattern("[共总]|合计|累计"), pattern("[一每当单](?:[天日月年趟场]|个月)[^，。；0-9]{0,6}$")
"""每天进货600元，卖出780元，一个月30天: what is told before the days is of one of them, unless it tells all."""

FLOOR_PRICE, FLOOR = pattern("楼面"), pattern("建筑|建面|计容|楼面|规划")
"""出让165公顷，楼面均价每平方米12640元: of the floors that may be built, and not of the land."""

SEVERALLY = pattern("(?:分别|依次)[^，。；0-9]{0,4}$")
"""新建5万亩、改造3万亩，亩均投入分别为2400元和1600元，总投资1.7亿元: of both lots together."""

LOOSE = pattern("新增|完成|参赛")
"""What makes of the count, or of the total, one that may be of others as well."""

OPENED = pattern("[由从][^，。；0-9]{1,10}的$")
WIDE = 24
"""How many figures before a value are tried where those around it do not fit."""
WRONG = Verdict.INCONSISTENT
THAT_YEAR, NOW = pattern("(?:去年|上年|前年)(?!同期|同比)"), pattern("今[年天]|本[年月]|现在|如今|目前|同期|同比")
CROP = pattern("([\u4e00-\u9fff]{2})(?:平均)?(?:单产|亩产|总产)量?[^，。；0-9]{0,3}$")
LEAD, FAR = 16, 2
"""A total with more than so many numbers between it and the count of a mean is hardly its own."""

YEAR_BEFORE, REACH = pattern("(?<![比较同与])(?:去年|上年|前年)(?!同期|同比)[^，。；]{2,}，"), 40


def find(passage: Passage) -> Iterator[Relation]:
    """Every product that the sentence states, judged."""
    row = row_of(passage)
    if len(row.figures) < 2:
        return
    averaged = list(yearly.averaged(row))
    known = {relation.operands[0].span for relation in averaged}
    told = averaged + [one for one in (*_told(row), *termed(row)) if one.operands[0].span not in known]
    for finder in (bought, each.told, each_of.averaged, lasting, shared_out.told, by_month.told):
        known = {relation.operands[0].span for relation in told}
        told += [one for one in finder(row) if one.operands[0].span not in known]
    for one in told:
        if not _is_of_itself(one) and not excused.is_excused(row, one):
            yield one


def _is_of_itself(one: Relation) -> bool:
    """Whether one number stands for two of it: 每节30分钟，每周五天."""
    spans = sorted(each.span for each in one.operands)
    return any(left.overlaps(right) for left, right in pairwise(spans))


def _told(row: Row) -> Iterator[Relation]:
    """The products of values that words say are worth so much per unit."""
    for index in range(row.first, len(row.figures)):
        per = per_unit(row, index)
        of_all_heads = list(of_all.told(row, index))
        if of_all_heads:
            yield from of_all_heads
        elif per and doubled(row, index):
            yield from of_both.told(row, index, per)
        elif per and per.quantity.value > 0 and _is_level(row, index):
            past = _is_past(row, index, per)
            found = (_then(row, index, per) or supposed.told(row, index, per)) if past else None
            found = found or (_triple(row, index, per) if not past or _is_of_year(row, index, per) else None)
            if found:
                count, total = found
                words = row.figures[index].before
                relation = verify(Triple(per, row.quantity(count), row.quantity(total)), words)
                if relation.verdict is not Verdict.CONSISTENT or relation.lenient:
                    relation = _otherwise(row, index, per) or relation
                behind = per.mean and total < index < count and not relation.by_slip
                behind = behind or _is_of_crop(row, index, total) or is_new_alone(row, count, total)
                if relation.verdict is WRONG and (
                    behind
                    or _is_of_all_counts(row, index, per, total)
                    or apart.is_of_others(row, index, per, count, total)
                ):
                    continue
                far = per.mean and total + FAR < count < index
                unsure = past or far or GAIN.search(row.before(index)) is not None or _is_loose(row, count, total)
                yield replace(relation, doubtful=relation.doubtful or (unsure and relation.verdict is WRONG))
                converted = _converted(row, index, per, count, total)
                if converted:
                    yield verify(converted, words)
            elif one := untied(row, index, per, past=past):
                yield one


def _is_loose(row: Row, count: int, total: int) -> bool:
    return LOOSE.search(row.before(count) + row.before(total)) is not None


def _is_of_all_counts(row: Row, index: int, per: PerUnit, total: int) -> bool:
    """Whether several counts together fit: 每所投资100万元，今年新建20所，明年新建10所，共投资3000万元."""
    counts, _ = _candidates(row, index, per, wide=True)
    several = sum({row.quantity(one).value * row.quantity(one).unit.factor for one in counts})
    each, whole = per.quantity.value * per.factor, row.quantity(total).value * row.quantity(total).unit.factor
    return len(counts) > 1 and several * each == whole


def _is_of_crop(row: Row, index: int, total: int) -> bool:
    """Whether value and total name two crops: 水稻单产520公斤，播种38万亩，全年粮食总产24万吨."""
    one, two = (CROP.search(row.sentence(each)[-LEAD:]) for each in (index, total))
    return one is not None and two is not None and one[1] != two[1]


def _is_level(row: Row, index: int) -> bool:
    """Whether a value per unit is neither a change nor what one began with: 日均由开通之初的2万人次升至8万人次."""
    made_of = row.cues[index].act is Act.FROM and row.called_after(index).startswith(("组成", "构成"))
    level = made_of or row.cues[index].act in (Act.LEVEL, Act.TO) or GAIN.search(row.before(index))
    return bool(level) and not OPENED.search(row.before(index))


def across(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Shares sold and crops harvested, told sentences apart; what does not fit is doubtful."""
    for number in range(len(passages)):
        for price, count, total, figure in (
            *sales.sold(passages, number),
            *yields.harvested(passages, number),
            *dividends.paid(passages, number),
            *whole_way.driven(passages, number),
            *by_people.shared(passages, number),
        ):
            relation = verify(Triple(price, count, total), figure.before)
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
        for value, count, total, figure in (
            *yields.told_before(passages, number),
            *visitors.spent(passages, number),
        ):
            relation = verify(Triple(value, count, total), figure.before)
            wrong = relation.verdict is Verdict.INCONSISTENT
            if not wrong or relation.by_slip or yields.is_by_unit(value, count, total):
                yield replace(relation, doubtful=wrong)


def _is_past(row: Row, index: int, per: PerUnit) -> bool:
    """Whether the value is of a year before: 去年假期7天，日均114.8万辆次; not if its total right before it is, too."""
    if index and row.past(index - 1) and base(row.quantity(index - 1).unit) == per.above:
        return False
    return row.past(index) or YEAR_BEFORE.search(row.sentence(index)[-REACH:].rpartition("；")[2]) is not None


def _is_of_year(row: Row, index: int, per: PerUnit) -> bool:
    """去年户均用气210立方米，全年共用气546万立方米: whether its total follows as that of the same year."""
    last = index + 1
    follows = last < len(row.figures) and base(row.quantity(last).unit) == per.above
    return follows and ALL_YEAR.search(row.before(last)) is not None


def _then(row: Row, index: int, per: PerUnit) -> tuple[int, int] | None:
    """What a value of a year before is of where all three are told of that year: 去年种96亩，收29吨，亩产300公斤."""
    start = row.text.rfind("；", row.passage.span.start, row.starts[index]) + 1
    year = THAT_YEAR.search(row.text, max(start, row.passage.span.start), row.starts[index])
    if year is None or NOW.search(row.text, year.end(), row.starts[index]) or INDICATOR.search(per.metric):
        return None
    own = [one for one in range(row.first, index) if row.starts[one] > year.start() and not row.figures[one].bracket]
    counts = [one for one in own if base(row.quantity(one).unit) == per.below and is_plain(row, one)]
    totals = [one for one in own if base(row.quantity(one).unit) == per.above and is_plain(row, one)]
    return (counts[0], totals[0]) if len(counts) == 1 == len(totals) and per.below != per.above else None


def _triple(row: Row, index: int, per: PerUnit) -> tuple[int, int] | None:
    """The count and the total, where each is the only one that can be meant."""
    if is_apart(row.before(index)) or INDICATOR.search(per.metric) or SEVERALLY.search(row.before(index)):
        return None
    counts, totals = scope.on_this_side(row, index, *_candidates(row, index, per))
    if scope.is_one_price(row, index, per):
        counts, totals = scope.own(row, index, per, counts), scope.own(row, index, per, totals)
    count = _one_count(row, index, counts) if totals else None
    return None if count is None else _with_total(row, index, per, count, totals)


def _one_count(row: Row, index: int, counts: Sequence[int]) -> int | None:
    """The count that can be meant, if it is one."""
    if len(counts) > 1:
        if any(JOINED.fullmatch(row.between(*pair)) for pair in pairwise(counts)):
            return None
        counts = all_of_them(row, counts) or [one for one in counts if one < index][-1:] or counts[:1]
    if not counts or (counts[0] < row.first and is_one_of_several(row, counts[0])):
        return None
    return counts[0]


def _with_total(row: Row, index: int, per: PerUnit, count: int, totals: Sequence[int]) -> tuple[int, int] | None:
    """The count and the total that can be meant with it, if any."""
    if per.mean and len(totals) > 1 and scope.is_in_list(row, index) and totals[-1] < index < count:
        return None  # 其中民事案件审结4800件、刑事410件，人均结案205件，法官386名: of all that was told before
    if len(totals) > 1:
        totals = [one for one in totals if one > index][:1] or totals[-1:]
    if index < totals[0] < count:
        of_time = per.below in TIMES and not ALL.search(row.before(totals[0]))
        if of_time or ONE_TIME.search(row.sentence(totals[0])[-LEAD:]):
            return None
    return count, totals[0]


def _candidates(row: Row, index: int, per: PerUnit, *, wide: bool = False) -> tuple[list[int], list[int]]:
    """The counts and the totals that can be meant: those around, or ``wide`` all of the sentence."""
    around = [
        *(range(max(row.first, index - WIDE), index) if wide else ()),
        *(one for one in near(row, index) if not wide or one > index),
    ]
    counts = [one for one in around if counts_in(row, one, per, then=wide) and not (one > index and reached(row, one))]
    counts = [one for one in counts if not of_other_sort(row, one, index)]
    if FLOOR_PRICE.search(row.before(index)):
        counts = [one for one in counts if FLOOR.search(row.before(one))]
    totals = [one for one in around if one not in counts and totals_in(row, one, index, per)]
    return counts, [one for one in totals if not of_another(row, index, one, per)]


def _otherwise(row: Row, index: int, per: PerUnit) -> Relation | None:
    """What another count and total around a value fit to the dot: 24万人次，最多一天4.2万人次，收入960万元."""
    if scope.is_one_price(row, index, per):
        return None
    for count, total in product(*_candidates(row, index, per, wide=True)):
        triple = Triple(per, row.quantity(count), row.quantity(total))
        relation = verify(triple, row.figures[index].before)
        if relation.verdict is Verdict.CONSISTENT and (relation.lenient != AVERAGED or is_rounded(triple)):
            return relation
    return None


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


__all__ = ["KIND", "across", "find"]

"""product: a mean whose total a sentence before tells: 8天接待412.6万人次。…日均接待51.6万人次.

So 游客412.6万人次，收入31.5亿元。…人均消费763元; 180名志愿者…。他们分成6个小组，每组30人.

The total is the only level of its unit in the two sentences before that is called as the mean is; days and months are
the last ones told. What does not fit is for a reader to look at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.naming import levels, pairs
from checker.relations.passage import Figure, Passage
from checker.relations.products import mean_price, periods
from checker.relations.products.rates_per import PerUnit, base, per_unit
from checker.relations.products.triple import Triple, verify
from checker.relations.record import AVERAGED, Relation
from checker.relations.sums.row import OPEN, PEOPLE, Row, row_of

SIGNS = "均每单"
MEAN = pattern("(?:[日月天]均|平均每[天日月]|每[天日月]平均|每个?月平均|每天平均)[\u4e00-\u9fff]{0,8}$")
SPENT = pattern("(?:^|[，,；;“])(?:游客)?人均(?:旅游)?(?:消费|花费|支出)(?:约?为|达到?|约|是)?$")
INCOME, VISITS = pattern("旅游[^，。；]{0,4}(?:收入|消费|花费)|总花费"), pattern("接待|游客|出游")
GROUPED = pattern("[成为]$|设$|编[成为]$")
EACH_GROUP = pattern(
    "^[\u4e00-\u9fff]{0,4}[，,](?:平均)?每个?(?P<kind>[\u4e00-\u9fff]{0,2}[组队班批车桌])(?:各?有|约)?$"
)
ELSEWHEN = pattern("平[日常]|日常|工作日|周末|以来|[年月]来|[0-9]月|季度|[上下]半年|全年|今年")
"""What else the total, or the mean, may be of than the days that are told."""

MONTHS = pattern("[0-9]月(?![0-9])|季度|[上下]半年|全年|以来")
REST = pattern("[，,；;](?:其余|其他|余下|剩下|另)")
"""每组12人，|其余14名负责后勤: not all are grouped."""

OF_ALL = pattern("^(?:[，,]|这|那|全[部体校班]|所有|上述|他们|她们|大家|[将把被]|名|些|的|共)*")
OTHER = pattern("其中|(?<![来史])最[高多大低少]|去年|上年|同期|高峰|单日|当[天日月]|以往|平时|计划|预计|目标")
BRACKET, CLAUSE, CLOSING, NAMED = pattern("[（(][^（）()]*[)）]"), pattern("[，,；;。]"), ("）", ")"), 60
BACK, LINES, HEADS, FEWEST = 2, 2, "人次", 2
MONEY = "元"


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such mean, judged."""
    for number, passage in enumerate(passages):
        if any(sign in passage.words(passage.span) for sign in SIGNS):
            row = row_of(passage)
            for index in range(row.first, min(len(row.figures), row.first + 2 * FEWEST)):
                yield from _told(passages, number, row, index)


def _told(passages: Sequence[Passage], number: int, row: Row, index: int) -> Iterator[Relation]:
    triple = _over_time(passages, number, row, index) or _spent(passages, number, row, index) if number else None
    triple = triple or (_grouped(passages, number, row, index) if number else None)
    if triple:
        relation = verify(triple, row.figures[index].before)
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
    elif mean_price.is_priced(row.before(index)):
        yield from _priced(passages, number, row, index)


def _priced(passages: Sequence[Passage], number: int, row: Row, index: int) -> Iterator[Relation]:
    """平均票价37元, of the takings and the visits told before; a fault where there is one of each."""
    lead, mean = row.text[row.clause(index) : row.starts[index]], row.quantity(index)
    near = [*_near(passages, number), row.passage]
    when = ELSEWHEN.search(row.sentence(index))
    dated = when is None or index - row.first >= FEWEST or any(when[0] in one.words(one.span) for one in near[:-1])
    if OTHER.search(lead) or not dated:
        return
    told = (
        (one, each)
        for one in near
        for each in levels(one, mean.span.start)
        if _is_all(one, each) and each.quantity.span.end <= mean.span.start
    )
    triples = mean_price.priced(lead, mean, told)
    for triple in triples:
        relation = verify(triple, row.figures[index].before)
        if relation.verdict is Verdict.CONSISTENT and relation.lenient != AVERAGED:
            yield relation
            return
    if len(triples) == 1 and not mean_price.SOME.search(row.sentence(index)):
        relation = verify(triples[0], row.figures[index].before)
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _over_time(passages: Sequence[Passage], number: int, row: Row, index: int) -> Triple | None:
    lead = row.before(index)
    per = per_unit(row, index) if MEAN.search(lead) and not OTHER.search(row.sentence(index)) else None
    unit = periods.unit_of(per) if per else ""
    if per is None or not unit:
        return None
    when = ELSEWHEN.search(row.sentence(index))
    if when and when[0] not in passages[number - 1].words(passages[number - 1].span):
        return None
    total = _total(passages, number, row, index, per)
    near = (row.passage, row.starts[index]), (passages[number - 1], passages[number - 1].span.end)
    days = next((found for each in near if (found := list(periods.counts(*each, unit)))), [])
    if (
        total
        and days
        and days[0].span.start >= row.passage.span.start
        and MONTHS.search(passages[number - 1].words(passages[number - 1].span))
    ):
        return None  # 9月接待游客90万人次。国庆8天，日均接待50万人次
    return Triple(per, days[0], total.quantity) if total and len(days) == 1 else None


def _total(passages: Sequence[Passage], number: int, row: Row, index: int, per: PerUnit) -> Figure | None:
    """The only level of the unit in the sentences before, called as the mean is; none stands in its own."""
    own = [one for one in levels(row.passage, row.starts[index]) if base(one.quantity.unit) == per.above]
    if len(own) > 1 or (own and own[0].quantity.span != row.quantity(index).span):
        return None
    name = pairs(row.before(index) + row.called_after(index))
    found = [
        one
        for earlier in _near(passages, number)
        for one in levels(earlier, earlier.span.end)
        if base(one.quantity.unit) == per.above and _is_all(earlier, one)
        if name & pairs(_name(earlier, one) + earlier.words(one.after))
    ]
    return found[0] if len({one.quantity.value for one in found}) == 1 else None


def _name(passage: Passage, one: Figure) -> str:
    """What a level is called, over a bracket in its name: 总票房（含服务费）报收."""
    start = passage.clauses[one.clause].start
    if not passage.text.startswith(CLOSING, start - 1):
        return passage.words(one.before)
    lead = BRACKET.sub("", passage.text[max(passage.span.start, start - NAMED) : one.quantity.span.start])
    return CLAUSE.split(lead)[-1]


def _spent(passages: Sequence[Passage], number: int, row: Row, index: int) -> Triple | None:
    """人均消费763元, of what all visitors spent."""
    quantity, passage = row.quantity(index), row.passage
    clause = passage.text[passage.clauses[row.figures[index].clause].start : quantity.span.start]
    if not SPENT.search(clause) or quantity.unit.name != MONEY:
        return None
    income, visits = (_only(passages, number, *told) for told in ((MONEY, INCOME), (HEADS, VISITS)))
    if income is None or visits is None:
        return None
    factor = quantity.unit.factor / visits.unit.factor
    return Triple(PerUnit(quantity, base(income.unit), base(visits.unit), factor, mean=True), visits, income)


def _only(passages: Sequence[Passage], number: int, unit: str, called: re.Pattern[str]) -> Quantity | None:
    found = [
        one.quantity
        for earlier in _near(passages, number)
        for one in levels(earlier, earlier.span.end)
        if one.quantity.unit.name.endswith(unit) and _is_all(earlier, one) and called.search(earlier.words(one.before))
    ]
    return found[0] if len({one.value for one in found}) == 1 else None


def _grouped(passages: Sequence[Passage], number: int, row: Row, index: int) -> Triple | None:
    """分成6个小组，每组30人, of the people that the sentence before counts under the same name."""
    if index <= row.first:
        return None
    count, per = row.quantity(index - 1), row.quantity(index)
    told = row.text[count.span.end : per.number.start]
    if per.unit.name.partition("/")[0] not in PEOPLE or count.hedges or per.hedges:
        return None
    if REST.match(row.text, per.span.end) or not EACH_GROUP.match(told) or not GROUPED.search(row.before(index - 1)):
        return None
    name = pairs(row.before(index - 1))
    found = [
        one.quantity
        for earlier in (*_near(passages, number), row.passage)
        for one in levels(earlier, per.span.start)
        if one.quantity.unit.name in PEOPLE and one.quantity.span.end <= count.span.start and _is_all(earlier, one)
        if name & pairs(earlier.words(one.before)[-4:] + "|" + earlier.words(one.after)[:6])
    ]
    if len({one.value for one in found}) != 1 or found[0].hedges or _is_some(passages, number, row.before(index - 1)):
        return None
    people = base(found[0].unit)
    return Triple(PerUnit(per, people, base(count.unit), per.unit.factor), count, found[0])


def _is_some(passages: Sequence[Passage], number: int, lead: str) -> bool:
    """Whether those who are grouped are first told here, a part of all: 高年级|学生分成8个小组."""
    first = OF_ALL.sub("", lead)[:2]
    told = passages[number].text[passages[max(0, number - BACK)].span.start : passages[number].span.start]
    return first not in told and not first.startswith(("分", "编", "组", "设"))


def _is_all(passage: Passage, one: Figure) -> bool:
    lead = passage.text[passage.clauses[one.clause].start : one.quantity.span.start]
    return not OTHER.search(lead) and not OPEN.search(lead) and "均" not in lead and not one.quantity.hedges


def _near(passages: Sequence[Passage], number: int) -> list[Passage]:
    passage = passages[number]
    return [
        one
        for one in passages[max(0, number - BACK) : number]
        if passage.text.count("\n", one.span.end - 1, passage.span.start) <= LINES
    ]

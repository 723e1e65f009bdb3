"""product: a value per unit, by how many it is reckoned, and what that makes: 每餐5元，一年按200天算，每人就是1000元.

The three follow each other with no other number between. What the second counts need not be what the first is per (a
meal a day), so that a fault is for somebody to look at. So it is where the value is taken up from before:
一亩省下160方，…全镇4.6万亩照这个数算，少用736万方.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import NONE_PER, PerUnit, base, is_one
from checker.relations.products.triple import MONEY, Triple, has_another_factor, verify
from checker.relations.record import Relation

EACH = pattern(
    "(?:每[\u4e00-\u9fff]{1,2}){1,2}[^，。；0-9]{0,8}$"
    "|(?:^|[^第])一(?:个?[天日周月年]|[趟顿餐回次晚节班场季桌])[^，。；0-9]{0,6}$"
)
BY = pattern(
    "(?:^|[，,；;])(?:一个?[年月天季学][\u4e00-\u9fff]{0,4}|全年|每[年月天]|[\u4e00-\u9fff]{0,2}学[年期])?(?:如果|若|就)?(?:都|全)?按(?:照)?$"
)
RECKONED = pattern("(?:来|去)?(?:算|计算|计|测算|估算|折算)(?:下来)?[，,]?")
MAKES = pattern(
    f"(?:一个?(?:[年月天季]|学[年期])|全年|每[\u4e00-\u9fff]{{1,3}}?|下来|这样|{adverbs()})*"
    f"(?:就是|便是|就有|合计|共计?|一共|总共|就?需要?|就?[要得](?:花|交|付|用)?|[可能]?[领得拿省]到?|为|是|{adverbs()})+"
)
COUNTS = frozenset((UnitClass.COUNT, UnitClass.DURATION))

THIS_RATE = pattern(
    "(?:[按照依]照?|以|就?[按照]着?)(?:这个?|此|这样的?|这么个?|同样的?)"
    "(?:数字?|价[钱格]?|标准|产量|水平|单价|行情|比例|算法|速度|进度|法子|亩产|定额|数目|口径)?"
    "(?:来|去)?(?:[推测估折核计]?算|下来|计|卖|付|给)(?:下来|起来)?[，,]"
)
"""4.6万亩|照这个数算，: the value is the one that was told last."""

AT_RATE = pattern("(?:按照?|照|以)(?:平均)?每[^，。；0-9]{1,6}$")
TURNED = pattern(
    "[^，。；0-9]{0,8}?的?(?:标准|比例|系数|用量|价格|单价)?(?:来|去)?(?:折算|测算|估算|推算|计算|算|计)[，,]"
)
"""照每千瓦时0.3千克标准煤|折算，."""

COAL, TON = "吨标准煤", units.unit("吨")
"""Of so many tons of coal in the standard it is told as of so many tons: 相当于少烧煤2.2万吨."""

UNSURE = frozenset((Hedge.VAGUE, Hedge.AT_LEAST, Hedge.AT_MOST))
BACK, CLAUSES, NEAR = 6, 2, 3
"""How many figures and sentences before may tell the value or the count, and how many clauses behind the total."""

CLOSE, SIZE = Fraction(1, 20), 2
TENS = tuple(Fraction(10) ** each for each in (-4, -3, -2, -1, 1, 2, 3, 4))


def find(passage: Passage) -> Iterator[Relation]:
    """Every such reckoning, judged."""
    figures = [one for one in passage.figures if not is_one(one.quantity)]
    for value, count, total in zip(figures, figures[1:], figures[2:], strict=False):
        if count.quantity.unit_class in COUNTS and _is_told(passage, value, count, total):
            yield from _judged(value, count, total)
    text = passage.words(passage.span)
    if "算，" in text or "计，" in text or "来，" in text:
        yield from _at_this_rate(passage, figures)
        yield from _at_rate(passage, figures)


def _is_told(passage: Passage, value: Figure, count: Figure, total: Figure) -> bool:
    text = passage.text
    behind = RECKONED.match(text, count.quantity.span.end, total.quantity.span.start)
    plain = all(not one.bracket and one.quantity.value > 0 for one in (value, count, total))
    if not behind or not plain or value.quantity.hedges or count.quantity.hedges or UNSURE & set(total.quantity.hedges):
        return False
    lead = text[passage.clauses[value.clause].start : value.quantity.span.start]
    each = value.quantity.unit_class is UnitClass.PER or EACH.search(lead) is not None
    between = text[value.quantity.span.end : count.quantity.span.start]
    makes = MAKES.fullmatch(text, behind.end(), total.quantity.span.start)
    return each and makes is not None and BY.search(between) is not None


def _judged(value: Figure, count: Figure, total: Figure) -> Iterator[Relation]:
    unit = value.quantity.unit
    above = unit.base.partition("/")[0] if value.quantity.unit_class is UnitClass.PER else base(unit)
    if value.quantity.unit_class in NONE_PER - {UnitClass.PER} or above != base(total.quantity.unit):
        return
    counted = replace(count.quantity, unit=replace(count.quantity.unit, factor=Fraction(1)))
    set_ = above == MONEY and value.quantity.digits.isdigit()
    per = PerUnit(value.quantity, above, base(counted.unit), unit.factor, fixed=set_)
    triple = Triple(per, counted, total.quantity)
    relation = verify(triple, total.before)
    if relation.verdict is Verdict.CONSISTENT:
        yield relation
    elif not has_another_factor(triple):
        yield replace(relation, doubtful=True)


def _at_this_rate(passage: Passage, figures: Sequence[Figure]) -> Iterator[Relation]:
    """How many there are, 照这个数算, and what that makes, with the last value told of one of them."""
    for rate in THIS_RATE.finditer(passage.text, passage.span.start, passage.span.end):
        behind = [one for one in figures if one.quantity.span.start >= rate.end()][:2]
        ahead = [one for one in figures if one.quantity.span.end <= rate.start()][-1:]
        for told in (ahead + behind[:1], behind):
            value = _value(passage, *told) if len(told) == 2 and _is_near(passage, rate, *told) else None
            if value is not None:
                yield _judged_so(value, *told)
                break


def _judged_so(value: Figure, count: Figure, total: Figure) -> Relation:
    many, unit = count.quantity, value.quantity.unit
    per = PerUnit(value.quantity, base(total.quantity.unit), base(many.unit), unit.factor / many.unit.factor)
    relation = verify(Triple(per, many, total.quantity), total.before)
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _clause_at(passage: Passage, at: int) -> int:
    return next((number for number, one in enumerate(passage.clauses) if one.start <= at < one.end), -1)


def _is_near(passage: Passage, rate: re.Match[str], count: Figure, total: Figure) -> bool:
    clause = _clause_at(passage, rate.start())
    plain = not any(
        one.bracket or UNSURE & set(one.quantity.hedges) or one.quantity.value <= 0 for one in (count, total)
    )
    return plain and 0 < total.clause - clause <= CLAUSES and total.clause - count.clause <= CLAUSES


def _value(passage: Passage, count: Figure, total: Figure) -> Figure | None:
    """The last number before that is counted as the total is, if it is told of one of what is counted."""
    unit = count.quantity.unit.name
    each = pattern(
        f"[每一单](?:个)?{re.escape(unit)}(?!共)|{re.escape(unit)}均" + ("|亩产|单产" if unit == "亩" else "")
    )
    for one, lead in _told_before(passage, count.quantity.span.start):
        if base(one.quantity.unit) == base(total.quantity.unit) and not is_one(one.quantity):
            return one if each.search(lead) and not one.quantity.hedges and one.quantity.value > 0 else None
    return None


def _told_before(passage: Passage, end: int) -> Iterator[tuple[Figure, str]]:
    """The figures before a place, the nearest first, each with the words of its clause before it."""
    at: Passage | None = passage
    for _ in range(NEAR):
        if at is None:
            return
        found = [one for one in at.figures if one.quantity.span.end <= end]
        for one in found[: -BACK - 1 : -1]:
            yield one, at.text[at.clauses[one.clause].start : one.quantity.span.start]
        at = at.earlier


def _at_rate(passage: Passage, figures: Sequence[Figure]) -> Iterator[Relation]:
    """照每千瓦时0.3千克折算，少烧煤2.2亿吨: of some count told before; a fault is only one by so many noughts."""
    amounts = [one for one in figures if one.quantity.unit_class is not UnitClass.DURATION]
    for value, total in pairwise(amounts):
        quantity = value.quantity
        if total.clause - value.clause != 1 or value.bracket or quantity.hedges or quantity.value <= 0:
            continue
        lead = passage.text[passage.clauses[value.clause].start : quantity.number.start]
        if not AT_RATE.search(lead) or not TURNED.match(passage.text, quantity.span.end):
            continue
        per = quantity.unit.per if quantity.unit_class is UnitClass.PER else None
        above = quantity.unit.base.partition("/")[0] if per else base(quantity.unit)
        coal = above == COAL and total.quantity.unit_class is UnitClass.MASS
        if not coal and above != base(total.quantity.unit):
            continue
        told = [
            one.quantity
            for one, _ in _told_before(passage, quantity.span.start)
            if (base(per) == base(one.quantity.unit) if per else f"每{one.quantity.unit.name}" in lead)
            and not one.quantity.hedges
            and one.quantity.value > 1
        ]
        yield from _best(value, told, total, TON.factor if coal else Fraction(1))


def _best(value: Figure, counts: Sequence[Quantity], total: Figure, turned: Fraction) -> Iterator[Relation]:
    """What one of the counts makes; none where some come near, so that another of that size may be meant."""
    unit, off = value.quantity.unit, []
    for many in counts:
        factor = turned * unit.factor / (1 if unit.per else many.unit.factor)
        per = PerUnit(value.quantity, base(total.quantity.unit), base(many.unit), factor)
        triple = Triple(per, many, total.quantity)
        relation = verify(triple, total.before)
        if relation.verdict is Verdict.CONSISTENT:
            yield relation
            return
        off.append((_times(triple), relation))
    slips = [one for times, one in off if any(abs(times / ten - 1) <= CLOSE for ten in TENS)]
    if len(slips) == 1 and not any(1 / SIZE < times < SIZE for times, _ in off):
        yield replace(slips[0], doubtful=True)


def _times(triple: Triple) -> Fraction:
    """How many times what it should be the total is."""
    per, count, total = triple.per, triple.count, triple.total
    return total.value * total.unit.factor / (per.quantity.value * per.factor * count.value * count.unit.factor)

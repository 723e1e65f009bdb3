"""product: a value per unit, by how many it is reckoned, and what that makes: 每餐5元，一年按200天算，每人就是1000元.

The three follow each other with no other number between. What the second counts need not be what the first is per (a
meal a day), so that a fault is for somebody to look at.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import NONE_PER, PerUnit, base, is_one
from checker.relations.products.triple import MONEY, Triple, has_another_factor, verify
from checker.relations.record import Relation

EACH = pattern("(?:每[\u4e00-\u9fff]{1,2}){1,2}[^，。；0-9]{0,8}$")
BY = pattern("(?:^|[，,；;])(?:一[年月天季学][\u4e00-\u9fff]{0,2}|全年|每[年月天])?(?:如果|若|就)?按(?:照)?$")
RECKONED = pattern("(?:来|去)?(?:算|计算|计|测算|估算|折算)[，,]")
MAKES = pattern(
    "[，,](?:一[年月天季]|全年|每[\u4e00-\u9fff]{1,3}?|下来|这样)*(?:就是|便是|就有|合计|共计?|一共|总共|需要?|[可能]?[领得拿省]到?|为|是)+$"
)
COUNTS = frozenset((UnitClass.COUNT, UnitClass.DURATION))


def find(passage: Passage) -> Iterator[Relation]:
    """Every such reckoning, judged."""
    figures = [one for one in passage.figures if not is_one(one.quantity)]
    for value, count, total in zip(figures, figures[1:], figures[2:], strict=False):
        if count.quantity.unit_class in COUNTS and _is_told(passage, value, count, total):
            yield from _judged(value, count, total)


def _is_told(passage: Passage, value: Figure, count: Figure, total: Figure) -> bool:
    text = passage.text
    behind = RECKONED.match(text, count.quantity.span.end, total.quantity.span.start)
    plain = all(not one.bracket and not one.quantity.hedges and one.quantity.value > 0 for one in (value, count, total))
    if not behind or not plain:
        return False
    lead = text[passage.clauses[value.clause].start : value.quantity.span.start]
    each = value.quantity.unit_class is UnitClass.PER or EACH.search(lead) is not None
    between = text[value.quantity.span.end : count.quantity.span.start]
    makes = MAKES.search(text[behind.end() - 1 : total.quantity.span.start])
    return each and makes is not None and BY.search(between) is not None


def _judged(value: Figure, count: Figure, total: Figure) -> Iterator[Relation]:
    unit = value.quantity.unit
    above = unit.base.partition("/")[0] if value.quantity.unit_class is UnitClass.PER else base(unit)
    if value.quantity.unit_class in NONE_PER - {UnitClass.PER} or above != base(total.quantity.unit):
        return
    counted = replace(count.quantity, unit=replace(count.quantity.unit, factor=Fraction(1)))
    set_ = above == MONEY and value.quantity.numeral.isdigit()
    per = PerUnit(value.quantity, above, base(counted.unit), unit.factor, fixed=set_)
    triple = Triple(per, counted, total.quantity)
    relation = verify(triple, total.before)
    if relation.verdict is Verdict.CONSISTENT:
        yield relation
    elif not has_another_factor(triple):
        yield replace(relation, doubtful=True)

"""A sum told after its parts, in words: 种子80元，化肥240元，…，一亩成本合计420元; 第一天…人。第二天…人。两天一共…人.

The parts are all amounts of the unit in the sentence, or in those before it where it has none. A word of putting
together (加起来) or the number of the parts (三个村) ties them surely, others (一共, 合计) only where there are several or
the numbers are long; what they miss is told only where it is little and one slip of the pen explains it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import numerals
from checker.quantities.model import UnitClass
from checker.relations.passage import Passage
from checker.relations.sums import stretches
from checker.relations.sums.row import Sum, row_of
from checker.relations.sums.stretches import Amount
from checker.spans import Span

TOGETHER = pattern(
    "加起来|加一块|[加合算]在一?[起块]|合起来|凑一?块|归拢|拢到一起|全部相加|相加"
)
IN_ALL = pattern(
    "合计|共计|总计|一共|总共|拢共|统共|拢总|通共|算下来|里里外外|前前后后|里外里|满打满算|(?<![公总一])共(?![同和有享建治存识处用产])"
)
COUNTED = pattern("(?P<many>[两二三四五六七八九十])[\u4e00-\u9fff]{1,3}?")
SIGNS = "加起合共计算里前"
OTHER = pattern("[去前明上往历]年|[上下]月|上季|累计|比|较|同期|平均|全[国省市县区州镇乡]")
"""What a sum is of that these parts alone do not make up."""

FEWEST, MOST, BACK, SURE, LONG = 2, 10, 6, 3, 100
NEAR = Fraction(1, 4)
"""What misses more is the sum of others as well."""


def summed(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """Every sum with its parts before it."""
    passage = passages[number]
    words = passage.words(passage.span)
    if not (TOGETHER.search(words) or IN_ALL.search(words)):
        return
    row = row_of(passage)
    for index in range(row.first, len(row.figures)):
        whole = Amount(row, index)
        if whole.quantity.unit_class in (UnitClass.RATE, UnitClass.NONE, UnitClass.POINTS) or not whole.is_plain:
            continue
        parts = _parts(passages, number, whole)
        if parts:
            yield from _judged(whole, parts)


def _parts(passages: Sequence[Passage], number: int, whole: Amount) -> list[Amount]:
    """All amounts of the unit in the sentence before it, or in the sentences before one after the other."""
    start = whole.quantity.span.start
    found = stretches.own(whole.row, whole.quantity, start)
    lead = whole.row.text[found[-1].quantity.span.end if found else passages[number].span.start : start]
    if not (TOGETHER.search(lead) or IN_ALL.search(lead)) or OTHER.search(lead):
        return []
    if found:
        return found if len(found) >= FEWEST else []
    for passage in stretches.back(passages, number, BACK, BACK):
        more = stretches.own(row_of(passage), whole.quantity, passage.span.end)
        if not more:
            break
        found = [*more, *found]
    return found if FEWEST <= len(found) <= MOST else []


def _judged(whole: Amount, parts: Sequence[Amount]) -> Iterator[Sum]:
    if len(parts) > MOST or not all(one.is_plain for one in parts):
        return
    last = parts[-1].quantity.span.end
    lead = Span(last, whole.quantity.span.start).of(whole.row.text)
    gap = abs(sum((one.size for one in parts), Fraction(0)) - whole.size)
    if max(one.size for one in parts) >= whole.size or gap > whole.size * NEAR:
        return
    if gap and not _is_sure(lead, whole, len(parts)):
        return
    quantities = tuple(one.quantity for one in parts)
    words = (whole.row.figures[whole.index].before,)
    yield Sum(whole.quantity, quantities, words, exhaustive=True, likely=bool(gap), slip=bool(gap))


def _is_sure(lead: str, whole: Amount, count: int) -> bool:
    """Whether words tie just these parts: 四样加起来, 三个村拢共; or are there so many that chance hardly does."""
    if TOGETHER.search(lead) or any(_many(one) == count for one in COUNTED.finditer(lead)):
        return True
    quantity = whole.quantity
    return count >= SURE and quantity.value >= LONG * (quantity.place or 1)


def _many(told: re.Match[str]) -> int:
    return int(numerals.value_of(told["many"].replace("两", "二")))

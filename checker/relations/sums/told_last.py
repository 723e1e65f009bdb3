"""A sum told after its parts, in words: 种子80元，化肥240元，…，一亩成本合计420元; 第一天…人。第二天…人。两天一共…人.

The parts are all amounts of the unit in the sentence, or in those before it where it has none. A word of putting
together (加起来) or the number of the parts (三个村) ties them surely, others (一共, 合计) only where there are several
or the numbers are long; what they miss is told only where it is little and one slip of the pen explains it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import numerals
from checker.quantities.model import UnitClass
from checker.relations.elsewhere import MEANS, THEN, WIDER
from checker.relations.passage import Passage
from checker.relations.sums import stretches
from checker.relations.sums.gathering import go_both_ways
from checker.relations.sums.row import Sum, row_of
from checker.relations.sums.stretches import Amount

TOGETHER = pattern("加起来|加一块|[加合算]在一?[起块]|合起来|凑一?块|归拢|拢到一起|全部相加|相加")
IN_ALL = pattern(
    "合计|共计|总计|一共|总共|拢共|统共|拢总|通共|算下来|里里外外|前前后后|里外里|满打满算|(?<![公总一])共(?![同和享建治存识处产]|用(?![去了掉]))"
)
COUNTED = pattern("(?P<many>[两二三四五六七八九十])[\u4e00-\u9fff]{1,3}?")
NUMBERS = "一二三四五六七八九十"
SIGNS = "加起合共计算里前"
OTHER = pattern(f"{THEN}|{MEANS}|{WIDER}|明年|下月|累计|比|较|全[州镇乡]")
"""What a sum is of that these parts alone do not make up."""

ONE = pattern("[每一](?:[天日月年亩户人台套个家条件次趟头只株棵])")
"""每天用面粉180斤、大米260斤，一天共用: of one as well."""

YEARS = pattern("[今去前明上当]年|[0-9]年|同期")
FEWEST, MOST, BACK, SURE, SHORT, LONG, LONGER = 2, 10, 6, 3, 20, 50, 100
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


def _counted(whole: Amount, parts: Sequence[Amount]) -> Sequence[Amount]:
    """Only so many of the last as are put together: 前年亏1亿元，去年5.2亿元，今年2.6亿元，|两年|合计7.8亿元."""
    told = COUNTED.search(whole.row.text, parts[-1].quantity.span.end, whole.quantity.span.start)
    many = NUMBERS.index(told["many"].replace("两", "二")) + 1 if told else len(parts)
    return parts[-many:] if many >= FEWEST else parts


def _judged(whole: Amount, parts: Sequence[Amount]) -> Iterator[Sum]:
    parts = _counted(whole, parts)
    first, *others = parts
    plain = all(one.is_plain for one in others) and (first.is_plain or _of_last_year(first, whole))
    if len(parts) > MOST or not plain or _sums_too(whole, parts) or go_both_ways([one.lead for one in parts]):
        return
    lead = whole.row.text[parts[-1].quantity.span.end : whole.quantity.span.start]
    gap = abs(sum((one.size for one in parts), Fraction(0)) - whole.size)
    if any(one.is_each for one in parts) and not ONE.search(lead):
        return
    if max(one.size for one in parts) >= whole.size or gap > whole.size * NEAR:
        return
    if gap and not _is_sure(lead, whole, len(parts), near=parts[0].row is whole.row):
        return
    quantities = tuple(one.quantity for one in parts)
    words = (whole.row.figures[whole.index].before,)
    yield Sum(whole.quantity, quantities, words, exhaustive=True, likely=bool(gap), slip=bool(gap))


def _is_sure(lead: str, whole: Amount, count: int, *, near: bool) -> bool:
    """Whether words tie just these parts: 四样加起来, 三个村拢共; or are there so many that chance hardly does."""
    if TOGETHER.search(lead) or any(_many(one) == count for one in COUNTED.finditer(lead)):
        return True
    quantity = whole.quantity
    long = LONGER if count < SURE else SHORT if near else LONG
    return quantity.value >= long * (quantity.place or 1)


def _of_last_year(first: Amount, whole: Amount) -> bool:
    """Whether the first part is of last year and nothing between it and the whole of any other year."""
    told = first.row.text[first.quantity.span.end : whole.quantity.span.start]
    return first.is_dated and stretches.LAST_YEAR.search(first.lead) is not None and not YEARS.search(told)


def _sums_too(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether it is told as each of them is, so that it is one more of them: 甲共成交2566公斤, 乙共成交28790公斤."""
    told = {found[0] for found in IN_ALL.finditer(whole.lead)}
    return any(word in one.lead for one in parts for word in told)


def _many(told: re.Match[str]) -> int:
    return int(numerals.value_of(told["many"].replace("两", "二")))

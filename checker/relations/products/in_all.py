"""product: what one slip of the pen keeps from being what all of so many come to, told as such in other words.

一箱24瓶，库里码着154箱，民警清点到半夜，假酒总共3480瓶. What any one takes is told, the count and the total are the
only numbers of their kinds, and the total has a word of all in its clause; but other words stand around it, so that
only a fault by one slip, the others right to the dot, is one to look at.
"""

from collections.abc import Sequence
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations import slips
from checker.relations.elsewhere import THEN
from checker.relations.products.bought import OTHERS
from checker.relations.products.triple import Triple
from checker.relations.record import Relation
from checker.relations.sums.row import Row

ALL = pattern(
    "[共总统拢]|合计|累计|里里外外|前前后后|从头到尾|[全都]|光[^，。；]{0,4}就|[就便][是要得能]|[要得需能可][一-鿿]{1,2}$"
)
EVERY = pattern("[^，。；]{0,8}?(?P<one>[一-鿿])(?P=one)")
"""112张床张张都有人管."""

AVERAGE, CUT = pattern("平均(?=[每一])"), pattern("[；。！？]")
LEFT = pattern(
    "[留剩退送坏碎赠欠缺差扣减省]|其中|另|此外|除|比|计划|目标|预计|最|不[到足等]|以[上下内]|原|曾|先|再|加上|和"
)
"""What makes it another number than that of all."""

PAST = pattern(THEN)
LENGTH, CLAUSES, LEAST = 64, 3, 3
"""How many characters and clauses it takes to tell the three; so many digits one wrong digit tells by."""


def is_one_matter(row: Row, own: Sequence[int], *members: int) -> bool:
    """Whether the last of the three is told as what all make, with no other number or matter between them."""
    first, last = min(members), max(members)
    if last != members[-1] or any(first <= one <= last and one not in members for one in own):
        return False
    total, start = row.quantity(last), row.clause(first)
    text = row.text[start : total.span.start]
    near = row.figures[last].clause - row.figures[first].clause <= CLAUSES
    if len(text) > LENGTH or not near or any(row.quantity(one).hedges for one in members):
        return False
    own_words = row.text[max(row.clause(last), row.quantity(last - 1).span.end) : total.span.start]
    told = ALL.search(own_words) or EVERY.match(row.text, total.span.end, row.passage.span.end)
    whole = AVERAGE.sub("", text)
    apart = CUT.search(text) or OTHERS.search(whole) or PAST.search(text) or LEFT.search(own_words)
    return told is not None and not apart


def is_slip(relation: Relation, triple: Triple) -> bool:
    """Whether it is a fault that vanishes to the dot with one digit mended, or two turned."""
    if relation.verdict is not Verdict.INCONSISTENT:
        return False
    per, count, total = triple.per, triple.count, triple.total
    each, many, all_ = per.quantity.value * per.factor, _size(count), _size(total)
    wanted = (
        (total, each * many / total.unit.factor),
        (count, all_ / each / count.unit.factor),
        (per.quantity, all_ / many / per.factor),
    )
    return any(_tells(one, exact) for one, exact in wanted)


def _tells(one: Quantity, exact: Fraction) -> bool:
    slip = slips.slip_of(one, exact)
    digits = sum(each.isdigit() for each in one.digits)
    return slip == "swap" or (slip == "digit" and digits >= LEAST)


def _size(one: Quantity) -> Fraction:
    return one.value * one.unit.factor

"""same: a bound on the wrong side of the only number that it can be rounded from: 近1.1万套 … 成交总量11097套.

The two need not have a name in common, as nothing else in the article is counted so and lies so near; but their
sentences speak of one thing. It is told for a reader to look at.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.relations.naming import pairs
from checker.relations.record import Relation
from checker.relations.repeated.mentions import Mention, agree, comparable, relate

LEAST, SHARED, NEAR, FAR, FEW = 3, 2, 20, 8, 3
"""How many digits tell the exact number, how many pairs of characters both sentences share, by which part of itself it
may differ from its bound, and how many paragraphs may lie between them."""


def told(bounds: Sequence[Mention], body: Sequence[Mention]) -> Iterator[Relation]:
    """Every bound with the one number near it."""
    exact: dict[object, list[Mention]] = defaultdict(list)
    for one in sorted(body, key=lambda each: each.size) if bounds else ():
        exact[one.key].append(one)
    for one in bounds:
        known, reach = exact[one.key], one.size / NEAR
        first = bisect_left(known, one.size - reach, key=lambda each: each.size)
        near = [two for two in known[first : first + FEW] if two.size <= one.size + reach and two is not one]
        if len(near) == 1 and _is_rounded(one, near[0]) and _is_of_one(one, near[0]):
            yield replace(relate((one, near[0]), "hedge"), doubtful=True)


def _is_rounded(one: Mention, two: Mention) -> bool:
    """Whether the bound is what the other number makes in round figures, and lies on its wrong side."""
    told_exactly = not two.quantity.hedges and len(two.digits.strip("0")) >= LEAST
    return told_exactly and 2 * abs(one.size - two.size) <= _last_digit(one) and not agree(one, two)


def _last_digit(one: Mention) -> Fraction:
    """What one of the last digit that is not zero is worth: 100 of 300."""
    worth, rest = Fraction(1, 1000), one.size * 1000
    while rest and rest.denominator == 1 and rest % 10 == 0:
        worth, rest = worth * 10, rest / 10
    return worth


def _is_of_one(one: Mention, two: Mention) -> bool:
    if one.sentence is two.sentence or abs(one.paragraph - two.paragraph) > FAR or one.scope != two.scope:
        return False
    fine = len(one.digits.strip("0")) > 1 and len(two.digits) > LEAST
    return comparable(one, two) and len(pairs(one.sentence) & pairs(two.sentence)) >= SHARED - fine

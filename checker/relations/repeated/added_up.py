"""What a headline adds up of what the body tells apart: 13人遇难 of 12名乘客和1名船工遇难."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.passage import Figure, Passage
from checker.relations.repeated.likeness import slip
from checker.relations.repeated.mentions import Mention
from checker.relations.slips import turned
from checker.relations.sums.row import OPEN, same_unit

SUMMANDS = 12
"""How many numbers of the body are tried as parts of the headline's."""

TWICE_BOUND = Fraction(10, 9)
"""The same where that number is a bound itself: 近六成 says nothing of 过半."""

AND = pattern("[^，。；：0-9]{1,10}?[和及与、][^，。；：0-9]{0,4}")
"""12名|乘客和|1名船工: what joins two numbers that a headline adds up."""


def summed(title: Mention, body: Sequence[Mention]) -> bool:
    """Whether the headline adds what the body tells apart: 共造成10人死伤, 4人死亡，6人受伤; one elsewhere is none."""
    wanted, most = title.quantity.base_loose, title.size * TWICE_BOUND
    return any(
        (added := sum(one.size for one in some)) in wanted
        and title.size / TWICE_BOUND <= added <= most
        and (len({one.paragraph for one in some}) == 1 or all(one.size > 1 for one in some))
        and not _divides(title, some, body)
        for count in (2, 3)
        for some in combinations(body[:SUMMANDS], count)
    )


def joined(one: Mention) -> list[Quantity]:
    """A number with those that 和 or 、 joins to it: 12名乘客和1名船工遇难; none if it stands alone."""
    passage, figures = one.passage, one.passage.figures
    at = next(index for index, each in enumerate(figures) if each is one.figure)
    first = last = at
    while first and _adds_to(passage, figures[first - 1], figures[first]):
        first -= 1
    while last + 1 < len(figures) and _adds_to(passage, figures[last], figures[last + 1]):
        last += 1
    return [each.quantity for each in figures[first : last + 1]] if first < last else []


def _adds_to(passage: Passage, one: Figure, two: Figure) -> bool:
    """Whether two numbers of one unit are told in one breath."""
    gap = passage.text[one.quantity.span.end : two.quantity.span.start]
    return same_unit(one.quantity, two.quantity) and AND.fullmatch(gap) is not None


def come_to(title: Mention, told: Sequence[Quantity]) -> bool:
    added = sum(one.value * one.unit.factor for one in told)
    return added in title.quantity.base_loose and title.size / TWICE_BOUND <= added <= title.size * TWICE_BOUND


def _divides(title: Mention, parts: Sequence[Mention], body: Sequence[Mention]) -> bool:
    """Whether they are parts of what a slip makes of the headline's: 12所 above, 21所，其中小学8所、初中4所."""
    first = parts[0]
    return all(one.passage is first.passage for one in parts) and any(
        one.passage is first.passage
        and one.key == title.key
        and (turned(title.quantity.digits, one.quantity.digits, 2) or slip(title, one))
        and all(one.size > each.size for each in parts)
        and OPEN.search(title.passage.text, one.quantity.span.end, first.quantity.span.start)
        for one in body[:SUMMANDS]
    )

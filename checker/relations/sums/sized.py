"""Things of one size: 两台33万千瓦机组 are 66万千瓦 in all. The size, before its noun, is that of each."""

from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.sums.row import PEOPLE, Row
from checker.spans import Span

EACH = pattern("各?(?:约|近|超|超过)?")
GROUPS = frozenset("批期场次届轮组队班支路趟户")
"""What is made up of the things behind it, and has no size: 3批120件展品 are 120件 in all."""

NOUN = pattern("级?的?[\u4e00-\u9fff]")


def sized(row: Row, index: int) -> Quantity | None:
    """What all of them come to, where a number is the size of each of those that the number before it counts."""
    if not index:
        return None
    count, size = row.quantity(index - 1), row.quantity(index)
    counted = row.figures[index - 1].is_amount and count.unit_class is UnitClass.COUNT and not count.place > 1
    if not counted or count.value < 2 or not EACH.fullmatch(row.between(index - 1, index)):
        return None
    if (
        size.unit.name in PEOPLE | {count.unit.name}
        or count.unit.name in GROUPS
        or not NOUN.match(row.text, size.span.end)
    ):
        return None
    span, times = Span(count.span.start, size.span.end), count.value
    return replace(
        size,
        span=span,
        number=Span(span.start, size.number.end),
        literal=span.of(row.text),
        value=size.value * times,
        place=size.place * times,
        loose_place=size.loose_place * times,
        interval=size.interval.scale(times),
        loose=size.loose.scale(times),
        truncated=size.truncated.scale(times),
    )

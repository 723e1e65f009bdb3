"""What else the text may mean where a product does not fit, or fits by nothing that tells.

A third number is a factor, too; the price is cut, or the count is a point in time; the total holds more; a bound lies
so far off that anything would keep within it.
"""

from dataclasses import dataclass
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.relations.products.operands import ROOM
from checker.relations.products.rates_per import base, per_unit
from checker.relations.record import Relation
from checker.relations.sums.row import Row
from checker.spans import Span

MORE = pattern(
    "[，,；](?:再?加上|连同|算上|连带|外加|另加)[^，,。；0-9]{1,12}|[加增](?:开|演|派|发|印)(?:了|出)?[0-9一二三四五六七八九十两]"
)
"""…，加上工作人员共用掉2200瓶: a total of more than the product."""

CUT = pattern("打[0-9.一二三四五六七八九两对]+折|[0-9.一二三四五六七八九]折[后起优买购]|折后|半价")

LESS = pattern("[，,；](?:因|有)[^，。；]{0,8}(?:取消|停|未|没|只)|[，,；]其中[^，。；]{0,8}[赠免]")
"""，因雨取消一场: fewer than the product."""

PAID = pattern("(?:[先首预已]付|付了?|定金|订金|预付款?)(?:款|了|过)?[\u4e00-\u9fff]{0,3}$")
OWED = pattern("[^。；]{0,16}(?:欠|余款|尾款|剩下?|没[付结给])")
"""对方付了|6万元，还欠着15.6万元: a part of the price."""

CAPPED = pattern("限[购领量买取]|至多|最多|不超过|上限")

OFF = pattern("(?:[歇休]息?|停[业工产]?|除去|扣除|请假|放假)了?$")
"""打八折|买三盒, 歇|4天: neither the price nor the days are those that the total is of."""

SAVED = pattern("(?:多|少|省下?|节[约省]|挽回|减[少损]|增[收产加])[\u4e00-\u9fff]{0,2}$")
MOVED = pattern("[多少加省节提增涨降减补差赚挣损高低贵便][^，,；;。：:]*$")
"""损失率降了，按亩产1000斤算，等于多收|4000万斤: what is gained is no product of all that there is."""

OWN_TIME = pattern("[一每](?:小时|[天日周月年]|个月|季度?|分钟)[^，。；0-9]{0,8}$")
"""一天共用去|500斤: the time that a total is of."""

NO_STRETCH = pattern("[多余]?(?:前(?!后)|之前|以前|[里来]最|未|没)")
"""八年前, 八年里最好的一年: no time over which a mean is taken."""

PER = pattern("每$")

BOUNDED, BOUND = frozenset((Hedge.BELOW, Hedge.OVER)), Fraction(3, 2)
"""Who says 不到45 means a little less: a bound that lies so far off is of something else."""

COUNTED, FINE = (UnitClass.COUNT, UnitClass.DURATION), 100
"""A third factor makes the product right but for so small a part of it."""

VALUE, COUNT, TOTAL = "unit_value", "count", "total"
LEAD, SHORT = 16, 6
"""How far before a value, and a count, a word may stand that caps the one or takes from the other."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the numbers of a product stand in their row, with what the first two come to in the base of the total."""

    value: int
    count: int
    total: int
    exact: Fraction


def is_excused(row: Row, one: Relation) -> bool:
    """Whether a fault is none for all that is known, or a fit tells nothing."""
    places = _places(row, one)
    if one.verdict is Verdict.CONSISTENT:
        return places is not None and _is_loosely_bound(row, places)
    if any(other(row, one) for other in OTHER_MEANINGS):
        return True
    wrong = one.verdict is Verdict.INCONSISTENT
    return places is not None and ((wrong and _lacks_factor(row, places)) or _is_told_nearer(row, places))


def _places(row: Row, one: Relation) -> Places | None:
    """Its numbers by what they are in it; none where one of them is no figure of the row, or told in other words."""
    at = {each.quantity.span: index for index, each in enumerate(row.figures)}
    found = {each.role: at.get(each.span) for each in one.operands}
    value, count, total = (found.get(role) for role in (VALUE, COUNT, TOTAL))
    per = None if value is None else per_unit(row, value)
    if value is None or count is None or total is None or per is None:
        return None
    return Places(value, count, total, per.quantity.value * per.factor * _size(row.quantity(count)))


def _size(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def _is_loosely_bound(row: Row, places: Places) -> bool:
    """Whether the numbers fit by a bound alone that tells nothing of them: 平均每班不到45人 of 36个班, and 270人."""
    if not BOUNDED.intersection(row.quantity(places.value).hedges):
        return False
    told = _size(row.quantity(places.total))
    return places.exact > told * BOUND or told > places.exact * BOUND


def _lacks_factor(row: Row, places: Places) -> bool:
    """Whether a third number of the sentence makes the product right: 60名工人每天300元，干了20天，工钱共36万元.

    It may be a part of what each is worth: 电梯96部，每部造价52万元，财政补助20万元，补助共1920万元.
    """
    value, total, exact = places.value, places.total, places.exact
    told, known = _size(row.quantity(total)), (value, places.count, total)
    if not exact or not told:
        return False
    others = (row.quantity(at) for at in range(len(row.figures)) if at not in known and not PER.search(row.before(at)))
    factors = [one.value for one in others if one.unit_class in COUNTED and one.value > 1]
    times = max(told / exact, exact / told)
    if any(abs(times - one) * FINE <= one for one in factors):
        return True
    own = row.quantity(value)
    beside = [row.quantity(at) for at in range(value + 1, min(value + 3, total))]
    alike = [_size(one) / _size(own) for one in beside if one.unit == own.unit]
    return any(abs(exact * part - told) * FINE <= told for part in alike)


def _is_told_nearer(row: Row, places: Places) -> bool:
    """Whether the product stands right behind its factors, so that another is more: 10班600元，加绩效，到手4500元."""
    last = max(places.value, places.count)
    if not last + 1 < places.total:
        return False
    near, whole = row.quantity(last + 1), row.quantity(places.total)
    return near.unit_class is whole.unit_class and _size(near) == places.exact


def _is_of_own_time(row: Row, one: Relation) -> bool:
    """Whether a total has a time of its own and the count is of the sentence before: 共10天。…，一天共用去500斤."""
    spans = {each.role: each.span for each in one.operands}
    count, total = spans.get(COUNT), spans.get(TOTAL)
    told = next((each.quantity for each in row.figures if each.quantity.span == count), None)
    if told is None or total is None or told.unit_class is not UnitClass.DURATION:
        return False
    if told.span.start >= row.passage.span.start:
        return False
    return OWN_TIME.search(row.text, max(row.passage.span.start, total.start - LEAD), total.start) is not None


def _is_of_more(row: Row, one: Relation) -> bool:
    """Whether a total holds more than the product: of others besides, or of what is run beside that."""
    words = one.span.of(row.text)
    return MORE.search(words) is not None and not ROOM.search(words)


def _is_saved(row: Row, one: Relation) -> bool:
    """Whether the total is only by how much there is more or less, and neither the value nor the count is."""
    spans = {each.role: each.span for each in one.operands}
    value, count, total = (spans.get(role) for role in (VALUE, COUNT, TOTAL))
    if value is None or count is None or total is None:
        return False
    if not SAVED.search(row.text, max(0, total.start - SHORT), total.start):
        return False
    leads = ((max(row.passage.span.start, each.start - LEAD), each.start) for each in (value, count))
    return not any(MOVED.search(row.text, *lead) for lead in leads)


def _is_point(row: Row, one: Relation) -> bool:
    """Whether what should be the count is a point in time: 八年前建馆."""
    return any(each.role == COUNT and NO_STRETCH.match(row.text, each.span.end) for each in one.operands)


def _is_reduced(row: Row, one: Relation) -> bool:
    """Whether the price is cut before it is paid, or not all is what it could be: 打八折买三盒; 歇4天; 限购2箱."""
    spans = {each.role: each.span for each in one.operands}
    count, total = spans.get(COUNT), spans.get(TOTAL)
    if count is None or total is None:
        return False
    text, sentence, value = row.text, row.passage.span, one.operands[0].span
    first, last = min(value.start, count.start, total.start), max(count.start, total.start)
    near = max(sentence.start, value.start - LEAD)
    return (
        CUT.search(text, first, last) is not None
        or OFF.search(text, max(sentence.start, count.start - SHORT), count.start) is not None
        or CAPPED.search(text, near, value.end) is not None
        or LESS.match(text, total.end, sentence.end) is not None
        or _is_part_paid(text, total, sentence.end)
    )


def _is_part_paid(text: str, total: Span, end: int) -> bool:
    """Whether the total is what has been paid, with more owed."""
    return (
        PAID.search(text, max(0, total.start - LEAD), total.start) is not None
        and OWED.match(text, total.end, end) is not None
    )


def _is_by_heads(row: Row, one: Relation) -> bool:
    """Whether a time is what several people gave: 320人分三班，每班4小时，一天共服务1280小时."""
    known = {each.quantity.span: each.quantity for each in row.figures}
    count, total = (known.get(each.span) for role in (COUNT, TOTAL) for each in one.operands if each.role == role)
    if count is None or total is None or total.unit_class is not UnitClass.DURATION or base(count.unit) == "人":
        return False
    people = (each.quantity.span.start for each in row.figures[row.first :] if base(each.quantity.unit) == "人")
    return any(start < total.span.start for start in people)


OTHER_MEANINGS = (_is_saved, _is_of_own_time, _is_of_more, _is_point, _is_by_heads, _is_reduced)

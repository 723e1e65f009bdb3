"""product: every so many minutes one goes, and how many go in an hour: 每5分钟一班，一小时发车12班; and a mean speed
over a way and a time: 行驶了480公里，用时6小时，平均时速80公里.

The numbers follow one another. What does not fit is for a reader to look at; in an hour one more may go than the
minutes hold, the first at its beginning.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation

EVERY = pattern("每隔?$")
ONE = pattern("(?:就|会|发|开|来|有|放)*一(?P<unit>[班趟列辆车])(?:车|次|列车|公交车?|地铁|航班)?[，,](?:[每一]个?)?")
GO = pattern("(?:就|能|可|要|会|共|总共|一共|最多)*(?:发车?|开行?|开出|运行|跑|放行|通过)?了?")
WENT = pattern(
    "[，,](?:全程|路上|[只仅]|总共|一共|共)*(?:用时|用了|耗时|历时|花了|费时|跑了|开了|走了)(?:了|整整|足足)*"
)
SPEED = pattern("[，,](?:全程)?平均(?:时速|速度每小时|每小时)(?:[行跑走飞开骑]驶?)?(?:为|是|达到?|有)*")
WAY = pattern("(?:行驶|[跑走开飞骑]|行进|行程|全程|里程|航程|航行|赶|奔波)(?:过|了|共|为|完|达|出|全程)*$")
HOUR, LENGTHS, LONGEST = 3600, frozenset(("公里", "千米", "海里")), 24


def find(passage: Passage) -> Iterator[Relation]:
    """Every such three, judged."""
    figures = [one for one in passage.figures if not _is_one(one.quantity)]
    for three in zip(figures, figures[1:], figures[2:], strict=False):
        found = _departures(passage, *three) or _speed(passage, *three)
        if found:
            yield replace(found, doubtful=found.verdict is Verdict.INCONSISTENT)


def _is_one(quantity: Quantity) -> bool:
    """一趟 of 每6分钟一趟."""
    return quantity.unit_class is UnitClass.COUNT and quantity.value == 1


def _departures(passage: Passage, each: Figure, hour: Figure, told: Figure) -> Relation | None:
    one, span, count = each.quantity, hour.quantity, told.quantity
    if one.unit.name != "分钟" or _seconds(span) != HOUR or count.unit_class is not UnitClass.COUNT:
        return None
    if span.span.start - one.span.end > LONGEST or count.span.start - span.span.end > LONGEST:
        return None
    words = ONE.fullmatch(passage.text, one.span.end, span.span.start)
    plain = not any(quantity.hedges for quantity in (one, span, count)) and one.value > 0
    if (
        not plain
        or words is None
        or words["unit"] not in count.unit.name
        or not EVERY.search(passage.words(each.before))
    ):
        return None
    if not GO.fullmatch(passage.text, span.span.end, count.span.start):
        return None
    fits = HOUR / _seconds(one)
    if abs(count.value - fits) <= 1 != abs(count.value - fits):
        return None
    unit = units.unit(count.unit.name)
    per = PerUnit(one.as_exact(), "秒", unit.base, one.unit.factor / unit.factor, fixed=True)
    total = span if count.value == fits else span.as_exact()
    return verify(Triple(per, count, total), each.before)


def _speed(passage: Passage, way: Figure, time: Figure, speed: Figure) -> Relation | None:
    one, two, three = way.quantity, time.quantity, speed.quantity
    if one.unit.name not in LENGTHS or one.unit != three.unit or two.unit_class is not UnitClass.DURATION:
        return None
    if any(quantity.hedges for quantity in (one, two, three)) or not WAY.search(passage.words(way.before)):
        return None
    if two.span.start - one.span.end > LONGEST or three.span.start - two.span.end > LONGEST:
        return None
    if not WENT.fullmatch(passage.text, one.span.end, two.span.start):
        return None
    if not SPEED.fullmatch(passage.text, two.span.end, three.span.start):
        return None
    hour = units.unit("小时")
    per = PerUnit(three, one.unit.base, "秒", three.unit.factor / hour.factor, mean=True)
    return verify(Triple(per, two, one), speed.before)


def _seconds(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor if quantity.unit_class is UnitClass.DURATION else Fraction(0)

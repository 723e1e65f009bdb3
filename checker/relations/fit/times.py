"""How many times: 入境游客3.2万人次，是去年同期的两倍，去年同期为1.6万人次."""

from collections.abc import Iterator
from itertools import islice
from math import log

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Fit, Pool, believed, closeness, fits
from checker.relations.growth import multiple

RATIO = pattern(
    "(?:比|之比|比值|倍率|倍数|系数)(?:约?为|达到?|是|约|[（(][^（）()]{0,10}[)）])*(?:由[^，。；]{1,12}[至到为])?$"
)
CLAUSE = 40
NEAR = 4
VAGUE = 5
"""So much less is a fit worth for 提高5倍, which is said of many things without two numbers."""


def find(pool: Pool, times: Level) -> Iterator[Fit]:
    """The two numbers of which one is so many times the other."""
    kind = times.quantity.unit_class
    if kind is not UnitClass.MULTIPLE and not (kind is UnitClass.NONE and RATIO.search(_clause(times))):
        return
    if times.value <= 0 or times.act is Act.FALL or times.is_past:
        return
    doubling = times.quantity.unit.name == multiple.DOUBLING
    more = times.act is Act.RISE
    near = [one for one in islice(pool.before(times, sentences=2), NEAR * 2) if one.is_amount and not one.moves]
    for rank, current in enumerate(near[:NEAR], 1):
        for low, middle, high in _factors(times, more=more, doubling=doubling):
            for name in _keys(pool, current):
                for base in pool.between(times, name, current.low / high, current.high / low):
                    if base is current or base.moves or base.paragraph != times.paragraph or base.value <= 0:
                        continue
                    off = abs(log(current.value / base.value / middle))
                    window = closeness(current.low / high, current.high / low, off, current, base)
                    chance = window * rank * pool.rivals(times, base, current) * (VAGUE if more else 1)
                    if believed(chance, times, current, base):
                        yield from _fit(times, current, base, chance, more=more)


def _clause(times: Level) -> str:
    """The words of its clause up to a number, and of the clauses that lead up to it: 收入比（以农村为1）由上年的."""
    start = max(times.passage.span.start, times.quantity.span.start - CLAUSE)
    return times.passage.text[start : times.quantity.span.start]


def _factors(times: Level, *, more: bool, doubling: bool) -> Iterator[tuple[float, float, float]]:
    if doubling:
        factor = 2.0 ** min(times.value, multiple.LARGEST)
        yield factor * 0.97, factor, factor * 1.03
        return
    if times.low > 0:
        yield times.low, times.value, times.high
    if more:
        yield times.low + 1, times.value + 1, times.high + 1


def _keys(pool: Pool, current: Level) -> list[str]:
    if current.quantity.unit_class is not UnitClass.COUNT:
        return [current.key]
    near = (*pool.before(current), *pool.after(current))
    return list(dict.fromkeys([current.key, *(one.key for one in near if one.quantity.unit_class is UnitClass.COUNT)]))


def _fit(times: Level, current: Level, base: Level, chance: float, *, more: bool) -> Iterator[Fit]:
    words = (times.words,)
    relation = multiple.verify(multiple.Finding(base.figure, current.figure, times.figure, words, more))
    if fits(relation):
        yield Fit(relation, chance)

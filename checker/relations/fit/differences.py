"""What was and what became: a rate of growth, or a difference, with the two levels that it lies between."""

from collections.abc import Iterator
from itertools import islice
from math import log

from checker.findings import Verdict
from checker.quantities.model import UnitClass
from checker.relations import change
from checker.relations.cues import Act
from checker.relations.differences import Numbers
from checker.relations.fit.pool import ALONE, Fit, Level, Pool, believed, closeness
from checker.relations.frames import CONSTANT
from checker.spans import Span

NEAR = 4
"""How many numbers before a change are tried for what became."""

CROWD = 4.0
"""Levels of one thing at two times lie close together: so much likelier than for any two numbers is a fit by chance."""


def find(pool: Pool, level: Level) -> Iterator[Fit]:
    """The levels between which ``level`` is the change."""
    kind = level.quantity.unit_class
    if level.value <= 0 or level.act in (Act.FROM, Act.TO, Act.SHARE, Act.SUM):
        return
    if kind is UnitClass.RATE:
        if not CONSTANT.search(level.passage.words(level.passage.span)):
            yield from _rates(pool, level)
    elif level.moves and kind is not UnitClass.MULTIPLE:
        yield from _amounts(pool, level)


def _signs(level: Level) -> tuple[int, ...]:
    return (1,) if level.act is Act.RISE else (-1,) if level.act is Act.FALL else (1, -1)


def _rates(pool: Pool, rate: Level) -> Iterator[Fit]:
    doubt = 1 if rate.moves else 3
    for rank, current in enumerate(_currents(pool, rate), 1):
        for sign in _signs(rate):
            ends = (1 + sign * rate.low / 100, 1 + sign * rate.high / 100)
            if min(ends) <= 0 or current.low <= 0:
                continue
            low, high = current.low / max(ends), current.high / min(ends)
            for base in _bases(pool, rate, current, low, high):
                off = abs(log(current.value / base.value / (1 + sign * rate.value / 100)))
                chance = closeness(low, high, off, base) * CROWD * rank * doubt * pool.rivals(rate, base)
                if believed(chance, rate, current, base):
                    figures = {"base": base.figure, "current": current.figure, "rate": rate.figure}
                    numbers = Numbers(base.quantity, current.quantity, None, rate.quantity, sign)
                    yield from _fit(rate, figures, numbers, chance)
            yield from _steps(pool, rate, current, sign, rank * doubt)


def _steps(pool: Pool, rate: Level, current: Level, sign: int, rank: int) -> Iterator[Fit]:
    """A rate with the difference and what became, where what was is not printed."""
    part = rate.value / (100 + sign * rate.value)
    if part <= 0 or rate.low <= 0:
        return
    low = current.low * rate.low / (100 + sign * rate.low)
    high = current.high * rate.high / (100 + sign * rate.high)
    for step in pool.between(current.key, low, high):
        if step.sentence != rate.sentence or not step.moves or step is current or step.act is not rate.act:
            continue
        off = abs(log(step.value / current.value / part))
        chance = closeness(low, high, off, step) * rank * pool.rivals(rate, step)
        if believed(chance, rate, current, step):
            figures = {"current": current.figure, "change": step.figure, "rate": rate.figure}
            numbers = Numbers(None, current.quantity, step.quantity, rate.quantity, sign)
            yield from _fit(rate, figures, numbers, chance)


def _amounts(pool: Pool, step: Level) -> Iterator[Fit]:
    points = step.quantity.unit_class is UnitClass.POINTS
    [sign] = _signs(step)
    near = islice(pool.before(step, sentences=2), NEAR * 3)
    currents = [one for one in near if one.key in (step.key, BARE) and _levels(one, points)]
    for rank, current in enumerate(currents[:NEAR], 1):
        low = current.low - sign * (step.high if sign > 0 else step.low)
        high = current.high - sign * (step.low if sign > 0 else step.high)
        for base in pool.between(current.key, min(low, high) - EPSILON, max(low, high) + EPSILON):
            near = base.paragraph == step.paragraph and abs(base.sentence - step.sentence) <= 1
            if base in (current, step) or not near or not _levels(base, points) or current.value <= 0:
                continue
            chance = _width(current, step) / (abs(current.value) / CROWD) * rank * pool.rivals(step, base)
            alone = rank <= 2 and _alone(pool, step, points)
            if believed(chance, step, current, base) or (alone and chance <= ALONE * rank):
                figures = {"base": base.figure, "current": current.figure, "change": step.figure}
                numbers = Numbers(base.quantity, current.quantity, step.quantity, None, sign)
                yield from _fit(step, figures, numbers, chance, points=points)


EPSILON = 1e-9
BARE = "-"
"""The key of numbers without a unit: 信心指数为112.6 and 相差3.7点."""


def _levels(one: Level, points: bool) -> bool:
    return one.quantity.unit_class is UnitClass.RATE if points else not one.moves


def _alone(pool: Pool, step: Level, points: bool) -> bool:
    """Whether the sentence holds just two levels that the difference can lie between."""
    same = (*pool.before(step), *pool.after(step))
    return sum(one.key in (step.key, BARE) and _levels(one, points) for one in same) == 2


def _width(*levels: Level) -> float:
    return sum(one.grain * abs(one.value) for one in levels)


def _currents(pool: Pool, rate: Level) -> Iterator[Level]:
    near = [one for one in islice(pool.before(rate, sentences=2), NEAR * 3) if one.is_amount and not one.moves]
    yield from near[: NEAR + 1]


def _bases(pool: Pool, rate: Level, current: Level, low: float, high: float) -> Iterator[Level]:
    for base in pool.between(current.key, low, high):
        near = base.paragraph == rate.paragraph and abs(base.sentence - rate.sentence) <= 1
        if base is not current and near and not base.moves and base.value != current.value:
            yield base


def _fit(
    level: Level,
    figures: dict[str, change.Figure],
    numbers: Numbers,
    chance: float,
    *,
    points: bool = False,
) -> Iterator[Fit]:
    words = (Span(level.quantity.span.start - len(level.lead), level.quantity.span.start),)
    relation = change.verify(change.Finding(figures, numbers, words, points=points))
    if relation.verdict is Verdict.CONSISTENT:
        yield Fit(relation, chance)

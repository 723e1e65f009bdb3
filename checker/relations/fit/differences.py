"""What was and what became: a rate of growth, or a difference, with the two levels that it lies between."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from math import log

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.fit.called import are_of_each, are_two, is_against_another, is_of_another, is_other_rate
from checker.relations.fit.level import Level
from checker.relations.fit.pool import ALONE, Fit, Pool, believed, closeness, fits
from checker.relations.fit.whose import is_change, is_of_others
from checker.relations.growth.alike import comparable
from checker.relations.growth.differences import Numbers
from checker.relations.growth.frames import CONSTANT
from checker.relations.growth.judging import Finding, verify
from checker.relations.growth.links import Role, link
from checker.relations.passage import Figure

NEAR = 4
"""How many numbers before a change are tried for one of its two levels; the other is looked up by its size."""

CROWD = 4.0
"""Levels of one thing at two times lie close together: so much likelier than for any two numbers is a fit by chance."""

UNTOLD = 3
"""So much less is a fit worth where no word tells of a change."""

COARSE = 0.5
"""A number whose last digit is worth more than this part of it says too little: 每百元, 1."""

ROUGH = 0.02
"""So much of a hedged level may be left open where a fine rate is reckoned from it."""

COUNTED = pattern("(?:数[量目]|[家只宗笔件单起]数)[\u4e00-\u9fff]{0,6}$")
"""新股数量下跌: how many there are is no money."""

EFFECT = pattern("影响|拉动|贡献|翘尾|拖累")
"""What part of a change is due to something is no difference between two levels."""

NEW = pattern("(?:新[增建添]|净增)[^，。；0-9]{1,8}$")
WAS = pattern(
    "[由从](?:原来|原先|此前|最初)?[^，。；0-9由从]{0,10}$|[升降提减涨跌落增回缩][高低到加少至]{0,1}[到至为](?:了)?$"
)
SHARE = pattern("(?<!抢)占[^，。；增升涨降减多少高低]{1,40}$")
NO_GROWTH = pattern(
    "(?:负债|净利润?|毛利|费用|利用|不良贷款|渗透|质押|赔付|派息|分红|完成|覆盖|合格|存贷)[率比](?:约?为|达到?|是|约)?$"
)
"""资产负债率, 毛利率: a rate by its name that no two levels can differ by."""

OVER = pattern("同比|环比|[比较](?:上|去|前|年初|昨|前一|同期)")
SINCE = pattern("[比较](?P<time>[一二三四]季度|[上下]半年|前[一二三四五六七八九十0-9]+个?月|[0-9]{1,2}月)")
"""比一季度加快: the time that a level must tell to be what the change is over."""

TIMED = pattern(
    "[0-9０-９一二三四五六七八九十](?:年|月|季度|日|周)|[去上前往]年|上月|上季|上周|昨|年初|同期|[年月]末|年底|半年|从|由|原"
)
"""Words of a change over a time, and those of a level that has a time of its own."""

PACE = pattern("^(?:且|但|而)?[涨跌增降升减][幅速]")
WITHIN = pattern("[\u4e00-\u9fff]{1,10}(?:[里内]|[当之其]?中)(?:面|头)?[，,]")
EPSILON = 1e-9
BARE = "-"
"""The key of numbers without a unit: 信心指数为112.6 and 相差3.7点."""


def find(pool: Pool, level: Level) -> Iterator[Fit]:
    """The levels between which ``level`` is the change."""
    kind = level.quantity.unit_class
    if level.value <= 0 or level.act in (Act.FROM, Act.TO, Act.SHARE, Act.SUM):
        return
    if kind is UnitClass.RATE:
        if _is_level_of_rate(level):
            return
        if not (_is_share(level) or CONSTANT.search(level.passage.words(level.passage.span))):
            told = is_change(level) and not is_other_rate(level)
            yield from (replace(one, told=told) for one in _rates(pool, level))
    elif level.moves and kind is not UnitClass.MULTIPLE:
        yield from _amounts(pool, level)


def _is_level_of_rate(level: Level) -> bool:
    """Whether a rate is what another rate was or became: 失业率由去年同期的5.6%降到5.3%."""
    start = level.passage.clauses[level.figure.clause].start
    return not level.moves and WAS.search(level.passage.text, start, level.quantity.span.start) is not None


def _is_share(level: Level) -> bool:
    """Whether its clause says that it is a part of a whole, as of several at once: 分别占全区的22.2%、18.3%."""
    if level.moves:
        return False
    start = level.passage.clauses[level.figure.clause].start
    shared = SHARE.search(level.passage.text, start, level.quantity.span.start)
    return shared is not None or NO_GROWTH.search(level.lead) is not None


def _signs(level: Level) -> tuple[int, ...]:
    return (1,) if level.act is Act.RISE else (-1,) if level.act is Act.FALL else (1, -1)


def _rates(pool: Pool, rate: Level) -> Iterator[Fit]:
    before = islice(pool.before(rate, sentences=3), NEAR * 3)
    near = [pool.priced(one) for one in before if one.is_amount and not one.moves]
    if not near:
        return
    limit = ALONE if rate.moves and _alone(pool, rate, near[0].key) else 0
    bound = _grown(pool, rate)
    steps = rate.moves and any(one.key != rate.key and _steps_as(one, rate) for one in _beside(pool, rate))
    for rank, one in enumerate(near[:NEAR], 1):
        weight = CROWD * rank * (1 if rate.moves else UNTOLD)
        for sign in _signs(rate) if one.low > 0 else ():
            ends = (1 + sign * rate.low / 100, 1 + sign * rate.high / 100)
            low, high, middle = min(ends), max(ends), 1 + sign * rate.value / 100
            if low <= 0:
                continue
            for base, current in (
                *((other, one) for other in _others(pool, rate, one, one.low / high, one.high / low)),
                *((one, other) for other in _others(pool, rate, one, one.low * low, one.high * high)),
            ):
                if not _can_be(pool, base, current, rate) or _is_divided(base, rate):
                    continue
                if bound is not None and bound.at not in (base.at, current.at):
                    continue
                other = base if current is one else current
                off = abs(log(current.value / base.value / middle))
                chance = (
                    closeness(one.low / high, one.high / low, off, one, other) * weight * pool.rivals(rate, other, one)
                )
                if believed(chance, rate, current, base) or chance <= limit * rank:
                    figures = {"base": base.figure, "current": current.figure, "rate": rate.figure}
                    numbers = Numbers(base.quantity, current.quantity, None, rate.quantity, sign)
                    yield from _fit(rate, figures, numbers, chance)
            if steps:
                yield from _steps(pool, rate, one, sign, weight / CROWD)


def _grown(pool: Pool, rate: Level) -> Level | None:
    """The amount right before a rate, where nothing but growth stands between: it is that which grew."""
    before = next(iter(pool.before(rate)), None) if rate.moves else None
    if before is None or not before.is_amount or before.moves or before.figure.bracket:
        return None
    read = link(rate.passage.text[before.quantity.span.end : rate.quantity.span.start])
    return before if read is not None and read.role is Role.GROWTH else None


def _shifted(pool: Pool, step: Level) -> Level | None:
    """The rate right before so many points that they are told of: 占比73.4%，较年初提高1.6; 下降0.5%，降幅扩大0.1."""
    before = next(iter(pool.before(step)), None)
    if before is None or before.figure.bracket or not before.figure.is_rate:
        return None
    if PACE.search(step.lead):
        return before
    if before.act is not Act.SHARE:
        return None
    read = link(step.passage.text[before.quantity.span.end : step.quantity.span.start])
    return before if read is not None and read.role is Role.GROWTH else None


def _steps(pool: Pool, rate: Level, current: Level, sign: int, weight: float) -> Iterator[Fit]:
    """A rate with the difference and what became, where what was is not printed."""
    low, high = (current.low * end / (100 + sign * end) for end in (rate.low, rate.high))
    part = rate.value / (100 + sign * rate.value)
    if low <= 0 or part <= 0:
        return
    for step in pool.between(rate, current.key, low, high):
        if step.sentence != rate.sentence or step is current or not _steps_as(step, rate):
            continue
        off = abs(log(step.value / current.value / part))
        chance = closeness(low, high, off, current, step) * weight * pool.rivals(rate, step, current)
        if believed(chance, rate, current, step):
            figures = {"current": current.figure, "change": step.figure, "rate": rate.figure}
            numbers = Numbers(None, current.quantity, step.quantity, rate.quantity, sign)
            yield from _fit(rate, figures, numbers, chance)


def _beside(pool: Pool, rate: Level) -> Iterator[Level]:
    """The numbers of the sentence around a rate."""
    return chain(islice(pool.before(rate), NEAR * 3), islice(pool.after(rate), NEAR * 3))


def _steps_as(step: Level, rate: Level) -> bool:
    """Whether a number tells a change of the way of the rate: 新增学位1350个 tells a rise, too."""
    return step.act is rate.act or (rate.act is Act.RISE and NEW.search(step.lead) is not None)


def _others(pool: Pool, rate: Level, one: Level, low: float, high: float) -> Iterator[Level]:
    return (other for other in pool.beside(rate, one.key, low, high) if other is not one and other.value != one.value)


def _can_be(pool: Pool, base: Level, current: Level, step: Level) -> bool:
    """Whether no word speaks against a change from one level to the other."""
    if not (_in_order(base, current) and _of_another_time(base, step)) or are_two(base, current, step):
        return False
    if is_of_others(pool, base, current, step):
        return False
    if is_of_another(step, base, current) or is_against_another(step, base, current):
        return False
    if are_of_each(base, current, step) or (base.quantity.unit_class is UnitClass.MONEY and COUNTED.search(step.lead)):
        return False
    if base.at > step.at and base.figure.bracket not in (0, current.figure.bracket) and not base.is_past:
        return False  # what a bracket adds behind the change is a part or a kind of what grew
    return not (_is_rough(base, current) and step.figure.is_rate and step.quantity.place < 1)


def _is_rough(base: Level, current: Level) -> bool:
    """Whether a hedge leaves one of two levels open: no rate with a decimal is reckoned from 近350万."""
    return any(one.quantity.hedges and (one.high - one.low) > ROUGH * one.value for one in (base, current))


def _in_order(base: Level, current: Level) -> bool:
    """Whether no word says that the base is what became, or the current what was: 由976家变为996家."""
    return base.act is not Act.TO and current.act is not Act.FROM


def _of_another_time(base: Level, step: Level) -> bool:
    """Whether a level can be what a change over a time (较上月, 同比) is over: it tells a time of its own."""
    named = SINCE.search(step.lead)
    if named and named["time"] not in _whole_lead(base):
        return False
    if OVER.search(step.lead) is None or base.is_past:
        return True
    told = step.quantity.span.end if base.at > step.at else 0
    return base.at != step.at - 1 and TIMED.search(_whole_lead(base, told)) is not None


def _is_divided(base: Level, rate: Level) -> bool:
    """Whether a rate that no word calls a change stands behind what is divided: 640名学员里，256人进修，正好六成."""
    text, end = base.passage.text, base.quantity.span.end
    return not rate.moves and WITHIN.match(text, end, base.passage.span.end) is not None


def _whole_lead(level: Level, after: int = 0) -> str:
    """The words of its clause before it, and those of the clause before, from the offset ``after`` on."""
    clause = max(0, level.figure.clause - 1)
    return level.passage.text[max(after, level.passage.clauses[clause].start) : level.quantity.span.start]


def _amounts(pool: Pool, step: Level) -> Iterator[Fit]:
    if EFFECT.search(step.lead):
        return
    points = step.quantity.unit_class is UnitClass.POINTS
    [sign] = _signs(step)
    before = (pool.priced(one) for one in islice(pool.before(step, sentences=3), NEAR * 3))
    near = [one for one in before if one.key in (step.key, BARE) and _is_level(one, points)]
    limit = ALONE if near and _alone(pool, step, step.key, points=points) else 0
    bound = _shifted(pool, step) if points else None
    for rank, one in enumerate(near[:NEAR], 1):
        for side in (1, -1):
            move = side * sign
            low, high = one.low + move * step.low, one.high + move * step.high
            for other in _nearest(pool, step, one, (min(low, high), max(low, high)), points=points):
                if min(one.value, other.value) <= 0 or _is_finer(step, one, other):
                    continue
                size = max(one.value, other.value)
                off = abs(abs(other.value - one.value) - step.value)
                width = max(step.high - step.low, step.grain * step.value) + 2 * off
                chance = width / size * rank * pool.rivals(step, other, one)
                if believed(chance, step, one, other) or chance <= limit * rank:
                    base, current = (one, other) if side > 0 else (other, one)
                    if not _can_be(pool, base, current, step) or (bound and bound.at not in (base.at, current.at)):
                        continue
                    figures = {"base": base.figure, "current": current.figure, "change": step.figure}
                    numbers = Numbers(base.quantity, current.quantity, step.quantity, None, sign)
                    yield from _fit(step, figures, numbers, chance, points=points)


def _nearest(pool: Pool, step: Level, one: Level, limits: tuple[float, float], *, points: bool) -> Iterable[Level]:
    """The levels around that can be the other one; of those that say the same, the one nearest to the difference."""
    found: dict[tuple[float, Act], Level] = {}
    for other in pool.between(step, one.key, limits[0] - EPSILON, limits[1] + EPSILON):
        close = other.paragraph == step.paragraph and abs(other.sentence - step.sentence) <= 2
        if other is one or other is step or not close or not _is_level(other, points):
            continue
        last = found.setdefault((other.value, other.act), other)
        if abs(other.at - step.at) < abs(last.at - step.at):
            found[other.value, other.act] = other
    return found.values()


def _is_finer(step: Level, *levels: Level) -> bool:
    """Whether a difference is printed finer than the levels that it lies between, as none is."""
    units = {one.quantity.unit.name for one in levels} | {step.quantity.unit.name}
    same = step.quantity.unit_class is UnitClass.POINTS or len(units) == 1
    one, two = (each.value for each in levels)
    exactly = abs(abs(one - two) - step.value) < EPSILON
    return same and not exactly and step.quantity.place < max(each.quantity.place for each in levels)


def _is_level(one: Level, points: bool) -> bool:
    kind = UnitClass.RATE if points else one.quantity.unit_class
    return kind is one.quantity.unit_class and (points or not one.moves) and one.grain <= COARSE


def _alone(pool: Pool, change: Level, key: str, *, points: bool = False) -> bool:
    """Whether the sentence holds just two levels that the change can lie between, and tells no other change so."""
    same = (*pool.before(change), *pool.after(change))
    if any(one.moves and one.quantity.unit_class is change.quantity.unit_class for one in same if not points):
        return False
    return sum(one.key in (key, BARE) and _is_level(one, points) for one in same) == 2


def _fit(
    level: Level, figures: dict[str, Figure], numbers: Numbers, chance: float, *, points: bool = False
) -> Iterator[Fit]:
    told = [(role, one) for role, one in numbers.items() if role != "rate"]
    for (role, _), one in zip(told, comparable([one for _, one in told]), strict=True):
        numbers = numbers.put(role, one)
    finding = Finding(figures, numbers, (level.words,), points=points)
    relation = verify(finding)
    if fits(relation):
        yield Fit(relation, chance, finding)

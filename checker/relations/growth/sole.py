"""change: the only two levels of a sentence, what was and what is, with the only change between them.

原价1299元的座椅，补贴后909元就能拿下，省390元: the words between need not be known where no other number can be meant.
That it is a change is certain only where it fits, and so well that it is hardly chance.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.cues import Act, moved
from checker.relations.elsewhere import PARTLY, PLANNED
from checker.relations.growth.alike import alike
from checker.relations.growth.asides import is_margin, is_pace
from checker.relations.growth.dating import of_one_part, when
from checker.relations.growth.frames import MEAN
from checker.relations.growth.links import AVERAGED, key, telling
from checker.relations.growth.resumed import AGAIN, EACH, FREE, HELPED, LASTED, TIME
from checker.relations.judge import is_fine
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage

WAS = pattern(
    "由|从|原[来有价先定]?|此前|以前|过去|之前|先前|曾|上年|去年|前年|上届|首届|首年|[年期月]初|同期|往年|上月|上周|前一[日天年月]|昨[日天]"
    "|前值|底数|基期|基数|最初|当初|起初|起步|刚开始|头一年|第一年|年前|比起|相?较|[比与]|那会儿|那年"
    "|那时|彼时|早先|早前|原本|往常|上一?[个次回轮届](?!半)|[改革涨降调整搬建治造持购易并组让][前](?![后]|[0-9一二三四五六七八九十])"
)
IS = pattern(
    "今年|如今|现在|眼下|目前|当前|今[天日]|眼前|[只仅]剩|剩下|只有|就能|只要|现|[到至达]|本届|[\u4e00-\u9fff]{2}后(?![来面期])|变[为成]|缩[编为]|并为|成为"
)
LIGHT = pattern(
    f"{EACH}|{LASTED}|{HELPED}|{FREE}|{telling(Act.RISE)}|{telling(Act.FALL)}|便宜|改善|{adverbs()}|[0-9]+[^，。；0-9]{{1,3}}|[了的也和与比较前贵]"
)
"""What in the clause of a change names no subject of its own."""

MONTH = pattern("上一?个?[月周旬季]|昨[天日]|前一[天日]")
"""What no growth 同比 is over."""

NO_LEVEL = pattern(f"{PARTLY}|{PLANNED}|任务|占|第|约为")
GROWN = pattern("涨幅|跌幅|降幅|增幅|升幅|增速|幅度|涨|跌|增|减|降|升|便宜|贵|快|慢|少|多|高|低|改善|提高|压缩|缩")
FILLING = pattern(
    f"{TIME}|{WAS.pattern}|{IS.pattern}|{AGAIN.pattern}|{adverbs()}|[0-9]+[^，。；0-9]{{1,3}}"
    "|[\u4e00-\u9fff]{1,2}[到至成了为](?=$)|[是为有的]"
)
"""What stands before a level and names nothing."""

YEARLY = pattern("(?:间|来|以来|里|内)?(?:平均|年均)")
"""四年|平均增长5.7%: a time that growth is reckoned over."""

BY_YEARS = pattern("年均|年平均|平均一?每?年|每年|逐年|年年|复合|年化")

BETTERED = pattern("改善了?$")
"""What tells a change, but not which way."""

OVER = frozenset({"year", "last", "start"})
"""What a change can be over: 上年末, told with 比上年同期, is no base of it."""

FINE = 10
"""A step or a rate tells by its fit if what it leaves open is less than this part of it."""

PRECISE = 100
"""So fine must be the levels that a rate with one wrong digit can be told by."""

LONG = 3
"""So long must two levels be printed for one wrong digit to be told by, where no word says which is now."""

FEWEST, MOST, LEVELS = 3, 6, 2
"""A sentence with more numbers than this says too much, one with fewer too little; so many of them are levels."""

SEMICOLONS = "；;"
KINDS = frozenset({UnitClass.RATE, UnitClass.POINTS})


@dataclass(frozen=True, slots=True)
class Told:
    """What was, what is, the step between and its rate, as far as the sentence has them; -1 for a fall, 0 unknown."""

    base: Figure
    current: Figure
    step: Figure | None
    rate: Figure | None
    sign: int
    certain: bool = False
    """Whether words say of one level that it was, of the other that it is, and of the step that it is one."""
    worded: bool = False
    """Whether nothing else can be meant, as neither the later level nor the change has anything of its own."""
    guessed: bool = False
    """Whether no word says of the step that it is one."""


def told(passage: Passage) -> Iterator[Told]:
    """The one change of the sentence, or of its words up to a change, behind which it may speak of other things."""
    for figures in _stretches(passage):
        yield from _among(passage, figures)


def _stretches(passage: Passage) -> Iterator[Sequence[Figure]]:
    """The figures of the sentence; and those up to each change, from its start or from the last semicolon on."""
    figures = passage.figures
    if FEWEST <= len(figures) <= MOST:
        yield figures
    for end in range(FEWEST, len(figures) + 1):
        if not _is_change(passage, figures[end - 1]):
            continue
        here = passage.span.start, figures[end - 1].quantity.span.start
        cut = max(passage.text.rfind(mark, *here) for mark in SEMICOLONS)
        for start in {0: 0, bisect_left(figures, cut, key=lambda one: one.quantity.span.start): 0}:
            if FEWEST <= end - start <= MOST and end - start < len(figures):
                yield figures[start:end]


def _is_change(passage: Passage, figure: Figure) -> bool:
    if figure.is_rate:
        return GROWN.search(_around(passage, figure)) is not None
    return _act(passage, figure) is not Act.LEVEL


def _among(passage: Passage, figures: Sequence[Figure]) -> Iterator[Told]:
    rates = [one for one in figures if one.is_rate]
    amounts = [one for one in figures if is_level(one.quantity) and not NO_LEVEL.search(lead(passage, one))]
    amounts = [one for one in amounts if not is_margin(passage, one) and not _is_pace(passage, one)]
    amounts = [one for one in amounts if not YEARLY.match(passage.words(one.after))]
    if len(rates) > 1:
        return
    if any(passage.cues[passage.figures.index(one)].act is Act.FROM for one in rates):
        return  # 由30万元提高到50万元；加计扣除比例由50%提高到75%
    rate = rates[0] if rates and GROWN.search(_around(passage, rates[0])) else None
    for group in groups(amounts):
        yield from _of_group(passage, group, rate)


def _is_averaged(passage: Passage, rate: Figure) -> bool:
    """Whether a rate is that of each of several years: 五年净增28万吨，年均增长6.1%."""
    return BY_YEARS.search(lead(passage, rate)) is not None


def _is_pace(passage: Passage, figure: Figure) -> bool:
    at = bisect_left(passage.figures, figure.quantity.span.start, key=lambda one: one.quantity.span.start)
    return is_pace(passage, at)


def groups(amounts: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The amounts that are counted alike, without what only says a day, a trip, 一斤."""
    left = [one for one in amounts if not _is_one(one.quantity)]
    while left:
        bare = left[0].quantity.unit_class is UnitClass.NONE
        group = [
            one
            for one in left
            if alike(one.quantity, left[0].quantity) and (one.quantity.unit_class is UnitClass.NONE) is bare
        ]
        left = [one for one in left if one not in group]
        if len(group) in (LEVELS, LEVELS + 1):
            yield group


def _is_one(quantity: Quantity) -> bool:
    return quantity.value == 1 and not quantity.hedges


def _of_group(passage: Passage, group: Sequence[Figure], rate: Figure | None) -> Iterator[Told]:
    steps = [one for one in group if _act(passage, one) is not Act.LEVEL]
    if len(group) > LEVELS and rate is not None and _is_averaged(passage, rate):
        rate = None
    if len(group) > LEVELS and len(steps) == 1:
        levels = [one for one in group if one is not steps[0]]
        yield from _ordered(passage, levels, steps[0], rate)
    elif len(group) > LEVELS and not steps:
        for step in group:
            found = _ordered(passage, [one for one in group if one is not step], step, rate)
            yield from (replace(one, guessed=True) for one in found)
    elif len(group) == LEVELS and not steps and rate is not None and _size(group[0]) != _size(group[1]):
        yield from _ordered(passage, group, None, rate)


def fits(one: Told) -> bool:
    """Whether the step or the rate is printed fine enough to tell by its fit, or fits to the dot."""
    base, current = (_size(each) for each in (one.base, one.current))
    if one.step is not None:
        return is_fine(one.step.quantity, FINE) or abs(current - base) == abs(_size(one.step))
    return one.rate is not None and (
        is_fine(one.rate.quantity, FINE) or abs(current - base) * 100 == abs(base * _size(one.rate))
    )


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor


def _ordered(passage: Passage, levels: Sequence[Figure], step: Figure | None, rate: Figure | None) -> Iterator[Told]:
    before = [was(passage, one) for one in levels]
    if before[0] is before[1]:
        return
    base, current = levels if before[0] else levels[::-1]
    if any(_is_closed(passage, levels, one) for one in (step, rate) if one is not None):
        return
    if rate is not None and "同比" in lead(passage, rate):
        times = (when(lead(passage, one)) for one in (base, current))
        if MONTH.search(lead(passage, base)) or not of_one_part(*times):
            return
    acts = {_act(passage, one) for one in (step, rate) if one is not None} - {Act.LEVEL}
    sign = 0 if len(acts) != 1 else 1 if acts == {Act.RISE} else -1
    if any(_is_of_each(passage, one) for one in (step, rate) if one is not None):
        return
    one = Told(base, current, step, rate, sign)
    certain = _is_certain(passage, one)
    yield replace(one, certain=certain, worded=certain and _goes_on(passage, one))


def _is_certain(passage: Passage, one: Told) -> bool:
    """Whether words say of one level that it was, of the other that it is, and of the change that it is theirs."""
    levels, changes = (one.base, one.current), _changes(one)
    if not any(_act(passage, each) is not Act.LEVEL or BETTERED.search(lead(passage, each)) for each in changes):
        return False
    of_others = any(_has_subject(passage, each) or _is_behind_others(passage, one, each) for each in changes)
    if of_others or _turns_back(one.base, one.current, one.sign):
        return False
    if len({key(lead(passage, each)) for each in (one.base, *changes)} & OVER) > 1:
        return False
    averaged = one.rate is not None and any(word in lead(passage, one.rate) for word in MEAN)
    fine = all(is_fine(each.quantity, PRECISE) for each in levels) and not averaged
    over = key(lead(passage, one.base))
    is_over = bool(over) and any(over == key(lead(passage, each)) for each in changes) and not averaged
    is_now = IS.search(lead(passage, one.current)) is not None
    return is_over or (fine and _are_long(levels)) or (is_now and (fine or one.step is not None or one.rate is None))


def _changes(one: Told) -> list[Figure]:
    return [each for each in (one.step, one.rate) if each is not None]


def _goes_on(passage: Passage, one: Told) -> bool:
    """Whether the later level has no subject of its own, nor the change a measure: 一箱便宜20元."""
    first, last = sorted((one.base, one.current), key=lambda each: each.quantity.span.start)
    words = FILLING.sub("", lead(passage, last))
    known = passage.text[passage.span.start : last.quantity.span.start - len(lead(passage, last))]
    if first.clause != last.clause and pairs(words) - pairs(known):
        return False
    changes = {each.clause for each in _changes(one)} - {first.clause, last.clause}
    return not any(each.clause in changes and _is_one(each.quantity) for each in passage.figures)


def _is_of_each(passage: Passage, told: Figure) -> bool:
    """Whether a change is that of one year out of several: 平均一年涨一成."""
    return AVERAGED.search(passage.text, passage.clauses[told.clause].start, told.quantity.span.start) is not None


def _has_subject(passage: Passage, told: Figure) -> bool:
    """Whether a change is told of something that was not named before: ，利润增加10万元."""
    start = told.quantity.span.start
    head = passage.clauses[told.clause].start
    rest = LIGHT.sub("", passage.text[head:start])
    return bool(pairs(rest) - pairs(passage.text[passage.span.start : head]))


def _turns_back(base: Figure, current: Figure, sign: int) -> bool:
    """Whether the levels go the other way than the change."""
    return sign * (_size(current) - _size(base)) < 0 and base.quantity.unit_class is not UnitClass.DURATION


def _is_closed(passage: Passage, levels: Sequence[Figure], told: Figure) -> bool:
    """Whether a semicolon parts a change from a level behind it: 大米2.45元，涨0.19%；面粉2.51元."""
    first, last = sorted(one.quantity.span.start for one in levels)
    at = told.quantity.span.start
    between = passage.text[at : last if first < at else first]
    return at < last and any(mark in between for mark in SEMICOLONS)


def _is_behind_others(passage: Passage, one: Told, change: Figure) -> bool:
    """Whether an amount that is no part of it stands before a change: 增加到106个，面积增加到4万亩，比上年增加45%.

    So does another level of what changed, though it be a bound: 由21℃落到11℃，次日最低零下2℃，比昨天低13℃.
    """
    own = [each for each in (one.base, one.current, one.step, one.rate) if each is not None]
    first = min(each.quantity.span.start for each in own)
    return any(
        first < each.quantity.span.start < change.quantity.span.start
        and (each.is_amount or alike(each.quantity, change.quantity))
        and not _is_one(each.quantity)
        for each in passage.figures
        if each not in own
    )


def _are_long(levels: Sequence[Figure]) -> bool:
    """Whether two different levels have so many digits that one wrong one can be told."""
    return levels[0].quantity.value != levels[1].quantity.value and all(
        len(one.quantity.numeral) >= LONG for one in levels
    )


def is_level(quantity: Quantity) -> bool:
    bounded = quantity.interval.low is not None and quantity.interval.high is not None
    return bounded and quantity.unit_class not in KINDS and quantity.unit_class is not UnitClass.MULTIPLE


def was(passage: Passage, figure: Figure) -> bool:
    """Whether a level is told as what was; what is told as both is what is."""
    words = lead(passage, figure)
    past, now = (max((one.end() for one in shape.finditer(words)), default=-1) for shape in (WAS, IS))
    return past > now


def lead(passage: Passage, figure: Figure) -> str:
    """The words of its clause before a figure, dates and 一吨 among them, back to the figure before it."""
    end = figure.quantity.span.start
    start = passage.clauses[figure.clause].start
    earlier = [
        one.quantity.span.end for one in passage.figures if one.quantity.span.end <= end and not _is_one(one.quantity)
    ]
    return passage.text[max(start, *earlier) if earlier else start : end]


def _around(passage: Passage, figure: Figure) -> str:
    return lead(passage, figure) + passage.words(figure.after)[:4]


def _act(passage: Passage, figure: Figure) -> Act:
    """Which way a number says that something changed, by the words before it."""
    cue = passage.cues[passage.figures.index(figure)].act
    if cue in (Act.RISE, Act.FALL):
        return cue
    return moved(passage.words(figure.before)) if cue is Act.LEVEL else Act.LEVEL

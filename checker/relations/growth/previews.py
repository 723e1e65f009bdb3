"""change: from one level to a range of them: 净利润600万元至750万元，比上年同期的500万元增长20%—50%.

Companies announce results so before they are known. Of a rise the lower level has the lower rate, of a fall the higher
one: 预计亏损减少 and what turns from loss to gain are left alone.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import Quantity, Range, UnitClass
from checker.relations.cues import Act, cue
from checker.relations.growth.alike import alike
from checker.relations.passage import Figure, Passage
from checker.spans import Span

BASE = pattern(
    "(?:上年|去年|前一年|上一年度?|[12][0-9]{3}年度?)(?:同期|同月|度|[上下]半年|前?[一三]季度)?[^，。；、0-9]{0,12}$"
)
LOSS = pattern("亏|负|转正|扭")
LEVEL = pattern(
    "[，,；;。]?(?:公司)?(?:预计|预期|对应|[0-9]{4}年度?|全年|上半年)*(?:实现)?(?P<name>(?:[\u4e00-\u9fff]{0,8})(?:净利润|利润|收入|营收|收益))"
    "(?:的?(?:预计)?(?:区间|范围))?(?:预计|将|约?为|达到?|在|是|约)*"
)
"""；净利润预计区间为: the words between the rates and a level that is told behind them."""

NEAR = 60
"""So many characters may stand between the levels and the rates, and between either and the base."""


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, int, Span]]:
    """What was, one end of what is expected, its rate, the direction, and the words that tie them."""
    ranges = [one for one in passage.tokens if isinstance(one, Range)]
    for levels, rates in pairwise(ranges):
        tied = levels.low.unit_class is UnitClass.MONEY and rates.low.unit_class is UnitClass.RATE
        words = Span(levels.span.end, rates.span.start)
        if not tied or len(words) > NEAR or LOSS.search(passage.words(passage.span)):
            continue
        act = cue(passage.words(words)).act
        base = _base(passage, levels, rates)
        if base is None or act not in (Act.RISE, Act.FALL):
            continue
        lower, upper = (rates.low, rates.high) if rates.low.value <= rates.high.value else (rates.high, rates.low)
        ends = (lower, upper) if act is Act.RISE else (upper, lower)
        for level, rate in zip((levels.low, levels.high), ends, strict=True):
            yield base, _figure(level), _figure(rate), 1 if act is Act.RISE else -1, words


def stepped(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, int, Span]]:
    """One end of what is expected, how much more or less that is than before, and the rate: three ranges in a row."""
    ranges = [one for one in passage.tokens if isinstance(one, Range)]
    for levels, steps, rates in zip(ranges, ranges[1:], ranges[2:], strict=False):
        words = Span(levels.span.end, steps.span.start)
        if not _go_together(passage, levels, steps, rates):
            continue
        behind = Span(steps.span.end, rates.span.start)
        acts = {cue(passage.words(one)).act for one in (words, behind)}
        if max(len(words), len(behind)) > NEAR or acts not in ({Act.RISE}, {Act.FALL}):
            continue
        sign = 1 if acts == {Act.RISE} else -1
        ends = [(one.low, one.high)[::turn] for one, turn in ((levels, 1), (steps, sign), (rates, sign))]
        for level, step, rate in zip(*ends, strict=True):
            yield _figure(level), _figure(step), _figure(rate), sign, words


def stepped_before(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, int, Span]]:
    """The same where the level comes last, called as what rose.

    净利润将增加2亿元到3亿元，同比增加20%到30%；净利润为12亿元到13亿元.
    """
    ranges = [one for one in passage.tokens if isinstance(one, Range)]
    for steps, rates, levels in zip(ranges, ranges[1:], ranges[2:], strict=False):
        before, between = Span(passage.span.start, steps.span.start), Span(steps.span.end, rates.span.start)
        words = Span(rates.span.end, levels.span.start)
        if max(len(between), len(words)) > NEAR or not _go_together(passage, levels, steps, rates):
            continue
        acts = {cue(passage.words(one)).act for one in (before, between)}
        name = LEVEL.fullmatch(passage.words(words))
        if acts not in ({Act.RISE}, {Act.FALL}) or name is None or name["name"] not in passage.words(before):
            continue
        sign = 1 if acts == {Act.RISE} else -1
        ends = [(one.low, one.high)[::turn] for one, turn in ((levels, 1), (steps, sign), (rates, sign))]
        for level, step, rate in zip(*ends, strict=True):
            yield _figure(level), _figure(step), _figure(rate), sign, words


def _go_together(passage: Passage, levels: Range, steps: Range, rates: Range) -> bool:
    """Whether two ranges of money and one of rates each go from less to more, and no loss is told of."""
    money = levels.low.unit_class is UnitClass.MONEY and alike(levels.low, steps.low)
    rising = all(_size(one.low) < _size(one.high) for one in (levels, steps, rates))
    rated = rates.low.unit_class is UnitClass.RATE
    return money and rising and rated and not LOSS.search(passage.words(passage.span))


def _size(one: Quantity) -> Fraction:
    return one.value * one.unit.factor


def _base(passage: Passage, levels: Range, rates: Range) -> Figure | None:
    """The only number that is told as what was before, from the levels to the clauses behind the rates."""
    near = (one for one in passage.figures if levels.span.end < one.quantity.span.start <= rates.span.end + NEAR)
    found = [one for one in near if alike(one.quantity, levels.low) and BASE.search(_lead(passage, one))]
    return found[0] if len(found) == 1 and found[0].quantity.value > 0 else None


def _lead(passage: Passage, figure: Figure) -> str:
    """The words of its clause before a figure, dates among them."""
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _figure(quantity: Quantity) -> Figure:
    span = quantity.span
    return Figure(quantity, 0, 0, Span(span.start, span.start), Span(span.end, span.end))

"""Contributions in points that make up a rate: 同比上涨0.6%，翘尾影响约0.4个百分点，新涨价影响约0.2个百分点."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.sums import pulled
from checker.relations.sums.row import Sum

CARRIED = pattern("翘尾")
NEW = pattern("新(?:涨价|降价|影响|的影响)|新[\u4e00-\u9fff]{0,4}影响")
EFFECT = pattern(
    r"(?P<kind>[\u4e00-\u9fff]{1,8}?)(?:类)?价格[^；;。]{0,24}?(?:影响|拉动)(?P<index>CPI|PPI|居民消费价格|总指数)[\u4e00-\u9fff]{0,8}$"
)
INDEX = pattern("CPI|PPI|居民消费价格|工业生产者|价格总?指数")
YEARLY = pattern("同比|比上年同?期?")
MONTHLY = pattern("环比|比上月")
FALLS = pattern("下降|下跌|回落|下拉|降低|下滑")
BACK = 8


def find(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """Contributions whose rate stands in the sentence or before it."""
    passage = passages[number]
    points = [one for one in passage.figures if one.quantity.unit_class is UnitClass.POINTS]
    if len(points) < 2:
        return
    yield from _carried_over(passages, number, points)
    yield from _opposites(passages, number, points)
    yield from pulled.summed(passages, number, points)


def _carried_over(passages: Sequence[Passage], number: int, points: Sequence[Figure]) -> Iterator[Sum]:
    passage = passages[number]
    one = next((each for each in points if CARRIED.search(passage.words(each.before))), None)
    two = next((each for each in points if NEW.search(passage.words(each.before))), None)
    whole = _rate(passages, number, min(points[0].quantity.span.start, passage.span.end), YEARLY)
    if one and two and one is not two and whole:
        yield Sum(whole.quantity, (one.quantity, two.quantity), (one.before,), exhaustive=True, likely=True)


def _opposites(passages: Sequence[Passage], number: int, points: Sequence[Figure]) -> Iterator[Sum]:
    """食品 and 非食品, each with its effect on the whole index."""
    passage, kinds = passages[number], list[tuple[str, Figure]]()
    start = passage.span.start
    for figure in points:
        match = EFFECT.search(passage.text[start : figure.quantity.span.start])
        if match:
            kinds.append((match["kind"], figure))
        start = figure.quantity.span.end
    for (one, first), (two, second) in pairwise(kinds):
        if two == f"非{one}" or {one, two} == {"消费品", "服务"}:
            words = passage.text[passage.span.start : first.quantity.span.start]
            base = MONTHLY if MONTHLY.search(words) else YEARLY
            whole = _rate(passages, number, passage.span.start, base)
            if whole:
                yield _signed(passage, whole, first, second)


def _signed(passage: Passage, whole: Figure, first: Figure, second: Figure) -> Sum:
    """The sum; where one of the two pulls the other way, the larger is what the rate and the smaller come to."""
    falls = [FALLS.search(passage.text, one.before.start, one.before.end) is not None for one in (whole, first, second)]
    numbers = [one.quantity for one in (whole, first, second)]
    if falls[1] is not falls[2]:
        larger = 1 if falls[1] is falls[0] else 2
        numbers = [numbers[larger], numbers[0], numbers[3 - larger]]
    return Sum(numbers[0], tuple(numbers[1:]), (first.before,), exhaustive=True, likely=True)


def _rate(passages: Sequence[Passage], number: int, end: int, base: re.Pattern[str]) -> Figure | None:
    """The rate of change of the index itself on this base: where it is told, else where it is spoken of again."""
    for test in (_of_index, _again):
        for passage in reversed(passages[max(0, number - BACK) : number + 1]):
            for figure in reversed(passage.figures):
                if figure.is_rate and figure.quantity.span.end <= end and test(passage, figure, base):
                    return figure
    return None


def _of_index(passage: Passage, figure: Figure, base: re.Pattern[str]) -> bool:
    """Whether a rate is the index's own: 居民消费价格同比上涨."""
    before = passage.words(figure.before)
    sentence = passage.text[passage.span.start : figure.quantity.span.start]
    named = INDEX.search(sentence) is not None and "其中" not in sentence and "；" not in sentence
    return named and base.search(before) is not None and "食品" not in before


def _again(passage: Passage, figure: Figure, base: re.Pattern[str]) -> bool:
    """在8月份0.6%的同比变动中."""
    after = passage.words(figure.after)
    return after.startswith("的") and base.search(after[:4]) is not None

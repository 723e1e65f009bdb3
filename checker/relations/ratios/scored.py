"""ratio: hits of throws and wins of games: 24投9中，命中率37.5%; 17场12胜，胜率70.6%.

What does not fit is for a reader to look at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.dated import calendar
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation
from checker.spans import Span

TRIED, MADE = pattern("[投罚射掷]"), pattern("中|命中|进")
PLAYED, WON = pattern("场|战"), pattern("胜|连胜")
HIT, WIN = pattern("命中率(?:为|达到?|高达|仅|只有)*$"), pattern("胜率(?:为|达到?|高达|仅|只有)*$")


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every rate that hits and throws, or wins and games, make right before it."""
    for passage in passages:
        for index in range(2, len(passage.figures)):
            yield from _judged(passage, index)


def _judged(passage: Passage, index: int) -> Iterator[Relation]:
    whole, part, rate = passage.figures[index - 2 : index + 1]
    if not rate.is_rate or not 0 < part.quantity.value <= whole.quantity.value:
        return
    if _is_scored(passage, whole, part, rate):
        whole, part = (_exact(passage, one) for one in (whole, part))
        relation = verify(passage, Triple("占比", (rate.before,), part, whole, rate))
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _exact(passage: Passage, figure: Figure) -> Figure:
    """24投 counts throws: a bare number with the word behind it, as a count."""
    one = figure.quantity
    if one.unit.name or one.hedges or one.value.denominator != 1:
        return figure
    span = Span(one.span.start, one.span.end + 1)
    return replace(figure, quantity=calendar.counted(passage.text, span, int(one.value), "个"))


def _is_scored(passage: Passage, whole: Figure, part: Figure, rate: Figure) -> bool:
    """24投9中，命中率…; 17场12胜，胜率…."""
    named = passage.text[max(passage.span.start, rate.quantity.span.start - 12) : rate.quantity.span.start]
    near = part.quantity.span.start - whole.quantity.span.end < 10
    pairs = ((HIT, TRIED, MADE), (WIN, PLAYED, WON))
    return near and any(
        name.search(named) and _unit(passage, whole, first) and _unit(passage, part, second)
        for name, first, second in pairs
    )


def _unit(passage: Passage, figure: Figure, words: re.Pattern[str]) -> bool:
    """Whether such a word follows the numeral, as its unit or behind it."""
    return words.match(passage.text, figure.quantity.number.end) is not None

"""ratio: the structure of the three sectors against their values added and the gross product.

三次产业结构为5.7:42.9:51.4 says of each sector its part of the gross product; where the text prints the levels too,
each of the three is a ratio.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Proportion, Quantity, UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import KIND, Triple, verify
from checker.relations.record import Relation
from checker.spans import Span

STRUCTURE = pattern(
    "三次产业(?:增加值)?(?:的)?(?:结构|比例|比重|占比)[^，。；：:]{0,16}?(?:由[^，。；]{4,24})?(?:为|是|达到?|：|:|调整为|优化为|变为|演变为)?$"
)
BEFORE = pattern("(?:由|从|上年|去年|同期)(?:的|为)?$")
"""What the structure was: 由上年的10.0:39.0:51.0调整为."""

SECTORS = ("第一产业", "第二产业", "第三产业")
PARTS = tuple(pattern(f"{name}(?:实现)?增加值(?:为|达到?|约)?$") for name in SECTORS)
WHOLE = pattern("(?:地区|国内|国民)?生产总值(?:（GDP）|\\(GDP\\)|GDP)?(?:为|达到?|完成|实现|约)?$")
HUNDRED = 100
REACH, LEAD = 8, 48
"""How many sentences back the levels may stand, and how many characters before a number its name may begin."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Three ratios for each structure whose levels the sentences before it print."""
    for number, passage in enumerate(passages):
        for token in passage.tokens:
            if isinstance(token, Proportion) and len(token.parts) == 3:
                lead = passage.text[max(passage.span.start, token.span.start - LEAD) : token.span.start]
                match = STRUCTURE.search(lead)
                if match and not BEFORE.search(lead):
                    words = Span(token.span.start - len(match[0]), token.span.start)
                    yield from _judged(passages[max(0, number - REACH) : number + 1], passage, token, words)


def _judged(earlier: Sequence[Passage], passage: Passage, structure: Proportion, words: Span) -> Iterator[Relation]:
    limit = structure.span.start
    whole = _named(earlier, WHOLE, limit)
    parts = [_named(earlier, one, limit) for one in PARTS]
    if whole is None or not whole.quantity.value or None in parts:
        return
    for name, part, rate in zip(SECTORS, parts, structure.parts, strict=True):
        if part is not None:
            relation = verify(passage, Triple(f"{name}比重", (words,), part, whole, _figure(rate)))
            if relation.verdict is Verdict.INCONSISTENT and _is_squeezed(structure, part, whole, rate):
                working = f"{relation.data['working']}，三项凑足100，一致"
                relation = replace(relation, verdict=Verdict.CONSISTENT, working=working, candidates=())
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _is_squeezed(structure: Proportion, part: Figure, whole: Figure, rate: Quantity) -> bool:
    """Whether a share is off by its last digit so that the three come to a hundred, as rounded ones might not."""
    exactly = 100 * _size(part) / _size(whole)
    return sum(one.value for one in structure.parts) == HUNDRED and abs(exactly - rate.value) < rate.place


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor


def _named(passages: Sequence[Passage], name: re.Pattern[str], limit: int) -> Figure | None:
    """The first amount of money that is called so: a sentence begins with the total, its parts follow.

    A headline's 突破700亿元 yields to the number that the body prints.
    """
    found = None
    for passage in passages:
        for figure in passage.figures:
            span = figure.quantity.span
            if figure.quantity.unit_class is UnitClass.MONEY and span.end <= limit and not figure.bracket:
                lead = passage.text[max(passage.span.start, span.start - LEAD) : span.start]
                if name.search(lead) and not figure.quantity.hedges:
                    return figure
                found = found or (figure if name.search(lead) else None)
    return found


def _figure(rate: Quantity) -> Figure:
    return Figure(rate, 0, 0, Span(rate.span.start, rate.span.start), Span(rate.span.end, rate.span.end))


__all__ = ["KIND", "find"]

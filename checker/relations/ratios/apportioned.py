"""ratio: as many shares as parts, told one after the other: 甲460件、乙138件、丙85件，分别占67.4%、20.2%和12.4%.

All of them are of one whole, which stands before them and is known by what most of them come to.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.document import Document
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, consistent, verify
from checker.relations.record import Relation
from checker.relations.sums.portions import HEAD
from checker.relations.sums.row import GRADES, same_unit
from checker.spans import Span

FEWEST = 2
"""So many shares, and all but one, at least, must fit a whole before the last is held against it."""

GAP, BACK, MOST = 14, 6, 12
"""How many characters from 分别占 to the first share, how many sentences back the whole may stand, how many shares."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """A ratio for every part of a list that has a list of shares behind it."""
    for number, passage in enumerate(passages):
        starts = [one.quantity.span.start for one in passage.figures] if len(passage.figures) > FEWEST else []
        for match in HEAD.finditer(passage.text, passage.span.start, passage.span.end) if starts else ():
            first = bisect_left(starts, match.end())
            rates = list(_rates(passage, first, match.end()))
            last = first - _is_their_count(passage, first, len(rates), match.start())
            parts = _parts(passage, last, len(rates))
            if parts:
                yield from _shared(passages[max(0, number - BACK) : number + 1], parts, rates, Span(*match.span()))


def _rates(passage: Passage, first: int, at: int) -> Iterator[Figure]:
    """The shares that stand in a row from here on."""
    for index in range(first, min(first + MOST, len(passage.figures))):
        figure = passage.figures[index]
        gap = passage.text[at : figure.quantity.span.start]
        if not figure.is_rate or len(gap) > (GAP if index == first else FEWEST) or "。" in gap:
            return
        yield figure
        at = figure.quantity.span.end


def _is_their_count(passage: Passage, first: int, count: int, at: int) -> bool:
    """Whether the number right before the words says how many there are: 三项|分别占."""
    one = passage.figures[first - 1].quantity if first else None
    if one is None or one.unit_class is not UnitClass.COUNT or one.value != count:
        return False
    return one.span.end <= at and at - one.span.end <= FEWEST


def _parts(passage: Passage, first: int, count: int) -> Sequence[Figure]:
    """As many amounts of one unit right before the shares; 二级公路 counts no roads."""
    told = zip(passage.figures[:first], passage.cues, strict=False)
    before = [(one, cue) for one, cue in told if one.quantity.unit.name not in GRADES][-count:]
    if count < FEWEST or count > len(before):
        return ()
    levels = all(one.is_amount and cue.act not in (Act.RISE, Act.FALL) for one, cue in before)
    parts = [one for one, _ in before]
    return parts if levels and all(same_unit(parts[0].quantity, one.quantity) for one in parts) else ()


def _shared(
    passages: Sequence[Passage], parts: Sequence[Figure], rates: Sequence[Figure], words: Span
) -> Iterator[Relation]:
    """The ratios to the nearest number before that all of the shares fit, or all but one."""
    limit, most = parts[0].quantity.span.start, max(_size(one) for one in parts)
    near = [
        one
        for passage in passages[::-1]
        for one in reversed(passage.figures)
        if one.quantity.span.end <= limit and one.is_amount and same_unit(one.quantity, parts[0].quantity)
    ]
    wanted = len(rates)
    for fewer in (0, 1) if wanted > FEWEST else (0,):
        for whole in near:
            if _size(whole) < most:
                continue
            triples = [Triple("占比", (words,), part, whole, rate) for part, rate in zip(parts, rates, strict=True)]
            if sum(map(consistent, triples)) == wanted - fewer:
                yield from (verify(passages[-1], one) for one in triples)
                return


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor

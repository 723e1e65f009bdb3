"""rank_move: from one place in an order to another is so many places.

由第15位升至第9位，前进6位; 居第36位，比去年的第41位前移5位. The words before the two places tell which of them is the
earlier, the move is tied by a word of going forward or back. Places in different orders (全国第15位, 全省第3位) are not
compared. Where another subject may have come between, only what fits is told.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Ordinal, Quantity
from checker.relations.passage import Passage
from checker.relations.ranks import places, roles
from checker.relations.ranks.places import Move, Place
from checker.relations.ranks.roles import Pair
from checker.relations.record import Candidate, Operand, Relation
from checker.spans import Span

KIND = "rank_move"
Told = TypeVar("Told", Place, Move)
SCOPE = pattern("全国|全省|全市|全区|全县|全球|世界|全疆|全州|全盟|亚洲|[东中西]部|同类|本[省市区县]|省|市")
TAKEN_APART = pattern("分别|依次|各")
FEWEST, SHORT = 1, 12
ENDED = pattern(f"[；;](?!(?:{roles.NOW})[^，。；;]{{0,6}}[列居排位升降第])|。")
"""A semicolon before a later time goes on: 上年列第8位；今年列第5位."""

REACH = 60
"""How many characters may stand between the first and the last of the three."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every move from one place to another whose length the sentence tells, judged."""
    tokens = [one for one in passage.tokens if isinstance(one, (Ordinal, Quantity))]
    if len(tokens) <= FEWEST:
        return
    moves = [one for one in (places.move(passage, token) for token in tokens) if one] or _exclaimed(passage)
    if not moves:
        return
    taken = {one.span for one in moves}
    found = [place for place in (places.place(passage, one) for one in tokens if one.span not in taken) if place]
    for one in moves:
        if not TAKEN_APART.search(passage.text, max(passage.span.start, one.verb.start - 2), one.span.start):
            near = [each for each in _around(found, one.span) if _is_near(passage, each, one)]
            yield from _told(passage, one, near, _around(moves, one.span))


def _around(told: Sequence[Told], span: Span) -> Sequence[Told]:
    """Those that stand near a span, however many the sentence holds."""
    first = bisect_left(told, span.start - 2 * REACH, key=lambda one: one.span.start)
    return told[first : bisect_left(told, span.end + 2 * REACH, key=lambda one: one.span.start)]


def _exclaimed(passage: Passage) -> list[Move]:
    """The move that a sentence of its own tells ahead: 连进三位！园区从第九升到第六."""
    ahead = passage.earlier
    if ahead is None or len(ahead.span) > SHORT or len(ahead.tokens) != 1:
        return []
    told = places.move(ahead, ahead.tokens[0])
    return [told] if told and passage.span.start - ahead.span.end <= 1 else []


def _is_near(passage: Passage, place: Place, move: Move) -> bool:
    start, end = sorted((place.span, move.span))
    return end.start - start.end <= REACH and not ENDED.search(passage.text, start.end, end.start)


def _told(passage: Passage, move: Move, near: Sequence[Place], moves: Sequence[Move]) -> Iterator[Relation]:
    """The move with the places that it leads from and to: the pair that fits, else the only one the words tie."""
    pairs = list(_pairs(passage, move, near))
    fitting = next((one for one in pairs if one.start.value - one.end.value == move.value), None)
    firm = [one for one in pairs if one.firm and not move.is_loose]
    pair = fitting or (firm[0] if len(firm) == 1 and not _is_nearer(firm[0], move, moves) else None)
    if pair:
        yield _verify(passage, pair, move)


def _is_nearer(pair: Pair, move: Move, moves: Sequence[Move]) -> bool:
    """Whether the pair stands next to another move."""
    spots = [min(abs(one.span.start - pair.end.span.end), abs(one.span.start - pair.start.span.end)) for one in moves]
    return min(spots) < spots[moves.index(move)]


def _pairs(passage: Passage, move: Move, near: Sequence[Place]) -> Iterator[Pair]:
    """The two places before the move, those around it, and those after it, where words order them."""
    after = sum(one.span.start < move.span.start for one in near)
    for first in range(max(0, after - 2), min(after, len(near) - 2) + 1):
        one, two = near[first : first + 2]
        edge = near[first - 1].span.end if first else passage.span.start
        if move.span.start < one.span.start:
            edge = max(edge, move.span.end)
        inner = move.span.end if one.span.end <= move.span.start < two.span.start else one.span.end
        pair = roles.pair(passage, one, two, (edge, inner))
        if pair:
            yield pair


def _verify(passage: Passage, pair: Pair, move: Move) -> Relation:
    start, end = pair.start, pair.end
    operands = (
        Operand("from", start.span, str(abs(start.value)), "位"),
        Operand("to", end.span, str(abs(end.value)), "位"),
        Operand("move", move.span, move.token.plain(), "位"),
    )
    first, last = sorted((start.span, end.span))
    words = (Span(first.end, last.start), move.verb)
    went = start.value - end.value
    shown = f"{'前进' if went > 0 else '后退'}{abs(went)}位"
    said = f"{'前进' if move.value > 0 else '后退'}{abs(move.value)}位"
    working = f"{_name(start)}到{_name(end)}为{shown}，文中{said}"
    if (start.value < 0) is not (end.value < 0) or _orders_differ(passage, first, last):
        return Relation(KIND, operands, Verdict.UNDECIDED, f"{working}，名次范围不同，未判", words, move.span)
    data = {"name": "名次升降", "working": working, "computed": shown}
    if went == move.value:
        return Relation(KIND, operands, Verdict.CONSISTENT, f"{working}，一致", words, move.span, data=data)
    found = tuple(_candidates(passage, pair, move))
    working = f"{working}，不一致"
    return Relation(KIND, operands, Verdict.INCONSISTENT, working, words, move.span, pair.likely, data, found)


def _name(place: Place) -> str:
    return f"第{place.value}" if place.value > 0 else f"倒数第{-place.value}"


def _orders_differ(passage: Passage, first: Span, last: Span) -> bool:
    """Whether the place that stands later is told in an order of its own."""
    order = _order(passage, first.end, last)
    return bool(order) and order != _order(passage, passage.span.start, first)


def _order(passage: Passage, head: int, span: Span) -> str:
    """The order that a place is told in, by the words right before it."""
    words = passage.words(Span(max(head, span.start - 6), span.start))
    found = SCOPE.findall(words)
    return found[-1] if found else ""


def _candidates(passage: Passage, pair: Pair, move: Move) -> Iterator[Candidate]:
    start, end = pair.start, pair.end
    went = start.value - end.value
    if went * move.value > 0:
        yield from _changed(passage, "move", move.span, abs(move.value), abs(went))
    yield from _changed(passage, "from", start.span, start.value, end.value + move.value)
    yield from _changed(passage, "to", end.span, end.value, start.value - move.value)


def _changed(passage: Passage, role: str, span: Span, old: int, new: int) -> Iterator[Candidate]:
    """The words with another number, where it is printed in digits and a place can have it."""
    words = span.of(passage.text)
    if new > 0 and str(old) in words:
        text = words.replace(str(old), str(new), 1)
        yield Candidate(role, span, text, "digit" if len(str(old)) == len(str(new)) else "computed")

"""rank_move: from one place in an order to another is so many places.

由第15位升至第9位，前进6位. The two places are tied by a word of moving, the move by one of going forward or back; a
place may be written without 第 (从78位升至46位). Places in different orders (全国第15位, 全省第3位) are not compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Ordinal, Quantity, Token, UnitClass
from checker.relations.passage import Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.spans import Span

KIND = "rank_move"
FORWARD = "前进|上升|提升|前移|跃升|提高|进位|上移|攀升|晋升|升高|进|升"
BACK = "后退|下降|下滑|后移|倒退|退后|下移|降低|滑落|跌落|退|降|跌"
MOVED = pattern(rf"(?:(?P<up>{FORWARD})|(?P<down>{BACK}))了?$")
TO = pattern(
    "(?:[升跃进居降跌退滑移]|变为|来到|提高|提升|调整|挺进)[至到为居]?(?:了|了?[\u4e00-\u9fff]{0,6})?$|[至到](?:[\u4e00-\u9fff]{0,4})?$"
)
THEN = pattern("[，,](?:今年|如今|现在|目前|今天|[本这]届|[本这]赛季|[本这]次)(?:[位名]?[列居]|排名?|是|成了|到了)?")
FROM = pattern("[由从]")
SCOPE = pattern("全国|全省|全市|全区|全县|全球|世界|全疆|全州|全盟|亚洲|[东中西]部|同类|本[省市区县]|省|市")
PLACES = frozenset({"", "位", "名"})
STEPS = pattern("(?:位|名|个?位次|个?名次|个?名|个?位)?")
STEP_NOUN = pattern("[位名]次?")
REACH = 60
"""How many characters may stand between the first and the last of the three."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an order."""

    value: int
    span: Span


def find(passage: Passage) -> Iterator[Relation]:
    """Every move from one place to another whose length the sentence tells, judged."""
    tokens = [one for one in passage.tokens if isinstance(one, (Ordinal, Quantity))]
    for index, token in enumerate(tokens):
        way = _move(passage, token) if isinstance(token, Quantity) else None
        if way is None or not isinstance(token, Quantity):
            continue
        pair = _pair(passage, tokens[max(0, index - 2) : index]) or _pair(passage, tokens[index + 1 : index + 3])
        if pair and abs(pair[0].span.start - token.span.start) <= REACH:
            yield _verify(passage, pair, token, way)


def _move(passage: Passage, token: Quantity) -> int | None:
    """1 for a move forward, -1 for one back, None for a number that is no move."""
    if token.unit_class is not UnitClass.COUNT or token.value.denominator != 1 or not token.is_exact:
        return None
    noun = token.unit.name in ("位", "名") or STEP_NOUN.match(passage.text, token.span.end)
    words = passage.words(Span(max(passage.span.start, token.span.start - 4), token.span.start))
    match = MOVED.search(words)
    if not noun or match is None:
        return None
    return 1 if match["up"] else -1


def _pair(passage: Passage, tokens: Sequence[Token]) -> tuple[Place, Place] | None:
    """The two places that a word of moving joins."""
    if len(tokens) != 2:
        return None
    one, two = _place(tokens[0]), _place(tokens[1])
    if one is None or two is None:
        return None
    between = passage.words(Span(one.span.end, two.span.start))
    if len(between) > 24 or "。" in between:
        return None
    return (one, two) if TO.search(between) or THEN.fullmatch(between) else None


def _place(token: Token) -> Place | None:
    if isinstance(token, Ordinal):
        return Place(token.value, token.span) if token.unit in PLACES else None
    if isinstance(token, Quantity) and token.unit.name in ("位", "名") and token.is_exact:
        return Place(int(token.value), token.span)
    return None


def _verify(passage: Passage, pair: tuple[Place, Place], move: Quantity, way: int) -> Relation:
    start, end = pair
    operands = (
        Operand("from", start.span, str(start.value), "位"),
        Operand("to", end.span, str(end.value), "位"),
        Operand("move", move.span, move.plain(), "位"),
    )
    words = (Span(start.span.end, end.span.start), Span(max(passage.span.start, move.span.start - 4), move.span.start))
    went = start.value - end.value
    shown = f"{'前进' if went > 0 else '后退'}{abs(went)}位"
    said = f"{'前进' if way > 0 else '后退'}{move.plain()}位"
    working = f"第{start.value}到第{end.value}为{shown}，文中{said}"
    if _orders(passage, start) != _orders(passage, end) and _orders(passage, end):
        return Relation(KIND, operands, Verdict.UNDECIDED, f"{working}，名次范围不同，未判", words, move.span)
    data = {"name": "名次升降", "working": working, "computed": shown}
    if went == way * move.value:
        return Relation(KIND, operands, Verdict.CONSISTENT, f"{working}，一致", words, move.span, data=data)
    found = tuple(_candidates(passage, pair, move, way))
    working = f"{working}，不一致"
    return Relation(KIND, operands, Verdict.INCONSISTENT, working, words, move.span, data=data, candidates=found)


def _orders(passage: Passage, place: Place) -> str:
    """The order that a place is told in, by the words right before it."""
    words = passage.words(Span(max(passage.span.start, place.span.start - 6), place.span.start))
    found = SCOPE.findall(words)
    return found[-1] if found else ""


def _candidates(passage: Passage, pair: tuple[Place, Place], move: Quantity, way: int) -> Iterator[Candidate]:
    start, end = pair
    steps = int(move.value)
    if (start.value - end.value) * way > 0:
        yield from _changed(passage, "move", move.span, steps, abs(start.value - end.value))
    yield from _changed(passage, "from", start.span, start.value, end.value + way * steps)
    yield from _changed(passage, "to", end.span, end.value, start.value - way * steps)


def _changed(passage: Passage, role: str, span: Span, old: int, new: int) -> Iterator[Candidate]:
    """The words with another number, where it is printed in digits and a place can have it."""
    words = span.of(passage.text)
    if new > 0 and str(old) in words:
        text = words.replace(str(old), str(new), 1)
        yield Candidate(role, span, text, "digit" if len(str(old)) == len(str(new)) else "computed")

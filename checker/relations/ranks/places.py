"""What is a place in an order (第15位, 列46位, 倒数第二), and what a move by places (前移3位, 3个位次的跃升)."""

from dataclasses import dataclass

from checker.patterns import pattern
from checker.quantities.model import Ordinal, Quantity, Token, UnitClass
from checker.relations.passage import Passage
from checker.spans import Span

UP = (
    "前进|上升|上行|逆袭|提升|前移|跃升|提高|进位|上移|攀升|晋升|升高|进步|爬升|蹿升|窜升|飙升|跃进|跃居|挺进|前跃|靠前|赶超|反超|超越|超过|连[升跳进跨超追拱]|"
    "[往向][前上][挪走赶移拱迈跨窜蹿爬冲跳进提]|小升|追赶|跨越|赶过|甩开|甩掉|挤下|进|升|超|蹿|窜|跳|爬|跃|追|拱|涨|晋|冲"
)
DOWN = (
    "[往向][后下][挪走移退滑掉]|后退|下降|下行|下滑|后移|倒退|退后|下移|降低|滑落|跌落|退步|下跌|下挫|滑坡|跌出|连[降退跌]"
    "|滑|掉|退|降|跌|落|丢|让出|失去"
)
ADVERBS = "(?:了|过|整整|足足|近|约|共|一下|大幅|一举|连续|出|去|掉|回){0,3}"
BEFORE = pattern(rf"(?:(?P<up>{UP})|(?P<down>{DOWN})){ADVERBS}$")
BEHIND = pattern(
    "(?:之多)?[的之](?:(?P<up>前进|上升|提升|前移|跃升|提高|进步|攀升|爬升|升幅)|(?P<down>后退|下降|下滑|后移|倒退|退步|滑落|下跌|降幅))"
)
STEPPED = frozenset({"位", "名"})
STEPS = pattern("[位名]次?|座次|身位|席位")
RIVALS = pattern("[超追赶越甩挤]")
"""Verbs that count those who are left behind: 超了13人, 赶超8家同行."""

OUTDONE = frozenset({"人", "家", "支", "队", "所", "城", "市", "县", "校", "款"})
SIGNED = pattern(r"[（(]\s?(?:(?P<up>[+＋↑▲⬆])|(?P<down>[-－−↓▼⬇]))?\s?$")
"""Before a move in brackets behind the place it led to: 第8名（+12）."""

ARROW, ARROWED = pattern("(?:→|➔|➜|⟶|->|=>)$"), pattern("→|➔|➜|⟶|->|=>")
PLACES = frozenset({"", "位", "名", "席", "大"})
LEAD = 8
NUMBERED = pattern("(?:[由从自至到列居排为在的]|[上去今]年|排名|位次|名次)(?:全[国省市区县球])?$")
FROM_BELOW = pattern("倒数$")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an order; one that is counted from below is negative (倒数第二 is −2)."""

    value: int
    span: Span


@dataclass(frozen=True, slots=True)
class Move:
    """How many places forward; a negative one goes back."""

    value: int
    token: Quantity
    verb: Span

    @property
    def is_loose(self) -> bool:
        """Whether it may count something else: a part of those left behind, or points in brackets."""
        return self.token.unit_class is UnitClass.NONE or self.token.unit.name in OUTDONE - {"人"}

    @property
    def span(self) -> Span:
        """Where the number stands."""
        return self.token.span


def place(passage: Passage, token: Token) -> Place | None:
    """The place that a token tells, None for all others."""
    start = token.span.start
    if isinstance(token, Ordinal):
        if token.unit not in PLACES:
            return None
        below = FROM_BELOW.search(passage.text, max(passage.span.start, start - 2), start)
        return Place(-token.value, Span(start - 2, token.span.end)) if below else Place(token.value, token.span)
    if not isinstance(token, Quantity) or token.unit.name not in STEPPED or not token.is_exact:
        return None
    begin = max(passage.span.start, start - 4)
    arrow = ARROW.search(passage.text, begin, start) or ARROWED.match(passage.text, token.span.end, passage.span.end)
    if arrow or NUMBERED.search(passage.text, begin, start):
        return Place(int(token.value), token.span)
    return None


def move(passage: Passage, token: Token) -> Move | None:
    """The move that a token counts, None for a number that is none."""
    if not isinstance(token, Quantity) or token.value.denominator != 1 or not token.value:
        return None
    if token.unit_class is UnitClass.NONE:
        return None if token.hedges else _signed(passage, token)
    if token.unit_class is not UnitClass.COUNT or not token.is_exact:
        return None
    steps = _is_step(passage, token)
    if not steps and token.unit.name not in OUTDONE:
        return None
    said = BEFORE.search(passage.text, max(passage.span.start, token.span.start - LEAD), token.span.start)
    if not steps and not (said and RIVALS.search(said[0])):
        return None
    noun = STEPS.match(passage.text, token.span.end, passage.span.end)
    said = said or BEHIND.match(passage.text, noun.end() if noun else token.span.end, passage.span.end)
    return said and Move(int(token.value) if said["up"] else -int(token.value), token, Span(*said.span()))


def _signed(passage: Passage, token: Quantity) -> Move | None:
    """第8名（+12）, 第8名（↑12）: a bare number with its sign, closed in brackets right behind a place."""
    start, end = token.span.start, token.span.end
    said = SIGNED.search(passage.text, max(passage.span.start, start - 3), start)
    if said is None or passage.text[end : end + 1] not in ("）", ")"):
        return None
    place = next((one for one in passage.tokens if one.span.end == said.start()), None)
    sign = passage.text[start]
    if not isinstance(place, Ordinal) or not (said["up"] or said["down"] or sign in "+＋-－−"):
        return None
    value = abs(int(token.value))
    return Move(-value if said["down"] or token.value < 0 else value, token, Span(said.start(), said.end()))


def _is_step(passage: Passage, token: Quantity) -> bool:
    return token.unit.name in STEPPED or STEPS.match(passage.text, token.span.end, passage.span.end) is not None

"""Scores: numbers that 比 or a colon parts, and those that look like clock times or ranges till words say who won."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.lexicon.sport import shape
from checker.patterns import pattern
from checker.quantities import scan
from checker.quantities.model import Code, Proportion, Quantity, Range, Token, UnitClass
from checker.spans import Span

OUTCOME = "(?:[主客]场|大比分|总比分|的?(?:比分|成绩))?[先也都再又而就此]{0,2}(?:%(won)s)"
LED = "比分(?:差距)?(?:%(stands)s|[^，。]{0,4}[为成到至]了?)?$"
MIXED = "(?:%(mixed)s)$"
CLOCK = pattern("(0|[1-9][0-9]?)[：:](0|[1-9][0-9]?)")
GAMES = pattern("(?:[（(][0-9：:∶比、，,； -]{3,60}[）)])?")
"""The single games behind a score: 3：1（25：21、…）击败."""

HYPHEN = pattern("[-－–—]")
TIMED = pattern("[于在时晚晨午天日间夜0-9]$")
"""What leads up to the time of a day: 于19：35结束."""

OVER = pattern("结束|锁定")
WITHIN = "(?:%(drawn)s|[一二三四五首末][局盘节][^，。；]{0,8})$"
GOES_ON = pattern("[^，。；]{0,3}(?:、|和|与|及)[^，。；]{0,2}|[（(，,；]")
TWO, NEAR, FAR, LONG = 2, 8, 12, 3


def tallies(text: str, tokens: Sequence[Token]) -> list[Proportion]:
    """Every two plain numbers that may be a score, in order: 3比1, 3：1, and beside such words 16：12 and 21-19."""
    found = [(one, made) for one in tokens if (made := _made(text, one))]
    played = any(is_played(text, made) for _, made in found)
    sure = [isinstance(one, Proportion) or (played and _is_score(text, made)) for one, made in found]
    joined = [
        GOES_ON.fullmatch(text, one.span.end, other.span.start) is not None for (_, one), (_, other) in pairwise(found)
    ]
    for nth, goes_on in enumerate(joined):
        sure[nth + 1] |= goes_on and sure[nth]
    for nth in reversed(range(len(joined))):
        sure[nth] |= joined[nth] and sure[nth + 1]
    return [made for (_, made), told in zip(found, sure, strict=True) if told]


def with_halves(quantities: Sequence[Quantity], scores: Sequence[Proportion]) -> list[Quantity]:
    """The numbers of a text in order, those among them that would be clock times were they no scores."""
    halves = {part.span.start: part for one in scores for part in one.parts}
    return sorted({**{one.span.start: one for one in quantities}, **halves}.values(), key=lambda one: one.span)


def is_mixed(text: str, one: Proportion) -> bool:
    """Whether words before it say that it is a proportion of things: 按1：3."""
    return shape(MIXED).search(text, max(0, one.span.start - NEAR), one.span.start) is not None


def stands(text: str, one: Proportion) -> bool:
    """Whether words before it say that it is how things stand: 比分改写为1：1."""
    return shape(LED).search(text, max(0, one.span.start - NEAR), one.span.start) is not None


def is_played(text: str, one: Proportion) -> bool:
    """Whether the words beside it say how a match went."""
    return not is_mixed(text, one) and (
        shape(OUTCOME).match(text, behind(text, one.span.end)) is not None or stands(text, one)
    )


def behind(text: str, end: int) -> int:
    """Where words go on behind a score that ends at an offset: past the single games in brackets."""
    games = GAMES.match(text, end)
    return games.end() if games else end


def _is_score(text: str, one: Proportion) -> bool:
    """Whether what looks like something else is a score, in a text that tells of a match: 首局16：12, 战成10：10."""
    return is_played(text, one) or shape(WITHIN).search(text, max(0, one.span.start - FAR), one.span.start) is not None


def _made(text: str, one: Token) -> Proportion | None:
    """A token read as two halves; None where it cannot be."""
    if isinstance(one, Proportion):
        return one if len(one.parts) == TWO and all(map(_is_plain, one.parts)) else None
    if isinstance(one, Range):
        parted = HYPHEN.fullmatch(text, one.low.span.end, one.high.span.start)
        halves = tuple(_bare(text, half, one.span.end) for half in (one.low, one.high))
        return Proportion(one.span, halves) if parted and all(map(_is_plain, halves)) else None
    return _halved(text, one.span) if isinstance(one, Code) and one.kind == "clock" else None


def _halved(text: str, span: Span) -> Proportion | None:
    """A clock time read as two halves; None where words say that it is the time of a day."""
    halves = CLOCK.fullmatch(text, span.start, span.end)
    timed = TIMED.search(text, max(0, span.start - 1), span.start) or OVER.match(text, span.end)
    return (
        Proportion(span, tuple(_half(text, Span(*halves.span(nth))) for nth in (1, 2)))
        if halves and not timed
        else None
    )


def _bare(text: str, one: Quantity, end: int) -> Quantity:
    """A number without the 大 of what is said behind it: 4-0大胜."""
    said = one.unit.name == "大" and text.startswith(("胜", "败", "负", "克"), end)
    return _half(text, one.number) if said else one


def _half(text: str, span: Span) -> Quantity:
    """The plain number that stands at a place."""
    found = scan(span.of(text))[0]
    assert isinstance(found, Quantity)
    return replace(found, span=span, number=span)


def _is_plain(one: Quantity) -> bool:
    return one.unit_class is UnitClass.NONE and one.numeral.isdecimal() and len(one.numeral) <= LONG

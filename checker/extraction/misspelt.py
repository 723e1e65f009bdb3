"""Idioms with one character mistaken: found by the half that is right, and by nothing else that the words could be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.lexicon import idioms, slips
from checker.lexicon.alike import Likeness, alike, readings
from checker.lexicon.vocabulary import ordinary
from checker.patterns import pattern
from checker.spans import Span

OPENERS, CLOSERS = "“‘《〈「『【", "”’》〉」』】"
ASIDE = 3
"""A quotation that ends this close to an idiom on both sides is a name or a play on words, not speech."""

SAID = pattern("(?:的话(?:来)?说|说道?|告诉记者|感慨)[，：:]?$")
SAID_MOST = 6
"""What stands before speech, which plays on no words: 用老船工的话说，“…”."""

PLAIN = frozenset("一不")
"""Written for nothing that only looks like them."""

PREPOSITIONS = frozenset("为对向给从在与和跟同由把被将让使按于")
ASKS_NOUN = pattern("[对给名的个位与和是及、]|保护|关爱|侵害|教育|帮助|加强|关心|涉及|针对|引导|监护")
"""What leads to a noun, and to no preposition."""

COMPLEMENT = pattern("[不得](?:出|清|完|尽|了|到|上|过|透|够|明|定|起)")
OFFICE, NAME = pattern("[官员局署厅院处部司会](?:[\u4e00-\u9fff]{0,4})”"), 12
"""How an office ends, and how many characters before the words its name may begin."""

TOO_SOON = 3
"""The rank of a character that stands later in the idiom too: nobody plays on words like that."""


@dataclass(frozen=True, slots=True, order=True)
class Misspelt:
    """Words that stand for an idiom. ``at`` is the character that differs, ``rank`` says how likely it was meant."""

    span: Span
    rank: int
    meant: str
    at: int


def misspelt(text: str, pairs: Mapping[str, list[int]]) -> list[Misspelt]:
    """Every misspelt idiom with all that may be meant, the likeliest first."""
    table = idioms.idioms()
    found = set[Misspelt]()
    for pair in table.keys() & pairs.keys():
        after, before = idioms.ends(table[pair])
        if after:
            found.update(_by_head(text, pair, after, pairs[pair]))
        if before:
            found.update(_by_tail(text, pair, before, pairs[pair]))
    return sorted(found)


def _by_head(text: str, pair: str, after: str, places: list[int]) -> Iterator[Misspelt]:
    for at in places:
        for rest in idioms.following(after, text[at + 2 : at + 4]):
            where = _only_difference(rest, text[at + 2 : at + 2 + len(rest)])
            if where is not None:
                yield from _judged(text, at, pair + rest, 2 + where)


def _by_tail(text: str, pair: str, before: str, places: list[int]) -> Iterator[Misspelt]:
    for at in places:
        for rest in idioms.preceding(before, text[max(0, at - 2) : at]):
            start = at - len(rest)
            where = _only_difference(rest, text[start:at]) if start >= 0 else None
            if where is not None:
                yield from _judged(text, start, rest + pair, where)


def _only_difference(one: str, other: str) -> int | None:
    """Where two words of one length differ, if they do so in one character only."""
    if one == other or len(one) != len(other):
        return None
    at = slips.parting(one, other)
    return at if one[at + 1 :] == other[at + 1 :] else None


def _judged(text: str, start: int, meant: str, at: int) -> Iterator[Misspelt]:
    span = Span(start, start + len(meant))
    run = span.of(text)
    rank = _rank(meant, run, at)
    if not rank or idioms.is_word(run) or overlaps(text, span, at) or _is_shifted(text, span):
        return
    if _is_governed(text, span, at) or _is_of_a_verb(text, span, at) or _is_office(text, span):
        return
    if rank == TOO_SOON or not _set_apart(text, start, span.end):
        yield Misspelt(span, rank, meant, at)


def _is_governed(text: str, span: Span, at: int) -> bool:
    """Whether the character that differs is a preposition and a word stands behind it: 专门为|成年人开办."""
    if at or text[span.start] not in PREPOSITIONS or text[span.start + 1 : span.start + 3] not in ordinary():
        return False
    return ASKS_NOUN.search(text, max(0, span.start - 2), span.start) is None


def _is_of_a_verb(text: str, span: Span, at: int) -> bool:
    """Whether the last character is a verb whose complement stands outside: 心中有|说不出的骄傲."""
    return at == len(span) - 1 and COMPLEMENT.match(text, span.end) is not None


def _is_office(text: str, span: Span) -> bool:
    """Whether the words stand in the quoted name of an office, which may be a foreign one: “金融监督监查官”."""
    return OFFICE.match(text, span.end) is not None and text.rfind("“", max(0, span.start - NAME), span.start) >= 0


def _is_shifted(text: str, span: Span) -> bool:
    """Whether the words are an idiom with what stands behind or before them: 因|寡不敌众."""
    runs = (text[max(0, span.start + way) : span.end + way] for way in (-1, 1))
    return any(idioms.is_idiom(run) for run in runs)


def overlaps(text: str, span: Span, at: int) -> bool:
    """Whether the half with the other character belongs to a word that goes on outside: 独立与国|家."""
    edge = span.start if at < len(span) // 2 else span.end
    return text[max(0, edge - 1) : edge + 1] in ordinary()


def _rank(meant: str, run: str, at: int) -> int:
    """1 for a character that looks or sounds alike, 2 for sounds that are mixed up, TOO_SOON for a later one.

    0 for any other: that is another word, or another thing counted (七十二巷). So is one that does not sound the same
    and makes a word with its neighbour.
    """
    likeness = alike(meant[at], run[at])
    if likeness is None or (likeness.distance > 1 and likeness.kind is Likeness.SHAPE):
        return TOO_SOON if len(meant) == 4 and at == 1 and run[1] == meant[3] else 0
    if at == len(meant) - 1 and slips.NUMERALS.issuperset(meant[:-1]):
        return 0
    both = {meant[at], run[at]}
    if both <= slips.NUMERALS or (likeness.kind is Likeness.SHAPE and not both.isdisjoint(PLAIN)):
        return 0
    same_sound = not readings(meant[at]).isdisjoint(readings(run[at]))
    if run[at] in slips.NUMERALS and not same_sound and meant[at] != "干":
        return 0
    makes_word = any(run[max(0, start) : start + 2] in ordinary() for start in (at - 1, at))
    return likeness.distance if same_sound or not makes_word else 0


def _set_apart(text: str, start: int, end: int) -> bool:
    """Whether a pair of marks stands closely around the words, as around a name or a play on words."""
    before, after = text[max(0, start - ASIDE) : start], text[end : end + ASIDE]
    opened = max(map(before.rfind, OPENERS))
    closed = min((at for at in map(after.find, CLOSERS) if at >= 0), default=-1)
    if opened < 0 or SAID.search(text, max(0, start - ASIDE - SAID_MOST), start - len(before) + opened):
        return False
    return closed >= 0 and (before[opened + 1 :] + after[:closed] or "一").isalnum()

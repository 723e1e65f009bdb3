"""Set phrases of news language with a character left out, mistaken, or two of them exchanged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from checker.extraction.misspelt import overlaps
from checker.lexicon import idioms, indicators
from checker.lexicon.alike import Likeness, alike
from checker.lexicon.slips import parting
from checker.lexicon.vocabulary import ordinary
from checker.spans import Span


class Damage(StrEnum):
    """What happened to a phrase."""

    LACKING = "lacking"
    MISTAKEN = "mistaken"
    EXCHANGED = "exchanged"


@dataclass(frozen=True, slots=True, order=True)
class Damaged:
    """Words that are a set phrase but for one character."""

    span: Span
    damage: Damage
    meant: str


LOOSE = frozenset("的了在和与及为将把对以是等中里上下从向到由用，。、；：“”《》（）！？ \n\u3000")
"""Marks, and characters that are words of their own. The ends of a text count as such."""


WHOLE = 3
"""So many characters before it make a name of their own, which another word may follow."""


def damaged(text: str, pairs: Mapping[str, list[int]]) -> list[Damaged]:
    """Every damaged set phrase, in order."""
    table = idioms.phrases()
    found = set[Damaged]()
    for pair in table.keys() & pairs.keys():
        after, before = idioms.ends(table[pair])
        if after:
            found.update(_by_head(text, pair, after, pairs[pair]))
        if before:
            found.update(_by_tail(text, pair, before, pairs[pair]))
    return sorted(found)


def _by_head(text: str, pair: str, after: str, places: list[int]) -> Iterator[Damaged]:
    for at in places:
        for rest in idioms.following(after, text[at + 2 : at + 4]):
            size = len(rest)
            if rest[-1] in text[at + size : at + size + 2] and not text.startswith(rest, at + 2):
                yield from _judged(text, at, at, pair + rest)


def _by_tail(text: str, pair: str, before: str, places: list[int]) -> Iterator[Damaged]:
    for at in places:
        for rest in idioms.preceding(before, text[max(0, at - 2) : at]):
            start = at - len(rest)
            if start >= 0 and rest[0] in text[start : start + 2] and not text.startswith(rest, start):
                yield from _judged(text, start, start + 1, rest + pair)


def _judged(text: str, start: int, shorter: int, meant: str) -> Iterator[Damaged]:
    """What the words from ``start`` on, or from ``shorter`` on where one is missing, are of the phrase."""
    if start < 0:
        return
    size = len(meant)
    run = text[start : start + size]
    at = parting(run, meant)
    span = Span(start, start + size)
    if len(run) == size and run[at + 1 :] == meant[at + 1 :]:
        if _is_mistaken(text, span, meant, at):
            yield Damaged(span, Damage.MISTAKEN, meant)
    elif run[at : at + 2] == meant[at : at + 2][::-1] and run[at + 2 :] == meant[at + 2 :]:
        yield Damaged(span, Damage.EXCHANGED, meant)
    span = Span(shorter, shorter + size - 1)
    if _is_lacking(text, span, meant):
        yield Damaged(span, Damage.LACKING, meant)


def _is_mistaken(text: str, span: Span, meant: str, at: int) -> bool:
    """Whether a character was written for one that looks or sounds alike; at the ends it may be another word's."""
    run = span.of(text)
    likeness = alike(meant[at], run[at])
    if likeness is None or (likeness.distance > 1 and likeness.kind is Likeness.SHAPE):
        return False
    if at in (0, len(meant) - 1) or (at >= WHOLE and run[at:] in ordinary()):
        return False  # 残疾人|职业 is no 残疾人事业
    return not idioms.is_word(run) and not overlaps(text, span, at)


def _is_lacking(text: str, span: Span, meant: str) -> bool:
    """Whether the words are the phrase without one inner character, and nothing else."""
    run = span.of(text)
    at = parting(run, meant)
    last = len(meant) - 2
    if not 1 <= at <= last or run[at:] != meant[at + 1 :] or idioms.is_word(run) or run in indicators.levels():
        return False
    if run[:at] in ordinary() and run[at:] in ordinary():
        return False
    if at == 1 and text[span.start - 1 : span.start] not in LOOSE:
        return False
    return at != last or text[span.end : span.end + 1] in LOOSE or span.end == len(text)

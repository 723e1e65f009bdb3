"""Names in a text that are nearly, but not quite, a name of the newsroom's list: 渝滇俄 for 渝满俄."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from checker.lexicon.alike import alike
from checker.lexicon.names import RightName
from checker.patterns import pattern
from checker.spans import Span

SHORTEST = 3
LONG = 6
"""A name of this length is still known when two characters are missing."""

RANKS = frozenset("一二三四五六七八九十百千万零〇两东南西北中上下左右前后甲乙丙丁0123456789０１２３４５６７８９")
"""Names that differ in one of these are meant to."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """``span`` is nearly ``right``."""

    span: Span
    right: RightName


class Listed:
    """The list, indexed by pieces of its names: whatever is one slip from a name still holds one of its pieces.

    A slip touches two neighbouring thirds of a name at most, so the third that is left tells of a long one. A short one
    may hold no more than a pair of its characters.
    """

    def __init__(self, right: Sequence[RightName]) -> None:
        self.names = [one for one in right if len(one.name) >= SHORTEST]
        self.known = {one.name for one in right}
        self.pieces: dict[str, list[tuple[RightName, int, str]]] = {}
        self.skips: dict[str, list[RightName]] = {}
        for one in self.names:
            for place, piece in _pieces(one.name):
                self.pieces.setdefault(piece[:2], []).append((one, place, piece))
            if len(one.name) == SHORTEST:
                self.skips.setdefault(one.name[0] + one.name[2], []).append(one)

    @cached_property
    def _starts(self) -> re.Pattern[str]:
        return pattern(f"[{_chars(pair[0] for pair in self.pieces)}](?=[{_chars(pair[1] for pair in self.pieces)}])")

    @cached_property
    def _gaps(self) -> re.Pattern[str]:
        return pattern(f"[{_chars(pair[0] for pair in self.skips)}](?=.[{_chars(pair[1] for pair in self.skips)}])")

    def near_misses(self, text: str) -> Iterator[NearMiss]:
        """Every near miss, none overlapping another or a name that is right; longer names first."""
        if not self.names:
            return
        taken = [Span(at, at + size) for at, size in self._right_places(text)]
        found = sorted(self._candidates(text), key=lambda one: (-len(one.right.name), one.span))
        kept: dict[int, Span] = {offset: span for span in taken for offset in range(span.start, span.end)}
        misses = []
        for one in found:
            if not any(offset in kept for offset in range(one.span.start, one.span.end)):
                misses.append(one)
                kept |= dict.fromkeys(range(one.span.start, one.span.end), one.span)
        yield from sorted(misses, key=lambda one: one.span)

    def _right_places(self, text: str) -> Iterator[tuple[int, int]]:
        for match in self._starts.finditer(text):
            at = match.start()
            for one, place, _ in self.pieces.get(text[at : at + 2], ()):
                if place == 0 and text.startswith(one.name, at):
                    yield at, len(one.name)

    def _candidates(self, text: str) -> Iterator[NearMiss]:
        seen = set[tuple[str, int]]()
        for one, start in self._guesses(text):
            if (one.name, start) not in seen:
                seen.add((one.name, start))
                for first, length in _places(one.name, text, start):
                    words = text[first : first + length]
                    if len(words) == length and words not in self.known and slipped(one, words):
                        yield NearMiss(Span(first, first + length), one)

    def _guesses(self, text: str) -> Iterator[tuple[RightName, int]]:
        """Where a name may begin, if one piece of it is whole."""
        for match in self._starts.finditer(text):
            at = match.start()
            for one, place, piece in self.pieces.get(text[at : at + 2], ()):
                if at >= place and text.startswith(piece, at):
                    yield one, at - place
        if self.skips:
            for match in self._gaps.finditer(text):
                at = match.start()
                yield from ((one, at) for one in self.skips.get(text[at] + text[at + 2], ()))


def _places(name: str, text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the name may stand and how long it may be; what is left out or put in before the piece moves its start."""
    size, missing = len(name), 2 if len(name) >= LONG else 1
    yield start, size
    for first in range(max(0, start - 1), start + missing + 1):
        if text[first : first + 1] == name[0]:
            yield from ((first, length) for length in (*range(size - missing, size), size + 1))


def _pieces(name: str) -> Iterator[tuple[int, str]]:
    size = len(name)
    cuts = (0, size // 3, size * 2 // 3, size)
    spans = pairwise(cuts) if size >= LONG else ((at, at + 2) for at in range(size - 1))
    return ((start, name[start:end]) for start, end in spans)


def slipped(right: RightName, words: str) -> bool:
    """Whether ``words`` are the name with one slip: a character written for another, left out, put in, or two swapped.

    >>> slipped(RightName("知识价值信用贷款"), "知识信用贷款"), slipped(RightName("珞璜港"), "珞璜镇")
    (True, False)
    """
    return _is_one_off(right, words) and all("\u4e00" <= one <= "\u9fff" or one.isalnum() for one in words)


def _is_one_off(right: RightName, words: str) -> bool:
    name = right.name
    if len(words) == len(name):
        apart = [place for place, (one, other) in enumerate(zip(name, words, strict=True)) if one != other]
        return _changed(right, words, apart) if len(apart) == 1 else _swapped(name, words, apart)
    if words[0] != name[0] or words[-1] != name[-1] or right.person or len(name) <= SHORTEST:
        return False
    longer, shorter = (name, words) if len(name) > len(words) else (words, name)
    gap, edge = len(longer) - len(shorter), 2 if len(name) > SHORTEST + 1 else 1
    return any(
        longer[:place] + longer[place + gap :] == shorter and RANKS.isdisjoint(longer[place : place + gap])
        for place in range(edge, len(longer) - gap - edge + 1)
    )


def _changed(right: RightName, words: str, apart: Sequence[int]) -> bool:
    """One other character: any inside the name of a thing, one that is alike at its ends and in people's names."""
    place = apart[0]
    one, other = right.name[place], words[place]
    if one in RANKS and other in RANKS:
        return False
    inside = 0 < place < len(words) - 1 and not right.person
    likeness = alike(one, other)
    return inside or (likeness is not None and likeness.distance == 1)


def _swapped(name: str, words: str, apart: Sequence[int]) -> bool:
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and name[apart[0]] == words[apart[1]]
        and name[apart[1]] == words[apart[0]]
        and len(name) > SHORTEST
    )


def _chars(chars: Iterator[str]) -> str:
    return "".join(re.escape(char) for char in sorted(set(chars)))

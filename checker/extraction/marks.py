"""Quotation marks and which of them belong together, as GB/T 15834—2011 pairs them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from checker.patterns import pattern
from checker.spans import Span
from checker.widths import narrow

PAIRS = ("“”", "‘’", "「」", "『』")
KIND = {char: pair for pair in PAIRS for char in pair}
MARK = pattern("[“”‘’「」『』]")
# 8’52”, 5’ 6”: minutes and seconds, feet and inches.
SECONDS = pattern("[0-9０-９][’'′] ?[0-9０-９.]{1,5}$")
# ’98, ‘97: the year without its century.
YEAR = pattern("[0-9０-９]{2}(?![0-9０-９])")
INCHES = pattern("(?<![0-9A-Za-z.-])[0-9]{1,2}(?:[.][0-9])?$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark. ``kind`` is its pair, ``opening`` the way it faces."""

    offset: int
    kind: str
    opening: bool

    @property
    def span(self) -> Span:
        """The one character."""
        return Span(self.offset, self.offset + 1)

    @property
    def char(self) -> str:
        """As it stands."""
        return self.kind[not self.opening]

    @property
    def flipped(self) -> "Mark":
        """The same mark facing the other way."""
        return replace(self, opening=not self.opening)


def marks(text: str, span: Span) -> list[Mark]:
    """The quotation marks in ``span``; apostrophes inside words, seconds and inches are none."""
    found = []
    for match in MARK.finditer(text, span.start, span.end):
        at, char = match.start(), match[0]
        if char in "‘’" and _latin(text[max(span.start, at - 1) : at]) and _latin(text[at + 1 : at + 2]):
            continue
        if char in "‘’" and YEAR.match(text, at + 1):
            continue
        if char == "”" and SECONDS.search(text, max(span.start, at - 10), at):
            continue
        found.append(Mark(at, KIND[char], char == KIND[char][0]))
    return found


class Facing(Protocol):
    """A mark of a pair: where it stands, the pair that it is of and the way it faces."""

    @property
    def offset(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def opening(self) -> bool: ...


FacingT = TypeVar("FacingT", bound=Facing)


def without_partner(found: Sequence[FacingT]) -> list[FacingT]:
    """The marks without a partner, in order.

    A closing mark takes the nearest opening one of its kind; what was opened inside stays open.
    """
    stack: list[FacingT] = []
    loose: list[FacingT] = []
    waiting = Counter[str]()
    for mark in found:
        if mark.opening:
            stack.append(mark)
            waiting[mark.kind] += 1
        elif waiting[mark.kind]:
            while (top := stack.pop()).kind != mark.kind:
                waiting[top.kind] -= 1
                loose.append(top)
            waiting[mark.kind] -= 1
        else:
            loose.append(mark)
    return sorted((*loose, *stack), key=lambda one: one.offset)


def unpaired(text: str, found: Sequence[Mark]) -> list[Mark]:
    """The same of quotation marks, without what may be something else where nothing pairs with it: players’, 12”."""
    return [one for one in without_partner(found) if not _something_else(text, one)]


def _something_else(text: str, mark: Mark) -> bool:
    before, after = text[max(0, mark.offset - 1) : mark.offset], text[mark.offset + 1 : mark.offset + 2]
    if mark.kind == "‘’" and mark.opening:
        return after.isdigit() or (_latin(after) and (before == " " or _latin(before)))
    if mark.kind == "‘’":
        return _latin(before) and after not in tuple("，。、；：！？”）")
    return mark.char == "”" and INCHES.search(text, max(0, mark.offset - 6), mark.offset) is not None


def _latin(char: str) -> bool:
    return narrow(char).isascii() and char.isalnum()

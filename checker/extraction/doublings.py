"""Words written twice in a row, found by laying the text over itself a few characters further on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.patterns import pattern
from checker.spans import Span

SHORTEST, LONGEST = 2, 12
WIDTH = 4
"""Bytes a character in UTF-32."""

OTHER = re.compile(rb"[^\0]")
WORD = pattern("[0-9A-Za-z\u3007\u3400-\u9fff]+")
HAN = pattern("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Doubling:
    """``unit`` and the same words again directly behind it; ``span`` holds both."""

    unit: str
    span: Span


def doublings(text: str) -> tuple[Doubling, ...]:
    """Every doubled run of 2 to 12 letters and digits, Chinese among them; the shortest unit of each place.

    The text is one long number; that number moved by ``n`` characters differs from it by zero wherever ``n`` characters
    come again. So the whole text is gone over by the processor and not by Python.
    """
    if len(text) > CHUNK:
        return tuple(_joined(text))
    return tuple(_doublings(text, 0, len(text)))


CHUNK = 1 << 20


def _joined(text: str) -> Iterator[Doubling]:
    """A long text in pieces that overlap by the longest doubling."""
    end = 0
    for start in range(0, len(text), CHUNK):
        for one in _doublings(text, start, min(len(text), start + CHUNK + 2 * LONGEST)):
            if one.span.start >= end:
                yield one
                end = one.span.end


def _doublings(text: str, start: int, stop: int) -> Iterator[Doubling]:
    words = text[start:stop].encode("utf-32-le", "surrogatepass")
    whole = int.from_bytes(words, "little")
    taken: dict[int, Doubling] = {}
    for length in range(SHORTEST, LONGEST + 1):
        moved = (whole ^ (whole >> (8 * WIDTH * length))).to_bytes(len(words), "little")
        for at in _runs(moved, length):
            unit = text[start + at : start + at + length]
            span = Span(start + at, start + at + 2 * length)
            if WORD.fullmatch(unit) and HAN.search(unit) and text.startswith(unit, start + at + length):
                taken.setdefault(at, Doubling(unit, span))
    end = start
    for at in sorted(taken):
        one = taken[at]
        if one.span.start >= end and _is_whole(text, one):
            yield one
            end = one.span.end


def _runs(moved: bytes, length: int) -> Iterator[int]:
    """Where a run of at least ``length`` zero characters begins, once a run."""
    zeros = bytes(WIDTH * length)
    at = moved.find(zeros)
    while at >= 0:
        index = -(-at // WIDTH)
        yield index
        more = OTHER.search(moved, at + len(zeros))
        at = moved.find(zeros, more.start()) if more else -1


def _is_whole(text: str, one: Doubling) -> bool:
    """A unit of digits does not begin in the middle of a number, and its second end does not break one off."""
    unit, span = one.unit, one.span
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (unit[0].isascii() and before and ((before.isascii() and before.isalnum()) or before == ".")) and not (
        unit[-1].isascii() and after.isascii() and after.isalnum()
    )

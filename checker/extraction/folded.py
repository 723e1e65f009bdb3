"""A document's paragraphs run together for comparison: width folded, white space gone, every offset kept."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from checker.document import Block
from checker.patterns import pattern
from checker.spans import Span

# Full-width ASCII to ASCII, one character for one, so that offsets stay simple.
WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
INK = pattern(r"\S+")
BREAK = "\n"


def narrowed(text: str) -> str:
    """``text`` with ASCII for full-width ASCII, each of which is replaced at once: a text holds a few of them.

    >>> narrowed("（２）好，")
    '(2)好,'
    """
    for wide, narrow in WIDTH.items():
        if wide in text:
            text = text.replace(wide, narrow)
    return text


@dataclass(frozen=True)
class Folded:
    """``text`` holds the blocks, each followed by a break. ``bounds[i]`` is where block ``i`` begins and ends in it.

    ``offsets`` are those of the source (four bytes each: a tuple would take ten times the text).
    """

    blocks: tuple[Block, ...]
    text: str
    bounds: tuple[tuple[int, int], ...]
    offsets: "array[int]"

    @classmethod
    def of(cls, text: str, blocks: Iterable[Block]) -> "Folded":
        """Fold these blocks of ``text``."""
        kept = tuple(blocks)
        text = narrowed(text)
        parts: list[str] = []
        bounds: list[tuple[int, int]] = []
        offsets = array("L")
        for block in kept:
            start = len(offsets)
            for ink in INK.finditer(text, block.span.start, block.span.end):
                parts.append(ink[0])
                offsets.extend(range(ink.start(), ink.end()))
            bounds.append((start, len(offsets)))
            parts.append(BREAK)
            offsets.append(block.span.end)
        return cls(kept, "".join(parts), tuple(bounds), offsets)

    def source(self, start: int, end: int) -> Span:
        """The span of the source that ``text[start:end]`` came from; an empty range is a place."""
        if start == end:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

"""A document's paragraphs run together for comparison: width folded, white space gone, every offset kept."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from checker.document import Block
from checker.patterns import pattern
from checker.spans import Span

# Full-width ASCII to ASCII, one character for one, so that offsets stay simple.
WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
INK = pattern(r"\S+")
BREAK = "\n"


@lru_cache(maxsize=1)
def narrowed(text: str) -> str:
    """``text`` with ASCII for full-width ASCII, each of which is replaced at once: a text holds a few of them.

    Whole copies and parts of them are looked for one after the other in the same text.

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

    ``starts`` are where its runs without white space begin, and the breaks; ``sources`` where those of the source do.
    """

    blocks: tuple[Block, ...]
    text: str
    bounds: tuple[tuple[int, int], ...]
    starts: "array[int]"
    sources: "array[int]"

    @classmethod
    def of(cls, text: str, blocks: Iterable[Block]) -> "Folded":
        """Fold these blocks of ``text``."""
        kept = tuple(blocks)
        text = narrowed(text)
        parts: list[str] = []
        bounds: list[tuple[int, int]] = []
        starts, sources = array("L"), array("L")
        at = 0
        for block in kept:
            begin = at
            for ink in INK.finditer(text, block.span.start, block.span.end):
                parts.append(ink[0])
                starts.append(at)
                sources.append(ink.start())
                at += ink.end() - ink.start()
            bounds.append((begin, at))
            parts.append(BREAK)
            starts.append(at)
            sources.append(block.span.end)
            at += len(BREAK)
        return cls(kept, "".join(parts), tuple(bounds), starts, sources)

    def source(self, start: int, end: int) -> Span:
        """The span of the source that ``text[start:end]`` came from; an empty range is a place."""
        if start == end:
            return Span(self._offset(start), self._offset(start))
        return Span(self._offset(start), self._offset(end - 1) + 1)

    def _offset(self, at: int) -> int:
        run = bisect_right(self.starts, at) - 1
        return self.sources[run] + at - self.starts[run]

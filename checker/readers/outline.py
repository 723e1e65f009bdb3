"""Lines to blocks and sections."""

from checker.document import Block, BlockKind, Section
from checker.spans import SourceMap, Span


def outline(text: str) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks of ``text`` in order, and its sections."""
    blocks: list[Block] = []
    for line in SourceMap(text).lines:
        words = line.of(text)
        kept = words.strip()
        if kept:
            start = line.start + len(words) - len(words.lstrip())
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(kept)), len(blocks) + 1))
    return tuple(blocks), ()

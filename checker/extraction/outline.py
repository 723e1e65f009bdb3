"""The headings of a document: which section an offset lies in, whom its caption is about."""

from bisect import bisect_right
from functools import cached_property

from checker.document import BlockKind, Document
from checker.patterns import pattern

LABELS = (BlockKind.CAPTION, BlockKind.BYLINE)
HASHES = pattern("^#+\\s*")
"""What marks a heading in Markdown."""

SHORT = 12
"""So many characters of a heading name it."""


class Outline:
    """Finds sections and captions by offset."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.starts = [one.span.start for one in document.sentences]

    def section(self, at: int) -> str:
        """The name of the section around an offset; empty before the first."""
        starts, names = self._headings
        index = bisect_right(starts, at) - 1
        return names[index] if index >= 0 else ""

    def caption(self, at: int) -> str:
        """Whom the caption around an offset is about; empty in no caption."""
        index = bisect_right(self.starts, at) - 1
        block = self.document.blocks[self.document.sentences[index].block] if index >= 0 else None
        return block.name.of(self.text) if block and block.kind is BlockKind.CAPTION and block.name else ""

    @cached_property
    def _headings(self) -> tuple[list[int], list[str]]:
        starts, names = list[int](), list[str]()
        last: BlockKind | None = None
        for block in self.document.blocks:
            if block.kind is BlockKind.HEADING:
                name = block.name.of(self.text) if block.name else HASHES.sub("", block.span.of(self.text))[:SHORT]
            elif block.kind in LABELS and block.kind is not last and starts:
                name = "图注" if block.kind is BlockKind.CAPTION else "署名"
            elif block.kind is BlockKind.PARAGRAPH and last in LABELS and starts:
                name = ""
            else:
                last = block.kind
                continue
            last = block.kind
            starts.append(block.span.start)
            names.append(name)
        return starts, names

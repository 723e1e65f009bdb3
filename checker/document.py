"""What an article is made of, before anything is understood: blocks, sections, sentences, quotations.

A reader builds a Document; everything after it works on spans of ``document.text``.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from checker.spans import Position, SourceMap, Span


class BlockKind(StrEnum):
    """What a block is for on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Block:
    """One non-empty line (or several, where a reader joined hard line breaks), without the white space around it.

    ``number`` is its paragraph number, 1-based. ``marker`` is the ordinal it opens with, if any (``①``, ``图1``,
    ``一、``, ``##``), ``ordinal`` the number that this marker stands for, ``level`` the depth of a heading (1 is the
    outermost).
    ``name`` is what a heading, caption or byline is filed under: ``璧山`` in ``①璧山：…`` and in ``璧山 新质生产力…``.
    """

    kind: BlockKind
    span: Span
    number: int
    marker: Span | None = None
    ordinal: int | None = None
    level: int = 0
    name: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks up to the next heading of its level or above. Its deeper sections lie inside it."""

    heading: Block
    blocks: tuple[Block, ...]

    @property
    def span(self) -> Span:
        """From the heading to the end of the last block."""
        last = self.blocks[-1] if self.blocks else self.heading
        return self.heading.span.join(last.span)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its closing marks. ``block`` is the index into ``Document.blocks``."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between a pair of marks, marks included. ``depth`` 1 is the outermost."""

    span: Span
    depth: int


@dataclass(frozen=True)
class Document:
    """A decoded article with its outline.

    ``text`` is exactly what the file holds after decoding, line ends and all. ``path`` is as the user gave it.
    """

    path: str
    text: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    encoding: str = "utf-8"
    digest: str = field(default="", compare=False)

    @cached_property
    def source(self) -> SourceMap:
        """The map from offsets to lines and columns."""
        return SourceMap(self.text)

    @property
    def sha256(self) -> str:
        """Of the bytes on disk, or of the text in UTF-8 when there were none."""
        return self.digest or hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def title(self) -> Block | None:
        """The block that is the article's title, if it has one."""
        return next((block for block in self.blocks if block.kind is BlockKind.TITLE), None)

    def of_kind(self, *kinds: BlockKind) -> Sequence[Block]:
        """The blocks of these kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]

    def locate(self, span: Span) -> Position:
        """Line, column and paragraph of the first character of ``span``."""
        return self.source.locate(span.start)

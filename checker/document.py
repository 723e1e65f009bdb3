"""What an article is made of, before anything is understood: blocks, sections, sentences, quotations.

A reader builds a Document; everything after it works on spans of ``document.text``.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from checker.frozen import frozen
from checker.patterns import led, pattern
from checker.spans import Flow, Position, SourceMap, Span

# ``．`` and ``.`` stop a sentence only after Chinese or a closing mark, never before a digit or a letter (3.5, 1．).
STOP = pattern(
    led(
        "。！？…!?．.",
        "(?:[。！？…]|[!?](?![0-9A-Za-z])|(?<=[\u4e00-\u9fff”’）％%])[．.](?![0-9A-Za-z０-９]))[。！？…!?．.]*[”’）)」』》〉】\\]]*",
    )
)
CLOSERS = {"”": "“", "’": "‘", "」": "「", "』": "『"}
OPENERS = frozenset(CLOSERS.values())
# Minutes and seconds (8’52”) and apostrophes (d’zzit, Moody’s) are written with the same characters.
MARKS = pattern(
    led(
        "0-9A-Za-z“”‘’「」『』",
        "(?P<other>[0-9]’[0-9]{1,2}(?:[.][0-9]{1,3})?”|[0-9A-Za-z]’(?=[0-9A-Za-z])|[‘’](?=[0-9０-９]{2}(?![0-9０-９])))|[“”‘’「」『』]",
    )
)


class BlockKind(StrEnum):
    """What a block is for on the page.

    The first TITLE is the title; those after it are its subtitle and notes. A BYLINE says who made the article, for
    whom, from which source or when.
    """

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"


@frozen()
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

    def moved(self, place: Callable[[Span], Span]) -> "Block":
        """The block at the places of another text."""
        marker, name = self.marker and place(self.marker), self.name and place(self.name)
        return replace(self, span=place(self.span), marker=marker, name=name)


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


@frozen()
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
    ``veiled`` is as long as it and has blanks for what is none of the article's words (code, addresses); it is empty
    where all of it is. ``flow`` is what a reader sees on end, without the marks that dress it (tags, emphasis);
    ``unread`` is where words stand that nobody checks.
    """

    path: str
    text: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    encoding: str = "utf-8"
    digest: str = field(default="", compare=False)
    veiled: str = ""
    flow: Flow | None = field(default=None, compare=False)
    unread: tuple[Span, ...] = ()

    @cached_property
    def source(self) -> SourceMap:
        """The map from offsets to lines and columns."""
        return SourceMap(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of every block, in order. A sentence never goes past its block."""
        return tuple(
            Sentence(span, index) for index, block in enumerate(self.blocks) for span in _sentences(self.text, block)
        )

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every pair of quotation marks that fits together, by where it opens; marks without a partner are left out.

        A quotation over several paragraphs, each opened anew and only the last one closed, is one.
        """
        pairing = _Pairing(self.text)
        for block in self.blocks:
            pairing.block(block.span)
        found, ends = [], list[int]()
        for span in sorted(pairing.found):
            while ends and ends[-1] <= span.start:
                ends.pop()
            ends.append(span.end)
            found.append(Quotation(span, len(ends)))
        return tuple(found)

    def in_speech(self, span: Span) -> bool:
        """Whether it lies between a pair of quotation marks; the marks themselves are none of the speech."""
        at = bisect_left(self._speech, span.start, key=lambda one: one.start) - 1
        return at >= 0 and span.end < self._speech[at].end

    @cached_property
    def _speech(self) -> list[Span]:
        """The quotations that lie in no other."""
        return [one.span for one in self.quotations if one.depth == 1]

    @cached_property
    def readable(self) -> "Document":
        """The document with the veiled text in the place of its own; every offset is the same in both."""
        return replace(self, text=self.veiled, veiled="", flow=None) if self.veiled else self

    def with_text(self, text: str) -> "Document":
        """The document with another text, where every character stands for the one that stood there."""
        return self if text == self.text else replace(self, text=text)

    @cached_property
    def flowing(self) -> "Document":
        """The document as it is read on end; ``source_of`` leads back from its offsets."""
        flow = self.flow
        if flow is None:
            return self.readable
        blocks = {one: one.moved(flow.here) for one in self.blocks}
        sections = [Section(blocks[one.heading], tuple(blocks[block] for block in one.blocks)) for one in self.sections]
        return replace(
            self, text=flow.text, blocks=tuple(blocks.values()), sections=tuple(sections), veiled="", flow=None
        )

    def source_of(self, span: Span) -> Span:
        """Where a span of the flowing document stands in this one."""
        return self.flow.source(span) if self.flow else span

    def flowing_at(self, span: Span) -> Span:
        """Where a span of this document stands in the flowing one."""
        return self.flow.here(span) if self.flow else span

    def words(self, span: Span) -> str:
        """What a reader sees at ``span``."""
        return self.flow.here(span).of(self.flow.text) if self.flow else span.of(self.text)

    def hides(self, span: Span) -> bool:
        """Whether anything is veiled at ``span``."""
        return bool(self.veiled) and span.of(self.veiled) != span.of(self.text)

    def hides_words(self, span: Span) -> bool:
        """Whether words stand at ``span`` that nobody checks: what is said of it may not be true with them."""
        at = bisect_left(self.unread, span.end, key=lambda one: one.start) - 1
        return at >= 0 and self.unread[at].end > span.start

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


def _sentences(text: str, block: Block) -> Iterator[Span]:
    start, end = block.span.start, block.span.end
    for stop in STOP.finditer(text, start, end):
        yield Span(start, stop.end())
        start = stop.end()
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)


class _Pairing:
    """Joins opening marks to closing ones. Each mark is put on the stack and taken off it once, so time is linear."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.nested = False
        self.stack: list[tuple[str, int]] = []
        self.open = dict.fromkeys(OPENERS, 0)
        self.found: list[Span] = []

    def block(self, span: Span) -> None:
        """Take the next block.

        A mark still open from the last one goes on only if this block opens with it again and the last one held no
        whole quotation of the same marks: inside ``“”`` speech is quoted with ``‘’``, so such a mark is a stray one.
        """
        goes_on = self._goes_on(span)
        if not goes_on:
            self._drop(0)
        self.nested = False
        for mark in MARKS.finditer(self.text, span.start + goes_on, span.end):
            if mark["other"] is None:
                self._take(mark[0], mark.start())

    def _goes_on(self, span: Span) -> bool:
        return len(self.stack) == 1 and not self.nested and self.text[span.start] == self.stack[0][0]

    def _take(self, mark: str, at: int) -> None:
        opener = CLOSERS.get(mark)
        if opener is None:
            self.stack.append((mark, at))
            self.open[mark] += 1
        elif self.open[opener]:
            index = len(self.stack) - 1
            while self.stack[index][0] != opener:
                index -= 1
            self.found.append(Span(self.stack[index][1], at + 1))
            self._drop(index)
            self.nested |= self.open[opener] > 0

    def _drop(self, index: int) -> None:
        for mark, _ in self.stack[index:]:
            self.open[mark] -= 1
        del self.stack[index:]

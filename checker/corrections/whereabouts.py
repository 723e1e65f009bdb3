"""Where words stand, as a reader counts: the section, and the paragraph in it."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from checker.document import Block, BlockKind, Document, Section
from checker.spans import Span

DIGITS = "零一二三四五六七八九"


class Part(StrEnum):
    """The part of the page that words stand in, as far as a correction names it."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    CAPTION = "caption"
    BYLINE = "byline"


PARTS = {
    BlockKind.TITLE: Part.TITLE,
    BlockKind.HEADING: Part.HEADING,
    BlockKind.PARAGRAPH: Part.TEXT,
    BlockKind.CAPTION: Part.CAPTION,
    BlockKind.BYLINE: Part.BYLINE,
}


@dataclass(frozen=True, slots=True)
class Where:
    """``section`` is what the heading is filed under, or the heading; ``nth`` counts its paragraphs from 1."""

    part: Part
    section: str = ""
    nth: int = 0

    @property
    def words(self) -> str:
        """As print names it: ``合川部分第三段``, ``标题``; empty where there is nothing to count."""
        match self.part:
            case Part.TITLE:
                return "标题"
            case Part.HEADING:
                return "小标题"
            case Part.CAPTION:
                return "图片说明"
            case Part.BYLINE:
                return "署名"
        section = f"{self.section}部分" if self.section else ""
        return f"{section}第{numeral(self.nth)}段" if self.nth else section


class Whereabouts:
    """Tells of every place of a document where it is."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.blocks = document.blocks
        self.starts = [block.span.start for block in document.blocks]
        self.sections = {block: section for section in document.sections for block in section.blocks}
        self.counts: dict[Block, int] = {}
        last: Section | None = None
        count = 0
        for block in self.blocks:
            section = self.sections.get(block)
            if section is not last:
                last, count = section, 0
            if block.kind is BlockKind.PARAGRAPH:
                count += 1
                self.counts[block] = count

    def __call__(self, span: Span) -> Where:
        """Where the first character of ``span`` stands."""
        at = bisect_right(self.starts, span.start) - 1
        if at < 0:
            return Where(Part.TEXT)
        block = self.blocks[at]
        return Where(PARTS[block.kind], self.name(block), self.counts.get(block, 0))

    @property
    def names(self) -> list[str]:
        """What the sections are filed under, in their order, each once."""
        return list(dict.fromkeys(filter(None, map(self.name, self.blocks))))

    def name(self, block: Block) -> str:
        """What the section of ``block`` is filed under; empty outside of sections."""
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            return ""
        section = self.sections.get(block)
        heading = block if block.kind is BlockKind.HEADING else section.heading if section else None
        if heading is None:
            return ""
        return (heading.name or heading.span).of(self.text)


def numeral(number: int) -> str:
    """A small number in Chinese, as print counts paragraphs.

    >>> numeral(3), numeral(10), numeral(21), numeral(100)
    ('三', '十', '二十一', '100')
    """
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return f"{(DIGITS[tens] if tens > 1 else '') + '十' if tens else ''}{DIGITS[ones] if ones else ''}"

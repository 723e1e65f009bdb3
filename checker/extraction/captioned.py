"""Captions that stand under each other's number: （见图1） where caption 2 describes the paragraph."""

from collections.abc import Iterator
from itertools import combinations

from checker.document import Block, BlockKind, Document
from checker.patterns import pattern
from checker.relations.naming import pairs

SEEN = pattern("[（(](?:见|如|参见)?图\\s?([0-9]{1,2}|[①-⑳])[）)]")
OWN, OTHER = 1, 3
"""So many pairs of characters has a caption with its own paragraph alone at the most, with the other at least."""

MOST = 12
"""With more captions than this a page is a picture book."""


def exchanged(document: Document) -> Iterator[tuple[Block, Block]]:
    """Every two captions each of which tells of what the other's paragraph tells."""
    told = _told(document)
    captions = [
        block
        for block in document.of_kind(BlockKind.CAPTION)
        if block.ordinal in told and block.marker and "表" not in block.marker.of(document.text)
    ]
    if not 1 < len(captions) <= MOST or len({block.ordinal for block in captions}) != len(captions):
        return
    for one, two in combinations(captions, 2):
        here, there = told[one.ordinal or 0], told[two.ordinal or 0]
        first, second = (pairs(block.span.of(document.text)) for block in (one, two))
        own = max(len(first & here - there - second), len(second & there - here - first))
        other = min(len(first & there - here - second), len(second & here - there - first))
        if own <= OWN and other >= OTHER:
            yield one, two


def _told(document: Document) -> dict[int, set[str]]:
    """What the paragraphs tell that refer to each figure, with those before them back to the last reference."""
    found: dict[int, set[str]] = {}
    words = ""
    for block in document.of_kind(BlockKind.PARAGRAPH):
        words += block.span.of(document.text)
        references = SEEN.findall(document.text, block.span.start, block.span.end)
        if references:
            numbers = {int(one) if one.isdecimal() else ord(one) - 0x245F for one in references}
            for number in numbers if len(numbers) == 1 else ():
                found.setdefault(number, set()).update(pairs(words))
            words = ""
    return found

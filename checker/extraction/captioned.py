"""Captions that stand under each other's number: （见图1） where caption 2 tells the paragraph, 图1至图2依次对应…."""

from collections.abc import Iterator
from itertools import combinations

from checker.document import Block, BlockKind, Document
from checker.patterns import pattern
from checker.relations.naming import pairs
from checker.spans import Span

SEEN = pattern("[（(](?:见|如|参见)?图\\s?([0-9]{1,2}|[①-⑳])[）)]")
STATED = pattern(
    "图?\\s?(?P<first>[0-9]{1,2}|[①-⑳])\\s?(?:至|到|—|－|-|~)\\s?图?\\s?(?P<last>[0-9]{1,2}|[①-⑳])"
    "(?:依次|分别)(?:对应|为|是|来自|拍摄于|拍自|反映|展示)?了?(?P<names>[\u4e00-\u9fff]{2,10}(?:[、和][\u4e00-\u9fff]{2,10}){1,11})"
)
"""What a note says of all captions: 图1至图3依次对应甲县、乙县、丙县."""

OWN, OTHER = 1, 3
"""So many pairs of characters has a caption with its own paragraph alone at the most, with the other at least."""

MOST = 12
"""With more captions than this a page is a picture book."""


def exchanged(document: Document) -> Iterator[tuple[Block, Block]]:
    """Every two captions each of which tells of what the other's paragraph tells."""
    told = _told(document) or _stated(document)
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
            numbers = set(map(_number, references))
            for number in numbers if len(numbers) == 1 else ():
                found.setdefault(number, set()).update(pairs(words))
            words = ""
    return found


def _stated(document: Document) -> dict[int, set[str]]:
    """What the sections tell to which a note gives the captions one by one, if it names a section for each."""
    note = STATED.search(document.text)
    if not note:
        return {}
    names = note["names"].replace("和", "、").split("、")
    numbers = range(_number(note["first"]), _number(note["last"]) + 1)
    if len(names) != len(numbers):
        return {}
    found: dict[int, set[str]] = {}
    for number, name in zip(numbers, names, strict=True):
        told = [one.span for one in document.sections if name in one.heading.span.of(document.text)]
        if len(told) != 1:
            return {}
        found[number] = pairs("".join(_paragraphs(document, told[0], note.start())))
    return found


def _paragraphs(document: Document, section: Span, end: int) -> Iterator[str]:
    for block in document.of_kind(BlockKind.PARAGRAPH):
        if section.start <= block.span.start < min(section.end, end):
            yield block.span.of(document.text)


def _number(mark: str) -> int:
    return int(mark) if mark.isdecimal() else ord(mark) - 0x245F

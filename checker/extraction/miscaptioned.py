"""Captions that name one section and tell of another: the school of the second, the stone house of the third."""

from collections.abc import Iterator, Sequence

from checker.document import Block, BlockKind, Document, Section
from checker.extraction.persons import Person
from checker.extraction.stems import APART, EDGE, sort_of
from checker.patterns import pattern
from checker.spans import Span, find_each

QUOTED = pattern("“(?P<words>[\u4e00-\u9fff]{2,8})”")
SHORTEST = 3
"""Names of people shorter than that are words too."""


def miscaptioned(document: Document, persons: Sequence[Person]) -> Iterator[tuple[Block, Span, Section]]:
    """Each such caption, what it tells of that stands in one section alone, and that section.

    Only what is in quotation marks and people's names tell where they belong.
    """
    sections, captions = document.sections, document.of_kind(BlockKind.CAPTION)
    if len(sections) < 2 or not captions or len({one.heading.level for one in sections}) > 1:
        return
    labels = [_labels(document, section) for section in sections]
    names = frozenset(one.name for one in persons if len(one.name) >= SHORTEST)
    for caption in captions:
        words = caption.span.of(document.text)
        own = [index for index, known in enumerate(labels) if any(label in words for label in known)]
        if len(own) != 1:
            continue
        for term in _terms(document.text, caption.span, names):
            homes = _homes(document, term.of(document.text))
            if len(homes) == 1 and homes != own:
                yield caption, term, sections[homes[0]]
                break


def _labels(document: Document, section: Section) -> set[str]:
    """What the section is named for: the place, and the town, school or firm in it."""
    heading = section.heading
    words = APART.split(heading.span.of(document.text).strip(EDGE))
    named = {word.strip(EDGE) for word in words if sort_of(word.strip(EDGE))}
    return named | ({heading.name.of(document.text)} if heading.name else set())


def _terms(text: str, caption: Span, names: frozenset[str]) -> Iterator[Span]:
    for found in QUOTED.finditer(text, caption.start, caption.end):
        yield Span(*found.span("words"))
    for name in sorted(name for name in names if name in caption.of(text)):
        start = text.find(name, caption.start, caption.end)
        yield Span(start, start + len(name))


def _homes(document: Document, words: str) -> list[int]:
    """The sections that hold the words; none where they stand in the title or the lead too. Captions do not count."""
    captions = [block.span for block in document.of_kind(BlockKind.CAPTION)]
    found = set[int]()
    for at in find_each(document.text, [words])[words]:
        if any(one.start <= at < one.end for one in captions):
            continue
        home = next((index for index, one in enumerate(document.sections) if one.span.start <= at < one.span.end), None)
        if home is None:
            return []
        found.add(home)
    return sorted(found)

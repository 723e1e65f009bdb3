"""Pasted blocks: stretches of a section in which everything that can be told points to another section."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Block, Document
from checker.extraction.copies import Copy
from checker.extraction.subjects import ForeignSubject
from checker.extraction.topics import Topic
from checker.spans import Span


@dataclass(frozen=True, slots=True)
class Symptom:
    """One sign of a pasted block: words that speak of ``name`` in the section of another.

    ``block`` is the index into ``Document.blocks``, ``source`` where the same words stand rightly, if they do.
    """

    span: Span
    block: int
    name: str
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Splice:
    """A pasted block: neighbouring symptoms in one section, in the order of the text."""

    topic: Topic
    symptoms: tuple[Symptom, ...]

    @property
    def span(self) -> Span:
        """From the first foreign words to the last."""
        return Span(self.symptoms[0].span.start, max(one.span.end for one in self.symptoms))

    @property
    def source(self) -> Span | None:
        """Where the block was taken from, if the article tells."""
        spans = [one.source for one in self.symptoms if one.source]
        return Span(min(one.start for one in spans), max(one.end for one in spans)) if spans else None

    @property
    def name(self) -> str:
        """What most of the block is about; the one named first among equals."""
        names = [one.name for one in self.symptoms]
        return max(names, key=names.count)

    @property
    def blocks(self) -> tuple[int, int]:
        """The indices of its first and last block."""
        return self.symptoms[0].block, self.symptoms[-1].block


def splices(
    document: Document, topics: Sequence[Topic], subjects: Sequence[ForeignSubject], copies: Sequence[Copy]
) -> Iterator[Splice]:
    """Neighbouring symptoms, two at least of one section.

    A subject that does not belong is a symptom. So is a copy of words from the section that such a subject names.
    """
    desk = _Desk(document, topics)
    found: dict[int, list[Symptom]] = {}
    foreign: dict[int, set[str]] = {}
    for one in subjects:
        home = desk.topic_at(one.mention)
        found.setdefault(home, []).append(
            Symptom(Span(one.mention.start, one.sentence.span.end), one.sentence.block, one.name)
        )
        foreign.setdefault(home, set()).add(one.name)
    for copy in copies:
        sides = ((copy.first, copy.second, copy.one), (copy.second, copy.first, copy.other))
        for mine, other, block in sides:
            home, origin = desk.topic_at(mine), desk.topic_at(other)
            if home != origin and origin >= 0 and topics[origin].name in foreign.get(home, ()):
                found[home].append(Symptom(mine, desk.index(block), topics[origin].name, other))
    for home in sorted(found):
        symptoms = sorted(found[home], key=lambda one: (one.span, one.source is None))
        yield from (Splice(topics[home], run) for run in _runs(symptoms) if _is_of_one(run))


class _Desk:
    """Which topic an offset belongs to, and which index a block has."""

    def __init__(self, document: Document, topics: Sequence[Topic]) -> None:
        self.spans = [topic.section.span for topic in topics]
        self.starts = [span.start for span in self.spans]
        self.blocks = {block.span.start: index for index, block in enumerate(document.blocks)}

    def topic_at(self, span: Span) -> int:
        """The index of the topic whose section holds ``span``, or -1."""
        index = bisect_right(self.starts, span.start) - 1
        return index if index >= 0 and self.spans[index].covers(span) else -1

    def index(self, block: Block) -> int:
        """The index of ``block`` in its document."""
        return self.blocks[block.span.start]


def _is_of_one(run: Sequence[Symptom]) -> bool:
    """Whether two signs at least point to one section; the neighbours on all sides come as guests."""
    names = [one.name for one in run]
    return max(map(names.count, names)) >= 2


def _runs(symptoms: Sequence[Symptom]) -> Iterator[tuple[Symptom, ...]]:
    """Symptoms in the same or neighbouring paragraphs."""
    run: list[Symptom] = []
    for symptom in symptoms:
        if run and symptom.block > run[-1].block + 1:
            yield tuple(run)
            run = []
        run.append(symptom)
    if run:
        yield tuple(run)

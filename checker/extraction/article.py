"""The article as the checks see it: the document and everything understood from it, each worked out once, on demand."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checker import relations
from checker.document import Document
from checker.extraction.copies import Copy, Likeness, copied_stretches, near_copies, whole_copies
from checker.extraction.doublings import Doubling, doublings
from checker.extraction.splices import Splice, splices
from checker.extraction.strays import strays
from checker.extraction.subjects import ForeignSubject, foreign
from checker.extraction.topics import Topic, topics
from checker.gazetteer import Gazetteer
from checker.quantities import quantities, scan
from checker.quantities.model import Quantity, Token
from checker.relations.record import Relation

SHORTEST_STRETCH = 25
"""Formulas that differ only in a name share up to some 16 characters, true copies 34 and more (traps of real text)."""

NEAR = 85
"""So many letters of a hundred two paragraphs share that are all but equal."""


@dataclass(frozen=True)
class Article:
    """A document and what it says. ``published`` is the day it appears, where it is known."""

    document: Document
    published: date | None = None

    @property
    def text(self) -> str:
        """The document's text; every span of the article indexes it."""
        return self.document.text

    @cached_property
    def tokens(self) -> list[Token]:
        """Quantities, dates, ordinals and codes, in order."""
        return scan(self.document.text)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The quantities alone, the members of ranges and proportions among them."""
        return quantities(self.tokens)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The sections that are each about a place; the gazetteer is read only when there are named sections."""
        return topics(self.document, Gazetteer.load())

    @cached_property
    def foreign_subjects(self) -> tuple[ForeignSubject, ...]:
        """Clauses about one section's place in the section of another."""
        return foreign(self.document, self.topics, Gazetteer.load())

    @cached_property
    def strays(self) -> tuple[ForeignSubject, ...]:
        """The subjects of a paragraph about a sister of the county that the whole article is about."""
        return () if self.topics else tuple(strays(self.document, Gazetteer.load()))

    @cached_property
    def whole_copies(self) -> tuple[Copy, ...]:
        """Paragraphs that stand twice."""
        return tuple(whole_copies(self.document))

    @cached_property
    def stretches(self) -> tuple[Copy, ...]:
        """Stretches that two paragraphs share but for swapped words, the shorter ones too."""
        return tuple(copied_stretches(self.likeness, SHORTEST_STRETCH))

    @cached_property
    def likeness(self) -> Likeness:
        """Equal runs of characters in two paragraphs."""
        return Likeness.of(self.document)

    @cached_property
    def near_copies(self) -> tuple[Copy, ...]:
        """Paragraphs that are all but equal."""
        return tuple(near_copies(self.likeness, SHORTEST_STRETCH, NEAR))

    @cached_property
    def doublings(self) -> tuple[Doubling, ...]:
        """Words that stand twice in a row."""
        return doublings(self.text)

    @cached_property
    def splices(self) -> tuple[Splice, ...]:
        """Blocks of one section pasted into another."""
        copies = (*self.whole_copies, *self.stretches)
        return tuple(splices(self.document, self.topics, self.foreign_subjects, copies)) if self.topics else ()

    @cached_property
    def relations(self) -> list[Relation]:
        """Every relation between numbers that the wording states."""
        return relations.find(self.document, self.tokens, self.published)

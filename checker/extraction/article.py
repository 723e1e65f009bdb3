"""The article as the checks see it: the document and everything understood from it, each worked out once, on demand."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from checker import relations
from checker.document import Document
from checker.extraction.barenames import bare_spellings
from checker.extraction.clipped import clipped
from checker.extraction.copies import Copy, Likeness, copied_stretches, near_copies, whole_copies
from checker.extraction.declared import declared_spellings
from checker.extraction.doublings import Doubling, doublings
from checker.extraction.formernames import FormerName, FormerNames
from checker.extraction.localities import Localities
from checker.extraction.markednames import marked_spellings
from checker.extraction.misnamed import Misnamed, Misnaming
from checker.extraction.moments import Moment, moments
from checker.extraction.namesakes import person_spellings
from checker.extraction.offices import Office, offices
from checker.extraction.organisations import organisation_spellings
from checker.extraction.pairs import pairs
from checker.extraction.persons import Person, persons
from checker.extraction.rarenames import rare_spellings
from checker.extraction.respelt import Respelt
from checker.extraction.spellings import Spelling, Spellings
from checker.extraction.splices import Splice, splices
from checker.extraction.strays import strays
from checker.extraction.subjects import ForeignSubject, foreign
from checker.extraction.topics import Topic, topics
from checker.gazetteer import Gazetteer
from checker.lexicon import entries
from checker.quantities import quantities, scan
from checker.quantities.model import Quantity, Token, UnitClass
from checker.relations.passage import Passage
from checker.relations.record import Relation

SHORTEST_STRETCH = 25
"""Formulas that differ only in a name share up to some 16 characters, true copies 34 and more (traps of real text)."""

NEAR = 85
"""So many letters of a hundred two paragraphs share that are all but equal."""


if TYPE_CHECKING:
    from checker.claims.anchors import Binding
    from checker.claims.facts import Facts
    from checker.claims.waivers import Lapse
    from checker.extraction.astray import Astray
    from checker.extraction.events import Event
    from checker.extraction.factual import Departure
    from checker.extraction.firsts import First
    from checker.extraction.listed import NearMiss
    from checker.extraction.placings import Placing
    from checker.extraction.running import Running
    from checker.extraction.sessions import Session
    from checker.extraction.superlatives import Superlative
    from checker.lexicon.names import Names


@dataclass(frozen=True)
class Article:
    """A document and what it says.

    ``published`` is the day it appears, where it is known; ``names`` are the right names that the newsroom keeps,
    ``facts`` its reference facts. ``ledger`` is what is kept about this article, laid over its text; ``lapses`` are
    the waivers that have had their day.
    """

    document: Document
    published: date | None = None
    names: "Names | None" = None
    ledger: "Binding | None" = None
    facts: "Facts | None" = None
    lapses: "tuple[Lapse, ...]" = ()

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
    def measured(self) -> dict[UnitClass, list[Quantity]]:
        """The quantities by what their units measure."""
        found: dict[UnitClass, list[Quantity]] = {}
        for one in self.quantities:
            found.setdefault(one.unit.unit_class, []).append(one)
        return found

    @cached_property
    def pairs(self) -> dict[str, list[int]]:
        """Where the pairs of characters stand by which idioms, set phrases and misspelt words are looked up."""
        return pairs(self.document.text, entries.keys())

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The sections that are each about a place; the gazetteer is read only when there are named sections."""
        return topics(self.document, Gazetteer.load())

    @cached_property
    def localities(self) -> Localities:
        """The counties that the article names, and where."""
        return Localities(self.document, self.topics, Gazetteer.load())

    @cached_property
    def misnamed(self) -> tuple[Misnamed, ...]:
        """Towns that are not where the text has them."""
        return Misnaming(self.text, self.localities, Gazetteer.load()).found()

    @cached_property
    def spellings(self) -> tuple[Spelling, ...]:
        """Places in two spellings, but for those that are misnamed anyway."""
        counties = dict.fromkeys(place.name for place in self.localities.counties)
        found = tuple(Spellings(self.document, Gazetteer.load(), counties).found())
        wrong = {one.span for one in self.misnamed} if found else set()
        return tuple(one for one in found if one.span not in wrong)

    @cached_property
    def former_names(self) -> tuple[FormerName, ...]:
        """Names of counties and cities that are no more, where the text speaks of the present."""
        return FormerNames(self.document, self.published, Gazetteer.load()).found()

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
    def moments(self) -> tuple[Moment, ...]:
        """Every date with the year it belongs to, as far as that is told."""
        return tuple(moments(self.document, self.tokens, self.published))

    @cached_property
    def events(self) -> "tuple[Event, ...]":
        """Dated stages in the course of things."""
        from checker.extraction.events import events

        return tuple(events(self.document, self.moments))

    @cached_property
    def firsts(self) -> "tuple[First, ...]":
        """Deeds told for an earlier year than their first time."""
        from checker.extraction.firsts import firsts

        return tuple(firsts(self.document, self.moments))

    @cached_property
    def sessions(self) -> "tuple[Session, ...]":
        """Editions of events with their years."""
        from checker.extraction.sessions import sessions

        return tuple(sessions(self.document, self.tokens, self.moments))

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences that hold a token to compute with."""
        return list(relations.passages(self.document, self.tokens, self.published))

    @cached_property
    def superlatives(self) -> "tuple[Superlative, ...]":
        """Claims to be the most or the first."""
        from checker.extraction.superlatives import superlatives

        return tuple(superlatives(self.document))

    @cached_property
    def placings(self) -> "tuple[Placing, ...]":
        """Places in an order."""
        from checker.extraction.placings import placings

        return tuple(placings(self.document, self.tokens))

    @cached_property
    def running(self) -> "tuple[Running, ...]":
        """What flowed in which months."""
        from checker.extraction.running import running

        return tuple(running(self.passages, self.published))

    @cached_property
    def relations(self) -> list[Relation]:
        """Every relation between numbers that the wording states."""
        return relations.found_in(self.document, self.passages)

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """Names of people, where something beside them makes them certain."""
        return persons(self.document)

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """The offices that the text gives to people by name."""
        return tuple(offices(self.document, self.persons))

    @cached_property
    def person_spellings(self) -> tuple[Respelt, ...]:
        """Where the name of a person is spelt in a second way."""
        return (*person_spellings(self.document, self.persons), *clipped(self.document, self.persons))

    @cached_property
    def organisation_spellings(self) -> tuple[Respelt, ...]:
        """Where the name of a firm, a school, a museum is spelt in a second way."""
        found = {one.span.start: one for one in organisation_spellings(self.document)}
        for one in (*declared_spellings(self.document), *bare_spellings(self.document)):
            found.setdefault(one.span.start, one)
        return tuple(found.values())

    @cached_property
    def rare_spellings(self) -> tuple[Respelt, ...]:
        """Where any other name is spelt in a second way: one that marks set off, or that no list of words knows."""
        told = [one.span for one in (*self.person_spellings, *self.organisation_spellings)]
        told += [one.span for one in self.persons]
        found = list[Respelt]()
        for one in (*marked_spellings(self.document), *rare_spellings(self.document)):
            if not any(one.span.overlaps(span) for span in told):
                found.append(one)
                told.append(one.span)
        return tuple(found)

    @cached_property
    def near_misses(self) -> "tuple[NearMiss, ...]":
        """Words that are nearly one of the newsroom's right names."""
        if self.names is None:
            return ()
        from checker.extraction.listed import Listed

        return tuple(Listed(self.names.right).near_misses(self.text))

    @cached_property
    def astray(self) -> "tuple[Astray, ...]":
        """The ledger's claims whose words are not in the text, with what stands there instead."""
        if self.ledger is None or self.fresh is None or not self.ledger.lost:
            return ()
        from checker.extraction.astray import astray

        return tuple(astray(self.ledger, self.fresh))

    @cached_property
    def fresh(self) -> "Binding | None":
        """The claims that would be drafted anew from the text that the ledger is laid over, laid over it too."""
        if self.ledger is None:
            return None
        from checker.claims.anchors import trace
        from checker.extraction.drafting import drafted

        return trace(drafted(self.ledger.document, self.published, self.ledger.ledger.article), self.ledger.document)

    @cached_property
    def departures(self) -> "tuple[Departure, ...]":
        """Figures that are not those of the reference facts."""
        if self.facts is None:
            return ()
        from checker.extraction.factual import Factual

        return tuple(Factual(self.document, self.tokens, self.moments, self.published, self.facts).departures())

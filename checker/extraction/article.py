"""The article as the checks see it: the document and everything understood from it, each worked out once, on demand."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checker import relations
from checker.document import Document
from checker.quantities import quantities, scan
from checker.quantities.model import Quantity, Token
from checker.relations.record import Relation


@dataclass(frozen=True)
class Article:
    """A document and what it says. ``date`` is the day of publication, where it is known."""

    document: Document
    date: date | None = None

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
    def relations(self) -> list[Relation]:
        """Every relation between numbers that the wording states."""
        return relations.find(self.document, self.tokens)

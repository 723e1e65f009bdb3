"""How printed numbers must fit together: one module per relation, found by wording, judged by interval."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from checker.document import Document
from checker.quantities.model import Token
from checker.relations import ranges, ratio, weekday
from checker.relations.passage import Passage, passages
from checker.relations.record import Candidate, Operand, Relation

__all__ = ["FINDERS", "ROLES", "Candidate", "Operand", "Passage", "Relation", "find"]

FINDERS: dict[str, Callable[[Passage], Iterator[Relation]]] = {
    ratio.KIND: ratio.find,
    ranges.KIND: ranges.find,
    weekday.KIND: weekday.find,
}

ROLES: dict[str, frozenset[str]] = {
    ratio.KIND: frozenset({"part", "whole", "rate"}),
    ranges.KIND: frozenset({"low", "high"}),
    weekday.KIND: frozenset({"date", "weekday"}),
}


def find(document: Document, tokens: Sequence[Token], published: date | None = None) -> list[Relation]:
    """Every relation the document states, in the order of the text."""
    found = [
        one
        for passage in passages(document, tokens, published)
        for finder in FINDERS.values()
        for one in finder(passage)
    ]
    return sorted(found, key=lambda one: (one.span, one.kind))

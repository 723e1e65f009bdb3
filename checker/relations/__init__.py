"""How printed numbers must fit together: one module per relation, found by wording, judged by interval."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from checker.document import Document
from checker.quantities.model import Token
from checker.relations import (
    change,
    conversion,
    denominators,
    growth_average,
    listing,
    multiple,
    pairing,
    product,
    ranges,
    rank_move,
    ratio,
    same,
    sectors,
    shares,
    span,
    total,
    weekday,
)
from checker.relations.passage import Passage, passages
from checker.relations.record import Candidate, Operand, Relation

__all__ = ["FINDERS", "ROLES", "Candidate", "Operand", "Passage", "Relation", "among", "find"]

FINDERS: dict[str, Callable[[Passage], Iterator[Relation]]] = {
    change.KIND: change.find,
    growth_average.KIND: growth_average.find,
    multiple.KIND: multiple.find,
    listing.KIND: listing.find,
    pairing.KIND: pairing.find,
    ratio.KIND: ratio.find,
    ranges.KIND: ranges.find,
    weekday.KIND: weekday.find,
    conversion.KIND: conversion.find,
    rank_move.KIND: rank_move.find,
    span.KIND: span.find,
    total.KIND: total.find,
    product.KIND: product.find,
    shares.KIND: shares.find,
}

WHOLE: tuple[Callable[[Document, Sequence[Passage]], Iterator[Relation]], ...] = (
    denominators.find,
    same.find,
    sectors.find,
)
"""Relations that tie sentences anywhere in the article."""

ROLES: dict[str, frozenset[str]] = {
    change.KIND: frozenset({"base", "current", "change", "rate"}),
    growth_average.KIND: frozenset({"base", "current", "cumulative", "years", "rate"}),
    multiple.KIND: frozenset({"base", "current", "multiple"}),
    listing.KIND: frozenset({"count", "item"}),
    pairing.KIND: frozenset({"item", "value"}),
    ratio.KIND: frozenset({"part", "whole", "rate"}),
    same.KIND: frozenset({"value"}),
    ranges.KIND: frozenset({"low", "high"}),
    weekday.KIND: frozenset({"date", "weekday"}),
    total.KIND: frozenset({"total", "part"}),
    product.KIND: frozenset({"unit_value", "count", "total"}),
    shares.KIND: frozenset({"part"}),
    conversion.KIND: frozenset({"from", "to"}),
    rank_move.KIND: frozenset({"from", "to", "move"}),
    span.KIND: frozenset({"start", "end", "length"}),
}


def find(document: Document, tokens: Sequence[Token], published: date | None = None) -> list[Relation]:
    """Every relation the document states, in the order of the text."""
    return among(document, tuple(passages(document, tokens, published)))


def among(document: Document, sentences: Sequence[Passage]) -> list[Relation]:
    """The same, in sentences that are read already."""
    found = [one for passage in sentences for finder in FINDERS.values() for one in finder(passage)]
    found += [one for finder in WHOLE for one in finder(document, sentences)]
    return sorted(found, key=lambda one: (one.span, one.kind))

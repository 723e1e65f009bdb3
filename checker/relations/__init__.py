"""How printed numbers must fit together: one module per relation, found by wording, judged by interval."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from checker.document import Document
from checker.quantities.model import Token
from checker.relations import change, conversion, pairing, ranges, rank_move, ratio, weekday
from checker.relations.passage import Passage, passages
from checker.relations.record import Candidate, Operand, Relation

__all__ = ["FINDERS", "ROLES", "Candidate", "Operand", "Passage", "Relation", "find"]

FINDERS: dict[str, Callable[[Passage], Iterator[Relation]]] = {
    change.KIND: change.find,
    pairing.KIND: pairing.find,
    ratio.KIND: ratio.find,
    ranges.KIND: ranges.find,
    weekday.KIND: weekday.find,
    conversion.KIND: conversion.find,
    rank_move.KIND: rank_move.find,
}

ROLES: dict[str, frozenset[str]] = {
    change.KIND: frozenset({"base", "current", "change", "rate"}),
    pairing.KIND: frozenset({"item", "value"}),
    ratio.KIND: frozenset({"part", "whole", "rate"}),
    ranges.KIND: frozenset({"low", "high"}),
    weekday.KIND: frozenset({"date", "weekday"}),
    conversion.KIND: frozenset({"from", "to"}),
    rank_move.KIND: frozenset({"from", "to", "move"}),
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

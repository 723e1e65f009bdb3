"""How printed numbers must fit together: one module per relation, found by wording, judged by interval."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from checker.document import Document
from checker.findings import Verdict
from checker.quantities.model import Token
from checker.relations import accounts, conversion, ranges
from checker.relations.dated import (
    ages_to_come,
    biographies,
    from_to,
    last_time,
    milestones,
    obituaries,
    shows,
    span,
    up_to,
    weekday,
)
from checker.relations.fit import fitted
from checker.relations.growth import (
    average,
    bare_times,
    called_times,
    change,
    doubled_titles,
    margins,
    multiple,
    next_told,
    numbered_too,
    paces,
    sole_times,
    stood_for,
    times_first,
    told_times,
)
from checker.relations.lists import levelled, listing, pairing
from checker.relations.passage import Passage, passages
from checker.relations.products import headways, mean_told, product, reckoned, seated, twofold
from checker.relations.put_right import is_quoted_wrong
from checker.relations.ranks import rank_move
from checker.relations.ratios import (
    acts,
    alone,
    apportioned,
    borne,
    days,
    denominators,
    discounts,
    earlier_wholes,
    fulfilled,
    graded,
    of_both,
    of_deed,
    of_task,
    of_totals,
    of_two_deeds,
    one_in,
    per_head,
    plain,
    ratio,
    recovered,
    remaining,
    scored,
    sectors,
    siblings,
    so_far,
    so_many,
    together,
)
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.repeated import same, scales
from checker.relations.sums import shares, total
from checker.spans import Span

__all__ = ["FINDERS", "ROLES", "Candidate", "Operand", "Passage", "Relation", "find", "found_in", "passages"]

FINDERS: dict[str, Callable[[Passage], Iterator[Relation]]] = {
    change.KIND: change.find,
    average.KIND: average.find,
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
    apportioned.find,
    days.find,
    denominators.find,
    discounts.find,
    fulfilled.find,
    of_task.find,
    of_deed.find,
    one_in.find,
    per_head.find,
    plain.find,
    earlier_wholes.find,
    remaining.find,
    scored.find,
    same.find,
    scales.find,
    sectors.find,
    siblings.find,
    so_far.find,
    told_times.find,
    doubled_titles.find,
    next_told.find,
    numbered_too.find,
    paces.find,
    ages_to_come.find,
    biographies.find,
    from_to.find,
    last_time.find,
    milestones.find,
    obituaries.find,
    shows.find,
    up_to.find,
    shares.across,
    total.across,
    product.across,
    mean_told.find,
    accounts.find,
)
"""Relations that tie sentences anywhere in the article."""

ROLES: dict[str, frozenset[str]] = {
    change.KIND: frozenset({"base", "current", "change", "rate"}),
    average.KIND: frozenset({"base", "current", "cumulative", "years", "rate"}),
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

FURTHER: tuple[tuple[str, Callable[[Passage], Iterator[Relation]]], ...] = (
    (ratio.KIND, together.find),
    (ratio.KIND, graded.find),
    (ratio.KIND, of_two_deeds.find),
    (ratio.KIND, of_both.find),
    (ratio.KIND, recovered.find),
    (ratio.KIND, acts.find),
    (ratio.KIND, alone.find),
    (ratio.KIND, so_many.find),
    (ratio.KIND, borne.find),
    (change.KIND, margins.find),
    (multiple.KIND, called_times.find),
    (multiple.KIND, times_first.find),
    (multiple.KIND, bare_times.find),
    (multiple.KIND, sole_times.find),
    (multiple.KIND, stood_for.find),
    (pairing.KIND, levelled.find),
    (product.KIND, reckoned.find),
    (product.KIND, seated.find),
    (product.KIND, headways.find),
    (product.KIND, twofold.find),
)
"""What is looked for by kind, in this order, among the numbers that nothing before has tied in a relation of it."""


def find(document: Document, tokens: Sequence[Token], published: date | None = None) -> list[Relation]:
    """Every relation the document states, in the order of the text."""
    return found_in(document, list(passages(document, tokens, published)))


def found_in(document: Document, sentences: Sequence[Passage]) -> list[Relation]:
    """The same from its sentences."""
    document = document.with_text(sentences[0].text) if sentences else document
    wrong = is_quoted_wrong(document)
    fitting = fitted(sentences, worded(document, sentences))
    found = [one for one in fitting if _is_sound(one) or not any(wrong(each.span) for each in one.operands)]
    once = {(one.kind, frozenset(each.span for each in one.operands)): one for one in reversed(found)}
    return sorted(_fullest(once), key=lambda one: (one.span, one.kind))


def worded(document: Document, sentences: Sequence[Passage]) -> list[Relation]:
    """The relations that the wording ties by itself."""
    found = [one for finder in FINDERS.values() for passage in sentences for one in finder(passage)]
    for kind, only in FURTHER:
        known = {one.span for relation in found if relation.kind == kind for one in relation.operands}
        found += [one for each in sentences for one in only(each) if known.isdisjoint(o.span for o in one.operands)]
    found += [one for finder in WHOLE for one in finder(document, sentences)]
    return [*found, *of_totals.find(sentences, found)]


def _fullest(found: Mapping[tuple[str, frozenset[Span]], Relation]) -> Iterator[Relation]:
    """Without what only lacked a number that another relation has: a plan implied here and printed there.

    应收账款84万元，期初余额80万元，增加4万元，增幅5%: that 80 rose by 4 and 5% is no fault, and 80 and 4 are no parts.
    Nor is it a doubt that parts which make up one whole miss another: 毕业生18万人，在校生3万人，本科1万人、专科2万人.
    """
    whole = {(kind, each) for kind, spans in found for each in spans if len(spans) > 2}
    levels = {
        frozenset(_levels(one))
        for (kind, spans), one in found.items()
        if kind == change.KIND and len(spans) > 3 and _is_sound(one)
    }
    averaged = {
        frozenset(each.span for each in one.operands if each.role != "years")
        for (kind, _), one in found.items()
        if kind == average.KIND
    }
    told: dict[tuple[str, Span], list[frozenset[Span]]] = defaultdict(list)
    for (kind, spans), one in found.items():
        if _is_sound(one):
            for each in spans:
                told[kind, each].append(spans)
    summed = {_parts(one) for one in found.values() if one.kind == total.KIND and _is_sound(one)}
    for (kind, spans), one in found.items():
        if one.verdict is Verdict.UNDECIDED and len(spans) < 3 and all((kind, each) in whole for each in spans):
            continue
        if one.verdict is Verdict.INCONSISTENT and any(spans < more for more in told[kind, one.operands[0].span]):
            continue
        if kind == change.KIND and one.verdict is Verdict.UNDECIDED and spans in averaged:
            continue
        if kind == total.KIND and one.doubtful and len(spans) > 2 and _parts(one) in summed:
            continue
        if not (kind == total.KIND and spans in levels):
            yield one


def _parts(one: Relation) -> frozenset[Span]:
    return frozenset(each.span for each in one.operands if each.role == "part")


def _levels(one: Relation) -> Iterator[Span]:
    return (each.span for each in one.operands if each.role != "rate")


def _is_sound(one: Relation) -> bool:
    return one.verdict is Verdict.CONSISTENT

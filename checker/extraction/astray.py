"""Claims of the ledger whose words are not in the text any more, and what stands where they stood."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from checker.claims.anchors import Binding
from checker.claims.claim import Anchor, Claim
from checker.document import Document
from checker.quantities.model import Quantity
from checker.spans import Span, find_all

TELLING = 4
"""So many remembered characters on one side of a quote must be left for its place to be known."""

TRIED = 8
"""How many places that have the words before a quote are looked at."""

LONGER = 24
"""How much longer than the old words the new ones may be."""


@dataclass(frozen=True, slots=True)
class Astray:
    """A lost claim, ``index`` in the ledger. ``span`` is what stands in its place now, None where nothing tells it.

    ``changed`` where the printed value is another one; else other words were changed.
    """

    claim: Claim
    index: int
    span: Span | None = None
    changed: bool = False


def astray(binding: Binding, document: Document, quantities: Sequence[Quantity]) -> Iterator[Astray]:
    """Every lost claim, in the ledger's order."""
    lost = frozenset(binding.lost)
    taken = set(binding.values.values())
    text = document.text
    lines = [line for line in document.source.lines if line.of(text).strip()]
    for index, claim in enumerate(binding.ledger.claims):
        if claim.id not in lost:
            continue
        number = claim.anchor.paragraph
        line = lines[number - 1] if number <= len(lines) else None
        span = _value_in(claim, line, text, quantities) if line else None
        if span is not None and span not in taken:
            yield Astray(claim, index, span, changed=True)
            continue
        span = _between(claim.anchor, line, text)
        changed = span is not None and claim.value is not None and claim.value.literal not in span.of(text)
        yield Astray(claim, index, span, changed)


def _value_in(claim: Claim, line: Span, text: str, quantities: Sequence[Quantity]) -> Span | None:
    """The one other value in the old paragraph that has the same words of the quote around it."""
    if claim.value is None:
        return None
    before, _, after = claim.anchor.quote.partition(claim.value.literal)
    if len(before) + len(after) < 2:
        before, after = claim.anchor.before[-TELLING:] + before, after + claim.anchor.after[:TELLING]
    if len(before) + len(after) < 2:
        return None
    first = bisect_left(quantities, line.start, key=lambda one: one.span.start)
    last = bisect_left(quantities, line.end, key=lambda one: one.span.start)
    found = [
        one.span
        for one in quantities[first:last]
        if line.covers(one.span)
        and text.endswith(before, line.start, one.span.start)
        and text.startswith(after, one.span.end)
    ]
    return found[0] if len(found) == 1 and found[0].of(text) != claim.value.literal else None


def _between(anchor: Anchor, line: Span | None, text: str) -> Span | None:
    """The words between what stood before the quote and what stood after it: in the old paragraph, else anywhere."""
    if len(anchor.before) < TELLING or len(anchor.after) < TELLING:
        return None
    inside = find_all(line.of(text), anchor.before) if line else ()
    starts = [one.end + line.start for one in islice(inside, TRIED)] if line else []
    starts += [one.end for one in islice(find_all(text, anchor.before), TRIED)]
    for start in starts:
        stop = text.find("\n", start)
        end = text.find(anchor.after, start, min(stop if stop >= 0 else len(text), start + len(anchor.quote) + LONGER))
        if end > start:
            return Span(start, end)
    return None

"""Claims of the ledger whose words are not in the text any more, and what stands where they stood."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.claims.anchors import Binding
from checker.claims.changes import between, changes
from checker.claims.claim import Claim
from checker.spans import Span


@dataclass(frozen=True, slots=True)
class Astray:
    """A lost claim, ``index`` in the ledger. ``span`` is what stands in its place now, None where nothing tells it.

    ``changed`` where the printed value is another one; else other words were changed. ``now`` is the claim that would
    be drafted there, where it is one of its sort.
    """

    claim: Claim
    index: int
    span: Span | None = None
    changed: bool = False
    now: Claim | None = None


def astray(binding: Binding, fresh: Binding) -> Iterator[Astray]:
    """Every lost claim, in the ledger's order. ``fresh`` are the claims that would be drafted from the text anew."""
    lost, text = frozenset(binding.lost), binding.document.text
    became = {one.claim.id: one for one in changes(binding, fresh, binding.document)}
    lines = [line for line in binding.document.source.lines if line.of(text).strip()]
    for index, claim in enumerate(binding.ledger.claims):
        if claim.id not in lost:
            continue
        one, number = became.get(claim.id), claim.anchor.paragraph
        if one and one.in_value:
            yield Astray(claim, index, fresh.values[one.now.id], changed=True, now=one.now)
            continue
        span = between(claim.anchor, lines[number - 1] if number <= len(lines) else None, text)
        if one:
            yield Astray(claim, index, span or fresh.anchors[one.now.id], now=one.now)
        else:
            yield Astray(claim, index, span)

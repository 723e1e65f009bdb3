"""Brings a ledger into line with its article: what is found again elsewhere, what is new, what is gone, what changed.

Only what a machine drafted is edited: anchors, values and times that the text now prints otherwise, the digest; and a
claim that was decided about is to be checked again when its words are others. Sources, evidence, verdicts, notes,
comments, the order of keys and blank lines stay as people wrote them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.claims.anchors import Binding, trace
from checker.claims.changes import JUDGED, NUMBERED, Changed, changes, place_of, sort_of, uncovered, unmatched
from checker.claims.claim import Anchor, Claim, Period
from checker.claims.edits import Editor
from checker.claims.models import Ledger
from checker.claims.places import AROUND, Place, find
from checker.document import Document


@dataclass(frozen=True, slots=True)
class Parted:
    """A claim whose own words stand as they did, but no longer beside ``words``: its subject's name, or its time."""

    claim: Claim
    words: tuple[str, ...]

    @property
    def reopened(self) -> bool:
        """Whether something had been decided about it."""
        return self.claim.status in JUDGED


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of it.

    ``text`` is the ledger's new text; ``kept`` are lost claims that relations name or that people have written into.
    """

    text: str
    new: tuple[Claim, ...] = ()
    lost: tuple[Claim, ...] = ()
    changed: tuple[Changed, ...] = ()
    reworded: tuple[Changed, ...] = ()
    parted: tuple[Parted, ...] = ()
    moved: tuple[Claim, ...] = ()
    pruned: tuple[Claim, ...] = ()
    kept: tuple[Claim, ...] = field(default=())


def sync(
    ledger: Ledger, text: str, document: Document, drafted: Sequence[Claim], *, prune: bool = False, every: bool = False
) -> Synced:
    """The ledger whose file reads ``text``, over the document. ``drafted`` is what would be drafted from it anew.

    New numbers are put in, with ``every`` also new dates, ranks, titles, quotations; with ``prune`` lost drafts that no
    relation names are taken out.
    """
    binding = trace(ledger, document)
    fresh = trace(Ledger(version="claims/1", article=ledger.article, claims=tuple(drafted)), document)
    changed = changes(binding, fresh, document)
    taken = {one.now.id for one in changed}
    loose = [*uncovered(binding, fresh), *(_others(binding, fresh) if every else ())]
    new = _numbered(ledger, [one for one in _in_order(loose, fresh) if one.id not in taken])
    gone = frozenset(binding.lost) - {one.claim.id for one in changed}
    lost = tuple(one for one in ledger.claims if one.id in gone)
    named = {name for relation in ledger.relations for _, _, name in relation.named()}
    editor = Editor(text, ledger)
    pruned = tuple(one for one in lost if one.id not in named and editor.is_draft(one)) if prune else ()
    moved, anchors = _moved(binding, document)
    parted = [Parted(claim, binding.parted[claim.id]) for claim in ledger.claims if claim.id in binding.parted]
    for claim, anchor in anchors:
        editor.anchor(claim, anchor)
    for each in parted:
        editor.part(each.claim, _period(binding, fresh, each), reopen=each.reopened)
    for one in changed:
        editor.change(one.claim, one.now, reopen=one.reopened)
    order = _order(binding, fresh, changed)
    for claim, source in new:
        editor.append(claim, _before(order, fresh.anchors[source].start))
    for claim in pruned:
        editor.remove(claim)
    editor.digest(document.sha256)
    return Synced(
        text=editor.text(),
        new=tuple(claim for claim, _ in new),
        lost=tuple(one for one in lost if one not in pruned),
        changed=tuple(one for one in changed if one.in_value),
        reworded=tuple(one for one in changed if not one.in_value),
        parted=tuple(parted),
        moved=moved,
        pruned=pruned,
        kept=tuple(one for one in lost if prune and one not in pruned),
    )


def _others(binding: Binding, fresh: Binding) -> Iterator[Claim]:
    """The drafted dates, ranks, titles, quotations in whose place the ledger has none of their sort."""
    return (one for one in unmatched(binding, fresh) if one.kind not in NUMBERED)


def _in_order(claims: Sequence[Claim], fresh: Binding) -> list[Claim]:
    order = {one.id: at for at, one in enumerate(fresh.ledger.claims)}
    return sorted(claims, key=lambda one: order[one.id])


def _period(binding: Binding, fresh: Binding, parted: Parted) -> Period | None:
    """The time that the text gives a claim now, where the words for the old one are gone; else the old one."""
    old = parted.claim.period
    if old is None or old.literal not in parted.words:
        return old
    span = place_of(binding, parted.claim)
    for claim in fresh.ledger.claims:
        if sort_of(claim) == sort_of(parted.claim) and place_of(fresh, claim).overlaps(span):
            return claim.period or old
    return old


def _moved(binding: Binding, document: Document) -> tuple[tuple[Claim, ...], list[tuple[Claim, Anchor]]]:
    """The claims that stand in another paragraph, and every anchor that no longer fits to the letter."""
    kept = frozenset(binding.mended)
    claims = [claim for claim in binding.ledger.claims if claim.id in binding.anchors and claim.id not in kept]
    places = find([claim.anchor for claim in claims], document)
    moved = frozenset(binding.moved)
    renewed = [(claim, _renewed(claim.anchor, places[claim.anchor], document.text)) for claim in claims]
    return (
        tuple(claim for claim in claims if claim.id in moved),
        [(claim, anchor) for claim, anchor in renewed if anchor != claim.anchor],
    )


def _renewed(anchor: Anchor, place: Place, text: str) -> Anchor:
    """The anchor as it has to read at its place; what still fits is left as it is."""
    before = text[max(place.line.start, place.span.start - len(anchor.before)) : place.span.start]
    after = text[place.span.end : min(place.line.end, place.span.end + len(anchor.after))]
    if before != anchor.before or after != anchor.after:
        before = text[max(place.line.start, place.span.start - AROUND) : place.span.start]
        after = text[place.span.end : min(place.line.end, place.span.end + AROUND)]
    return Anchor(paragraph=place.paragraph, quote=anchor.quote, before=before, after=after, nth=place.nth)


def _numbered(ledger: Ledger, claims: Sequence[Claim]) -> list[tuple[Claim, str]]:
    """The new claims under ids that the ledger does not have, each with the id it was drafted under."""
    ids = [one.id[1:] for one in ledger.claims if one.id[0] == "C" and one.id[1:].isascii() and one.id[1:].isdigit()]
    last, width = max(map(int, ids), default=0), max(map(len, ids), default=3)
    return [(claim.model_copy(update={"id": f"C{last + at:0{width}}"}), claim.id) for at, claim in enumerate(claims, 1)]


def _order(binding: Binding, fresh: Binding, changed: Sequence[Changed]) -> list[tuple[int, str]]:
    """Where the ledger's claims stand in the text, in order."""
    places = [(span.start, name) for name, span in binding.anchors.items()]
    return sorted([*places, *((fresh.anchors[one.now.id].start, one.claim.id) for one in changed)])


def _before(order: Sequence[tuple[int, str]], at: int) -> str:
    """The claim that stands before an offset; empty where none does."""
    index = bisect_left(order, (at, "")) - 1
    return order[index][1] if index >= 0 else ""

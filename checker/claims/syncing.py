"""Brings a ledger into line with its article: what is found again elsewhere, what is new, what is gone, what changed.

Only what a machine drafted is edited: anchors, values and times that the text now prints otherwise, the digest; and a
claim that was decided about is to be checked again when its words are others. Sources, evidence, verdicts, notes,
comments, the order of keys and blank lines stay as people wrote them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.claims.anchors import Binding, trace
from checker.claims.claim import Anchor, Claim, Kind, Period, Status
from checker.claims.edits import Editor
from checker.claims.models import Ledger
from checker.claims.places import AROUND, Place, find, shared
from checker.document import Document
from checker.spans import Span

JUDGED = frozenset({Status.CONFIRMED, Status.PARTLY, Status.DISPUTED, Status.WRONG, Status.UNVERIFIABLE, Status.WAIVED})

NUMBERED = frozenset(
    {Kind.COUNT, Kind.AMOUNT, Kind.RATIO, Kind.SHARE, Kind.GROWTH, Kind.DELTA, Kind.DURATION, Kind.AGE}
)
"""Kinds whose value is a number, whether or not the ledger writes it out."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim whose surroundings stand as they did, but for its value or for words of its quote."""

    claim: Claim
    now: Claim

    @property
    def in_value(self) -> bool:
        """Whether the value is another, and not only the words that it is quoted with."""
        return _literal(self.claim) != _literal(self.now)

    @property
    def reopened(self) -> bool:
        """Whether something had been decided about the old words."""
        return self.claim.status in JUDGED


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
    changed = list(_changed(binding, [one for one in _unmatched(binding, fresh) if one.id in fresh.values]))
    taken = {one.now.id for one in changed}
    new = _numbered(ledger, [one for one in _uncovered(binding, fresh, every=every) if one.id not in taken])
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


def _uncovered(binding: Binding, fresh: Binding, *, every: bool) -> Iterator[Claim]:
    """The drafted numbers that no claim of the ledger covers; with ``every`` also the claims of other sorts."""
    spans = binding.spans
    starts = [span.start for span in spans]
    for claim in _unmatched(binding, fresh):
        numbered = claim.value is not None and claim.value.number is not None
        if not _overlaps(_span(fresh, claim), spans, starts) if numbered else every:
            yield claim


def _unmatched(binding: Binding, fresh: Binding) -> list[Claim]:
    """The drafted claims that may be what a lost one has become: none of their sort stands in their place."""
    spans: dict[str, list[Span]] = {}
    for claim in binding.ledger.claims:
        if claim.id in binding.anchors:
            spans.setdefault(_sort(claim), []).append(_span(binding, claim))
    ordered = {sort: sorted(group) for sort, group in spans.items()}
    starts = {sort: [span.start for span in group] for sort, group in ordered.items()}
    return [
        claim
        for claim in fresh.ledger.claims
        if not _overlaps(_span(fresh, claim), ordered.get(_sort(claim), ()), starts.get(_sort(claim), ()))
    ]


def _period(binding: Binding, fresh: Binding, parted: Parted) -> Period | None:
    """The time that the text gives a claim now, where the words for the old one are gone; else the old one."""
    old = parted.claim.period
    if old is None or old.literal not in parted.words:
        return old
    span = _span(binding, parted.claim)
    for claim in fresh.ledger.claims:
        if _sort(claim) == _sort(parted.claim) and _span(fresh, claim).overlaps(span):
            return claim.period or old
    return old


def _span(binding: Binding, claim: Claim) -> Span:
    """Where a claim's value stands; its quote where it has none."""
    return binding.values.get(claim.id) or binding.anchors[claim.id]


def _sort(claim: Claim) -> str:
    """Numbers are of one sort; so are those of a claim written by hand that gives the literal alone."""
    has_number = claim.value is not None and (claim.value.number is not None or claim.kind in NUMBERED)
    return "number" if has_number else claim.kind


def _literal(claim: Claim) -> str:
    return claim.value.literal if claim.value else ""


def _overlaps(span: Span, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether one of a few spans that begin before the end of ``span`` shares a character with it."""
    at = bisect_left(starts, span.end)
    return any(one.overlaps(span) for one in spans[max(0, at - 8) : at])


def _changed(binding: Binding, loose: Sequence[Claim]) -> Iterator[Changed]:
    """Lost claims whose words stand as they did around another value; the likeliest first, none twice."""
    gone = frozenset(binding.lost)
    lost = [claim for claim in binding.ledger.claims if claim.id in gone and claim.value]
    if not lost or not loose:
        return
    near: dict[tuple[str, str], list[Claim]] = {}
    for one in loose:
        for key in _keys(one):
            near.setdefault(key, []).append(one)
    offers = []
    for order, claim in enumerate(lost):
        for one in {one.id: one for key in _keys(claim) for one in near.get(key, ())}.values():
            rank = _likeness(claim, one)
            if rank:
                offers.append((-rank, abs(claim.anchor.paragraph - one.anchor.paragraph), order, one.id, claim, one))
    used: set[str] = set()
    for _, _, _, _, claim, one in sorted(offers, key=lambda offer: offer[:4]):
        if claim.id not in used and f"now {one.id}" not in used:
            used |= {claim.id, f"now {one.id}"}
            yield Changed(claim, one)


def _keys(claim: Claim) -> Iterator[tuple[str, str]]:
    before, after = _around(claim)
    yield "before", before[-3:]
    yield "after", after[:3]


def _around(claim: Claim) -> tuple[str, str]:
    """The words before and after a claim's value, as far as its anchor knows them."""
    before, _, after = claim.anchor.quote.partition(_literal(claim))
    return claim.anchor.before + before, after + claim.anchor.after


def _likeness(claim: Claim, other: Claim) -> int:
    """How many characters around two values are alike; 0 where they cannot be one claim."""
    if claim.kind is not other.kind or not claim.value or not other.value:
        return 0
    by_hand = claim.value.number is None and claim.value.unit is None
    if claim.value.unit != other.value.unit and not by_hand:
        return 0
    (before, after), (before_now, after_now) = _around(claim), _around(other)
    left = shared(before[::-1], before_now[::-1])
    right = shared(after, after_now)
    full_left = left >= min(len(before), len(before_now), AROUND)
    full_right = right >= min(len(after), len(after_now), AROUND)
    if full_left and full_right and left + right:
        return left + right
    near = claim.anchor.paragraph == other.anchor.paragraph and claim.metric == other.metric
    return left + right if (full_left and left > 1) or (near and left + right >= AROUND // 2) else 0


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

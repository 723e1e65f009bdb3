"""What became of the claims whose words are gone: the claims that would be drafted where they stood.

Whatever speaks of a changed article asks here, so that a check and ``sync`` never tell one change in two ways.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from checker.claims.anchors import Binding
from checker.claims.claim import Anchor, Claim, Kind, Status
from checker.claims.places import AROUND, shared
from checker.document import Document
from checker.spans import Span, find_all

JUDGED = frozenset({Status.CONFIRMED, Status.PARTLY, Status.DISPUTED, Status.WRONG, Status.UNVERIFIABLE, Status.WAIVED})

TELLING = 4
"""So many remembered characters on one side of a quote must be left for its place to be known."""

TRIED = 8
"""How many places that have the words before a quote are looked at."""

LONGER = 24
"""How much longer than the old words the new ones may be."""

REACH = 32
"""How many drafts on either side of a claim's old paragraph are weighed, of those with the same words beside them."""

NUMBER = "number"
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


def unmatched(binding: Binding, fresh: Binding) -> list[Claim]:
    """The drafted claims that may be what a lost one has become: none of their sort stands in their place."""
    spans: dict[str, list[Span]] = {}
    for claim in binding.ledger.claims:
        if claim.id in binding.anchors:
            spans.setdefault(sort_of(claim), []).append(place_of(binding, claim))
    ordered = {sort: sorted(group) for sort, group in spans.items()}
    starts = {sort: [span.start for span in group] for sort, group in ordered.items()}
    return [
        claim
        for claim in fresh.ledger.claims
        if not overlaps(place_of(fresh, claim), ordered.get(sort_of(claim), ()), starts.get(sort_of(claim), ()))
    ]


def uncovered(binding: Binding, fresh: Binding) -> Iterator[Claim]:
    """The drafted numbers that no claim of the ledger covers: what ``sync`` adds, and what a check misses."""
    spans = binding.spans
    starts = [span.start for span in spans]
    for claim in unmatched(binding, fresh):
        if claim.kind in NUMBERED and not overlaps(place_of(fresh, claim), spans, starts):
            yield claim


def place_of(binding: Binding, claim: Claim) -> Span:
    """Where a claim's value stands; its quote where it has none."""
    return binding.values.get(claim.id) or binding.anchors[claim.id]


def sort_of(claim: Claim) -> str:
    """Numbers are of one sort; so are those of a claim written by hand that gives the literal alone."""
    has_number = claim.value is not None and (claim.value.number is not None or claim.kind in NUMBERED)
    return NUMBER if has_number else claim.kind


def _literal(claim: Claim) -> str:
    return claim.value.literal if claim.value else ""


def overlaps(span: Span, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether one of a few spans that begin before the end of ``span`` shares a character with it."""
    at = bisect_left(starts, span.end)
    return any(one.overlaps(span) for one in spans[max(0, at - 8) : at])


def changes(binding: Binding, fresh: Binding, document: Document) -> list[Changed]:
    """What lost claims have become, each claim and each draft once.

    ``fresh`` are the claims that would be drafted from the document anew. The words beside a value tell its place;
    where they were changed too, those of the quote in its old paragraph, or what stood before and behind the quote.
    """
    gone = frozenset(binding.lost)
    lost = [claim for claim in binding.ledger.claims if claim.id in gone and claim.value]
    loose = [one for one in unmatched(binding, fresh) if one.id in fresh.values] if lost else []
    found = list(_alike(lost, loose)) if loose else []
    return [*found, *_put_there(binding, fresh, document, found, loose)] if loose else found


def _put_there(
    binding: Binding, fresh: Binding, document: Document, found: Sequence[Changed], loose: Sequence[Claim]
) -> Iterator[Changed]:
    """Numbers that stand where another one stood, be they of another unit."""
    known, used = {one.claim.id for one in found}, {one.now.id for one in found}
    related = {name for relation in binding.ledger.relations for _, _, name in relation.named()}
    free = {fresh.values[one.id]: one for one in loose if one.id not in used and sort_of(one) == NUMBER}
    starts = sorted(free)
    lines = [line for line in document.source.lines if line.of(document.text).strip()]
    gone = frozenset(binding.lost) - known
    for claim in binding.ledger.claims:
        if claim.id not in gone or claim.value is None or sort_of(claim) != NUMBER:
            continue
        number = claim.anchor.paragraph
        line = lines[number - 1] if number <= len(lines) else None
        span = _value_in(claim, line, document.text, starts) if line else None
        span = span or _within(between(claim.anchor, line, document.text), starts)
        now = free.get(span) if span else None
        fits = now is not None and (now.kind is claim.kind or claim.id not in related)
        if span and now and fits and now.id not in used and _literal(now) != _literal(claim):
            used.add(now.id)
            yield Changed(claim, now)


def _value_in(claim: Claim, line: Span, text: str, spans: Sequence[Span]) -> Span | None:
    """The one value in the old paragraph that has the same words of the quote around it."""
    before, _, after = claim.anchor.quote.partition(_literal(claim))
    if len(before) + len(after) < TELLING // 2:
        before, after = claim.anchor.before[-TELLING:] + before, after + claim.anchor.after[:TELLING]
    if len(before) + len(after) < TELLING // 2:
        return None
    first = bisect_left(spans, line.start, key=lambda one: one.start)
    last = bisect_left(spans, line.end, key=lambda one: one.start)
    found = [
        one
        for one in spans[first:last]
        if line.covers(one) and text.endswith(before, line.start, one.start) and text.startswith(after, one.end)
    ]
    return found[0] if len(found) == 1 else None


def _within(around: Span | None, spans: Sequence[Span]) -> Span | None:
    """The only one of some spans that lies in another."""
    if around is None:
        return None
    first = bisect_left(spans, around.start, key=lambda one: one.start)
    inside = [one for one in spans[first : first + 2] if around.covers(one)]
    return inside[0] if len(inside) == 1 else None


def between(anchor: Anchor, line: Span | None, text: str) -> Span | None:
    """The words between what stood before a quote and what stood after it: in the old paragraph, else anywhere."""
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


def _alike(lost: Sequence[Claim], loose: Sequence[Claim]) -> Iterator[Changed]:
    """Lost claims whose words stand as they did around another value; the likeliest first."""
    near: dict[tuple[str, str], list[Claim]] = {}
    for one in loose:
        for key in _keys(one):
            near.setdefault(key, []).append(one)
    offers = []
    for order, claim in enumerate(lost):
        at = claim.anchor.paragraph
        for one in {one.id: one for key in _keys(claim) for one in _nearest(near.get(key, ()), at)}.values():
            rank = _likeness(claim, one)
            if rank:
                offers.append((-rank, abs(claim.anchor.paragraph - one.anchor.paragraph), order, one.id, claim, one))
    used: set[str] = set()
    for _, _, _, _, claim, one in sorted(offers, key=lambda offer: offer[:4]):
        if claim.id not in used and f"now {one.id}" not in used:
            used |= {claim.id, f"now {one.id}"}
            yield Changed(claim, one)


def _nearest(claims: Sequence[Claim], paragraph: int) -> Sequence[Claim]:
    """Those of the claims, which are in order, that stand next to a paragraph."""
    at = bisect_left(claims, paragraph, key=lambda one: one.anchor.paragraph)
    return claims[max(0, at - REACH) : at + REACH]


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

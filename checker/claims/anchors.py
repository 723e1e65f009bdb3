"""Finds claims in the text again: by their exact words and what stands around them, wherever they have moved.

A quote is sought first in the paragraph that its anchor names. Where it is not there, or among other words than before,
every place in the text that has it is weighed: its own paragraph with at least half of the remembered surroundings,
then the place with most of them, then, for want of any, its own paragraph or the only place there is. Anchors that
differ in nothing but the paragraph (a passage printed twice) never share a place, so a copy that was cut is lost.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.claims.claim import Anchor, Claim
from checker.claims.models import Ledger
from checker.document import Document
from checker.errors import InputError, Problems
from checker.spans import Span, find_all

Words = tuple[str, str, str]


@dataclass(frozen=True)
class Binding:
    """A ledger laid over a text: which words each claim stands for.

    ``anchors`` are the quotes, ``values`` the printed values inside them, ``periods`` the words that give a claim its
    time, each by claim id. ``lost`` are the claims whose words are gone, ``moved`` those that were found in another
    paragraph. ``stale`` says that the text is not the one that the ledger was last brought into line with.
    """

    ledger: Ledger
    anchors: Mapping[str, Span]
    values: Mapping[str, Span]
    periods: Mapping[str, Span]
    lost: tuple[str, ...]
    moved: tuple[str, ...]
    stale: bool

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """What the claims cover of the text: printed values and periods, in order, each once."""
        return tuple(sorted({*self.values.values(), *self.periods.values()}))

    def errors(self) -> list[InputError]:
        """One LedgerError for each lost claim, at its quote in the ledger."""
        lost = frozenset(self.lost)
        return [
            self.ledger.fault(
                ("claims", index, "anchor", "quote"),
                f"{claim.id}: “{claim.anchor.quote}” is not in {self.ledger.article.source_file}",
                "quote the words as they now stand, or remove the claim",
            )
            for index, claim in enumerate(self.ledger.claims)
            if claim.id in lost
        ]


def trace(ledger: Ledger, document: Document) -> Binding:
    """Lay the ledger over the text; what cannot be found is named in ``lost``."""
    places = _Text(document).find([claim.anchor for claim in ledger.claims])
    anchors = {claim.id: places[claim.anchor].span for claim in ledger.claims if claim.anchor in places}
    found = [claim for claim in ledger.claims if claim.id in anchors]
    return Binding(
        ledger=ledger,
        anchors=anchors,
        values=dict(_values(found, anchors)),
        periods=dict(_periods(found, places, document.text)),
        lost=tuple(claim.id for claim in ledger.claims if claim.id not in anchors),
        moved=tuple(claim.id for claim in found if places[claim.anchor].paragraph != claim.anchor.paragraph),
        stale=ledger.article.sha256 not in (None, document.sha256),
    )


def bind(ledger: Ledger, document: Document) -> Binding:
    """The same, for a ledger that has to fit. Raises Problems with a LedgerError for every claim that is lost."""
    binding = trace(ledger, document)
    if binding.lost:
        raise Problems(binding.errors())
    return binding


@dataclass(frozen=True, slots=True)
class _Place:
    """An occurrence of a quote. ``nth`` counts its occurrences in the paragraph, ``line`` is the paragraph's span."""

    span: Span
    paragraph: int
    nth: int
    line: Span


class _Text:
    """A text in which quotes are sought."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.document = document
        self.lines = [line for line in document.source.lines if line.of(self.text).strip()]

    def find(self, anchors: Iterable[Anchor]) -> dict[Anchor, _Place]:
        """The place of every anchor that can be found."""
        found: dict[Anchor, _Place] = {}
        groups: dict[Words, list[Anchor]] = {}
        for anchor in dict.fromkeys(anchors):
            home = self._at_home(anchor)
            if home:
                found[anchor] = home
            else:
                groups.setdefault((anchor.quote, anchor.before, anchor.after), []).append(anchor)
        taken: dict[Words, set[int]] = {}
        for anchor, place in found.items():
            taken.setdefault((anchor.quote, anchor.before, anchor.after), set()).add(place.span.start)
        everywhere: dict[str, list[_Place]] = {}
        for words, group in groups.items():
            if words[0] not in everywhere:
                everywhere[words[0]] = list(self._everywhere(words[0]))
            free = [one for one in everywhere[words[0]] if one.span.start not in taken.get(words, ())]
            found.update(self._share(group, free))
        return found

    def _at_home(self, anchor: Anchor) -> _Place | None:
        """The place in the paragraph that the anchor names, if all the surroundings are as they were."""
        if anchor.paragraph > len(self.lines):
            return None
        line = self.lines[anchor.paragraph - 1]
        places = self._inside(anchor.quote, line, anchor.paragraph)
        whole = len(anchor.before) + len(anchor.after)
        fitting = [one for one in places if self._likeness(anchor, one) == whole]
        return min(fitting, key=lambda one: abs(one.nth - anchor.nth), default=None)

    def _inside(self, quote: str, line: Span, paragraph: int) -> Iterator[_Place]:
        nth, at = 0, self.text.find(quote, line.start, line.end)
        while at >= 0:
            nth += 1
            yield _Place(Span(at, at + len(quote)), paragraph, nth, line)
            at = self.text.find(quote, at + 1, line.end)

    def _everywhere(self, quote: str) -> Iterator[_Place]:
        last = nth = 0
        for span in find_all(self.text, quote):
            paragraph = self.document.locate(span).paragraph
            nth = nth + 1 if paragraph == last else 1
            last = paragraph
            yield _Place(span, paragraph, nth, self.lines[paragraph - 1])

    def _likeness(self, anchor: Anchor, place: _Place) -> int:
        """How many characters next to the quote are those that the anchor remembers."""
        before = self.text[max(place.line.start, place.span.start - len(anchor.before)) : place.span.start]
        after = self.text[place.span.end : min(place.line.end, place.span.end + len(anchor.after))]
        return _shared(reversed(before), reversed(anchor.before)) + _shared(after, anchor.after)

    def _share(self, group: Sequence[Anchor], places: Sequence[_Place]) -> dict[Anchor, _Place]:
        """Give each anchor of a group its likeliest place, the surest first, no place to two."""
        offers = []
        for order, anchor in enumerate(group):
            for place in places:
                rank = self._rank(anchor, place, only=len(places) == 1)
                if rank:
                    offers.append((rank, order, place.span.start, anchor, place))
        offers.sort(key=lambda offer: offer[:3])
        given: dict[Anchor, _Place] = {}
        used: set[int] = set()
        for _, _, start, anchor, place in offers:
            if anchor not in given and start not in used:
                given[anchor] = place
                used.add(start)
        return given

    def _rank(self, anchor: Anchor, place: _Place, *, only: bool) -> tuple[int, int, int, int] | None:
        """Smaller is likelier; None is out of the question."""
        whole, like = len(anchor.before) + len(anchor.after), self._likeness(anchor, place)
        known, home = 0 < whole <= 2 * like, place.paragraph == anchor.paragraph
        if not (known or home or only):
            return None
        tier = 0 if known and home else 1 if known else 2 if home else 3
        return tier, whole - like, abs(place.paragraph - anchor.paragraph), abs(place.nth - anchor.nth)


def _shared(one: Iterable[str], two: Iterable[str]) -> int:
    count = 0
    for mine, theirs in zip(one, two, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _values(claims: Iterable[Claim], anchors: Mapping[str, Span]) -> Iterator[tuple[str, Span]]:
    for claim in claims:
        if claim.value:
            offset = claim.anchor.quote.find(claim.value.literal)
            start = anchors[claim.id].start + offset
            yield claim.id, Span(start, start + len(claim.value.literal))


def _periods(claims: Iterable[Claim], places: Mapping[Anchor, _Place], text: str) -> Iterator[tuple[str, Span]]:
    """The words for a claim's time: the last in its paragraph up to the end of its quote, else the first after it."""
    for claim in claims:
        words = claim.period.literal if claim.period else None
        if not words:
            continue
        place = places[claim.anchor]
        at = text.rfind(words, place.line.start, place.span.end)
        if at < 0:
            at = text.find(words, place.span.start, place.line.end)
        if at >= 0:
            yield claim.id, Span(at, at + len(words))

"""Finds quotes in a text again: by their exact words and what stands around them, wherever they have moved.

A quote is sought first in the paragraph that its anchor names. Where it is not there, or among other words than before,
every place in the text that has it is weighed: one with all of the remembered surroundings, its own paragraph with at
least half of them, then the place with most of them, then its own paragraph or the only place there is. The last two
only if the quote is long or some of its surroundings are left: a ``10个`` elsewhere is not the one whose number was
changed here.

Paragraph and number tell the occurrences of a quote apart, so anchors that name different ones never share a place (a
passage printed twice, of which one was cut: its claims are lost), and anchors that name the same one always do.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.claims.claim import Anchor
from checker.document import Document
from checker.spans import Span, find_all

Words = tuple[str, str]
Slot = tuple[int, int]
LONG = 8
"""From so many characters on, a quote is told by itself."""

AROUND = 8
"""How many characters on either side of a quote a drafted anchor remembers, as far as its paragraph goes."""

REACH = 8
"""How many places on either side of an anchor's old one are weighed at a time, for each likeness."""


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence of a quote. ``nth`` counts its occurrences in the paragraph, ``line`` is the paragraph's span."""

    span: Span
    paragraph: int
    nth: int
    line: Span


def find(anchors: Iterable[Anchor], document: Document) -> dict[Anchor, Place]:
    """The place of every anchor that can be found."""
    return _Text(document).find(anchors)


class _Text:
    """A text in which quotes are sought."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.document = document
        self.occurrences: dict[str, list[Place]] = {}
        self.lines = [line for line in document.source.lines if line.of(self.text).strip()]

    def find(self, anchors: Iterable[Anchor]) -> dict[Anchor, Place]:
        """The place of every anchor that can be found."""
        quotes: dict[str, list[Anchor]] = {}
        for anchor in dict.fromkeys(anchors):
            quotes.setdefault(anchor.quote, []).append(anchor)
        found: dict[Anchor, Place] = {}
        for quote, group in quotes.items():
            found |= self._placed(quote, group)
        return found

    def _placed(self, quote: str, anchors: Sequence[Anchor]) -> dict[Anchor, Place]:
        """A place for each of the anchors of one quote; first for those that stand as they did."""
        found: dict[Anchor, Place] = {}
        holders: dict[int, Slot] = {}
        for anchor, place in [*self._unchanged(quote, anchors), *self._homes(anchors)]:
            slot = _slot(anchor)
            if anchor not in found and holders.setdefault(place.span.start, slot) == slot:
                found[anchor] = place
        rest = [anchor for anchor in anchors if anchor not in found]
        if rest:
            everywhere = self._everywhere(quote)
            free = [place for place in everywhere if place.span.start not in holders]
            found |= self.shared(rest, free, only=len(everywhere) == 1)
        return found

    def shared(self, anchors: Sequence[Anchor], free: Sequence[Place], *, only: bool) -> dict[Anchor, Place]:
        """Places for anchors whose surroundings changed; those that named one occurrence go together."""
        slots: dict[Slot, list[Anchor]] = {}
        for anchor in anchors:
            slots.setdefault(_slot(anchor), []).append(anchor)
        told = {max(group, key=_context): group for group in slots.values()}
        found: dict[Anchor, Place] = {}
        for one, place in self._share(list(told), free, only=only).items():
            group = [mate for mate in told[one] if _rank(mate, place, self._likeness(mate, place), only=only)]
            found |= dict.fromkeys(group, place)
        return found

    def _unchanged(self, quote: str, anchors: Sequence[Anchor]) -> Iterator[tuple[Anchor, Place]]:
        """Places with the very words around them that anchors remember: in order, where there are as many of them."""
        groups: dict[Words, list[Anchor]] = {}
        for anchor in anchors:
            groups.setdefault((anchor.before, anchor.after), []).append(anchor)
        for words, group in groups.items():
            fitting = [one for one in self._at_home(group[0]) if self._around(one) == words] if len(group) == 1 else []
            if len(fitting) != 1:
                fitting = [one for one in self._everywhere(quote) if self._around(one) == words]
            if len(fitting) == len(group):
                yield from zip(sorted(group, key=_slot), fitting, strict=True)

    def _homes(self, anchors: Sequence[Anchor]) -> list[tuple[Anchor, Place]]:
        """The places in the paragraphs that anchors name where all their surroundings are as they were."""
        offers = []
        for anchor in anchors:
            places = self._at_home(anchor)
            offers += [(anchor, place) for place in places if self._likeness(anchor, place) == _context(anchor)]
        return sorted(offers, key=lambda offer: abs(offer[1].nth - offer[0].nth))

    def _at_home(self, anchor: Anchor) -> Iterator[Place]:
        if anchor.paragraph <= len(self.lines):
            yield from self._inside(anchor.quote, self.lines[anchor.paragraph - 1], anchor.paragraph)

    def _inside(self, quote: str, line: Span, paragraph: int) -> Iterator[Place]:
        nth, at = 0, self.text.find(quote, line.start, line.end)
        while at >= 0:
            nth += 1
            yield Place(Span(at, at + len(quote)), paragraph, nth, line)
            at = self.text.find(quote, at + 1, line.end)

    def _everywhere(self, quote: str) -> list[Place]:
        if quote not in self.occurrences:
            self.occurrences[quote] = list(self._occurrences(quote))
        return self.occurrences[quote]

    def _occurrences(self, quote: str) -> Iterator[Place]:
        last = nth = 0
        for span in find_all(self.text, quote):
            paragraph = self.document.locate(span).paragraph
            nth = nth + 1 if paragraph == last else 1
            last = paragraph
            yield Place(span, paragraph, nth, self.lines[paragraph - 1])

    def _around(self, place: Place) -> Words:
        """What a drafted anchor remembers of a place."""
        span, line = place.span, place.line
        before = self.text[max(line.start, span.start - AROUND) : span.start]
        return before, self.text[span.end : min(line.end, span.end + AROUND)]

    def _likeness(self, anchor: Anchor, place: Place) -> int:
        """How many characters next to the quote are those that the anchor remembers."""
        before = self.text[max(place.line.start, place.span.start - len(anchor.before)) : place.span.start]
        after = self.text[place.span.end : min(place.line.end, place.span.end + len(anchor.after))]
        return shared(reversed(before), reversed(anchor.before)) + shared(after, anchor.after)

    def _share(self, group: Sequence[Anchor], places: Sequence[Place], *, only: bool) -> dict[Anchor, Place]:
        """Give each anchor of a group its likeliest place; the surest first, none to two."""
        groups: dict[Words, list[Anchor]] = {}
        for anchor in group:
            groups.setdefault((anchor.before, anchor.after), []).append(anchor)
        likeness = {
            words: {place: self._likeness(alike[0], place) for place in places} for words, alike in groups.items()
        }
        given: dict[Anchor, Place] = {}
        free = list(places)
        while free and len(given) < len(group):
            waiting = [[one for one in alike if one not in given] for alike in groups.values()]
            offers = [
                offer
                for words, alike in zip(groups, waiting, strict=True)
                for offer in _offers(alike, free, likeness[words], only=only)
            ]
            taken: set[int] = set()
            for _, _, anchor, place in sorted(offers, key=lambda offer: (offer[0], offer[1], offer[3].span.start)):
                if anchor not in given and place.span.start not in taken:
                    given[anchor] = place
                    taken.add(place.span.start)
            if not taken:
                break
            free = [place for place in free if place.span.start not in taken]
        return given


Rank = tuple[int, int, int, int]


def _offers(
    waiting: Iterable[Anchor], free: Iterable[Place], likeness: dict[Place, int], *, only: bool
) -> Iterator[tuple[Rank, Slot, Anchor, Place]]:
    """The places near each anchor's old one, at every likeness, with how likely they are."""
    levels: dict[int, list[Place]] = {}
    for place in free:
        levels.setdefault(likeness[place], []).append(place)
    where = {like: [(place.paragraph, place.nth) for place in level] for like, level in levels.items()}
    for anchor in waiting:
        for like, level in levels.items():
            at = bisect_left(where[like], _slot(anchor))
            for place in level[max(0, at - REACH) : at + REACH]:
                rank = _rank(anchor, place, like, only=only)
                if rank:
                    yield rank, _slot(anchor), anchor, place


def _rank(anchor: Anchor, place: Place, like: int, *, only: bool) -> Rank | None:
    """Smaller is likelier; None is out of the question."""
    whole = _context(anchor)
    known, home = 0 < whole <= 2 * like, place.paragraph == anchor.paragraph
    telling = not whole or whole <= 4 * like or len(anchor.quote) >= LONG
    if not (known or (telling and (home or only))):
        return None
    full = whole == like >= LONG
    tier = 0 if full else 1 if known and home else 2 if known else 3 if home else 4
    return tier, whole - like, abs(place.paragraph - anchor.paragraph), abs(place.nth - anchor.nth)


def _slot(anchor: Anchor) -> Slot:
    return anchor.paragraph, anchor.nth


def _context(anchor: Anchor) -> int:
    """How many characters around its quote an anchor remembers."""
    return len(anchor.before) + len(anchor.after)


def shared(one: Iterable[str], two: Iterable[str]) -> int:
    """How many characters two stretches begin with alike."""
    count = 0
    for mine, theirs in zip(one, two, strict=False):
        if mine != theirs:
            break
        count += 1
    return count

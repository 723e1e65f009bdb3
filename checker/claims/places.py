"""Finds quotes in a text again: by their exact words and what stands around them, wherever they have moved.

A quote is sought first in the paragraph that its anchor names. Where it is not there, or among other words than before,
every place in the text that has it is weighed: its own paragraph with at least half of the remembered surroundings,
then the place with most of them, then its own paragraph or the only place there is. The last two only if the quote is
long or some of its surroundings are left: a ``10个`` elsewhere is not the one whose number was changed here.

Anchors that differ in nothing but the paragraph (a passage printed twice) never share a place, so a copy that was cut
is lost.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.claims.claim import Anchor
from checker.document import Document
from checker.spans import Span, find_all

Words = tuple[str, str, str]
LONG = 8
"""From so many characters on, a quote is told by itself."""

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
        self.lines = [line for line in document.source.lines if line.of(self.text).strip()]

    def find(self, anchors: Iterable[Anchor]) -> dict[Anchor, Place]:
        """The place of every anchor that can be found."""
        found: dict[Anchor, Place] = {}
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
        everywhere: dict[str, list[Place]] = {}
        for words, group in groups.items():
            if words[0] not in everywhere:
                everywhere[words[0]] = list(self._everywhere(words[0]))
            free = [one for one in everywhere[words[0]] if one.span.start not in taken.get(words, ())]
            found.update(self._share(group, free, only=len(everywhere[words[0]]) == 1))
        return found

    def _at_home(self, anchor: Anchor) -> Place | None:
        """The place in the paragraph that the anchor names, if all the surroundings are as they were."""
        if anchor.paragraph > len(self.lines):
            return None
        line = self.lines[anchor.paragraph - 1]
        places = self._inside(anchor.quote, line, anchor.paragraph)
        whole = len(anchor.before) + len(anchor.after)
        fitting = [one for one in places if self._likeness(anchor, one) == whole]
        return min(fitting, key=lambda one: abs(one.nth - anchor.nth), default=None)

    def _inside(self, quote: str, line: Span, paragraph: int) -> Iterator[Place]:
        nth, at = 0, self.text.find(quote, line.start, line.end)
        while at >= 0:
            nth += 1
            yield Place(Span(at, at + len(quote)), paragraph, nth, line)
            at = self.text.find(quote, at + 1, line.end)

    def _everywhere(self, quote: str) -> Iterator[Place]:
        last = nth = 0
        for span in find_all(self.text, quote):
            paragraph = self.document.locate(span).paragraph
            nth = nth + 1 if paragraph == last else 1
            last = paragraph
            yield Place(span, paragraph, nth, self.lines[paragraph - 1])

    def _likeness(self, anchor: Anchor, place: Place) -> int:
        """How many characters next to the quote are those that the anchor remembers."""
        before = self.text[max(place.line.start, place.span.start - len(anchor.before)) : place.span.start]
        after = self.text[place.span.end : min(place.line.end, place.span.end + len(anchor.after))]
        return _shared(reversed(before), reversed(anchor.before)) + _shared(after, anchor.after)

    def _share(self, group: Sequence[Anchor], places: Sequence[Place], *, only: bool) -> dict[Anchor, Place]:
        """Give each anchor of a group, all of the same words, its likeliest place; the surest first, none to two."""
        likeness = {place: self._likeness(group[0], place) for place in places}
        given: dict[Anchor, Place] = {}
        free, waiting = list(places), list(group)
        while free and waiting:
            offers = sorted(_offers(waiting, free, likeness, only=only), key=lambda offer: offer[:3])
            taken: set[int] = set()
            for _, _, start, anchor, place in offers:
                if anchor not in given and start not in taken:
                    given[anchor] = place
                    taken.add(start)
            if not taken:
                break
            free = [place for place in free if place.span.start not in taken]
            waiting = [anchor for anchor in waiting if anchor not in given]
        return given


Rank = tuple[int, int, int, int]


def _offers(
    waiting: Iterable[Anchor], free: Iterable[Place], likeness: dict[Place, int], *, only: bool
) -> Iterator[tuple[Rank, int, int, Anchor, Place]]:
    """The places near each anchor's old one, at every likeness, with how likely they are."""
    levels: dict[int, list[Place]] = {}
    for place in free:
        levels.setdefault(likeness[place], []).append(place)
    where = {like: [(place.paragraph, place.nth) for place in level] for like, level in levels.items()}
    for order, anchor in enumerate(waiting):
        for like, level in levels.items():
            at = bisect_left(where[like], (anchor.paragraph, anchor.nth))
            for place in level[max(0, at - REACH) : at + REACH]:
                rank = _rank(anchor, place, like, only=only)
                if rank:
                    yield rank, order, place.span.start, anchor, place


def _rank(anchor: Anchor, place: Place, like: int, *, only: bool) -> Rank | None:
    """Smaller is likelier; None is out of the question."""
    whole = len(anchor.before) + len(anchor.after)
    known, home = 0 < whole <= 2 * like, place.paragraph == anchor.paragraph
    telling = not whole or whole <= 4 * like or len(anchor.quote) >= LONG
    if not (known or (telling and (home or only))):
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

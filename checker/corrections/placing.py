"""Finds the places of one text again in another state of it: by their words and by what stands around them."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from checker.spans import LINE_END, SourceMap, Span, find_all

REACH = 8
"""Characters of its own line that are looked at on each side of a place."""
WIDE = 16
"""Characters that are compared on each side, past the ends of its line too."""
LONG = 8
"""From so many characters on, words are told by themselves; shorter ones need as many of those around them."""
LIKE = 4
"""As many will do where the line stands among the same lines as before."""
COMMON = 20
"""Of a word that stands more often than this in a text, only places with like edges are compared."""

Sides = tuple[str, str]
Edge = tuple[str, str, str]
Offer = tuple[int, int, Span, Span]


def placed(old: str, spans: Iterable[Span], new: str) -> dict[Span, Span]:
    """Where the words at each place of ``old`` stand in ``new``, for those that do.

    A place of ``new`` belongs to one of ``old``, first to the one among the same words, then to the one among the same
    lines: where one copy of a passage is cut, the other copy is not it.
    """
    places: dict[str, dict[Span, None]] = defaultdict(dict)
    for span in spans:
        places[span.of(old)][span] = None
    lines = _Lines(old, new)
    found: dict[Span, Span] = {}
    for quote, mine in places.items():
        copies = list(islice(find_all(old, quote), COMMON + 1))
        if len(copies) <= COMMON:
            mine.update(dict.fromkeys(copies))
        owned = set[Span]()
        offers = _offers(old, list(mine), new, list(find_all(new, quote)), lines)
        for like, away, was, span in sorted(offers, key=_order):
            told = len(quote) >= LONG or like >= (LONG if away else LIKE)
            if told and was not in found and span not in owned:
                found[was] = span
                owned.add(span)
    return found


def around(text: str, span: Span) -> Sides:
    """What stands before and after ``span`` on its line, at most REACH characters each."""
    before = LINE_END.split(text[max(0, span.start - REACH) : span.start])[-1]
    return before, LINE_END.split(text[span.end : span.end + REACH])[0]


def likeness(one: Sides, two: Sides) -> int:
    """How many characters next to the words are the same on both sides together."""
    return _shared(one[0][::-1], two[0][::-1]) + _shared(one[1], two[1])


def edges(rule: str, sides: Sides) -> list[Edge]:
    """What a place is looked up by: the characters right before and right after it."""
    before, after = sides
    keys = [(rule, "before", before[-LIKE:]), (rule, "after", after[:LIKE])]
    return [key for key in keys if len(key[2]) == LIKE]


class _Lines:
    """The lines of two texts laid beside each other by those that stand once in each."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = SourceMap(old), SourceMap(new)
        mine, theirs = _once(self.old), _once(self.new)
        pairs = sorted((at, theirs[line]) for line, at in mine.items() if line in theirs)
        self.pairs = [(0, 0), *pairs, (len(self.old.lines) + 1, len(self.new.lines) + 1)]

    def away(self, was: Span, span: Span) -> int:
        """How many lines ``span`` is from where ``was`` should stand now, by the nearest known line on either side."""
        mine, theirs = self.old.locate(was.start).line, self.new.locate(span.start).line
        return min(abs((mine - line) - (theirs - other)) for line, other in self._known(mine))

    def start(self, was: Span) -> Span:
        """Where the line of ``was`` should begin now."""
        mine = self.old.locate(was.start).line
        line, other = self._known(mine)[0]
        at = min(max(other + mine - line - 1, 0), len(self.new.lines) - 1)
        start = self.new.lines[at].start if self.new.lines else 0
        return Span(start, start)

    def _known(self, line: int) -> list[tuple[int, int]]:
        at = bisect_right(self.pairs, line, key=lambda pair: pair[0])
        return self.pairs[max(0, at - 1) : at + 1]


def _once(source: SourceMap) -> dict[str, int]:
    lines = [line.of(source.text).strip() for line in source.lines]
    counts = Counter(lines)
    return {line: number for number, line in enumerate(lines, start=1) if line and counts[line] == 1}


def _order(offer: Offer) -> tuple[int, int, Span, Span]:
    """The likeliest first; to stand among the same lines is as much as all that stands on one side."""
    like, away, was, span = offer
    return -like - (0 if away else WIDE), away, was, span


def _offers(old: str, mine: Sequence[Span], new: str, theirs: Sequence[Span], lines: _Lines) -> Iterator[Offer]:
    """Pairs of places with how like they are: by what surrounds them, and by how many lines they are apart."""
    sides = {span: _wide(new, span) for span in theirs}
    near: dict[Edge, list[Span]] = defaultdict(list)
    few = len(theirs) <= COMMON
    for span in () if few else theirs:
        for key in edges("", sides[span]):
            near[key].append(span)
    for was in mine:
        own = _wide(old, was)
        for span in theirs if few else _nearest([near[key] for key in edges("", own)], lines.start(was)):
            yield likeness(own, sides[span]), lines.away(was, span), was, span


def _nearest(groups: Iterable[Sequence[Span]], start: Span) -> set[Span]:
    """The places of each group that stand next to ``start``; the groups are in the order of the text."""
    found = set[Span]()
    for group in groups:
        at = bisect_left(group, start)
        found.update(group[max(0, at - COMMON // 2) : at + COMMON // 2])
    return found


def _wide(text: str, span: Span) -> Sides:
    return text[max(0, span.start - WIDE) : span.start], text[span.end : span.end + WIDE]


def _shared(one: str, two: str) -> int:
    pairs = enumerate(zip(one, two, strict=False))
    return next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(one), len(two)))

"""Finding names of places in a text, in one pass."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property
from operator import add

from checker.gazetteer.model import Mention, Place
from checker.gazetteer.reading import Candidate, Names, Reader
from checker.gazetteer.standing import role_of
from checker.gazetteer.table import Table
from checker.spans import Span


class Gazetteer(Table):
    """The table and what can be found with it. Nothing is read before it is needed."""

    @staticmethod
    def load() -> "Gazetteer":
        """The gazetteer that is in force, else the one that comes with the program: always the same object."""
        return _in_force.get() or _bundled()

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Meanwhile this is the gazetteer that is loaded."""
        before = _in_force.set(self)
        try:
            yield
        finally:
            _in_force.reset(before)

    @cached_property
    def _names(self) -> Names:
        return Names(self)

    def mentions(
        self,
        text: str,
        span: Span | None = None,
        *,
        scope: AbstractSet[Place] = frozenset(),
        towns: Iterable[Place] = (),
    ) -> Iterator[Mention]:
        """The places named in ``span`` of ``text``, in order, none overlapping another.

        Full names (江津区) count everywhere, and so do provinces by their short names; other short names (江津) only
        for the places in ``scope``, see ``scope()``. ``towns`` are counties whose towns are looked for too, by full
        name.
        """
        whole = span or Span(0, len(text))
        reader = Reader(self, self._names.with_towns(towns), text, whole.end, scope)
        before: Candidate | None = None
        for candidate, after in _with_next(_candidates(reader, whole)):
            yield Mention(candidate.span, candidate.places, role_of(text, candidate, before, after), candidate.chain)
            before = candidate

    def scope(self, text: str, names: Iterable[str] = ()) -> frozenset[Place]:
        """The places that a text is known to speak of: those it names in full, and ``names``, which may be short.

        ``names`` are what its headings, captions and bylines are filed under. Of namesakes those are taken whose
        surroundings are named too.
        """
        settled: dict[str, tuple[Place, ...]] = {}
        for mention in self.mentions(text):
            settled.setdefault(mention.span.of(text), mention.places)
        for name in names:
            if places := self.named(name.strip()):
                settled[name.strip()] = places
        return frozenset(self._resolve(settled))

    def _resolve(self, settled: dict[str, tuple[Place, ...]]) -> Iterator[Place]:
        """Of the places that share a name, those that most of the other names lie beside, above or below."""
        circles = {place: self._circle(place) for places in settled.values() for place in places}
        votes = Counter(
            code for places in settled.values() for code in set().union(*(circles[place] for place in places))
        )
        for name, places in settled.items():
            weights = {place: sum(votes[code] for code in circles[place] if votes[code] > 1) for place in places}
            most = max(weights.values())
            if most or name not in self.ordinary:
                yield from (place for place, weight in weights.items() if weight == most)

    def _circle(self, place: Place) -> frozenset[str]:
        """The codes of a place and of what lies above it."""
        return frozenset((place.code, *(above.code for above in self.ancestors(place))))


_in_force: ContextVar[Gazetteer | None] = ContextVar("_in_force", default=None)


@cache
def _bundled() -> Gazetteer:
    return Gazetteer()


def _candidates(reader: Reader, span: Span) -> Iterator[Candidate]:
    """Leftmost, longest. A name that does not count still stands in the way of a doubtful one that begins inside it.

    唐山 keeps 山东 from being read out of 唐山东站; 从江 does not keep 江津 from being read in 从江津出发.
    """
    heads, part = reader.names.heads, span.of(reader.text)
    free = taken = span.start
    before: Candidate | None = None
    for at, pair in enumerate(map(add, part, part[1:]), span.start):
        if pair not in heads or at < taken:
            continue
        candidate, end = reader.read(at, before)
        if candidate and (candidate.sure or at >= free):
            yield candidate
            before, taken = candidate, end
        free = max(free, end)


def _with_next(candidates: Iterator[Candidate]) -> Iterator[tuple[Candidate, Candidate | None]]:
    """Every candidate with the one after it."""
    last = next(candidates, None)
    for candidate in candidates:
        if last:
            yield last, candidate
        last = candidate
    if last:
        yield last, None


def mentions_of(text: str, span: Span, names: re.Pattern[str]) -> Iterator[Mention]:
    """The mentions of names that the table does not hold, bodies and towns among them, by how they stand."""
    found = (Span(*match.span()) for match in names.finditer(text, span.start, span.end))
    before: Candidate | None = None
    for candidate, after in _with_next(Candidate(one, (), typed=True, sure=True, chain=one) for one in found):
        yield Mention(candidate.span, (), role_of(text, candidate, before, after), candidate.span)
        before = candidate

"""One name in two spellings: names of one length that differ in one character which looks or sounds like the other.

Names are compared by keys with one character left out, so that the work grows with the text and not with its square.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checker.lexicon.alike import Alike, alike
from checker.spans import Span

MOST_OF_ONE_KEY = 8
"""Names that agree in all but one character are a handful in an article; a list of hundreds is left alone."""

LONGEST = 30_000
"""A longer text is a book or many articles in one, which may tell of names that are alike."""


@dataclass(frozen=True, slots=True)
class Respelt:
    """``span`` spells ``name``, which elsewhere, first at ``other``, is spelt ``usual``, ``count`` times in all."""

    span: Span
    name: str
    other: Span
    usual: str
    count: int
    likeness: Alike


RANKS = frozenset("一二三四五六七八九十百千万东南西北中上下左右前后大小老新高低内外男女长短甲乙丙丁〇零")
"""Names that differ in one of these are meant to."""


def one_apart(name: str, words: str) -> Alike | None:
    """How like the only two characters are in which both differ; nothing where both names may be meant."""
    if len(words) != len(name):
        return None
    differing = [pair for pair in zip(name, words, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1 or not RANKS.isdisjoint(differing[0]):
        return None
    likeness = alike(*differing[0])
    return likeness if likeness and likeness.distance == 1 else None


def masked(name: str, place: int) -> str:
    """The name with one character left out: 韦_业."""
    return f"{name[:place]}_{name[place + 1 :]}"


def near(names: Iterable[str], places: Callable[[str], Iterable[int]]) -> Iterator[tuple[str, str, Alike]]:
    """Pairs of names that differ in one character which is like the other one; each pair once, in the order given."""
    seen: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        for place in places(name):
            fellows = seen.setdefault(masked(name, place), [])
            for other in fellows:
                likeness = alike(name[place], other[place])
                if likeness:
                    yield other, name, likeness
            if len(fellows) < MOST_OF_ONE_KEY:
                fellows.append(name)

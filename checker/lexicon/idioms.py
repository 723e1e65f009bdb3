"""Idioms and set phrases, entered by their first and by their last two characters: a slip in one leaves the other."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from checker.patterns import pattern

DATA = Path(__file__).parent / "data"
TURN = "<"
"""Stands between what follows a pair of characters and what precedes it."""


@cache
def idioms() -> Mapping[str, str]:
    """The idioms that newspapers use, by the pairs of characters they begin and end with: see ``ends``."""
    return {line[:2]: line[2:] for line in _lines("idioms.txt")}


@cache
def phrases() -> Mapping[str, str]:
    """The set phrases of news language, by the pairs of characters they begin and end with: see ``ends``."""
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for phrase in sorted(one for one in _phrases() if len(one) > 4):
        heads.setdefault(phrase[:2], []).append(phrase[2:])
        tails.setdefault(phrase[-2:], []).append(phrase[:-2])
    return {pair: TURN.join(" ".join(side.get(pair, ())) for side in (heads, tails)) for pair in heads | tails}


def ends(entry: str) -> tuple[str, str]:
    """What follows and what precedes a pair of characters in the words of a table, with a space between the words.

    >>> ends(idioms()["再接"])
    ('再厉', '')
    """
    after, _, before = entry.partition(TURN)
    return after, before


@lru_cache(maxsize=1 << 16)
def following(words: str, near: str) -> tuple[str, ...]:
    """Those of the words that follow a pair which can be meant where the next two characters are these."""
    return tuple(word for word in words.split() if _may_be(word[:2], near, whole=len(word) == 2))


@lru_cache(maxsize=1 << 16)
def preceding(words: str, near: str) -> tuple[str, ...]:
    """Those of the words that precede a pair which can be meant where the two characters before it are these."""
    return tuple(word for word in words.split() if _may_be(word[-2:], near, whole=len(word) == 2))


def _may_be(one: str, other: str, *, whole: bool) -> bool:
    """Whether two pairs of characters leave room for one slip; ``whole`` where the slip can be nowhere else."""
    if one == other:
        return not whole
    return one[0] == other[:1] or one[1:] == other[1:] or one[1:] == other[:1] or one[0] == other[1:]


def is_idiom(run: str) -> bool:
    """Whether the words are an idiom of the table, or a set phrase.

    >>> is_idiom("寡不敌众"), is_idiom("因寡不敌")
    (True, False)
    """
    table = idioms()
    after, before = ends(table.get(run[:2], ""))[0], ends(table.get(run[-2:], ""))[1]
    return run[2:] in after.split() or run[:-2] in before.split() or is_word(run)


FRAME = pattern("以.为[家伴友业荣乐]")
"""以海为家, 以书为伴: a frame that takes any noun."""


def is_word(run: str) -> bool:
    """Whether what looks like a misspelt idiom is one, a set phrase, or two ordinary words side by side."""
    return run in _kin() or run in _phrases() or FRAME.fullmatch(run) is not None


def _lines(name: str) -> Iterable[str]:
    return (DATA / name).read_text(encoding="utf-8").split("\n")


@cache
def _phrases() -> frozenset[str]:
    words = (word for line in _lines("phrases.txt") if line[:1] != "#" for word in line.split())
    return frozenset(form for word in words for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    """A phrase with and without what may be left out.

    >>> sorted(_forms("供给侧结构[性]改革"))
    ['供给侧结构性改革', '供给侧结构改革']
    """
    head, opening, rest = word.partition("[")
    if not opening:
        yield word
        return
    inner, _, tail = rest.partition("]")
    for form in _forms(tail):
        yield head + inner + form
        yield head + form


@cache
def _kin() -> frozenset[str]:
    lines = (line for name in ("kin.txt", "accepted.txt") for line in _lines(name) if line[:1] != "#")
    return frozenset(word for line in lines for word in line.split())

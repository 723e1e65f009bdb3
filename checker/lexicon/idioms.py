"""Idioms and set phrases, entered by their first and by their last two characters: a slip in one leaves the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Entries:
    """Words by their ends: ``heads`` gives what follows the first two characters, ``tails`` what precedes the last two.

    The words for one end stand in one string, with a space before each.
    """

    heads: Mapping[str, str]
    tails: Mapping[str, str]


@cache
def idioms() -> Entries:
    """The idioms that newspapers use."""
    return Entries(_grouped("heads.txt"), _grouped("tails.txt"))


@cache
def phrases() -> Entries:
    """The set phrases of news language."""
    heads: dict[str, str] = {}
    tails: dict[str, str] = {}
    for phrase in _phrases():
        heads[phrase[:2]] = f"{heads.get(phrase[:2], '')} {phrase[2:]}"
        tails[phrase[-2:]] = f"{tails.get(phrase[-2:], '')} {phrase[:-2]}"
    return Entries(heads, tails)


@cache
def keys() -> frozenset[str]:
    """The pairs of characters by which both tables are entered."""
    return frozenset().union(*(end for one in (idioms(), phrases()) for end in (one.heads, one.tails)))


def is_word(run: str) -> bool:
    """Whether what looks like a misspelt idiom is one, a set phrase, or two ordinary words side by side."""
    return run in _kin() or run in _phrases() or f"{run[2:]} " in f"{idioms().heads.get(run[:2], '')} "


def _grouped(name: str) -> dict[str, str]:
    return {line[:2]: line[2:] for line in (DATA / name).read_text(encoding="utf-8").split("\n")}


@cache
def _phrases() -> frozenset[str]:
    lines = (DATA / "phrases.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(form for line in lines if line[:1] != "#" for word in line.split() for form in _forms(word))


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
    return frozenset(
        word
        for name in ("kin.txt", "accepted.txt")
        for line in (DATA / name).read_text(encoding="utf-8").split("\n")
        if line[:1] != "#"
        for word in line.split()
    )

"""Family names, and what stands before a name: offices, posts, callings."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


class Sort(StrEnum):
    """What a title says of who bears it."""

    HEAD = "head"
    """An office that one person holds in one body: 局长, 书记."""

    OFFICE = "office"
    """An office that several may hold: 主任, 队长, 委员."""

    CALLING = "calling"
    """What somebody does or is: 研究员, 村民, 负责人."""

    PRESS = "press"
    """Who made the article: 记者, 通讯员."""


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Family names of one character, and longer ones."""
    single, longer = set[str](), set[str]()
    for line in _lines("surnames.txt"):
        if " " in line:
            longer.update(line.split())
        else:
            single.update(line.strip())
    return frozenset(single), frozenset(longer)


@cache
def not_names() -> frozenset[str]:
    """Common words that begin like a name: 于是, 明确, 高兴."""
    return frozenset(word for line in _lines("not_names.txt") for word in line.split())


@cache
def beside(sort: str) -> tuple[str, ...]:
    """The words of one sort that stand beside a name; single characters one by one."""
    words = next(words for name, words in (line.split("\t") for line in _lines("beside_names.tsv")) if name == sort)
    return tuple(words.split()) if " " in words else tuple(words)


@cache
def titles() -> Mapping[str, Sort]:
    """Every title with its sort, a deputy's (副局长) not among them."""
    found: dict[str, Sort] = {}
    for line in _lines("titles.tsv"):
        sort, words = line.split("\t")
        for word in words.split():
            found.setdefault(word, Sort(sort))
    return found


def _lines(name: str) -> Iterator[str]:
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line

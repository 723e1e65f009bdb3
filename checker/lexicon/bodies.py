"""Government bodies: how their names are made, which garbled forms nobody means, and which bodies are no more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

DATA = Path(__file__).parent / "data"


Garble = tuple[str, str]
"""What a garbled name says again, and the name with it said once: 经信信息 says 信息 again, after 经信."""


@dataclass(frozen=True, slots=True)
class Abolished:
    """A body that is no more. After ``until`` it is only told of as past; ``local`` ones stand behind a place."""

    name: str
    local: bool
    until: date
    successor: str


@cache
def garbles() -> Mapping[str, Garble]:
    """Every garbled name that the table makes, without the 委, 局 or 厅 behind it."""
    found: dict[str, Garble] = {
        "市场监管管理": ("管理", "市场监管"),
        "市场监管监督": ("监督", "市场监管"),
    }
    for words, shorts, right in _rows("departments.tsv"):
        for word in words:
            found[word + word] = (word, word)
            found[word + word[-1]] = (word[-1], word)
            found |= {short + word: (word, short) for short in shorts}
        for one, two in pairwise(words):
            found[one + two + two] = (two, one + two)
            found[one + two + two[-1]] = (two[-1], one + two)
        for one, two, three in zip(words, words[1:], words[2:], strict=False):
            found[one + two + two + three] = (two, one + two + three)
        for short in shorts:
            found[short + short] = (short, short)
        for name in right:
            found.pop(name, None)
    return found


Sense = tuple[int, frozenset[str]]
"""The row that a department's name is from, with the words of it that the name says: 住建 says 住房 and 建设."""


@cache
def departments() -> Mapping[str, tuple[Sense, ...]]:
    """What each name of a department says, in full or for short, without the 委, 局 or 厅 behind it."""
    found: dict[str, dict[Sense, None]] = {}
    for row, (words, shorts, _) in enumerate(_rows("departments.tsv")):
        for size in range(1, len(words) + 1):
            for some in combinations(words, size):
                for name in ("".join(some), "和".join(("".join(some[:-1]), some[-1]))):
                    found.setdefault(name, {})[row, frozenset(some)] = None
        for short in shorts:
            found.setdefault(short, {})[row, frozenset(word for word in words if set(word) & set(short))] = None
    return {name: tuple(senses) for name, senses in found.items()}


def says_again(one: str, other: str) -> bool:
    """Whether two names are of one department, and the second says a word that the first has said: 住建, 建设."""
    known = departments()
    return any(
        row == row2 and not words.isdisjoint(words2)
        for row, words in known.get(one, ())
        for row2, words2 in known.get(other, ())
    )


@cache
def abolished() -> Mapping[str, Abolished]:
    """Bodies that are no more, by name."""
    rows = _rows("abolished_bodies.tsv")
    return {
        name: Abolished(name, scope == "local", date.fromisoformat(until), successor)
        for (scope,), (name,), (until,), (successor, *_), *_ in rows
    }


def _rows(file: str) -> Iterator[list[list[str]]]:
    """The rows of a table, each cell split into its words."""
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.split() for cell in line.split("\t")]

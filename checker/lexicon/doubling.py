"""What may and what may not be written twice in a row."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Particle:
    """A character of grammar, with the characters beside a pair of it that make one of the two part of a word."""

    character: str
    before: frozenset[str]
    after: frozenset[str]

    def is_word_with(self, before: str, after: str) -> bool:
        """Whether a pair between these two characters is explained by them, or is a run of three and more."""
        return before in self.before or after in self.after or self.character in (before, after)


@dataclass(frozen=True, slots=True)
class Words:
    """``always``: twice is a slip; ``never``: it is right; ``mostly``: the second may open one of the ``compounds``.

    ``spoken`` ones are right as an answer alone: 没有没有，…. ``vivid`` are adjectives that end in a pair: 赤裸裸.
    """

    always: frozenset[str]
    mostly: frozenset[str]
    never: frozenset[str]
    spoken: frozenset[str]
    compounds: tuple[str, ...]
    vivid: frozenset[str]


@cache
def particles() -> tuple[Particle, ...]:
    """The characters that do not stand twice in a row."""
    rows = (line.split("\t") for line in _lines("doubled_characters.tsv"))
    return tuple(Particle(row[0], frozenset(row[1].split("|")), frozenset(row[2].split("|"))) for row in rows)


@cache
def words() -> Words:
    """The words by what their doubling means."""
    classes: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in _lines("doubled_words.txt"):
        if line.endswith(":"):
            current = classes.setdefault(line[:-1], set())
        else:
            current.update(line.split())
    never = frozenset(classes["never"])
    always, mostly = (frozenset(classes[name]) - never for name in ("always", "mostly"))
    spoken, vivid = (frozenset(classes[name]) for name in ("spoken", "vivid"))
    return Words(always, mostly, never, spoken, tuple(sorted(classes["compounds"])), vivid)


def _lines(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]

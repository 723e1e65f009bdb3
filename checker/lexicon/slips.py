"""Words that are written wrong, each with its right form and with what must or must not stand beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.lexicon import vocabulary

DATA = Path(__file__).parent / "data"
NUMERALS = frozenset("0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿两几数")
REACH = 8
"""No condition looks further than this many characters."""


FREE = frozenset("由曾像于予和与给在到向从对被把让又也都就还说问人大小要会能可不有没无")
"""Characters that are often words of their own."""

PLACES = frozenset("中上下里内外")
"""Characters that say where or in what, behind any noun."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong form and the right one. ``at`` is where they part.

    The conditions are lists of words with ``|`` between them: after ``=`` one of them must stand there, after ``!`` or
    nothing none may. ``#`` is any numeral, ``，`` anything that is no letter, the end of the text too.
    """

    wrong: str
    right: str
    before: str = ""
    after: str = ""

    @property
    def at(self) -> int:
        """The first character in which the two forms differ."""
        return parting(self.wrong, self.right)

    def stands(self, text: str, start: int) -> bool:
        """Whether the wrong form stands there, in a place where it can be nothing else."""
        end = start + len(self.wrong)
        if start < 0 or not text.startswith(self.wrong, start):
            return False
        if not _holds(self.before, text[max(0, start - REACH) : start], -1):
            return False
        return _holds(self.after, text[end : end + REACH], 0) and not self._crosses(text, start)

    def _crosses(self, text: str, start: int) -> bool:
        """Whether two characters belong to two words: 学习贯彻 holds no 习贯, 空气像水 no 气像."""
        if len(self.wrong) != 2 or self.before.startswith("="):
            return False
        if text[start + 1 : start + 3] in vocabulary.ordinary():
            return True
        seldom = vocabulary.seldom()
        if any(text[start + 1 : start + size] in seldom for size in (3, 4)) and self._ends(text, start):
            return True
        return self.wrong[1] in FREE and text[max(0, start - 1) : start + 1] in vocabulary.ordinary()

    def _ends(self, text: str, start: int) -> bool:
        """Whether the first character ends a word, or is one: 执行|亚丁湾, 决赛中|问鼎."""
        if self.wrong[0] in PLACES:
            return True
        words = vocabulary.ordinary()
        return text[max(0, start - 1) : start + 1] in words and text[max(0, start - 2) : start] not in words


def parting(one: str, other: str) -> int:
    """The first place in which two words differ."""
    for at, char in enumerate(one):
        if not other.startswith(char, at):
            return at
    return len(one)


@cache
def slips(table: str) -> Mapping[str, tuple[str, ...]]:
    """The rows of a table by the pair of characters in which they are wrong."""
    rows: dict[str, tuple[str, ...]] = {}
    for line in (DATA / "slips" / f"{table}.txt").read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            key = line[:2]
            if line[2] != " ":
                wrong, _, rest = line.partition(" ")
                at = min(parting(wrong, rest), len(wrong) - 2)
                key = wrong[at : at + 2]
            rows[key] = (*rows.get(key, ()), line)
    return rows


@cache
def forms(table: str) -> frozenset[str]:
    """The wrong forms of a table."""
    return frozenset(slip(row).wrong for rows in slips(table).values() for row in rows)


@cache
def tables() -> tuple[str, ...]:
    """The names of all tables."""
    return tuple(sorted(path.stem for path in (DATA / "slips").glob("*.txt")))


@cache
def slip(row: str) -> Slip:
    """A row of a table."""
    return Slip(*row.split(" "))


def _holds(condition: str, context: str, edge: int) -> bool:
    if not condition:
        return True
    wanted = condition[0] == "="
    near = context[edge] if context else ""
    for word in condition.lstrip("=!").split("|"):
        if word == "#":
            found = near in NUMERALS
        elif word == "，":
            found = not near.isalnum()
        else:
            found = context.endswith(word) if edge else context.startswith(word)
        if found:
            return wanted
    return not wanted

"""Which characters are written for one another: they look alike or they sound alike."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

TABLES = tuple(Path(__file__).parent / "data" / name for name in ("characters.tsv", "given.tsv"))

# Sounds that input methods blur on purpose and dialects do not tell apart.
INITIALS = {"zh": "z", "ch": "c", "sh": "s", "n": "l", "r": "l", "h": "f"}
FINALS = {"ang": "an", "eng": "en", "ing": "in"}


class Likeness(StrEnum):
    """What two characters share; of two names, that their characters stand in another order or one is left out."""

    SHAPE = "shape"
    SOUND = "sound"
    ORDER = "order"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Alike:
    """How easily one is written for the other.

    ``distance`` 1: they differ by a stroke or a part, share the part that gives both their sound, or are read the same
    without tones. 2: they have a radical in common, or sounds that are often mixed up (zh and z, n and l, in and ing, f
    and h). That of words is the sum over their characters.
    """

    distance: int
    kind: Likeness


_Character = tuple[str, frozenset[str], frozenset[str], str]
"""Radical, readings, readings with sounds that are mixed up as one, characters that look like it."""


def alike(one: str, other: str) -> Alike | None:
    """The nearest likeness of two different characters, looks before sounds; None where there is none.

    >>> alike("土", "士")
    Alike(distance=1, kind=<Likeness.SHAPE: 'shape'>)
    >>> alike("赵", "钱") is None
    True
    """
    here, there = _character(one), _character(other)
    if one == other or here is None or there is None:
        return None
    radical, sounds, blurred, looks = here
    radical2, sounds2, blurred2, looks2 = there
    if other in looks or one in looks2:
        return Alike(1, Likeness.SHAPE)
    if sounds & sounds2:
        return Alike(1, Likeness.SOUND)
    if radical and radical == radical2:
        return Alike(2, Likeness.SHAPE)
    return Alike(2, Likeness.SOUND) if blurred & blurred2 else None


def word_alike(one: str, other: str) -> Alike | None:
    """The likeness of two words of one length that differ in one character, or in two that both look alike.

    >>> word_alike("珞璜", "琉璃")
    Alike(distance=3, kind=<Likeness.SHAPE: 'shape'>)
    """
    if len(one) != len(other):
        return None
    pairs = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    if not 1 <= len(pairs) <= 2:
        return None
    found = [alike(mine, theirs) for mine, theirs in pairs]
    known = [likeness for likeness in found if likeness]
    if len(known) < len(pairs) or (len(pairs) == 2 and any(likeness.kind is Likeness.SOUND for likeness in known)):
        return None
    return Alike(sum(likeness.distance for likeness in known), known[0].kind)


def lookalikes(char: str) -> str:
    """The characters that differ from it by a stroke or a part, the likest first."""
    found = _character(char)
    return found[3] if found else ""


def readings(char: str) -> frozenset[str]:
    """How a character is read, without tones: at most two readings, none for what is not in the table."""
    found = _character(char)
    return found[1] if found else frozenset()


@cache
def _rows() -> dict[str, str]:
    return {line[0]: line for table in TABLES for line in table.read_text(encoding="utf-8").splitlines()}


@cache
def _character(char: str) -> _Character | None:
    row = _rows().get(char)
    if row is None:
        return None
    _, radical, sounds, looks = row.split("\t")
    spoken = frozenset(sounds.split())
    return radical, spoken, frozenset(map(_blur, spoken)), looks


def _blur(reading: str) -> str:
    """What a reading becomes where sounds that are mixed up count as one.

    >>> _blur("zhang"), _blur("ning")
    ('zan', 'lin')
    """
    head = next((initial for initial in INITIALS if reading.startswith(initial)), "")
    rest = reading[len(head) :]
    tail = next((final for final in FINALS if rest.endswith(final)), "")
    return INITIALS.get(head, "") + rest[: len(rest) - len(tail)] + FINALS.get(tail, "")

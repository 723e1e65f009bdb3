"""Names with two characters in each other's place: how they read, and where somebody is called so."""

from collections.abc import Iterator

from checker.extraction.name_forms import captioned, name_end, signed, taken, title_before
from checker.extraction.persons import CALLINGS
from checker.lexicon.people import surnames

WHOLE = 3
"""Longer names have no part that is a family name, but for the few families of two characters."""

CLAUSE_EDGES = frozenset("，。；：！？”\n")
LABEL = 6
"""The most characters that 记者 and the gap behind it take."""


def turnings(name: str) -> Iterator[str]:
    """A name with two neighbouring characters turned; of a short one only the given names are.

    >>> list(turnings("方启仁"))
    ['方仁启']
    """
    single, longer = surnames()
    if len(name) < WHOLE or (len(name) == WHOLE and (name[0] not in single or name[:2] in longer)):
        return
    for at in range(len(name) == WHOLE, len(name) - 1):
        other = f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"
        if other != name:
            yield other


def is_called(text: str, at: int) -> bool:
    """Whether somebody of two given names is called here: at a clause's edge or behind what he is, and then acts."""
    shown = any(one.end() == at for one in captioned().finditer(text, max(0, at - LABEL), at + 1))
    if text[at - 1 : at] not in CLAUSE_EDGES and not calling(text, at) and not shown:
        return False
    return name_end(text, at) == at + WHOLE and not _signs(text, at)


def calling(text: str, at: int) -> str:
    """The last two characters of what somebody is said to be directly before his name (堤员 of 巡堤员), if anything."""
    return text[at - 2 : at] if text[at - 1 : at] in CALLINGS or title_before(text, at) else ""


def _signs(text: str, at: int) -> bool:
    """Whether a name stands where those who made the article do, whether or not its form is sure: 李建国 摄."""
    end = at + WHOLE
    while text[end : end + 1] in (" ", "\u3000"):
        end += 1
    return taken().match(text, end) is not None or any(
        one.end() == at for one in signed().finditer(text, max(0, at - LABEL), end)
    )

"""Ordinary words that look or sound like the name of some town: 中心 is no misspelt 中兴."""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "words.txt"


def is_ordinary(word: str) -> bool:
    """Whether the word, of two or three characters, is one that everybody knows.

    >>> is_ordinary("航道"), is_ordinary("士基")
    (True, False)
    """
    return word in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(TABLE.read_text(encoding="utf-8").split())

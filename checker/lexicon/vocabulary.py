"""Ordinary words of two characters, to tell a misspelt word from two words side by side."""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "vocabulary.txt"


@cache
def ordinary() -> frozenset[str]:
    """The words that stand everywhere."""
    return frozenset(TABLE.read_text(encoding="utf-8").split())

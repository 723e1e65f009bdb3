"""Ordinary words of two characters, to tell a misspelt word from two words side by side."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def ordinary() -> frozenset[str]:
    """The words that stand everywhere."""
    return frozenset((DATA / "vocabulary.txt").read_text(encoding="utf-8").split())


@cache
def seldom() -> frozenset[str]:
    """Less common words that begin with the second character of a wrong form: 问鼎, where 中问 stands for 中间."""
    return frozenset((DATA / "seldom.txt").read_text(encoding="utf-8").split())


@cache
def bound() -> frozenset[str]:
    """Characters that end words and hardly are words: twice in a row they are a slip (谨慎慎驾驶)."""
    return frozenset((DATA / "bound.txt").read_text(encoding="utf-8"))

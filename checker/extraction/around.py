"""The words around a number: those of its clause before it, of its sentence before it, and what follows."""

import re

from checker.patterns import pattern
from checker.spans import Span

CLAUSE_END = pattern(r"[，,；;：:。！？!?（）()\n]")
SENTENCE_END = pattern(r"[。！？!?\n]")
CLAUSE, SENTENCE, FOLLOWING = 32, 120, 40
"""How many characters of each are read at most."""


def clause(text: str, at: int) -> Span:
    """What stands before ``at`` in its clause.

    >>> clause("产值120亿元，能耗降低", 11).of("产值120亿元，能耗降低")
    '能耗降低'
    """
    return _back(text, at, CLAUSE, CLAUSE_END)


def sentence(text: str, at: int) -> Span:
    """What stands before ``at`` in its sentence."""
    return _back(text, at, SENTENCE, SENTENCE_END)


def following(text: str, at: int) -> str:
    """What stands behind ``at`` in its clause."""
    end = CLAUSE_END.search(text, at, at + FOLLOWING)
    return text[at : end.start() if end else at + FOLLOWING]


def _back(text: str, at: int, reach: int, mark: re.Pattern[str]) -> Span:
    start = max(0, at - reach)
    for one in mark.finditer(text, start, at):
        start = one.end()
    return Span(start, at)

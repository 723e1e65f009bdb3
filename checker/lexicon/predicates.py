"""Verbs by which a predicate begins, but for those that make one name with the noun behind them: 救助|机构."""

import re
from functools import cache
from pathlib import Path

from checker.lexicon.clauses import any_of
from checker.patterns import one_of, pattern

TABLE = Path(__file__).parent / "data" / "predicates.txt"
LONG = 2
"""Verbs of one character stand inside too many words to part a subject from what is said of it."""


@cache
def predicates() -> re.Pattern[str]:
    """Where what is said of a thing begins: 3家企业|获评…"""
    return pattern(one_of(_words()))


@cache
def verbs() -> re.Pattern[str]:
    """The same without the verbs of one character, and without those that are part of a name: 服务中心, 生产企业."""
    named = f"(?:{any_of('deverbal', 'trade')})(?:{any_of('head')})|(?:{any_of('trade')})(?:{any_of('maker')})"
    return pattern(f"(?!{named}|(?<=[党会团际])组织)(?:{one_of([word for word in _words() if len(word) >= LONG])})")


def _words() -> list[str]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]

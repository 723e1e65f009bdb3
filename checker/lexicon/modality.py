"""What is told as to come, and the verbs by which an event is told as done."""

import re
from functools import cache

from checker.lexicon.tables import rows
from checker.patterns import one_of, pattern


@cache
def planned() -> re.Pattern[str]:
    """A word that says something is only planned, expected or hoped for."""
    return pattern(one_of(word for kind, words in rows("modality.tsv") if kind == "planned" for word in words.split()))


@cache
def done() -> dict[str, frozenset[str]]:
    """For each verb, all verbs that tell the same event."""
    return {
        word: frozenset(words.split())
        for kind, words in rows("modality.tsv")
        if kind != "planned"
        for word in words.split()
    }


@cache
def any_done() -> re.Pattern[str]:
    """Any of those verbs."""
    return pattern(one_of(done()))

"""What is told as to come, and the verbs by which an event is told as done."""

import re
from functools import cache

from checker.lexicon.tables import rows
from checker.patterns import one_of, pattern

WILL = "将(?=[会可再]?(?:达|超|突破|实现|完成|建成|全面|正式|有|是|迎|投|开|通|启|增|升|接|并|落|竣|交))"
"""将 as a word of the future, not as the one that brings an object forward."""


@cache
def planned() -> re.Pattern[str]:
    """A word that says something is only planned, expected or hoped for."""
    words = one_of(word for kind, words in rows("modality.tsv") if kind == "planned" for word in words.split())
    return pattern(f"{words}|{WILL}")


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

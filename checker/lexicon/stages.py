"""The stages that works, bodies and people go through, by the verbs that tell them."""

import re
from functools import cache

from checker.lexicon.tables import rows
from checker.patterns import one_of, pattern


@cache
def stages() -> dict[str, dict[str, int]]:
    """For each verb, the rank it has in each chain."""
    found: dict[str, dict[str, int]] = {}
    for chain, rank, words in rows("stages.tsv"):
        for word in words.split():
            found.setdefault(word, {})[chain] = int(rank)
    return found


@cache
def verb() -> re.Pattern[str]:
    """Any of the verbs."""
    return pattern(one_of(stages()))

"""All that texts are searched for by pairs of characters."""

from functools import cache

from checker.lexicon import idioms, slips


@cache
def keys() -> frozenset[str]:
    """The pairs by which idioms, set phrases and slips are entered."""
    return frozenset().union(idioms.idioms(), idioms.phrases(), *map(slips.slips, slips.tables()))

"""One target told with another promise: 增长5%以上 in the headline, 增长5%左右 in the text.

Some true value prints as both, so that nothing contradicts; but what is aimed at as the least there, and as about so
much here, are two targets.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Hedge
from checker.relations.naming import pairs
from checker.relations.repeated.mentions import Mention

TARGET = pattern("目标|力争|预期")
ABOUT, LEAST = frozenset({Hedge.ABOUT}), frozenset({Hedge.AT_LEAST, Hedge.OVER})
FEW = 40
"""So many targets of an article are looked at."""


def told_apart(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The headline's target with the one of the same value that the body has, where the one is the least."""
    aims = [one for one in mentions if one.quantity.hedges and TARGET.search(one.sentence)][:FEW]
    for title in [one for one in aims if one.title]:
        same = [one for one in aims if not one.title and one.key[:2] == title.key[:2] and one.size == title.size]
        if not same or any(_way(one) == _way(title) for one in same) or not _way(title):
            continue
        named = [one for one in same if _way(one) and pairs(one.sentence) & pairs(title.sentence)]
        if named:
            yield title, named[0]


def _way(one: Mention) -> str:
    """Whether it is promised about so much, or at least so much; empty for anything else."""
    hedges = frozenset(one.quantity.hedges)
    return "about" if hedges & ABOUT else "least" if hedges & LEAST else ""

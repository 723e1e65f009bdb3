"""Places in places, and bodies named behind their seats: 云岭省|青州市, 青州|云图科技, 南岭市|一中."""

import re
from functools import cache

from checker.extraction.bodies import NOT_IN_NAMES, is_general
from checker.extraction.whereabouts import REGIONS, Whereabouts
from checker.lexicon.clauses import any_of
from checker.lexicon.organisations import endings
from checker.lexicon.speech import tagged
from checker.lexicon.words import is_ordinary
from checker.patterns import one_of, pattern

COMMON = frozenset(("n", "a", "b", "d", "t", "v", "vn", "s", "ad", "an", "i", "l", "j"))
"""The dictionary's tags of words that name nobody by themselves."""

MOST = 4
"""So many places make one address."""

CLOSED = frozenset(("m", "p", "d", "r", "c", "f", "q", "u", "t"))
"""Those of single characters that no name has."""

SORTS = pattern("业|类|产业|行业|产品|领域|项目|设备|技术|市场|制造|板块|人才")


def seated(places: Whereabouts, at: int, end: int) -> int:
    """Where a name ends that goes on behind the place at an offset: a place in it, a body there; ``at`` where none."""
    here, told = at, 0
    while told < MOST and (found := places.opening(here, end)[1]) and here + len(found) < end:
        here, told = here + len(found), told + 1
    match = _bodies().match(places.text, here, end) if told else None
    if match and match.end() < end and not SORTS.match(places.text, match.end()) and _is_body(match):
        return match.end()
    return here if told > 1 and places.text[here] not in REGIONS else at


@cache
def _bodies() -> re.Pattern[str]:
    """Bodies behind their seats: by numbers, by what they serve, by a firm's name."""
    firms = one_of(endings("trade") | endings("firm"))
    return pattern(
        f"{any_of('seated')}|[一二三四五六七八九十]{{1,2}}(?:中|小|院)(?![国心型学间区组时年天央])"
        f"|(?P<service>[一-鿿]{{2,3}})(?:公司|集团)|(?P<stem>[一-鿿]{{2,3}}?)(?:{firms})"
    )


def _is_body(match: re.Match[str]) -> bool:
    """Whether words behind a place name a body there: what all such bodies serve (供水|公司), or a firm's own name."""
    if match["service"] is not None:
        known = all(len(word) > 1 for word, _ in tagged(match["service"], unknown=False))
        return known and not is_general(match["service"])
    return match["stem"] is None or _is_name(match["stem"])


def _is_name(stem: str) -> bool:
    """Whether the words before what a firm deals in are its name: 云图|科技, and no sort of firms: 特色|农业."""
    if NOT_IN_NAMES & set(stem) or is_ordinary(stem):
        return False
    return not any(tag in (COMMON if len(word) > 1 else CLOSED) for word, tag in tagged(stem, unknown=False))

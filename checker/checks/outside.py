"""outside: a county or city under a province or city that it does not lie in: 浙江省昆山市.

Districts are left alone: zones are called so for short, and many that are gone have names that others bear.
"""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.checks.region_names import CHAIN, above
from checker.extraction.article import Article
from checker.findings import Hit
from checker.gazetteer import Gazetteer, Place
from checker.lexicon.renamed import renamed
from checker.spans import Span

SORTS = "县市旗"
SHORTEST, HEIRS = 3, "区市"

SPLIT = frozenset({("51", "50"), ("44", "46")})
"""Provinces that others were part of: 重庆 of 四川 until 1997, 海南 of 广东 until 1988."""

MOVED = frozenset({("340422", "341500"), ("340722", "340800"), ("510185", "512000"), ("220184", "220300")})
"""Counties with the city that they lay in before: 寿县 (2015), 枞阳 (2016), 简阳 (2016), 公主岭 (2020)."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every name that is a place's, none of which lies in what stands before it."""
    gazetteer = Gazetteer.load()
    for found in CHAIN.finditer(article.text):
        name = found["name"]
        codes = gazetteer.full_names.get(name, ()) if name[-1] in SORTS and len(name) >= SHORTEST else ()
        upper = above(article.text, found.end(), gazetteer) if codes and name not in renamed() else None
        if upper is None or upper.name == name:
            continue
        places = [one for one in gazetteer.divisions(codes) if one.level is not upper.level]
        if places and not any(_may_lie_in(upper, one, gazetteer) for one in (*places, *_heirs(name, gazetteer))):
            right = next((one.name for one in gazetteer.ancestors(places[0]) if one.level is upper.level), "")
            data = {"name": name, "beside": upper.name, "right": right or next(gazetteer.ancestors(places[0])).name}
            yield Hit(Span(*found.span("name")), data, cause=f"{upper.name} {name}")


def _heirs(name: str, gazetteer: Gazetteer) -> Iterator[Place]:
    """The districts and cities that counties of such a name became: 江西省东乡县 is 东乡区 since 2016."""
    for sort in HEIRS:
        yield from gazetteer.divisions(gazetteer.full_names.get(name[:-1] + sort, ()))


def _may_lie_in(upper: Place, place: Place, gazetteer: Gazetteer) -> bool:
    """Whether the place lies in the one above, or did within memory."""
    moved = (upper.code[:2], place.code[:2]) in SPLIT or (place.code, upper.code) in MOVED
    return moved or gazetteer.contains(upper, place)


KIND = Kind(check, frozenset({"name", "right", "beside"}))

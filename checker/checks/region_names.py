"""region: a county, city or province one character off, told by the place that stands before or behind it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.gazetteer import Gazetteer, Level, Place
from checker.lexicon.alike import word_alike
from checker.lexicon.renamed import renamed
from checker.patterns import pattern
from checker.spans import Span

CHAIN = pattern("[省区市州盟](?=(?P<name>[\u4e00-\u9fff]{2,4}?[县市区旗](?![域场民间段块]|级(?!市))))")
PROVINCE = pattern("(?P<stem>[\u4e00-\u9fff]{2})(?P<type>省)(?P<behind>[\u4e00-\u9fff]{2,4}?[市州县区])")
LONGEST_ABOVE = 11
# Zones and parts of cities are no divisions: 成都市高新区, 济南市市中心区.
ZONES = frozenset(
    "高新 经开 开发 保税 综保 自贸 示范 试验 实验 工业 产业 新城 主城 中心 市辖 所辖 下辖".split()  # noqa: SIM905
)


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """湖南省郴洲市: the province has no 郴洲市, and it has 郴州市."""
    text = article.text
    gazetteer = Gazetteer.load()
    for found in CHAIN.finditer(text):
        name = found["name"]
        if name[:-1] not in ZONES and (above := _above(text, found.end(), gazetteer)):
            below = _descendants(above, name[-1])
            yield from _hits(Span(*found.span("name")), name, below, above.name, gazetteer)
    for found in PROVINCE.finditer(text):
        name = found["stem"] + found["type"]
        inside = {above.name for place in gazetteer.named(found["behind"]) for above in gazetteer.ancestors(place)}
        below = tuple(one for one in _provinces() if one.name in inside)
        yield from _hits(Span(found.start(), found.end("type")), name, below, found["behind"], gazetteer)


def _hits(span: Span, name: str, places: Iterable[Place], beside: str, gazetteer: Gazetteer) -> Iterator[Hit]:
    """At most one, where the name is nobody's and is that of one of these places but for one character."""
    if name in gazetteer.full_names or name in renamed():
        return
    near = sorted(
        (str(likeness.kind), place.code, place.name)
        for place in places
        if (likeness := word_alike(name[:-1], place.name[:-1])) and likeness.distance == 1
    )
    if not near or gazetteer.towns_named(name[:-1]):
        return
    kind, _, right = near[0]
    fixes = tuple(Proposal("right", (Edit(span, one),), {"right": one}) for _, _, one in near[:3])
    data = {"name": name, "right": right, "beside": beside}
    yield Hit(span, data, proposals=fixes, variant=kind, cause=f"{name} {right}")


def _above(text: str, end: int, gazetteer: Gazetteer) -> Place | None:
    """The province or city whose full name ends here."""
    for length in range(min(LONGEST_ABOVE, end), 1, -1):
        codes = gazetteer.full_names.get(text[end - length : end])
        if codes:
            places = gazetteer.divisions(codes)
            return places[0] if len(places) == 1 and places[0].level is not Level.COUNTY else None
    return None


@lru_cache(maxsize=64)
def _descendants(above: Place, sort: str) -> tuple[Place, ...]:
    """The cities and counties inside a place whose names end in this type."""
    gazetteer = Gazetteer.load()
    below = [one for one in gazetteer.children(above) if one.level is not Level.TOWN]
    lower = [low for one in below if one.level is Level.PREFECTURE for low in gazetteer.children(one)]
    return tuple(one for one in (*below, *lower) if one.level is not Level.TOWN and one.name[-1] == sort)


@lru_cache(maxsize=1)
def _provinces() -> tuple[Place, ...]:
    gazetteer = Gazetteer.load()
    codes = {code for found in gazetteer.full_names.values() for code in found if code.endswith("0000")}
    return gazetteer.divisions(sorted(codes))


KIND = Kind(
    check,
    frozenset({"name", "right", "beside"}),
    variants=frozenset({"shape", "sound"}),
    fixes=frozenset({"right"}),
)

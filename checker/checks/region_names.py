"""region: a county, city or province one character off, told by the place beside it or by the article's own places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.gazetteer import Gazetteer, Level, Place
from checker.lexicon.alike import word_alike
from checker.lexicon.renamed import renamed
from checker.patterns import led, one_of, pattern
from checker.spans import Span

SHORT = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|"
    "陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|重庆"
)
CHAIN = pattern(
    led(
        "省区市州盟河山辽吉黑江浙安福湖广海四贵云陕甘青内西宁新重",
        f"(?:[省区市州盟]|{SHORT})(?=(?P<name>[\u4e00-\u9fff]{{2,4}}?[县市区旗](?![域场民间段块]|级(?!市))))",
    )
)
PROVINCE = pattern("省(?=(?P<behind>[\u4e00-\u9fff]{2,4}?[市州县区]))")
CITY = pattern("市(?=(?P<behind>[\u4e00-\u9fff]{2,4}?[县区市旗](?![域场民间段块长委政])))")
COUNTY = pattern("[县市区旗](?=(?P<town>[\u4e00-\u9fff]{2,4}?(?:镇|乡(?![村镇])|街道)))")
NO_WORD = "(?![域场民间段块长委政]|级(?!市))"
LONGEST_ABOVE = 11
MOST_IN_SIGHT = 60
"""An article that speaks of more counties than this is about none of them."""

# Zones and parts of cities are no divisions: 成都市高新区, 济南市市中心区.
ZONES = frozenset(
    "高新 经开 开发 保税 综保 自贸 示范 试验 实验 工业 产业 新城 主城 中心 市辖 所辖 下辖".split()  # noqa: SIM905
)


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """湖南省郴洲市: the province has no 郴洲市, and it has 郴州市."""
    gazetteer = Gazetteer.load()
    for span, places, beside in (
        *_inside(article.text, gazetteer),
        *_around(article.text, gazetteer),
        *_before_county(article.text, gazetteer),
        *_before_town(article.text, gazetteer),
    ):
        yield from _hits(span, span.of(article.text), places, beside, gazetteer)
    yield from _in_sight(article, gazetteer)


def _in_sight(article: Article, gazetteer: Gazetteer) -> Iterator[Hit]:
    """桃园县 where the article speaks of 桃源县 or of the city that it lies in: no place has that name."""
    where = article.localities
    places = {one.name: one for one in (*where.in_cities, *where.counties) if len(one.name) > 2}
    if not places or len(places) > MOST_IN_SIGHT:
        return
    for found in pattern(one_of(shape for name in sorted(places) for shape in _shapes(name))).finditer(article.text):
        name, end = found[0], found.end()
        longer = (article.text[end - length : end] for length in range(len(name) + 1, LONGEST_ABOVE))
        if name in places or any(one in gazetteer.full_names for one in longer):
            continue
        alike = [one for one in places.values() if one.name[-1] == name[-1]]
        for hit in _hits(Span(*found.span()), name, alike, name, gazetteer):
            yield replace(hit, variant=f"{hit.variant}-here")


def _shapes(name: str) -> Iterator[str]:
    """A name of a county with any other character for one of it, as patterns."""
    for at in range(len(name) - 1):
        yield f"{name[:at]}[\u4e00-\u9fff]{name[at + 1 :]}{NO_WORD}"


Suspect = tuple[Span, Iterable[Place], str]
"""A name, the places that it may be meant for, and what stands beside it."""


def _inside(text: str, gazetteer: Gazetteer) -> Iterator[Suspect]:
    """Names after the place that they lie in."""
    for found in CHAIN.finditer(text):
        name = found["name"]
        if name not in gazetteer.full_names and name[:-1] not in ZONES:
            upper = above(text, found.end(), gazetteer)
            if upper:
                yield Span(*found.span("name")), _descendants(upper, name[-1]), upper.name


def _around(text: str, gazetteer: Gazetteer) -> Iterator[Suspect]:
    """Names of provinces before a place in them."""
    for found in PROVINCE.finditer(text):
        span = Span(max(0, found.start() - 2), found.end())
        if span.of(text) not in gazetteer.full_names:
            inside = {above.code for one in gazetteer.named(found["behind"]) for above in gazetteer.ancestors(one)}
            yield span, gazetteer.divisions(code for code in inside if code.endswith("0000")), found["behind"]


def _before_county(text: str, gazetteer: Gazetteer) -> Iterator[Suspect]:
    """Names of cities before a county in them: 毫州市利辛县."""
    for found in CITY.finditer(text):
        end = found.end()
        names = [text[end - length : end] for length in range(3, min(LONGEST_ABOVE, end) + 1)]
        if any(name in gazetteer.full_names or name in renamed() for name in names):
            continue
        counties = [one for one in gazetteer.named(found["behind"]) if one.name == found["behind"]]
        above = {up.code for one in counties for up in gazetteer.ancestors(one)}
        cities = list(gazetteer.divisions(code for code in above if code.endswith("00") and not code.endswith("0000")))
        for name in names[:3] if cities else ():
            yield Span(end - len(name), end), [one for one in cities if one.name[-1] == "市"], found["behind"]


def _before_town(text: str, gazetteer: Gazetteer) -> Iterator[Suspect]:
    """Names of counties before a town in them: 仁杯市茅台镇."""
    for found in COUNTY.finditer(text):
        end = found.end()
        names = [text[end - length : end] for length in range(2, min(LONGEST_ABOVE, end) + 1)]
        if any(name in gazetteer.full_names or name in renamed() for name in names):
            continue
        towns = gazetteer.towns_named(found["town"])
        counties = gazetteer.divisions({town.parent for town in towns if town.parent and town.name == found["town"]})
        for name in names[1:4]:
            yield Span(end - len(name), end), [one for one in counties if one.name[-1] == name[-1]], found["town"]


def _hits(span: Span, name: str, places: Iterable[Place], beside: str, gazetteer: Gazetteer) -> Iterator[Hit]:
    """At most one, where the name is nobody's and is that of one of these places but for one character."""
    if name in gazetteer.full_names or name in renamed():
        return
    near = sorted(
        (str(likeness.kind), place.code, place.name)
        for place in places
        if (likeness := word_alike(name[:-1], place.name[:-1])) and likeness.distance == 1
    )
    if not near or any(town.code[:2] == near[0][1][:2] for town in gazetteer.towns_named(name[:-1])):
        return
    kind, _, right = near[0]
    fixes = tuple(Proposal("right", (Edit(span, one),), {"right": one}) for _, _, one in near[:3])
    data = {"name": name, "right": right, "beside": beside}
    yield Hit(span, data, proposals=fixes, variant=kind, cause=f"{name} {right}")


def above(text: str, end: int, gazetteer: Gazetteer) -> Place | None:
    """The province or city whose full name ends here, or the province by its short name."""
    for length in range(min(LONGEST_ABOVE, end), 1, -1):
        places = gazetteer.named(text[end - length : end])
        upper = [one for one in places if one.level is Level.PROVINCE or text[end - 1] == one.name[-1]]
        if upper:
            return upper[0] if len(upper) == 1 and upper[0].level is not Level.COUNTY else None
    return None


@lru_cache(maxsize=64)
def _descendants(above: Place, sort: str) -> tuple[Place, ...]:
    """The cities and counties inside a place whose names end in this type."""
    gazetteer = Gazetteer.load()
    below = [one for one in gazetteer.children(above) if one.level is not Level.TOWN]
    lower = [low for one in below if one.level is Level.PREFECTURE for low in gazetteer.children(one)]
    return tuple(one for one in (*below, *lower) if one.level is not Level.TOWN and one.name[-1] == sort)


KIND = Kind(
    check,
    frozenset({"name", "right", "beside"}),
    variants=frozenset({"shape", "sound", "shape-here", "sound-here"}),
    fixes=frozenset({"right"}),
)

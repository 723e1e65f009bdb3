"""round-up: a title that counts or lists what the sections visit, and the sections visit others (四校记)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.kind import Kind, Params
from checker.checks.listed import key, listing, named_sections, words
from checker.document import Block, BlockKind, Document, Section
from checker.extraction.article import Article
from checker.extraction.stems import sort_of, stems
from checker.findings import Hit, Related, Verdict
from checker.patterns import pattern
from checker.readers.markers import ordinal
from checker.relations.record import Relation
from checker.spans import Span

SORTS = {"校": "school", "厂": "firm", "企": "firm", "院": "clinic", "馆": "library", "队": "team", "场": "farm"}
PLACES = {"镇": "town", "镇街": "town", "乡": "town", "乡镇": "town", "村": "village", "县": "district"}
"""What a title's short word counts, as the sorts of names are called."""

CALLED = {
    "校": "学校|小学|中学|校园|校",
    "厂": "企业|工厂|厂家|公司|厂子|厂",
    "企": "企业|工厂|厂家|公司|企",
    "院": "医院|卫生院|医疗机构|医疗单位",
    "馆": "图书馆|博物馆|文化馆|书店|场馆|馆",
    "队": "队伍|支队|大队|球队|队",
    "场": "农场|林场|茶场|牧场|场",
    "镇": "乡镇|镇街|镇",
    "镇街": "镇街|镇|街道",
    "乡": "乡镇|乡",
    "乡镇": "乡镇|镇|乡",
    "村": "村子|村",
    "县": "县",
}
"""What the text calls them where it counts them too."""

DIGIT = "[两二三四五六七八九]"
COUNT = pattern(
    f"(?<![零〇一二三四五六七八九十百千万第几数0-9])(?P<number>{DIGIT})(?:[所家座支个])?"
    "(?P<unit>镇街|乡镇|[校厂企院馆队场镇乡村县])(?![长友区园服务房业士景子员医学庆民支官域级府委市])"
)
ROUND_UP = pattern(
    ".{0,6}?(?:见闻|走笔|手记|纪行|纪事|巡礼|走访|探访|印象|札记|采访|走马|蹲点|观察|速写|行记|记(?!者)|行(?=[：:\\s]|$))"
)
"""What shows that a title counts the places that its sections visit; 五镇联动 may be told of in two."""

ITEM = "[\u4e00-\u9fff]{2,7}?"
NAMES = f"(?P<list>{ITEM}(?:、{ITEM})+)[、和与及](?P<last>{ITEM})"
TITLE_LIST = pattern(f"(?<![\u4e00-\u9fff、]){NAMES}(?=[：:，,\\s—]|的?{DIGIT})")
LEAD_LIST = pattern(f"(?:走进|走访|探访|来到|前往|奔赴)了?{NAMES}(?:等?地)?(?=[，,。]|的?{DIGIT})")
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Visited:
    """A count in the title, the number it says, the names of what the sections visit, and where the text counts too."""

    span: Span
    number: int
    names: tuple[Span, ...]
    told: Span | None = None


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """A count that is not that of the sections, and a name in a list that has no section where all others have one."""
    document = article.document
    one = _visited(document)
    if one and one.number != len(one.names):
        data = {"found": words(document, one.span), "working": _working(document, one)}
        related = (Related(one.told, "told"),) if one.told else ()
        yield Hit(one.span, data, (*related, *(Related(name, "section") for name in one.names)), variant="count")
    for span, section in _unvisited(document):
        name = section.heading.name
        related = (Related(name, "section"),) if name else ()
        data = {"found": words(document, span), "working": words(document, name)}
        yield Hit(span, data, related, variant="named")


def account(article: Article, _params: Params) -> Iterator[Relation]:
    """The title's count that the sections bear out."""
    document = article.document
    one = _visited(document)
    if one and one.number == len(one.names):
        working = f"标题说“{words(document, one.span)}”，正文{_working(document, one)}，一致"
        yield listing(document, one.names, Verdict.CONSISTENT, working, None)


def _working(document: Document, one: Visited) -> str:
    names = "、".join(words(document, name) for name in one.names)
    return f"写了{len(one.names)}处（{names}）" + (f"，也说“{words(document, one.told)}”" if one.told else "")


def _visited(document: Document) -> Visited | None:
    """The title's one count of schools, firms and the like, where every section is of one of them.

    That is told by the sections' names, or by the text, which counts as many of them as there are sections and never
    as many as the title.
    """
    title = document.title
    if not title or len(document.sections) < 2:
        return None
    counts = list(COUNT.finditer(document.text, title.span.start, title.span.end))
    if len(counts) != 1 or any(one.span.covers(Span(*counts[0].span())) for one in document.quotations):
        return None
    found, number = counts[0], _value(counts[0]["number"])
    span = Span(*found.span())
    sort = PLACES.get(found["unit"])
    if sort and not ROUND_UP.match(document.text, found.end(), title.span.end):
        return None
    names = _of_sort(document, sort or SORTS[found["unit"]])
    if names and not (sort and number == _ending(document, names, found["unit"]) != len(names)):
        return Visited(span, number, names)
    places = tuple(one.heading.name for one in named_sections(document) if one.heading.name)
    told = list(_counted(document, found["unit"], title))
    same = [one for one, value in told if value == len(places)]
    if len(places) >= FEWEST and same and all(value != number for _, value in told):
        return Visited(span, number, places, same[0])
    return None


def _ending(document: Document, names: Sequence[Span], unit: str) -> int:
    """How many of the names have the title's word itself: of three 镇 and a 街道 three."""
    return sum(words(document, one).endswith(unit) for one in names)


def _value(word: str) -> int:
    return 2 if word == "两" else ordinal(word) or 0


def _of_sort(document: Document, sort: str) -> tuple[Span, ...]:
    """The names of all sections, if all are names of this sort and of as many things."""
    found: list[Span] = []
    for section in document.sections:
        name = next((one for one in stems(document.text, section.heading) if sort_of(one) == sort), "")
        if not name:
            return ()
        start = document.text.find(name, section.heading.span.start, section.heading.span.end)
        found.append(Span(start, start + len(name)))
    return tuple(found) if len({words(document, one) for one in found}) == len(found) else ()


def _counted(document: Document, unit: str, title: Block) -> Iterator[tuple[Span, int]]:
    """Every count of the same things in the text."""
    shape = pattern(f"(?P<number>{DIGIT})[所家座个支](?:[\u4e00-\u9fff]{{0,4}}?(?:{CALLED[unit]}))")
    for found in shape.finditer(document.text, title.span.end):
        yield Span(*found.span()), _value(found["number"])


def _unvisited(document: Document) -> Iterator[tuple[Span, Section]]:
    """The one name of a list in the title or the lead that the text has nowhere else, and the section that it lacks."""
    sections = named_sections(document)
    keys = {key(words(document, one.heading.name)): one for one in sections}
    if len(sections) < FEWEST or len(keys) != len(sections):
        return
    for items in _lists(document, sections[0].heading.span.start):
        if len(items) != len(sections):
            continue
        strange = [one for one in items if key(words(document, one)) not in keys]
        rest = keys.keys() - {key(words(document, one)) for one in items}
        if len(strange) == len(rest) == 1 and document.text.count(key(words(document, strange[0]))) == 1:
            yield strange[0], keys[rest.pop()]
            return


def _lists(document: Document, end: int) -> Iterator[Sequence[Span]]:
    """The names that the title lists, and those that the lead goes to."""
    for block in document.blocks:
        if block.span.start >= end:
            return
        shape = TITLE_LIST if block.kind is BlockKind.TITLE else LEAD_LIST
        for found in shape.finditer(document.text, block.span.start, block.span.end):
            yield list(_items(found))


def _items(found: re.Match[str]) -> Iterator[Span]:
    start = found.start("list")
    for item in found["list"].split("、"):
        yield Span(start, start + len(item))
        start += len(item) + 1
    yield Span(*found.span("last"))


KIND = Kind(
    check,
    frozenset({"found", "working"}),
    account=account,
    variants=frozenset({"count", "named"}),
    notes=frozenset({"section", "told"}),
)

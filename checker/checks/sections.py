"""sections: headings numbered out of turn, a title that counts the sections wrongly, bylines in another order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.kind import Kind, Params
from checker.checks.listed import (
    KIND_OF_PLACE,
    key,
    like,
    listing,
    named_sections,
    places_of,
    repeated,
    run_of,
    slips,
    style,
    words,
)
from checker.document import Block, BlockKind, Document, Section
from checker.extraction.article import Article
from checker.findings import Hit, Related, Verdict
from checker.patterns import pattern
from checker.readers.markers import ordinal
from checker.relations.record import Operand, Relation
from checker.spans import Span

PLACES = "区县|市县|区市|县市|县区|区|县|市|旗|州|盟|镇|乡|村|街道|社区|口岸|地"
COUNT = pattern(
    "(?<![零〇一二三四五六七八九十百千万第0-9])"
    "(?P<number>[两二三四五六七八九]|十[一二三四五六七八九]?|[2-9]|1[0-9])(?:大|个|座)?"
    f"(?P<unit>{PLACES}|样本|案例|故事|镜头|片段|现场)(?![农川方区州化一级长])"
)
EXACT = frozenset("区县市旗州盟镇乡村")
EXTRACT = pattern("节选|摘要|摘编|摘登")


@dataclass(frozen=True, slots=True)
class Count:
    """How many sections a title speaks of: ``八区`` is 8 of ``区``."""

    span: Span
    number: int
    unit: str


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every heading out of its turn, a count in the title that the sections belie, bylines that change places."""
    document = article.document
    yield from _numbering(document)
    count, sections = _counted(article)
    if count and count.number != len(sections):
        names = [section.heading.name for section in sections if section.heading.name]
        data = {"found": words(document, count.span), "working": _listed(document, sections)}
        yield Hit(count.span, data, tuple(Related(name, "section") for name in names), variant="count")
    yield from _bylines(document)


def account(article: Article, _params: Params) -> Iterator[Relation]:
    """What was compared: the title's count, the numbers of headings, the order of the bylines."""
    document = article.document
    count, sections = _counted(article)
    if count:
        agrees = count.number == len(sections)
        names = [section.heading.name for section in sections if section.heading.name]
        stated = Operand("count", count.span, str(count.number), count.unit)
        working = f"标题说“{words(document, count.span)}”，正文{_listed(document, sections)}" + "，一致" * agrees
        yield listing(document, names, Verdict.CONSISTENT if agrees else Verdict.INCONSISTENT, working, stated)
    for siblings in _numbered(document):
        if len(siblings) > 1 and not list(slips(siblings)):
            markers = [words(document, block.marker) for block in siblings]
            spans = [block.marker for block in siblings if block.marker]
            working = f"小标题{run_of(markers)}连号，无缺无重"
            yield listing(document, spans, Verdict.CONSISTENT, working, None)
    yield from _ordered(document)


def _listed(document: Document, sections: Sequence[Section]) -> str:
    names = "、".join(words(document, section.heading.name) for section in sections)
    return f"有{len(sections)}个栏目（{names}）"


def _numbered(document: Document) -> Iterator[list[Block]]:
    """Headings numbered side by side: of one level and one style, nothing further out between them."""
    running: dict[int, list[Block]] = {}
    for block in document.of_kind(BlockKind.HEADING):
        for level in [one for one in running if one > block.level]:
            yield running.pop(level)
        if not block.marker or not block.ordinal:
            continue
        siblings = running.setdefault(block.level, [])
        same = siblings and style(words(document, siblings[-1].marker)) == style(words(document, block.marker))
        if siblings and (not same or (block.ordinal == 1 and siblings[-1].ordinal != 1)):
            yield siblings
            running[block.level] = siblings = []
        siblings.append(block)
    yield from running.values()


def _numbering(document: Document) -> Iterator[Hit]:
    """Headings out of turn. A number that opens a paragraph in between is not missing.

    Extracts leave tables and whole parts out and page programs shuffle them, so a gap or another order is only ever
    asked about, and not where the title says that it is an extract or the numbers begin in the middle.
    """
    title = words(document, document.title.span if document.title else None)
    inline: set[tuple[str, int]] = set()
    for block in document.of_kind(BlockKind.PARAGRAPH):
        if block.marker and block.ordinal:
            inline.add((style(words(document, block.marker)), block.ordinal))
    for siblings in _numbered(document):
        extract = siblings[0].ordinal != 1 or EXTRACT.search(title)
        for slip in slips(siblings):
            marker = words(document, slip.block.marker)
            missing = [one for one in slip.missing if (style(marker), one) not in inline]
            mixed = len(missing) < len(slip.missing)
            excused = not slip.before or (slip.sort != "repeated" and (mixed or extract))
            if not excused and slip.block.marker and slip.before and slip.before.marker:
                before = words(document, slip.before.marker)
                lacking = "、".join(like(marker, one).strip("、.．") for one in missing)
                working = f"{before.strip('、.．')}之后是{marker.strip('、.．')}" + (
                    f"，缺{lacking}" if lacking else ""
                )
                related = (Related(slip.before.marker, "before"),)
                data = {"found": marker, "working": working}
                yield Hit(slip.block.marker, data, related, variant=slip.sort, doubtful=slip.sort != "repeated")


def _counted(article: Article) -> tuple[Count | None, tuple[Section, ...]]:
    """The title's count of the sections and the sections that it counts; None where the two need not agree.

    The sections must each be named for a place (the gazetteer knows them, or their names say so) of the title's sort,
    and each once. Of several counts in a title one that agrees is enough.
    """
    document = article.document
    sections = named_sections(document)
    names = [words(document, section.heading.name) for section in sections]
    known = {topic.section.heading.span for topic in article.topics} if sections else set()
    are_places = all(
        section.heading.span in known or KIND_OF_PLACE.search(name)
        for section, name in zip(sections, names, strict=True)
    )
    if not sections or not are_places or repeated([key(name) for name in names]):
        return None, ()
    counts = [count for count in _counts(document) if _fits(count, names)]
    agreeing = [count for count in counts if count.number == len(sections)]
    if agreeing or len(counts) == 1:
        return (agreeing or counts)[0], sections
    return None, ()


def _counts(document: Document) -> Iterator[Count]:
    """The counts in the main title, but for those inside quotation marks (“三个作用”)."""
    title = document.title
    if not title:
        return
    quoted = [one.span for one in document.quotations if title.span.covers(one.span)]
    for found in COUNT.finditer(document.text, title.span.start, title.span.end):
        span = Span(*found.span())
        number = 2 if found["number"] == "两" else ordinal(found["number"])
        if number and not any(one.covers(span) for one in quoted):
            yield Count(span, number, found["unit"])


def _fits(count: Count, names: Sequence[str]) -> bool:
    """Whether a count of this unit can be a count of these places: 三县 does not count a 区."""
    if count.unit not in EXACT:
        return True
    return all(name[-1] == count.unit or not KIND_OF_PLACE.search(name) for name in names)


def _signed(document: Document) -> tuple[tuple[Section, ...], list[Block], list[int | None]]:
    """The named sections, the bylines at the end that stand for them one by one, and the section each is named for.

    A desk that is named for no section (a paper's own name) is passed over.
    """
    sections = named_sections(document)
    inside = {block.span for section in document.sections for block in section.blocks}
    last = document.sections[-1].span.end if document.sections else 0
    bylines = [
        block for block in document.of_kind(BlockKind.BYLINE) if block.span not in inside and block.span.start >= last
    ]
    places = places_of(document, sections, bylines)
    if len(bylines) != len(sections) or sum(place is not None for place in places) < 3:
        return (), [], []
    return sections, bylines, places


def _bylines(document: Document) -> Iterator[Hit]:
    """The first byline that does not stand where its section does, where there is one for each."""
    sections, bylines, places = _signed(document)
    for index, (block, place) in enumerate(zip(bylines, places, strict=True)):
        if place is not None and place != index and block.name:
            heading = sections[place].heading
            related = (Related(heading.name, "section"),) if heading.name else ()
            data = {"found": words(document, block.name), "working": words(document, heading.name)}
            yield Hit(block.name, data, related, variant="bylines", doubtful=True)
            return


def _ordered(document: Document) -> Iterator[Relation]:
    sections, bylines, places = _signed(document)
    named = [block.name for block in bylines if block.name]
    if sections and all(place is None or place == index for index, place in enumerate(places)):
        known = sum(place is not None for place in places)
        working = f"署名{len(bylines)}行，与{len(sections)}个栏目同数；{known}行带地名，次序与栏目一致"
        spans = [*named, *(section.heading.name for section in sections if section.heading.name)]
        yield listing(document, spans, Verdict.CONSISTENT, working, None)


KIND = Kind(
    check,
    frozenset({"found", "working"}),
    account=account,
    variants=frozenset({"gap", "repeated", "order", "count", "bylines"}),
    notes=frozenset({"before", "section"}),
)

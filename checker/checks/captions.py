"""captions: numbers left out or given twice, and captions that do not fit the sections they belong to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.checks.kind import Kind, Params
from checker.checks.listed import (
    Slip,
    filed,
    like,
    listing,
    named_sections,
    places_of,
    run_of,
    slips,
    style,
    words,
)
from checker.document import Block, BlockKind, Document, Section
from checker.extraction.article import Article
from checker.extraction.captioned import exchanged
from checker.extraction.miscaptioned import miscaptioned
from checker.findings import Hit, Related, Verdict
from checker.patterns import pattern
from checker.relations.record import Relation
from checker.spans import Span

REFERENCE = pattern("(图|表)\\s?([0-9]{1,2}|[①-⑳])(?![0-9.．—－-])")
FEWEST_SECTIONS = 3
MOST_SHOWN = 3
Reference = tuple[Span, int, bool]
"""The words that refer to a figure, its number, and whether it is a table."""
Lost = Mapping[tuple[bool, int], Sequence[Span]]
"""References without a caption, by whether they speak of a table and of which number."""


@dataclass(frozen=True, slots=True)
class Series:
    """Captions numbered together from 1: those of figures or those of tables."""

    style: str
    blocks: tuple[Block, ...]

    @property
    def is_sure(self) -> bool:
        """Whether a gap is a fault of the article: tables and charts are often left out of extracts."""
        return self.style in ("○", "图", "图○")

    @property
    def is_table(self) -> bool:
        """Whether these are tables."""
        return "表" in self.style

    def slips(self) -> Iterator[Slip]:
        """The captions out of turn; figures may start late in an extract, circled numbers are the page's own."""
        return (slip for slip in slips(self.blocks) if slip.before or self.style == "○")


@dataclass(frozen=True, slots=True)
class Filing:
    """The named sections, the captions that stand for all of them together, and the section each is named for.

    All empty where fewer than two captions, or fewer than half of them, name a section. ``headed`` is false for
    sections without headings: of their captions only an exchange is told.
    """

    sections: tuple[Section, ...] = ()
    captions: tuple[Block, ...] = ()
    places: tuple[int | None, ...] = ()
    headed: bool = True

    @property
    def without(self) -> list[Section]:
        """The sections that no caption is named for."""
        places = set(self.places)
        return [section for index, section in enumerate(self.sections) if index not in places]

    @property
    def one_to_one(self) -> bool:
        """Whether every section has its caption, in the same order."""
        return self.headed and bool(self.sections) and self.places == tuple(range(len(self.sections)))


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every caption out of its turn or place, and every reference to a figure that is not there."""
    document = article.document
    if not document.of_kind(BlockKind.CAPTION):
        return
    found = [(one, slip) for one in _series(document) for slip in one.slips()]
    filing = _filing(article)
    without = filing.without if filing.headed else []
    lost: dict[tuple[bool, int], list[Span]] = {}
    for span, number, is_table in _unanswered(document):
        lost.setdefault((is_table, number), []).append(span)
    for one, slip in found:
        yield _slip(document, one, slip, without, lost)
    missing = {(one.is_table, number) for one, slip in found for number in slip.missing}
    for (is_table, number), spans in lost.items():
        if (is_table, number) not in missing:
            for span in spans:
                yield Hit(span, {"found": words(document, span), "working": ""}, variant="reference", doubtful=is_table)
    compared = list(_compared(document, filing, bool(found)))
    yield from compared or list(_described(document)) or _told_elsewhere(article)


def account(article: Article, _params: Params) -> Iterator[Relation]:
    """The series of captions that were counted, and whether they answer to the sections."""
    document = article.document
    for one in _series(document):
        if len(one.blocks) > 1:
            yield _counted(document, one)
    filing = _filing(article)
    if filing.one_to_one:
        markers = [words(document, block.marker) for block in filing.captions if block.marker]
        working = f"图注{run_of(markers)}与{len(filing.sections)}个栏目一一对应，次序一致"
        named = (*filing.captions, *(section.heading for section in filing.sections))
        yield listing(document, [one.name for one in named if one.name], Verdict.CONSISTENT, working, None)


def _counted(document: Document, one: Series) -> Relation:
    markers = [words(document, block.marker) for block in one.blocks]
    spans = [block.marker for block in one.blocks if block.marker]
    wrong = list(one.slips())
    verdict = Verdict.INCONSISTENT if wrong else Verdict.CONSISTENT
    working = "；".join(_working(document, slip) for slip in wrong) or f"{_named(one)}{run_of(markers)}连号，无缺无重"
    return listing(document, spans, verdict, working, None)


def _named(one: Series) -> str:
    """What comes before the markers in print: circled numbers do not say what they count."""
    return "图注" if one.style == "○" else ""


def _series(document: Document) -> Iterator[Series]:
    """The numbered captions by sort; a number 1 after higher ones starts a new series."""
    running: dict[str, list[Block]] = {}
    done: list[Series] = []
    for block in document.of_kind(BlockKind.CAPTION):
        if block.marker and block.ordinal:
            sort = style(words(document, block.marker))
            series = running.setdefault(sort, [])
            if block.ordinal == 1 and series and series[-1].ordinal != 1:
                done.append(Series(sort, tuple(series)))
                series.clear()
            series.append(block)
    done += [Series(sort, tuple(series)) for sort, series in running.items() if series]
    yield from (one for one in done if {block.ordinal for block in one.blocks} != {1})


def _slip(document: Document, one: Series, slip: Slip, without: Sequence[Section], lost: Lost) -> Hit:
    assert slip.block.marker
    related = [Related(slip.before.marker, "before")] if slip.before and slip.before.marker else []
    related += [
        Related(ref, "reference")
        for number in slip.missing
        for ref in lost.get((one.is_table, number), ())[:MOST_SHOWN]
    ]
    if slip.missing and len(without) == 1 and without[0].heading.name:
        related.append(Related(without[0].heading.name, "section"))
    data = {"found": words(document, slip.block.marker), "working": _working(document, slip)}
    sure = one.is_sure and (slip.before is not None or slip.sort != "gap")
    return Hit(slip.block.marker, data, tuple(related), variant=slip.sort, doubtful=not sure)


def _working(document: Document, slip: Slip) -> str:
    marker = words(document, slip.block.marker)
    before = words(document, slip.before.marker) if slip.before else ""
    if slip.sort == "gap":
        lacking = "、".join(like(marker, number) for number in slip.missing)
        return f"由{before}跳到{marker}，缺{lacking}" if before else f"从{marker}起，缺{lacking}"
    return f"{marker}出现两次" if slip.sort == "repeated" else f"{before}之后是{marker}"


def _unanswered(document: Document) -> Iterator[Reference]:
    """References in the text to figures and tables without a caption, where others of the sort have one."""
    known: dict[bool, set[int]] = {False: set(), True: set()}
    for block in document.blocks:
        if block.kind is BlockKind.CAPTION and block.marker and block.ordinal:
            known["表" in words(document, block.marker)].add(block.ordinal)
    for block in document.of_kind(BlockKind.PARAGRAPH):
        for found in REFERENCE.finditer(document.text, block.span.start, block.span.end):
            number = int(found[2]) if found[2].isdecimal() else ord(found[2]) - 0x245F
            is_table = found[1] == "表"
            if found.start() == block.span.start:
                known[is_table].add(number)
            if known[is_table] and number not in known[is_table]:
                yield Span(*found.span()), number, is_table


def _filing(article: Article) -> Filing:
    """What a round-up's sections are about counts where they are no fewer than the headings that look like names."""
    document = article.document
    sections = named_sections(document)
    topics = article.topics if document.of_kind(BlockKind.CAPTION) else ()
    headed = all(topic.headed for topic in topics)
    shared = _shared(document)
    if topics and len(topics) >= len(sections):
        sections = tuple(topic.section for topic in topics)
        places = filed(document, [(topic.name, *topic.also) for topic in topics], shared)
    else:
        places = places_of(document, sections, shared)
    matched = sum(place is not None for place in places)
    enough = matched * 2 >= max(len(places), 4)
    return Filing(sections, tuple(shared), tuple(places), headed) if enough else Filing()


def _shared(document: Document) -> list[Block]:
    """The named captions of the whole article: those in no section, or all where all stand at its very end."""
    captions = document.of_kind(BlockKind.CAPTION)
    last = max((section.heading.span.start for section in document.sections), default=0)
    inside = {block.span for section in document.sections for block in section.blocks}
    at_the_end = all(block.span.start > last for block in captions)
    return [block for block in captions if block.name and (at_the_end or block.span not in inside)]


def _compared(document: Document, filing: Filing, numbers_wrong: bool) -> Iterator[Hit]:
    """Captions that name no section, sections without one where all others have one, captions in another order."""
    if exchanged := _exchanged(filing.places):
        first, second = (filing.captions[index] for index in exchanged)
        if first.name and second.name:
            place = filing.places[exchanged[1]]
            yield _hit(document, second.name, "crossed", [filing.sections[place or 0]], doubtful=True, other=first.name)
        return
    if not filing.headed:
        return
    lacking = filing.without
    pairs = list(zip(filing.captions, filing.places, strict=True))
    strangers = [block.name for block, place in pairs if place is None and block.name]
    if len(strangers) == 1:
        yield _hit(document, strangers[0], "stranger", lacking, doubtful=len(lacking) != 1)
    alone = lacking[0].heading.name if len(lacking) == 1 and len(filing.sections) >= FEWEST_SECTIONS else None
    if alone and not strangers and not numbers_wrong:
        yield _hit(document, alone, "missing", [], doubtful=True)
    furthest = -1
    for block, place in pairs:
        if place is not None and place < furthest and block.name:
            yield _hit(document, block.name, "crossed", [filing.sections[place]], doubtful=True)
            return
        furthest = max(furthest, -1 if place is None else place)


def _described(document: Document) -> Iterator[Hit]:
    """Two captions of which each tells what the paragraph says that refers to the other."""
    for one, two in exchanged(document):
        if one.marker and two.marker:
            data = {"found": words(document, one.marker), "working": words(document, two.marker)}
            yield Hit(one.marker, data, (Related(two.marker, "before"),), variant="described", doubtful=True)


def _told_elsewhere(article: Article) -> Iterator[Hit]:
    """Captions that name one section and tell what stands in another alone."""
    document = article.document
    for _, term, section in miscaptioned(document, article.persons):
        heading = section.heading
        data = {"found": words(document, term), "working": words(document, heading.name or heading.span)}
        yield Hit(term, data, (Related(heading.span, "section"),), variant="elsewhere", doubtful=True)


def _exchanged(places: Sequence[int | None]) -> tuple[int, int] | None:
    """Which two captions stand in each other's place, if that alone puts them out of order."""
    order = [(place, index) for index, place in enumerate(places) if place is not None]
    falls = [at for at in range(1, len(order)) if order[at - 1] > order[at]]
    if not 1 <= len(falls) <= 2:
        return None
    first, second = falls[0] - 1, falls[-1]
    order[first], order[second] = order[second], order[first]
    if any(one[0] > other[0] for one, other in pairwise(order)):
        return None
    return order[second][1], order[first][1]


def _hit(
    document: Document,
    span: Span,
    variant: str,
    sections: Sequence[Section],
    *,
    doubtful: bool,
    other: Span | None = None,
) -> Hit:
    names = [section.heading.name for section in sections if section.heading.name]
    related = (*(Related(name, "section") for name in names), *([Related(other, "before")] if other else []))
    data = {"found": words(document, span), "working": "、".join(words(document, name) for name in names)}
    return Hit(span, data, related, variant=variant, doubtful=doubtful)


KIND = Kind(
    check,
    frozenset({"found", "working"}),
    account=account,
    variants=frozenset(
        {"gap", "repeated", "order", "stranger", "missing", "crossed", "described", "elsewhere", "reference"}
    ),
    notes=frozenset({"before", "section", "reference"}),
)

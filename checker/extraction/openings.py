"""Round-ups without headings: paragraphs that are about one member of a family after the other."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from checker.document import BlockKind, Document
from checker.extraction.stems import SORTS, sort_of
from checker.extraction.telling import is_told_of
from checker.gazetteer import Gazetteer, Mention, Place, mentions_of
from checker.patterns import one_of, pattern
from checker.spans import Span

FEWEST = 3
"""So many members in turn make a round-up; two are a comparison."""

TAKING_TURNS = frozenset(("district", "town", "village", "firm", "school", "clinic", "farm"))
"""Teams and offices meet in one story: of those only headings make sections."""

MOST = 200
"""More names than that make a directory."""

SHORT = 6
"""A name that stands only once is believed up to this length, beside others that come again."""

SPARSEST = 4
"""One paragraph in so many, at least, says whom it is about."""

LEAD = (
    "[ 　■●◆★▶【“]?(?:[一二三四五六七八九十0-9]{1,2}[、.．])?(?:[^，。！？；：“”\n]{2,12}，)?"
    "(?:走进|走访|来到|位于|提起|说起|日前，记者在|记者在|在)?"
)
ABOVE = "(?:[\u4e00-\u9fff]{2,7}(?:省|自治区|市|州|盟))?"
# 的, 了, 从, 与 … stand in clauses and hardly ever in names.
NAME = "(?:(?![的了着从与及把被提说起走到往给让每这])[\u4e00-\u9fff·]){1,10}?"
PREPOSITIONS = frozenset("与和跟同在向对由于据按比为")
ENDING = one_of(ending for endings in SORTS.values() for ending in endings)
OPENING = pattern(f"{LEAD}{ABOVE}(?P<name>{NAME}(?:{ENDING}))(?![、至到和与及]|[\u4e00-\u9fff][、至到])")


LABEL = pattern(f"[【［■●◆★▶ \u3000]{{0,2}}(?P<name>{NAME}(?:{ENDING}))[】］：｜]")


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks ``first`` to ``last`` that are about one member of the family."""

    name: str
    first: int
    last: int
    place: Place | None = None

    @property
    def length(self) -> int:
        """From the first block to the last."""
        return self.last - self.first + 1


def runs(document: Document, gazetteer: Gazetteer) -> Sequence[Run]:
    """The sections that the paragraphs' subjects make, in order; none where the text is no round-up.

    A member that is told of in two runs has strayed into another's section with the shorter one, which is left there.
    """
    labels = _labels(document)
    opened = labels or _opened(document)
    counts = Counter(sort for name in opened if (sort := sort_of(name)) in TAKING_TURNS or labels)
    if not counts:
        return ()
    sort = max(sorted(counts), key=lambda one: counts[one])
    names = {name for name in opened if sort_of(name) == sort}
    if len(names) < FEWEST:
        return ()
    told = (
        _places(document, gazetteer, names) if sort == "district" else _others(document, names | _more(document, sort))
    )
    return _checked(document, *_firsts(document, told))


def _labels(document: Document) -> set[str]:
    """The names that are set before paragraphs, if they are enough for a round-up."""
    blocks = document.of_kind(BlockKind.PARAGRAPH)
    found = (LABEL.match(document.text, block.span.start, block.span.end) for block in blocks)
    names = {match["name"] for match in found if match and sort_of(match["name"])}
    return names if FEWEST <= len(names) <= MOST else set()


def _opened(document: Document) -> set[str]:
    """The names that paragraphs open with."""
    found = set[str]()
    for block in document.of_kind(BlockKind.PARAGRAPH):
        match = OPENING.match(document.text, block.span.start, block.span.end)
        if match and sort_of(match["name"]):
            found.add(match["name"])
    sure = _repeated(document.text, found) if len(found) >= FEWEST - 1 else set()
    sorts = Counter(map(sort_of, sure))
    return sure | {name for name in found if len(name) <= SHORT and sorts[sort_of(name)] >= FEWEST - 1}


def _more(document: Document, sort: str) -> set[str]:
    """Names of the same sort that open clauses, if they come again."""
    clause = pattern(f"(?<=[。，；：“\n])(?P<name>{NAME}(?:{one_of(SORTS[sort])}))(?![、至到和与及])")
    found = {match["name"] for match in clause.finditer(document.text)}
    return {name for name in _repeated(document.text, found) if sort_of(name) == sort}


def _repeated(text: str, names: set[str]) -> set[str]:
    """The names that come again; none where they are too many for a round-up."""
    bare = {_bare(text, name) for name in names} if len(names) <= MOST else set()
    return {name for name in bare if text.count(name) > 1}


def _bare(text: str, name: str) -> str:
    """The name without a preposition that seems to belong to it: 沙岗队 of 与沙岗队相比."""
    return name[1:] if name[0] in PREPOSITIONS and text.count(name[1:]) > text.count(name) else name


Told = tuple[int, str, Place | None, bool]
"""The offset of a name that something is told of, the member's name, its place, and whether it is a label."""


def _places(document: Document, gazetteer: Gazetteer, names: set[str]) -> Iterator[Told]:
    """Every subject that is a place with the parent that most of the names share."""
    known = [gazetteer.named(name) for name in sorted(names)]
    parents = Counter(parent for places in known for parent in {place.parent or "" for place in places})
    family = min(parents, key=lambda one: (-parents[one], one), default="")
    above = gazetteer.place(family)
    members = frozenset(place for place in (gazetteer.children(above) if above else ()) if _is_named(document, place))
    if len(members) < FEWEST:
        return
    for mention in gazetteer.mentions(document.text, scope=members):
        own = [place for place in mention.places if (place.parent or "") == family]
        label = _is_label(document.text, mention)
        if own and (label or is_told_of(document.text, mention)):
            yield mention.span.start, own[0].name, own[0], label


def _is_named(document: Document, place: Place) -> bool:
    return place.name in document.text or document.text.count(place.short) > 1


def _others(document: Document, names: set[str]) -> Iterator[Told]:
    whole = Span(0, len(document.text))
    for mention in mentions_of(document.text, whole, pattern(one_of(names))):
        label = _is_label(document.text, mention)
        if label or is_told_of(document.text, mention):
            yield mention.span.start, mention.span.of(document.text), None, label


def _is_label(text: str, mention: Mention) -> bool:
    """Whether the name is set before its paragraph: 【江津区】今年…, 江津区：今年…"""
    start = mention.chain.start
    before = text[max(0, start - 2) : start].rstrip("【［■●◆★▶ \u3000")
    return text[mention.span.end : mention.span.end + 1] in LABEL_ENDS and (not before or before.endswith("\n"))


LABEL_ENDS = ("】", "］", "：", "｜")


def _firsts(document: Document, told: Iterator[Told]) -> tuple[list[Run], int]:
    """What each paragraph tells of first, and how many of them tell; labels alone, where three members have one."""
    starts = [block.span.start for block in document.blocks]
    found: dict[int, Run] = {}
    labelled: dict[int, Run] = {}
    for at, name, place, label in told:
        index = bisect_right(starts, at) - 1
        if index >= 0 and document.blocks[index].kind is BlockKind.PARAGRAPH:
            run = found.setdefault(index, Run(name, index, index, place))
            if label:
                labelled.setdefault(index, run)
    kept = labelled if len({run.name for run in labelled.values()}) >= FEWEST else found
    return [kept[index] for index in sorted(kept)], len(found)


def _checked(document: Document, told: Sequence[Run], telling: int) -> Sequence[Run]:
    joined = _joined(told)
    names = {one.name for one in joined}
    end = _end(document)
    if len(names) < FEWEST or len(joined) > len(names) + 2 or end - joined[0].first >= SPARSEST * telling:
        return ()
    while (stray := _stray(joined)) is not None:
        joined = _joined([one for one in joined if one is not stray])
    ends = [one.first - 1 for one in joined[1:]] + [end]
    return [replace(one, last=last) for one, last in zip(joined, ends, strict=True)]


def _joined(told: Sequence[Run]) -> list[Run]:
    """Neighbours of one name as one run."""
    groups = [list(group) for _, group in groupby(told, lambda one: one.name)]
    return [replace(group[0], last=group[-1].last) for group in groups]


def _stray(joined: Sequence[Run]) -> Run | None:
    """The least of the runs whose member has a longer one; of two as long, the one that parts another member's."""
    longest: dict[str, int] = {}
    for one in joined:
        longest[one.name] = max(longest.get(one.name, 0), one.length)
    counts = Counter(one.name for one in joined)
    doubled = [(one, at) for at, one in enumerate(joined) if counts[one.name] > 1]
    if not doubled:
        return None

    def weight(found: tuple[Run, int]) -> tuple[bool, int, bool, int]:
        one, at = found
        parts = 0 < at < len(joined) - 1 and joined[at - 1].name == joined[at + 1].name
        after = joined[at + 1].first - one.last if at + 1 < len(joined) else 0
        return one.length == longest[one.name], one.length, not parts, after

    return min(doubled, key=weight)[0]


def _end(document: Document) -> int:
    """The last paragraph of the text."""
    return max(index for index, block in enumerate(document.blocks) if block.kind is BlockKind.PARAGRAPH)

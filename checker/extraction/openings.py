"""Round-ups without headings: paragraphs that open with one member of a family after the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from checker.document import BlockKind, Document
from checker.extraction.stems import SORTS, sort_of
from checker.gazetteer import Gazetteer, Place
from checker.patterns import one_of, pattern

FEWEST = 3
"""So many members in turn make a round-up; two are a comparison."""

LONGEST_NAME = 12
ABOVE = "(?:[\u4e00-\u9fff]{2,7}(?:省|自治区|市|州|盟))?"
LEAD = "[ 　■●◆★▶【“]?(?:[一二三四五六七八九十0-9]{1,2}[、.．])?(?:[^，。！？；：“”\n]{2,12}，)?(?:走进|来到|日前，记者在|记者在|在)?"
ENDING = one_of(ending for endings in SORTS.values() for ending in endings)
OPENING = pattern(f"{LEAD}{ABOVE}(?P<name>[\u4e00-\u9fff·]{{1,10}}?(?:{ENDING}))(?![一-鿿]{{0,1}}[、至到])")


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks ``first`` to ``last`` that one member's name opens."""

    name: str
    first: int
    last: int
    place: Place | None = None


def runs(document: Document, gazetteer: Gazetteer) -> Sequence[Run]:
    """The sections that the opening names make, in order; none where the text is no round-up.

    A member that opens two runs has strayed into another's section with the shorter one, which is left there.
    """
    opened = _opened(document)
    counts = Counter(sort for _, _, sort in opened)
    if not counts or max(counts.values()) < FEWEST:
        return ()
    sort = max(sorted(counts), key=lambda one: counts[one])
    own = [(block, name) for block, name, other in opened if other == sort]
    if sort == "district":
        return _checked(document, [Run(place.name, block, block, place) for block, place in _places(own, gazetteer)])
    return _checked(document, [Run(name, block, block) for block, name in own])


def _opened(document: Document) -> list[tuple[int, str, str]]:
    """The paragraphs that open with a name: their index, the name, its sort."""
    found = []
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            match = OPENING.match(document.text, block.span.start, block.span.end)
            if match and (sort := sort_of(match["name"])):
                found.append((index, match["name"], sort))
    return found


def _places(own: Sequence[tuple[int, str]], gazetteer: Gazetteer) -> Iterator[tuple[int, Place]]:
    """Those that are places with the parent that most of them share."""
    named = [(block, gazetteer.named(name)) for block, name in own]
    parents = Counter(parent for _, places in named for parent in {place.parent or "" for place in places})
    family = min(parents, key=lambda one: (-parents[one], one), default="")
    for block, places in named:
        yield from ((block, place) for place in places if (place.parent or "") == family)


def _checked(document: Document, opened: Sequence[Run]) -> Sequence[Run]:
    joined = [
        replace(group[0], last=group[-1].last)
        for group in (list(one) for _, one in groupby(opened, lambda one: one.name))
    ]
    names = {one.name for one in joined}
    if len(names) < FEWEST or len(joined) > len(names) + 2:
        return ()
    kept = _without_strays(joined)
    ends = [one.first - 1 for one in kept[1:]] + [_end(document)]
    return [replace(one, last=end) for one, end in zip(kept, ends, strict=True)]


def _without_strays(joined: Sequence[Run]) -> list[Run]:
    """Every member's longest run; a run that parts another member's is a stray whatever its length."""
    best: dict[str, Run] = {}
    for at, one in enumerate(joined):
        parts = 0 < at < len(joined) - 1 and joined[at - 1].name == joined[at + 1].name
        rival = best.get(one.name)
        if rival is None or (not parts and one.last - one.first > rival.last - rival.first):
            best[one.name] = one
    return [one for one in joined if best[one.name] is one]


def _end(document: Document) -> int:
    """The last paragraph of the text."""
    return max(index for index, block in enumerate(document.blocks) if block.kind is BlockKind.PARAGRAPH)

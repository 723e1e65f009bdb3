"""copied-paragraph, copied-stretch: words that stand twice and should stand once."""

import re
from collections.abc import Iterator
from functools import cached_property

from checker.checks.kind import Kind, Params
from checker.document import Block, BlockKind, Document, Section
from checker.extraction.article import Article
from checker.extraction.copies import Copy, length
from checker.extraction.swaps import Swap, swap
from checker.findings import Edit, Hit, Proposal, Related
from checker.gazetteer import Gazetteer
from checker.patterns import pattern
from checker.spans import Span

CLAUSE = pattern("[^，。；：！？,;:!?…\n]+")
SENTENCE_END = pattern("[。！？!?…；;]")
TOLD = pattern("[0-9％%“”《》（）()：]")
REWORDED = 2
"""Where more than two other words differ, somebody wrote about a like thing in like words."""

STATUTE = pattern("[ \u3000]*第[一二三四五六七八九十百零〇0-9０-９]{1,6}条(?![路线河街])")
STATUTE_LEAST = 3
"""From so many articles on a text is a statute, or quotes one."""

SORTS = "省市区县州盟旗镇乡村"


class ParagraphParams(Params):
    """``least`` letters and digits, or ``least_elsewhere`` under another heading. ``stock`` words mark boilerplate."""

    least: int = 26
    least_elsewhere: int = 17
    stock: tuple[str, ...] = ()


class StretchParams(Params):
    """How many letters and digits two stretches must share.

    ``least`` where the name of a place is swapped, ``least_same`` where nothing is and the sections differ,
    ``least_body`` where a body or a person is swapped, ``least_near`` where two paragraphs are all but equal,
    ``least_passage`` for sentences that stand twice under one heading, ``least_alone`` for those that are a paragraph
    of their own beside the one they come from. Clauses with one of the ``formulas`` do not count, nor do ``stock``
    stretches.
    """

    least: int = 25
    least_same: int = 28
    least_body: int = 34
    least_near: int = 30
    least_passage: int = 40
    least_alone: int = 30
    formulas: tuple[str, ...] = ()
    stock: tuple[str, ...] = ()


class _Desk:
    """Which named section each block stands in."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def sections(self) -> dict[int, Section]:
        """By block number, the innermost named section."""
        named = sorted((one for one in self.document.sections if one.heading.name), key=lambda one: one.heading.level)
        return {block.number: section for section in named for block in section.blocks}

    def name(self, block: Block) -> str:
        """The name of the block's section, or nothing."""
        section = self.sections.get(block.number)
        return section.heading.name.of(self.document.text) if section and section.heading.name else ""

    def apart(self, copy: Copy) -> bool:
        """Whether both places stand in named sections, and not in the same one."""
        names = self.name(copy.one), self.name(copy.other)
        return all(names) and names[0] != names[1]

    def intruder(self, copy: Copy) -> Block | None:
        """The one of the two that does not belong: it speaks of the other's section and not of its own."""
        words = copy.first.of(self.document.text), copy.second.of(self.document.text)
        names = _stem(self.name(copy.one)), _stem(self.name(copy.other))
        fits, fits2 = (bool(name) and name in text for name, text in zip(names, words, strict=True))
        if fits == fits2 or not all(names):
            return None
        return copy.one if fits2 else copy.other

    @cached_property
    def clauses(self) -> list[int]:
        """The numbers of the paragraphs that begin like an article of a statute: 第二十一条."""
        blocks = self.document.of_kind(BlockKind.PARAGRAPH)
        return [one.number for one in blocks if STATUTE.match(one.span.of(self.document.text))]

    def is_statute(self, copy: Copy) -> bool:
        """Whether both stand in the articles of a statute, which repeats its formulas by design."""
        told = self.clauses
        return len(told) >= STATUTE_LEAST and told[0] <= min(copy.one.number, copy.other.number)


def _stem(name: str) -> str:
    """The name without its sort: 点军 for 点军区."""
    return name[:-1] if len(name) >= 3 and name[-1] in SORTS else name


def check_paragraphs(article: Article, params: ParagraphParams) -> Iterator[Hit]:
    """Paragraphs with the words of an earlier one. A run of them is one cause."""
    desk, stock = _Desk(article.document), _any_of(params.stock)
    last, cause = (-2, -2), ""
    for copy in article.whole_copies:
        words = copy.second.of(article.text)
        least = params.least_elsewhere if desk.apart(copy) else params.least
        if copy.shared < least or SENTENCE_END.search(words) is None or stock.search(words):
            continue
        here = (copy.one.number, copy.other.number)
        if here != (last[0] + 1, last[1] + 1):
            cause = f"{copy.one.number}={copy.other.number}"
        last = here
        yield _paragraph_hit(desk, copy, cause)


def _paragraph_hit(desk: _Desk, copy: Copy, cause: str) -> Hit:
    known = desk.intruder(copy)
    intruder, original = (copy.one, copy.other) if known is copy.one else (copy.other, copy.one)
    section, home = desk.name(intruder), desk.name(original)
    return Hit(
        intruder.span,
        {
            "number": str(intruder.number),
            "other": str(original.number),
            "length": str(length(intruder.span.of(desk.document.text))),
            "section": section,
            "home": home,
        },
        related=(Related(original.span, "original", {"number": str(original.number)}),),
        proposals=(Proposal("remove", (Edit(intruder.span, ""),)),),
        variant=("misplaced" if known else "divided") if desk.apart(copy) else "repeated",
        cause=cause,
    )


def check_stretches(article: Article, params: StretchParams) -> Iterator[Hit]:
    """Stretches inside paragraphs that stand twice with a name swapped, or unchanged under another heading.

    Then paragraphs that are all but equal, where nothing else was said of the two.
    """
    desk, formulas, stock = _Desk(article.document), _any_of(params.formulas), _any_of(params.stock)
    said: set[tuple[int, int]] = set()
    for copy in article.stretches:
        words = copy.second.of(article.text)
        if stock.search(words) or desk.is_statute(copy) or len(CLAUSE.findall(words)) < 2:
            continue
        shared = copy.shared - _formulaic(words, formulas)
        variant, doubtful = _told(desk, copy, params, shared)
        if variant:
            said.add((copy.one.number, copy.other.number))
            yield _stretch_hit(desk, copy, variant, doubtful=doubtful)
    for copy in article.near_copies:
        words = copy.second.of(article.text)
        listed = copy.one.marker or copy.other.marker or stock.search(words) or SENTENCE_END.search(words) is None
        shared = copy.shared - _formulaic(words, formulas)
        if not listed and shared >= params.least_near and (copy.one.number, copy.other.number) not in said:
            yield _stretch_hit(desk, copy, "near", doubtful=True)


def _told(desk: _Desk, copy: Copy, params: StretchParams, shared: int) -> tuple[str, bool]:
    """Which message the stretch deserves, if any, and whether it is doubtful."""
    sorts = [_sort(desk, copy, one, other) for one, other in copy.differing] if shared >= params.least else []
    if shared < params.least or sorts.count(Swap.WORDING) > REWORDED:
        return "", False
    named, apart = Swap.BODY in sorts or Swap.PERSON in sorts, desk.apart(copy)
    if Swap.PLACE in sorts:
        return "swapped", False
    if apart and shared >= params.least_same:
        return "swapped" if named else "same", False
    if named and shared >= params.least_body:
        return "swapped", True
    if _is_passage(desk.document, copy, params.least_passage):
        return "passage", True
    if shared >= params.least_alone and _is_alone(desk.document, copy):
        return "passage", True
    return "", False


def _is_passage(document: Document, copy: Copy, least: int) -> bool:
    """Whether two sentences stand twice, word for word, or a whole plain one; a lead may be repeated below it."""
    first = next(block for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    if copy.one is first:
        return False
    starts = [copy.second.start, *(other.end for _, other in copy.differing)]
    ends = [*(other.start for _, other in copy.differing), copy.second.end]
    parts = [(start, document.text[start:end]) for start, end in zip(starts, ends, strict=True)]
    long = [(start, part) for start, part in parts if sum(map(str.isalnum, part)) >= least]
    return any(len(SENTENCE_END.findall(part)) >= 2 or _is_whole(document.text, start, part) for start, part in long)


def _is_alone(document: Document, copy: Copy) -> bool:
    """Whether whole sentences of a paragraph also stand as a paragraph of their own, and nobody speaks them."""
    text, first = document.text, next(block for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    words = copy.second.of(text).strip()
    apart = copy.differing or copy.one is first or any(one in words for one in "“”「」")
    if apart or not words.endswith("。"):
        return False
    spans = (copy.one.span, copy.first), (copy.other.span, copy.second)
    alone = [block.of(text).strip() == span.of(text).strip() for block, span in spans]
    begun = [text[block.start : span.start].rstrip(" \u3000")[-1:] in ("", *"。！？") for block, span in spans]
    return any(alone) and all(begun)


def _is_whole(text: str, start: int, part: str) -> bool:
    """Whether these words are a whole sentence without figures or quotations, such as a reporter writes but once."""
    opens = text[max(0, start - 3) : start].rstrip(" \u3000")[-1:]
    return opens in ("", *"。！？\n") and part.endswith("。") and TOLD.search(part) is None


def _sort(desk: _Desk, copy: Copy, one: Span, other: Span) -> Swap:
    """What was swapped; the names of the two sections, or of two sister places, are places whatever they end in."""
    text = desk.document.text
    sort = swap(text, one, other)
    if sort is not Swap.WORDING or not len(one) or not len(other):
        return sort
    stems = _stem(desk.name(copy.one)), _stem(desk.name(copy.other))
    if all(stems) and stems[0] in one.of(text) and stems[1] in other.of(text):
        return Swap.PLACE
    return Swap.PLACE if _sisters(text, one, other) else sort


def _sisters(text: str, one: Span, other: Span) -> bool:
    """Whether both words are names of places with one parent, perhaps with the character before that both share."""
    gazetteer = Gazetteer.load()
    for before in (0, 1):
        first, second = (text[max(0, span.start - before) : span.end] for span in (one, other))
        parents, parents2 = ({place.parent for place in gazetteer.named(name)} for name in (first, second))
        if parents & parents2:
            return True
    return False


def _formulaic(words: str, formulas: re.Pattern[str]) -> int:
    """How many letters and digits stand in clauses that everybody writes in the same words."""
    return sum(sum(map(str.isalnum, clause)) for clause in CLAUSE.findall(words) if formulas.search(clause))


def _stretch_hit(desk: _Desk, copy: Copy, variant: str, *, doubtful: bool) -> Hit:
    text = desk.document.text
    flip = desk.intruder(copy) is copy.one
    here, there, block, home = (
        (copy.first, copy.second, copy.one, copy.other) if flip else (copy.second, copy.first, copy.other, copy.one)
    )
    pairs = [(one, other) if flip else (other, one) for one, other in copy.differing]
    words = _worded(text, [mine for mine, _ in pairs]), _worded(text, [theirs for _, theirs in pairs])
    data = {
        "number": str(block.number),
        "other": str(home.number),
        "length": str(length(here.of(text)) - sum(len(mine) for mine, _ in pairs)),
        "here": words[0],
        "there": words[1],
        "section": desk.name(block),
        "home": desk.name(home),
    }
    return Hit(
        here,
        data,
        related=(
            Related(there, "original", {"number": str(home.number)}),
            *(Related(mine, "word", {"there": theirs.of(text)}) for mine, theirs in pairs if len(mine) and len(theirs)),
        ),
        proposals=(Proposal("remove", (Edit(here, ""),)),),
        variant=variant,
        doubtful=doubtful,
    )


def _worded(text: str, spans: list[Span]) -> str:
    return "、".join(span.of(text) or "（无）" for span in spans)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, words)) or r"(?!)")


PARAGRAPH = Kind(
    check_paragraphs,
    frozenset({"number", "other", "length", "section", "home"}),
    ParagraphParams,
    variants=frozenset({"repeated", "misplaced", "divided"}),
    notes=frozenset({"original"}),
    fixes=frozenset({"remove"}),
)
STRETCH = Kind(
    check_stretches,
    frozenset({"number", "other", "length", "here", "there", "section", "home"}),
    StretchParams,
    variants=frozenset({"swapped", "same", "near", "passage"}),
    notes=frozenset({"original", "word"}),
    fixes=frozenset({"remove"}),
)

"""ordinals: 一是…二是…四是: numbers in running text that leave one out, come twice or change places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.checks.kind import Kind, Params
from checker.checks.listed import like
from checker.document import Block, BlockKind
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.readers.markers import ordinal
from checker.spans import Span
from checker.widths import FULL, HALF

HAN = "一二三四五六七八九十"
SOFT = frozenset("。；！？;!?：:，,“‘—…")
FIRM = frozenset("。；！？;!?：:")
REFERS = frozenset("图表注式见第从自至到和与及、—-")
"""Behind one of these a circled number points at something: 图①, ①和③."""

VERBS = "是要来则抓靠看促查建强防保盯"
"""一是…二是…, 一抓…二抓…: each a style of its own."""

# A numeral and what makes it a marker; each begins with one set of characters, so that the search is fast.
SIGNS = (
    pattern(f"[{HAN}](?=[{VERBS}、，：:,）)])"),
    pattern("[①-⑳]"),
    pattern("[0-9](?=[.．、）)](?![0-9０-９A-Za-z]))"),
)
WORDS = frozenset(VERBS + "其第")
"""The styles that are words: they are set in sentences, the others also in tables and notes."""

INNER = 2
"""A run inside a part of another has at least so many markers."""

FARTHEST = 6
"""A run goes on in a later paragraph if no more than so many lie between."""

EXTRACT = pattern("节选|摘要|摘编|摘登|摘录|选登|要点")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker in running text. ``block`` is the index of its block, ``opens`` whether it opens that block."""

    span: Span
    style: str
    number: int
    block: int
    opens: bool


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every marker out of its turn in a run that begins with the first."""
    document = article.document
    title = document.title.span.of(document.text) if document.title else ""
    extract = EXTRACT.search(title) is not None
    for run in _runs(document.blocks, sorted(_marks(article), key=lambda one: one.span)):
        if len(run) > 1:
            yield from _slips(article.text, run, extract)


def _marks(article: Article) -> Iterator[Mark]:
    blocks, at = article.document.blocks, 0
    for sign in SIGNS:
        at = 0
        for found in sign.finditer(article.text):
            while at < len(blocks) and blocks[at].span.end <= found.start():
                at += 1
            if at == len(blocks):
                break
            block = blocks[at]
            if block.kind is BlockKind.PARAGRAPH and block.span.start <= found.start():
                mark = _mark(article.text, block, at, found.start())
                if mark:
                    yield mark


def _mark(text: str, block: Block, index: int, last: int) -> Mark | None:
    """The marker whose numeral ends at ``last``, if it is one."""
    start = last
    kin = HAN if text[last] in HAN else HALF + FULL if text[last].isdecimal() else ""
    while start > block.span.start and text[start - 1] in kin and last - start < 3:
        start -= 1
    number = ordinal(text[start : last + 1])
    style, begin, end = _style(text, block.span.start, start, last)
    if not style or not number or number > 20:
        return None
    if begin > block.span.start and not _begins(text, begin, style):
        return None
    return Mark(Span(begin, end), style, number, index, begin == block.span.start)


def _style(text: str, floor: int, start: int, last: int) -> tuple[str, int, int]:
    """The style of a marker, where it begins and where it ends; no style for what is none."""
    before = text[start - 1] if start > floor else ""
    after, beyond = text[last + 1 : last + 2], text[last + 2 : last + 3]
    if not kin_of(text[last]):
        return "○", start, last + 1
    if after in ("）", ")"):
        bracket = before in ("（", "(")
        fits = bracket or text[last].isdecimal()
        return ("（" if bracket and not text[last].isdecimal() else "）") * fits, start - bracket, last + 2
    if before == "其" and not text[last].isdecimal() and after in "，、：:,是":
        return "其", start - 1, last + 1
    if before == "第" and after in "，：:,是、" and not (after == "是" and beyond == "一"):
        return "第", start - 1, last + 1
    if text[last].isdecimal():
        return ("." if after in (".", "．", "、") else ""), start, last + 2
    if after in VERBS:
        return after * (beyond not in HAN or not beyond), start, last + 2
    return "、" * (after == "、" and beyond not in HAN), start, last + 2


def kin_of(character: str) -> bool:
    """Whether it is a numeral that others may stand beside, unlike ①."""
    return character in HAN or character.isdecimal()


def _begins(text: str, at: int, style: str) -> bool:
    """Whether a marker may stand here: at the beginning of a clause, the weightier styles of a sentence."""
    before = text[at - 1]
    if style == "○":
        return before not in REFERS
    follows = style == "第" and text[at + 2 : at + 3] == "，"
    return before.isspace() or before in (SOFT if style in VERBS + "其" or follows else FIRM)


def _runs(blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Markers of one style that count from 1; each 1 starts a new run.

    In one paragraph it may stand inside a part of the run before it, which goes on where the inner one ends:
    一是…（一是…，二是…）。二是….
    """
    running: dict[str, list[Mark]] = {}
    outer: dict[str, list[Mark]] = {}
    for mark in marks:
        run = running.get(mark.style)
        if mark.number == 1:
            if run:
                yield from _replaced(outer, run)
            running[mark.style] = [mark]
        elif run and _resumes(outer.get(mark.style, []), run, mark):
            yield run
            running[mark.style] = [*outer.pop(mark.style), mark]
        elif run:
            if mark.block == run[-1].block or _reaches(blocks, run, mark):
                run.append(mark)
            else:
                yield running.pop(mark.style)
    yield from running.values()
    yield from outer.values()


def _replaced(outer: dict[str, list[Mark]], run: list[Mark]) -> Iterator[list[Mark]]:
    """The run that a new one may interrupt is kept, and the one kept until now is done."""
    style = run[-1].style
    if style in outer:
        yield outer[style]
    outer[style] = run


def _resumes(outer: Sequence[Mark], run: Sequence[Mark], mark: Mark) -> bool:
    """Whether a marker goes on with the run around this one, whose own turn it is not."""
    if not outer or len(run) < INNER or mark.number == run[-1].number + 1:
        return False
    return outer[-1].block == mark.block and mark.number == outer[-1].number + 1


def _reaches(blocks: Sequence[Block], run: Sequence[Mark], mark: Mark) -> bool:
    """Whether a run goes on in a later paragraph: not past a heading, and only where markers open paragraphs.

    A number that goes back is of another list that has lost its first, unless two neighbours have changed places.
    """
    last = run[-1]
    between = blocks[last.block + 1 : mark.block]
    near = len(between) <= FARTHEST and all(block.kind is BlockKind.PARAGRAPH for block in between)
    swapped = not between and mark.number not in {one.number for one in run}
    return near and mark.opens and (mark.number >= last.number or swapped)


def _slips(text: str, run: Sequence[Mark], extract: bool) -> Iterator[Hit]:
    """Where the numbers of a run leave their order; what another style says in between is not missing."""
    present = {mark.number for mark in run}
    seen = {run[0].number}
    for before, mark in pairwise(run):
        missing = [one for one in range(before.number + 1, mark.number) if one not in present]
        between = text[before.span.end : mark.span.start]
        sort = _sort(before, mark, seen, bool(missing))
        seen.add(mark.number)
        if not sort or _told(between, missing) or (extract and sort == "gap"):
            continue
        near = mark.block == before.block
        fresh = mark.number < before.number and all(one.number <= before.number for one in run[run.index(mark) :])
        sure = near and mark.style in WORDS and len(run) > 2 and len(missing) < 2 and not fresh
        found = mark.span.of(text)
        lacking = "、".join(f"“{like(found, one).strip('、.．')}”" for one in missing)
        turn = f"“{before.span.of(text).strip('、.．')}”之后是“{found.strip('、.．')}”"
        working = turn + (f"，缺{lacking}" if lacking else "")
        data = {"found": found, "working": working}
        yield Hit(mark.span, data, (Related(before.span, "before"),), variant=sort, doubtful=not sure)


def _sort(before: Mark, mark: Mark, seen: set[int], lacking: bool) -> str:
    if mark.number in seen:
        return "repeated"
    if mark.number < before.number:
        return "order"
    return "gap" if lacking else ""


def _told(between: str, missing: Sequence[int]) -> bool:
    """Whether the words in between give every number left out in another style: 一是…第二，…三是."""
    return bool(missing) and all(re.search(_any(number), between) for number in missing)


def _any(number: int) -> str:
    han = _han(number)
    return f"[第其（(]{han}|{han}[是要来则为、，：:）)]|[（(]?{number}[.．、）)]|{chr(0x245F + number)}"


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else HAN[tens - 1]) + "十" * bool(tens) + (HAN[ones - 1] if ones else "")


KIND = Kind(
    check,
    frozenset({"found", "working"}),
    variants=frozenset({"gap", "repeated", "order"}),
    notes=frozenset({"before"}),
)

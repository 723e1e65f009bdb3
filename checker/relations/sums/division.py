"""Sentences that divide what an earlier one told: 从保费结构看，…；按消费类型分，…；受访者中，…."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.naming import core, levels
from checker.relations.passage import Figure, Passage
from checker.relations.sums import classes
from checker.relations.sums.row import same_unit
from checker.spans import Span

OPENING = pattern(
    r"(?:从|分|按照?|依)(?P<by>[\u4e00-\u9fff]{2,12}?)(?:结构|构成|类型|类别|方式|渠道)?"
    r"(?:[上来]?看|来?分|划分|分类|分布|统计)[，,：:]"
    r"|(?:^|(?<=[。；\n]))(?P<of>[\u4e00-\u9fff]{2,10}?)(?:当中|[中里])[，,：:]"
)
SAME = (frozenset(("受访者", "问卷", "样本", "被调查者", "答卷", "受访家庭", "受访企业")),)
"""What is counted once for each of the other: 有效问卷2864份, 受访者1386人."""

BACK, RIVALS = 6, 4
"""How many sentences before may hold the whole, and how many figures of its name are tried."""

NESTED = pattern("其中|[（(]")
SEGMENT = pattern("[；;]")
JOINED = pattern(r"[、，,和及与](?:[\u4e00-\u9fff“”]{1,14})?$")


@dataclass(frozen=True, slots=True)
class Division:
    """A sentence that divides a whole: its words, the figures that can be the whole, the nearest first, and whether the
    sentence names it.
    """

    words: Span
    wholes: tuple[tuple[Passage, Figure], ...]
    named: bool


def division(passages: Sequence[Passage], number: int) -> Division | None:
    """The whole that a sentence announces to divide, if it does and if that whole stands before it."""
    passage = passages[number]
    found = OPENING.search(passage.text, passage.span.start, min(passage.span.end, passage.span.start + 40))
    if not found or not passage.figures or found.end() > passage.figures[0].quantity.span.start:
        return None
    words = Span(*found.span())
    first = next((one for one in passage.figures if one.is_amount), None)
    if first is None:
        return None
    name = found["by"] or found["of"]
    wholes = tuple(
        (earlier, figure)
        for earlier in passages[max(0, number - BACK) : number][::-1]
        for figure in reversed(list(levels(earlier)))
        if _alike(figure, first, name) and _speaks_of(earlier, figure, name)
    )
    if wholes:
        return Division(words, wholes[:RIVALS], named=True)
    mains = _mains(passage, first) if found["by"] else ()
    return Division(words, tuple(mains)[:RIVALS], named=False)


def _mains(passage: Passage, part: Figure) -> Iterator[tuple[Passage, Figure]]:
    """The first level of each sentence before, in the paragraph: what it is about. A part of another whole is none."""
    before, left = passage.earlier, BACK
    while before and left:
        divides = OPENING.match(before.text, before.span.start, before.span.end) is not None
        main = None if divides else next(levels(before), None)
        if main and same_unit(main.quantity, part.quantity) and not _is_part(before, main):
            yield before, main
        before, left = before.earlier, left - 1


def _is_part(passage: Passage, figure: Figure) -> bool:
    return bool(classes.memberships(passage.words(figure.before)[-14:].rpartition("、")[2]))


def _alike(figure: Figure, part: Figure, name: str) -> bool:
    return same_unit(figure.quantity, part.quantity) or any(name in words for words in SAME)


def _speaks_of(passage: Passage, figure: Figure, name: str) -> bool:
    """Whether a level is of that name: 原保险保费收入 of 保费."""
    before = passage.words(figure.before)[-14:]
    after = passage.words(figure.after)[:8]
    if _is_part(passage, figure):
        return False
    names = next((words for words in SAME if name in words), frozenset((core(name),)))
    return any(one in before or after.startswith(one) for one in names)


def parts(passage: Passage, found: Division) -> Iterator[Figure]:
    """The parts of a divided whole: the first level of each segment, and those joined to it by 、 or 和."""
    start, like = found.words.end, None
    for end in (*(mark.end() for mark in SEGMENT.finditer(passage.text, start, passage.span.end)), passage.span.end):
        nested = NESTED.search(passage.text, start, end)
        limit = nested.start() if nested else end
        first = bisect_left(passage.figures, start, key=lambda one: one.quantity.span.start)
        last = bisect_left(passage.figures, limit, key=lambda one: one.quantity.span.start)
        previous: Figure | None = None
        for figure, cue in zip(passage.figures[first:last], passage.cues[first:last], strict=True):
            if not figure.is_amount or cue.act is not Act.LEVEL or (like and not same_unit(like, figure.quantity)):
                continue
            if previous is not None and not JOINED.fullmatch(_gap(passage, previous, figure)):
                break
            like, previous = like or figure.quantity, figure
            yield figure
        start = end


def _gap(passage: Passage, one: Figure, two: Figure) -> str:
    return passage.text[one.quantity.span.end : two.quantity.span.start]

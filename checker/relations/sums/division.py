"""Sentences that divide what an earlier one told: 从保费结构看，…；按消费类型分，…；受访者中，…."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.naming import TAIL, core, levels
from checker.relations.passage import Figure, Passage
from checker.relations.sums import classes
from checker.relations.sums.judging import judged
from checker.relations.sums.row import MEAN, NONE_ADD, Sum, fits, low, same_unit
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
JOINED = pattern(
    r"(?:[，,（(](?:比上年|同比|较上年)?(?:大幅?|微|小幅)?(?:增长?|下降|降|上升|回落|增加|减少|提高|下滑)[0-9０-９.．]{1,6}[%％][）)]?)?"
    r"[、，,和及与](?:[\u4e00-\u9fff“”]{1,14})?$"
)
OWNERS = pattern("经济类型|经济成分|所有制|企业(?:性质|类型|规模)|登记注册|注册类型|控股|经营主体")
"""Kinds of owners hold one another: 国有控股企业 can be 股份制企业."""

MEASURES = pattern("利润|利税|收入|支出|税金|产值|加值|余额|面积|产量|投资|出口|进口|资产|负债|存款|贷款|销售")
MEASURE = 2
"""The first part tells by so many characters what is measured, as its whole does: 利润 of 国有控股企业利润."""


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
        if (
            main
            and same_unit(main.quantity, part.quantity)
            and not (_is_part(before, main) and _has_whole(before, main))
        ):
            yield before, main
        before, left = before.earlier, left - 1


def _has_whole(passage: Passage, part: Figure) -> bool:
    """Whether a sentence before in the paragraph tells a level that one could be a part of."""
    before = passage.earlier
    return before is not None and any(same_unit(one.quantity, part.quantity) for one in levels(before))


def _is_part(passage: Passage, figure: Figure) -> bool:
    told = classes.memberships(passage.words(figure.before)[-14:].rpartition("、")[2])
    return any(classes.rows()[number].bars for number in told)


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


def within(passage: Passage, found: Division, listed: Sequence[Figure], told: Passage, whole: Figure) -> Iterator[Sum]:
    """Parts that lie in the whole, whose measure the first repeats: each alone where they are kinds of owners."""
    words = found.words.of(passage.text)
    if len(listed) < MEASURE or not _measures(passage, listed, told, whole):
        return
    quantities = tuple(one.quantity for one in listed)
    one = Sum(whole.quantity, quantities, (found.words,), likely=True)
    if fits(whole.quantity, sum(map(low, quantities), Fraction(0))):
        closed = replace(one, exhaustive=True)
        told_as = (each for each in (closed, one) if judged(each)[1].verdict is Verdict.CONSISTENT)
        yield from islice(told_as, 1)
    elif OWNERS.search(words):
        yield from (Sum(whole.quantity, (one,), (found.words,), likely=True) for one in quantities)


def _measures(passage: Passage, parts: Sequence[Figure], told: Passage, whole: Figure) -> bool:
    """Whether parts are told of what their whole is, as the first says, and in one unit: 国有企业利润 of 企业利润."""
    ends = [TAIL.sub("", passage.words(one.before))[-MEASURE:] for one in parts]
    texts = ((told, whole), (passage, parts[0]))
    names = [one.text[max(0, each.before.start - 4) : each.quantity.span.start] for one, each in texts]
    if any(MEAN.search(name) or NONE_ADD.search(name) for name in names):
        return False
    others = any(end != ends[0] and MEASURES.search(end) for end in ends)
    return (
        len(ends[0]) == MEASURE and same_unit(parts[0].quantity, whole.quantity) and ends[0] in names[0] and not others
    )

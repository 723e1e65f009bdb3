"""Lists that a sentence opens as all of what the one before told: 分航线看，国内…，国际…，地区…; 由三块组成：….

What it is looked at by names no class that is known to be closed, so that the list counts for all of its whole where
it comes to it. It is told as a fault only where it comes to more, or where one slip of the pen explains what it lacks.
Where the list says of how many it is and of what, no more is asked.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, PARTLY, PLANNED, THEN
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.sums.judging import judged, verify
from checker.relations.sums.row import MEAN, NONE_ADD, Sum, same_unit
from checker.spans import Span

LOOKED = pattern(
    "[“”]?(?:再|先|若|如果)?(?:从|分|按照?|依照?|论|看|就)(?P<by>[\u4e00-\u9fff]{1,8}?)(?:[上来]?看|来?分|来看|来说|来讲|划分|统计)?[，,：:]"
)
"""再看卡的种类，…; 论材质，…; 分航线看，…: opens a sentence."""

OTHER_VIEW = pattern(
    "季|月|年(?![龄级纪代])|时段|时间|趋势|[整总全]体|环比|同比|增速|增幅|走势|目前|长远|长期|现在|情况|数据|今后|指标|进度"
)
"""What is looked at so is not parted by it."""

MADE = pattern(
    "(?P<of>[^，。；：、0-9]{0,16}?)(?:占[^，。；：]{2,20}[，,])?(?:是?由|分[成为]?|包括)"
    "(?P<count>[两二三四五六七八])大?(?:块|部分|项|方面|类|笔|个部分|个方面)(?:组成|构成|凑成)?(?:的)?[：:，,]"
)
"""贷款占全部的84.5%，由三块组成：…."""

COUNTS = {"两": 2, **{one: at for at, one in enumerate("二三四五六七八", 2)}}
BETWEEN = pattern(
    f"。|[（(]|等[，,；;]|{PARTLY}|{THEN}|{PLANNED}|{MEANS}|[比较每共最兼既]|合计|同时|以及其他|此外|至少|累计|新增"
)
"""What may not stand between the parts, or before the first of them."""

BEFORE = pattern(f"同期|此前|{PLANNED}|{MEANS}|{PARTLY}|每|[比较]|日均|约|近$|超过?$")
OF_THEN = pattern(THEN)
"""全县去年发生火灾318起: what the sentence tells first is the matter, whenever it was."""

OPEN_END, BOUND = (
    pattern("兼|等[，,。；]|等[\u4e00-\u9fff]{0,6}$|其[他它余]|此外|另|不含|不包括"),
    pattern("以上|以下|以内"),
)
SEVERAL_EACH = pattern("原因|诉求|需求|用途|理由|爱好|问题|困难|看法|症状|做法|兴趣|方面|动机|顾虑")
"""One may be counted under several of these."""
BACK, FEWEST, WIDE, WIDEST = 3, 3, Fraction(11, 10), Fraction(5, 4)
"""How many sentences before may hold the whole; how many parts are a list; how far they may overrun it."""

LEAST = Fraction(9, 10)
ADDED = frozenset(
    (UnitClass.COUNT, UnitClass.MONEY, UnitClass.AREA, UnitClass.LENGTH, UnitClass.MASS, UnitClass.VOLUME)
)


def told(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """The list with its whole, from a sentence before in the paragraph."""
    passage = passages[number]
    if not passage.is_prose or len(passage.figures) < FEWEST or passage.earlier is None:
        return
    looked = LOOKED.match(passage.text, passage.span.start, passage.span.end)
    made = None if looked else MADE.match(passage.text, passage.span.start, passage.span.end)
    opened = looked or made
    if opened is None or (looked and OTHER_VIEW.search(looked["by"])):
        return
    parts = _parts(passage, opened.end())
    if made:
        counted = COUNTS[made["count"]] == len(parts)
        wholes = _wholes(passages, number, parts, made["of"]) if counted and len(made["of"]) > 1 else []
    else:
        wholes = _wholes(passages, number, parts) if len(parts) >= FEWEST else []
    loose = looked is not None and SEVERAL_EACH.search(looked["by"]) is not None
    yield from _of(passage, wholes, parts, Span(*opened.span()), sure=made is not None, loose=loose)


def _of(
    passage: Passage, wholes: Sequence[Figure], parts: Sequence[Figure], words: Span, *, sure: bool, loose: bool
) -> Iterator[Sum]:
    """The sum of the whole that fits; or of the only one that could be meant, where it misses that by little."""
    quantities = tuple(one.quantity for one in parts)
    sums = [Sum(one.quantity, quantities, (words,), exhaustive=True, likely=True) for one in wholes]
    fitting = [one for one in sums if (found := judged(one)[1]).verdict is Verdict.CONSISTENT and not found.lenient]
    if fitting:
        yield fitting[0]
    elif len(sums) == 1:
        whole, size = _size(wholes[0]), sum(map(_size, parts), Fraction(0))
        relation = verify(passage, sums[0])
        wrong = relation.verdict is Verdict.INCONSISTENT
        over = whole < size <= whole * WIDE and not loose
        slip = whole * LEAST <= size <= whole * WIDEST and relation.by_slip
        if wrong and (over or slip or (sure and whole <= size * WIDEST and size <= whole * WIDEST)):
            yield sums[0]


def _parts(passage: Passage, start: int) -> list[Figure]:
    """All amounts of one unit that the sentence lists, each plain and told as the others are."""
    told = [
        (one, cue) for one, cue in zip(passage.figures, passage.cues, strict=True) if one.quantity.span.start >= start
    ]
    first = next((one for one, _ in told if one.is_amount and one.quantity.unit_class in ADDED), None)
    if first is None:
        return []
    alike = [(one, cue) for one, cue in told if one.is_amount and same_unit(one.quantity, first.quantity)]
    if any(
        one.is_amount and one.quantity.unit_class in ADDED and not same_unit(one.quantity, first.quantity)
        for one, _ in told
    ):
        return []
    parts = [one for one, _ in alike]
    text = passage.text
    gaps = [text[start : first.quantity.span.start]]
    gaps += [text[one.quantity.span.end : two.quantity.span.start] for one, two in pairwise(parts)]
    behind = text[parts[-1].quantity.span.end : passage.span.end]
    acts = {cue.act for _, cue in alike}
    whole = text[start : passage.span.end]
    plain = not any(one.bracket or one.quantity.hedges or one.quantity.value <= 1 for one in parts)
    listed = plain and len(acts) == 1 and acts <= {Act.LEVEL, Act.RISE, Act.FALL}
    closed = not any(map(BETWEEN.search, gaps)) and not OPEN_END.search(behind) and len(BOUND.findall(whole)) < 2
    return parts if listed and closed else []


def _wholes(passages: Sequence[Passage], number: int, parts: Sequence[Figure], name: str = "") -> list[Figure]:
    """What the nearest sentence that has an amount of the unit tells, or those called so; none where it is a list."""
    if not parts:
        return []
    before, left = passages[number].earlier, BACK
    while before is not None and left:
        if not LOOKED.match(before.text, before.span.start, before.span.end):
            found = [one for one in _levels(before, name) if _is_whole(before, one, parts, name)]
            if found:
                return found
        before, left = before.earlier, left - 1
    return []


def _levels(passage: Passage, name: str) -> Iterator[Figure]:
    """The levels of a sentence; where a name is asked for, its changes as well."""
    return (one for one in passage.figures if one.is_amount and not one.bracket) if name else levels(passage)


def _is_whole(passage: Passage, one: Figure, parts: Sequence[Figure], name: str) -> bool:
    """Whether it is larger than each part, of the same time, and called by the name that is asked for."""
    quantity = one.quantity
    if not same_unit(quantity, parts[0].quantity) or quantity.hedges or _size(one) <= max(map(_size, parts)):
        return False
    start = passage.clauses[one.clause].start
    lead = passage.text[start : quantity.span.start]
    if MEAN.search(lead) or NONE_ADD.search(lead) or BEFORE.search(lead):
        return False
    return name in lead and (one is passage.figures[0] or not OF_THEN.search(lead))


def _size(one: Figure) -> Fraction:
    return one.quantity.value * one.quantity.unit.factor

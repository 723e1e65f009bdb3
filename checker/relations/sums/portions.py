"""Which rates of a sentence are shares of one whole: 占比分别为, 占总收入的52.8%…占32.8%, those past a mark."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Period, Quantity
from checker.relations.cues import Act
from checker.relations.judge import judge
from checker.relations.sums import ages, classes, hundred
from checker.relations.sums.row import OPEN, Row
from checker.spans import Span

OF = pattern(
    r"(?<!市)占(?!有)(?P<whole>[^，。；、占]{0,16}?)(?:的|总[数量额]的?)?(?:比重|比例|比率|比)?(?:已|仅|只|约|分别)?"
    r"[升降]?(?:为|达到?|至|到|是|约|超|近|历史|最高值|有)*$"
)
PULL = pattern(r"对(?P<whole>[^，。；、对]{2,12}?)的?贡献率(?:最[大高低小]，)?(?:为|达到?|是|约|超|近|有)*$")
"""Some pull back where others pull: what 投资 and 消费 contribute to growth may come to more than a hundred."""

HEAD = pattern(
    r"(?:占(?P<whole>[^，。；、占分]{0,16}?)(?:的)?(?:比重|比例|比率|比)?|(?:比例数?|比重))"
    r"[，,]?(?:则)?(?:分别|依次)(?:约?为|约?占|是|达到?|约)?(?P<colon>[：:])?"
    r"|(?:分别|依次)[约各仅]?占(?:到|了)?(?P<of>[^，。；、0-9]{0,14}?)(?:的)?(?:比重|比例)?(?:为|约)?"
)
PAST = pattern(r"占(?![有了])[^，。；、占]{1,14}?(?:比重|比例|份额)(?:超过|高于|大于|达到|不足|低于|在)?(?=[0-9０-９])")
ITEM = pattern(r"[：:、，\s]?(?:即|有|分别是|分别为|包括)?[：:]?(?!超过|不足|低于|高于)[\u4e00-\u9fff]{2,8}")
YEARS = pattern(r"各[年期季月]|报告期|近[两三四五]年|历年")
MANY = pattern(r"多选|多项选择|可选[多两三]|多种")
NET = pattern(r"净值|净资产")
EACH = pattern(r"各自|本[市县区省地]|当地|同期|当[年期]|其")
REST = pattern(r"^[，、；“选择为的]*(?:其他|其它|其余|余下|说不清|不清楚|不好说)")
LEFT = pattern(
    r"^[\s）)]*(?:的[^，,。；;、]{0,12})?[，,、；;\s](?:而|另外|此外|还有)?(?:其余|余下|剩余|剩下|其他|其它)的?(?![^，。]*[涨跌增减升降率])"
    r"[\u4e00-\u9fff]{0,8}$"
)
"""其余22%来自…: what is left, with no word that says it is a share."""

BRACKETED = pattern(r"[）)][、，和及与][\u4e00-\u9fff]{1,10}[（(](?:占比?)?")
INDUSTRIES = pattern("[一1]、?[二2]、?[三3]次?产业|三次产业|三大产业")
LEFT_OUT = pattern(r"[^，,。；;]{0,16}[，,；;](?:而|另外|此外)?(?:其余|余下|剩余|剩下|其他|其它)")
DIVIDED = pattern(
    r"[二两三四五六七八九]大[\u4e00-\u9fff]{1,6}[中里]|按[^，。；]{1,10}分|(?:^|[，。；\n])分(?!别)[^，。；]{1,6}看"
    r"|从[^，。；]{0,8}(?:构成|结构|分布|血型|年龄段?|学历|来源地?|去向|职业|用途|渠道|类型|类别)[^，。；]{0,4}看"
    r"|(?:构成|结构|分布)(?:上|方面|中|里)，|单选|分为|选择“"
)
OVERLAP = pattern(r"净[流买卖][^。；]*$|市占率|占有率|在[^，。；、]{1,12}(?:市场|领域|中)的?(?:占比|占)[^，。；]{0,4}$")
LAST = pattern(r"[和及与](?:其他|其它|其余)[\u4e00-\u9fff]{0,6}$")
JOINED = pattern(r"[、和及与至到\-—～~]|以及")
NEW_GROUP = pattern(r"其中|[中里]，|。|从[^，。；]{2,10}看|按[^，。；]{1,8}分")
TIGHT = pattern(r"[\u4e00-\u9fff（）“”]{0,10}[、和及与，][\u4e00-\u9fff“”（）]{0,10}$|以及$")
CLOSED = pattern(r"[^。；;]{0,24}?(?:再无|别无|没有|无)(?:其他|其它|弃权|第[三四五]|别的)")
"""Words behind shares that say there are no others: 再无其他方式."""

NAMED = pattern("“[^“”]*”")
OPENED, SHUT = pattern("“[^”，。]*$"), pattern("[^“，。]*”")
FRACTION = "分之"
HUNDRED = Interval.exactly(100)
SLIP = 10
AHEAD = 16
"""So near before the shares the three industries are named."""

OPENING = 16
GAP, AROUND = 14, 160
"""How far from 分别占 to the first share, and before the shares for words on how they divide."""


@dataclass(frozen=True, slots=True)
class Group:
    """Shares of one whole; ``exhaustive`` where the wording says that they are all there are.

    ``likely`` shares are so by what they come to, or by what is left: one that misses is to be looked at.
    """

    parts: tuple[Quantity, ...]
    words: tuple[Span, ...]
    exhaustive: bool
    likely: bool = False


def groups(row: Row) -> Iterator[Group]:
    """Every set of shares of one whole that a row of figures holds."""
    taken: set[int] = set()
    for match in HEAD.finditer(row.text, row.passage.span.start, row.passage.span.end):
        parts = _headed(row, match)
        if parts and _left(row, parts[-1] + 1):
            parts.append(parts[-1] + 1)
        if len(parts) > 1 and not _of_years(row, match):
            taken |= set(parts)
            yield from _group(row, parts, Span(*match.span()), match["whole"] or match["of"] or "")
    for parts, words in _ranked(row):
        if taken.isdisjoint(parts):
            taken |= set(parts)
            yield from _group(row, parts, words, "")
    for told in hundred.rows(row, taken):
        taken |= set(told.at)
        quantities = tuple(row.quantity(one) for one in told.at)
        if all(one.unit.name == FRACTION for one in quantities):
            quantities = tuple(map(hundred.exact, quantities))
        yield Group(quantities, (told.words,), told.exhaustive, told.likely)
    for chain, whole in _joined(row, _chains(row, taken)):
        yield from _chained(row, chain, whole)


def _chains(row: Row, taken: Container[int]) -> list[tuple[list[int], str]]:
    """Shares told one by one, with what they are shares of."""
    chains: list[tuple[list[int], str]] = [([], "")]
    for index in range(len(row.figures)):
        chain, whole = chains[-1]
        name = None if index in taken else _whole(row, index)
        if name is None and chain and chain[-1] + 1 == index and index not in taken and _left(row, index):
            chains[-1] = list(_divided_by(row, [*chain, index])), whole
            chains.append(([], ""))
            continue
        if name is None and chain and chain[-1] + 1 == index and index not in taken and _bracketed(row, index):
            chain.append(index)
        if name is None:
            continue
        fresh = chain and NEW_GROUP.search(row.between(chain[-1], index))
        if not chain:
            chains[-1] = [index], name
        elif fresh or name != whole or _come_to(row, chain):
            chains.append(([index], name))
        else:
            chain.append(index)
    return chains


def _bracketed(row: Row, index: int) -> bool:
    """Whether a share goes on a list of shares in brackets: 甲乡（占比31%）、乙乡（22%）."""
    return row.figures[index].is_rate and BRACKETED.fullmatch(row.between(index - 1, index)) is not None


def _joined(row: Row, chains: Sequence[tuple[list[int], str]]) -> Iterator[tuple[list[int], str]]:
    """占总收入的52.8%; 占32.8%; 占14.3%: a share that names the whole goes with bare ones if all are complete."""
    held: tuple[list[int], str] = [], ""
    for chain, whole in chains:
        both = [*held[0], *chain]
        new = held[0] and chain and NEW_GROUP.search(row.between(held[0][-1], chain[0]))
        goes_on = held[0] and held[1] and chain and not whole and not new
        if goes_on and (_come_to(row, both) or _is_divided(row, both)):
            held = both, held[1]
            continue
        yield held
        held = chain, whole
    yield held


def _is_divided(row: Row, chain: Sequence[int]) -> bool:
    """Whether the words say that one whole is divided: 分产品看, or 其他 for the last of three and more."""
    start = max(row.passage.span.start, row.starts[chain[0]] - AROUND)
    divided = DIVIDED.search(row.text, start, row.starts[chain[0]]) is not None
    return len(chain) > 2 and (divided or REST.search(_opening(row, chain[-1])) is not None)


def _headed(row: Row, match: re.Match[str]) -> list[int]:
    """The shares behind 占比分别为 or 分别占."""
    first = bisect_left(row.starts, match.end())
    if first >= len(row.figures) or row.starts[first] - match.end() > GAP or not row.figures[first].is_rate:
        return []
    parts = [first]
    for index in range(first + 1, min(first + 40, len(row.figures))):
        gap = row.between(parts[-1], index)
        if "。" in gap or OPEN.search(gap) or HEAD.search(gap):
            break
        if not row.figures[index].is_rate or row.cues[index].act is not Act.LEVEL:
            if match["colon"]:
                continue
            break
        if not match["colon"] and not TIGHT.match(gap):
            break
        parts.append(index)
    return parts


def _ranked(row: Row) -> Iterator[tuple[list[int], Span]]:
    """占全国比重超过5%的有7个，即：甲12.9%、乙10.4%…: those past a mark are listed, each with its share."""
    match = PAST.search(row.text, row.passage.span.start, row.passage.span.end)
    if not match:
        return
    parts = [
        index
        for index in range(bisect_left(row.starts, match.end()), len(row.figures))
        if row.figures[index].is_rate and row.cues[index].act is Act.LEVEL and ITEM.fullmatch(row.before(index))
    ]
    if len(parts) > 1:
        yield parts, Span(*match.span())


def _of_years(row: Row, match: re.Match[str]) -> bool:
    """Whether the shares are those of several years: 2021年、2022年占比分别为."""
    start = max(row.passage.span.start, match.start() - 60)
    first = bisect_left(row.passage.tokens, start, key=lambda one: one.span.start)
    near = [one.span for one in row.passage.tokens[first : first + 24] if isinstance(one, Date | Period)]
    pairs = ((one, two) for one, two in pairwise(near) if two.start < match.end())
    joined = any(JOINED.fullmatch(row.text, one.end, two.start) for one, two in pairs)
    return joined or YEARS.search(row.text, start, match.start()) is not None


def _whole(row: Row, index: int) -> str | None:
    """What a figure is a share of (empty: of what is spoken of), or None for anything else."""
    if not row.figures[index].is_rate or row.cues[index].act in (Act.RISE, Act.FALL, Act.FROM):
        return None
    clause = row.text[max(row.passage.span.start, row.starts[index] - 30) : row.starts[index]]
    if OVERLAP.search(clause):
        return None
    match = OF.search(row.before(index)) or PULL.search(clause)
    return re.sub(r"^(?:了|到|全部|其)|(?:总[数量额]|的)$", "", match["whole"]) if match else None


def _left(row: Row, index: int) -> bool:
    """Whether a figure is the share of what is left."""
    if index >= len(row.figures) or not row.figures[index].is_rate:
        return False
    still = row.cues[index].act not in (Act.RISE, Act.FALL, Act.FROM)
    return still and LEFT.search(row.between(index - 1, index)) is not None


def _divided_by(row: Row, chain: Sequence[int]) -> Sequence[int]:
    """The shares that what is left completes: 女生占55%，本科生占70%，其余30%… are two wholes."""
    return next((chain[at:] for at in range(len(chain) - 1) if _come_to(row, chain[at:])), chain)


def _come_to(row: Row, chain: Sequence[int]) -> bool:
    """Whether the shares are complete already."""
    closed = [row.quantity(one).interval.closed().scale(row.quantity(one).unit.factor) for one in chain]
    return len(chain) > 1 and _sum(closed).meets(HUNDRED)


def _chained(row: Row, chain: Sequence[int], whole: str) -> Iterator[Group]:
    """Shares told one by one."""
    if len(chain) > 1:
        yield from _group(row, chain, row.figures[chain[0]].before, whole)


def _parallel(row: Row, chain: Sequence[int]) -> bool:
    """Whether one share follows another with nothing but names between, from the first in the sentence on."""
    first = all(not one.is_rate for one in row.figures[max(0, chain[0] - 8) : chain[0]])
    return first and all(
        len(NAMED.sub("", row.between(one, two))) <= 24 and (_is_part(row, one, two) or _all_named(row, one, two))
        for one, two in pairwise(chain)
    )


def _all_named(row: Row, one: int, two: int) -> bool:
    return all(_is_named(row, each) for each in range(one + 1, two))


def _is_part(row: Row, one: int, two: int) -> bool:
    """Whether nothing is counted between two shares but the part of the second: …，控制器收入14.4亿元，占30%."""
    return two - one == 2 and not row.figures[one + 1].is_rate and row.cues[one + 1].act is Act.LEVEL


def _is_named(row: Row, index: int) -> bool:
    """Whether a figure stands in the name of an answer or of an age: 选“一年以上”的占24.7%, 60岁及以上占19%."""
    span = row.quantity(index).span
    if row.quantity(index).unit.name in ("岁", "周岁") and not row.figures[index].is_rate:
        return True
    before, after = (row.text[max(0, span.start - 8) : span.start], row.text[span.end : span.end + 8])
    return OPENED.search(before) is not None and SHUT.match(after) is not None


def _group(row: Row, parts: Sequence[int], words: Span, whole: str) -> Iterator[Group]:
    """The shares, if they are parts of one whole. Against a sum over 100 the wording must speak."""
    pulls = PULL.search(row.text, row.passage.span.start, row.starts[parts[0]]) is not None
    names = [_opening(row, index) if pulls else row.before(index) for index in parts]
    around = row.text[max(row.passage.span.start, row.starts[parts[0]] - AROUND) : row.starts[parts[0]]]
    listed = row.text[max(row.passage.span.start, words.start - AROUND) : words.start]
    left = _left(row, parts[-1])
    named = classes.complete(names, "") or (_nearly(row, parts) and classes.complete(names, whole + names[0])) or None
    closed = left or _told_closed(row, parts[-1]) or (named is not None and not _leaves_out(row, parts[-1]))
    closed = closed or (len(parts) == 3 and INDUSTRIES.search(names[0] or listed[-AHEAD:]) is not None)
    rest = len(parts) > 2 and (REST.search(names[-1]) or LAST.search(listed)) is not None
    others = len(parts) > 2 and not rest and REST.search(_opening(row, parts[-1])) is not None
    aged = ages.overlap(around + row.text[row.starts[parts[0]] : row.starts[parts[-1]]])
    sure = not MANY.search(around) and not aged and not EACH.search(whole) and _parallel(row, parts)
    quantities = tuple(row.quantity(index) for index in parts)
    exhaustive = sure and (closed or rest or others)
    told = exhaustive or (sure and not pulls and DIVIDED.search(around) is not None)
    if told or _fits(quantities) or NET.search(around[-16:]):
        likely = (named is not None and named.likely and not left) or (others and not closed)
        yield Group(quantities, (words,), exhaustive, likely)


def _opening(row: Row, index: int) -> str:
    """What the part of the sentence is about that a figure stands in: 第二产业增加值."""
    cut = max(row.text.rfind(mark, row.passage.span.start, row.starts[index]) for mark in "；;")
    start = max(cut + 1, row.passage.span.start)
    first = row.starts[bisect_left(row.starts, start)]
    return row.text[start:first].partition("对")[0][-OPENING:]


def _nearly(row: Row, parts: Sequence[int]) -> bool:
    """Whether shares miss a hundred by no more than a slip of the pen would make of it."""
    return abs(sum((hundred.percent(row.quantity(one)) for one in parts), Fraction(-100))) <= SLIP


def _told_closed(row: Row, last: int) -> bool:
    """Whether words behind the shares say that there are no others."""
    return CLOSED.match(row.text, row.quantity(last).span.end, row.passage.span.end) is not None


def _leaves_out(row: Row, last: int) -> bool:
    """Whether others follow that nobody counted: 省内占52%，省外占31%，其余来自境外."""
    return LEFT_OUT.match(row.text, row.figures[last].quantity.span.end, row.passage.span.end) is not None


def _sum(parts: Sequence[Interval]) -> Interval:
    total = Interval.exactly(0)
    for part in parts:
        total = total + part
    return total


def exactly(intervals: list[Interval]) -> bool:
    """Whether some shares from these intervals come to 100."""
    return _sum(intervals).meets(HUNDRED)


def within(intervals: list[Interval]) -> bool:
    """Whether some shares from these intervals come to no more than 100."""
    least = _sum(intervals).low
    return least is None or least <= 100


def _fits(parts: Sequence[Quantity]) -> bool:
    return judge(parts, within).verdict is Verdict.CONSISTENT

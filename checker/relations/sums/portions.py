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
from checker.quantities.model import Date, Period, Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.judge import judge
from checker.relations.sums import ages, classes, crossing, exclusive, hundred
from checker.relations.sums.chains import AROUND, DIVIDED, HUNDRED, PULL, REST, chains, left, opening, summed
from checker.relations.sums.row import OPEN, Row, base_of
from checker.spans import Span

HEAD = pattern(
    r"(?:占(?P<whole>[^，。；、占分]{0,16}?)(?:的)?(?:比重|比例|比率|比)?|(?:比例数?|比重))"
    r"[，,]?(?:则)?(?:分别|依次)(?:约?为|约?占|是|达到?|约)?(?P<colon>[：:])?"
    r"|对(?:GDP|[^，。；、对]{2,12}?)的?贡献率(?:分别|依次)(?:为|是|达到?)"
    r"|(?:占比|比重|比例)[为是达](?=[0-9][0-9.]*[%％][、和与及][0-9])"
    r"|(?:分别|依次|(?<=[，,])各)[约各仅]?占(?:到|了)?(?:(?P<of>[^，。；、0-9]{1,14}?)的?(?:比重|比例)?[为约达]?(?=[0-9０-９]))?"
)
PAST = pattern(r"占(?![有了])[^，。；、占]{1,14}?(?:比重|比例|份额)(?:超过|高于|大于|达到|不足|低于|在)?(?=[0-9０-９])")
ITEM = pattern(r"[：:、，\s]?(?:即|有|分别是|分别为|包括)?[：:]?(?!超过|不足|低于|高于)[\u4e00-\u9fff]{2,8}")
YEARS = pattern(r"各[年期季月]|报告期|近[两三四五]年|历年")
MANY = pattern(r"多选|多项选择|可选[多两三]|多种")
NET = pattern(r"净值|净资产")
EACH = pattern(r"各自|本[市县区省地]|当地|同期|当[年期]|其")
MONEY = pattern("(?:营收|收入|投资|销售额?|成交额?|产值|支出|预算|贷款|资产|成本)[总]?[额量]?$")
"""A whole of money, which is one for all parts, as 全省产量 is not of grain and of oil."""

OF_PLAN = pattern("^(?!.*[总全])[^，。；]{0,6}(?:计划|任务|目标|应[播种收缴])(?:面积|数|量|任务)?$")
"""油菜60万亩，占计划的28%；蔬菜36万亩，占计划的86%: each has a plan of its own."""

INDUSTRIES = pattern("[一1]、?[二2]、?[三3]次?产业|三次产业|三大产业")
LEFT_OUT = pattern(r"[^，,。；;]{0,16}[，,；;](?:而|另外|此外)?(?:其余|余下|剩余|剩下|其他|其它)")
LAST = pattern(r"[和及与](?:其他|其它|其余)[\u4e00-\u9fff]{0,6}$")
JOINED = pattern(r"[、和及与至到\-—～~]|以及")
TIGHT = pattern(r"[\u4e00-\u9fff（）“”]{0,10}[、和及与，][\u4e00-\u9fff“”（）]{0,10}$|以及$")
STAKES = pattern("(?:另外|其余|剩余|余下|剩下|另)的?[0-9０-９.．]+[%％]的?股[权份]")
REMAINING = pattern("(?:另外|其余|剩余|余下|剩下|另)的?$")

TOGETHER = pattern("合计|共计|总计|小计")
"""What comes to the shares before it is no further one."""

CLOSED = pattern(r"[^。；;]{0,24}?(?:再无|别无|没有|无)(?:其他|其它|弃权|第[三四五]|别的)")
"""Words behind shares that say there are no others: 再无其他方式."""

NAMED = pattern("“[^“”]*”")
OPENED, SHUT = pattern("“[^”，。]*$"), pattern("[^“，。]*”")
FRACTION, TENTH = "分之", "成"
"""What is left (余下两成) was reckoned from the tenths before it."""

SLIP = 10
AHEAD = 16
"""So near before the shares the three industries are named."""

GAP = 14
"""How far from 分别占 to the first share."""


@dataclass(frozen=True, slots=True)
class Group:
    """Shares of one whole; ``exhaustive`` where the wording says that they are all there are.

    ``likely`` shares are so by what they come to, or by what is left: one that misses is to be looked at.
    """

    parts: tuple[Quantity, ...]
    words: tuple[Span, ...]
    exhaustive: bool
    likely: bool = False


BEHIND = pattern("[、，,（(]?占[^，。；、0-9]{0,12}")
UNLIKE = pattern(
    "(?:增加值|收入|利润|税金|税收|产值|从业人员|人数|户数|面积|投资|资产)[总]?[额量]?(?:为|达到?|是|约|共)*$"
)
"""增加值2586亿元，占16.7%；产品销售收入10116亿元，占19.1%: each measure has a whole of its own."""

BESIDE = pattern(r"[/／、，,][\u4e00-\u9fff]{0,4}")


def groups(row: Row) -> Iterator[Group]:
    """Every set of shares of one whole that a row of figures holds."""
    taken: set[int] = set()
    for match in HEAD.finditer(row.text, row.passage.span.start, row.passage.span.end):
        parts = _headed(row, match)
        if parts and left(row, parts[-1] + 1):
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
        if _from_to(row, told.at):
            continue
        quantities = tuple(row.quantity(one) for one in told.at)
        if all(one.unit.name == FRACTION for one in quantities):
            quantities = tuple(one.as_exact() for one in quantities)
        tenths = told.exhaustive and hundred.LEFT.search(row.before(told.at[-1])) and _in_tenths(quantities)
        quantities = tuple(one.as_exact() for one in quantities) if tenths else quantities
        yield Group(quantities, (told.words,), told.exhaustive, told.likely or bool(tenths))
    yield from _stakes(row, taken)
    for chain, whole in chains(row, taken):
        yield from _chained(row, chain, whole)


def _stakes(row: Row, taken: Container[int]) -> Iterator[Group]:
    """收购其72%的股权，…另外28%的股权: a stake and what is left of all of them."""
    if not STAKES.search(row.text, row.passage.span.start, row.passage.span.end):
        return
    held = [one for one in range(len(row.figures)) if row.figures[one].is_rate and one not in taken]
    held = [one for one in held if hundred.STAKE.match(row.text, row.quantity(one).span.end)]
    for one, two in pairwise(held):
        if REMAINING.search(row.before(two)) and sum(hundred.percent(row.quantity(each)) for each in (one, two)) == 100:
            yield Group((row.quantity(one), row.quantity(two)), (row.figures[two].before,), exhaustive=True)


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
        if (not match["colon"] and not TIGHT.match(gap)) or TOGETHER.search(gap):
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


def _chained(row: Row, chain: Sequence[int], whole: str) -> Iterator[Group]:
    """Shares told one by one."""
    if len(chain) > 1:
        yield from _group(row, chain, row.figures[chain[0]].before, whole)


def _parallel(row: Row, chain: Sequence[int]) -> bool:
    """Whether one share follows another with nothing but names between, from the first in the sentence on."""
    before = bisect_left(row.starts, row.text.rfind("；", row.passage.span.start, row.starts[chain[0]]))
    first = all(not one.is_rate for one in row.figures[max(before, chain[0] - 8) : chain[0]])
    return first and all(
        len(_names(row, one, two)) <= 24
        and (
            _is_part(row, one, two) or all(_is_named(row, each) or _is_moved(row, each) for each in range(one + 1, two))
        )
        for one, two in pairwise(chain)
    )


def _names(row: Row, one: int, two: int) -> str:
    """What stands between two shares, without what the first has changed by and without what is quoted."""
    moved = next((each for each in range(two - 1, one, -1) if _is_moved(row, each)), None)
    gap = row.between(one, two) if moved is None else row.text[row.quantity(moved).span.end : row.starts[two]]
    return NAMED.sub("", gap)


def _is_moved(row: Row, index: int) -> bool:
    """Whether a figure tells by how many points the share before it has changed."""
    return row.quantity(index).unit_class is UnitClass.POINTS and row.cues[index].act in (Act.RISE, Act.FALL)


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
    if _of_two_measures(row, parts) or _from_to(row, parts) or OF_PLAN.search(whole):
        return
    pulls = PULL.search(row.text, row.passage.span.start, row.starts[parts[0]]) is not None
    names = _dealt(row, parts) or [opening(row, index) if pulls else row.before(index) for index in parts]
    around = row.text[max(row.passage.span.start, row.starts[parts[0]] - AROUND) : row.starts[parts[0]]]
    listed = row.text[max(row.passage.span.start, words.start - AROUND) : words.start]
    rest_told = left(row, parts[-1])
    named = classes.complete(names, "") or (_nearly(row, parts) and classes.complete(names, whole + names[0])) or None
    closed = rest_told or _told_closed(row, parts[-1]) or (named is not None and not _leaves_out(row, parts[-1]))
    spans = _dealt(row, parts) or [_between(row, *pair) for pair in pairwise([None, *parts])]
    closed = closed or ages.cover(spans)
    closed = closed or (len(parts) == 3 and INDUSTRIES.search(names[0] or listed[-AHEAD:]) is not None)
    rest = len(parts) > 2 and (REST.search(names[-1]) or LAST.search(listed)) is not None
    others = len(parts) > 2 and not rest and REST.search(opening(row, parts[-1])) is not None
    aged = ages.overlap(around + row.text[row.starts[parts[0]] : row.starts[parts[-1]]])
    sure = not MANY.search(around) and not aged and not EACH.search(whole) and _parallel(row, parts)
    quantities = tuple(row.quantity(index) for index in parts)
    short = sure and not pulls and hundred.short(row, parts)
    tenths = rest_told and _in_tenths(quantities)
    quantities = tuple(one.as_exact() for one in quantities) if tenths else quantities
    exhaustive = sure and (closed or rest or others or short)
    told = exhaustive or (sure and not pulls and DIVIDED.search(around) is not None)
    money = sure and not pulls and MONEY.search(whole) is not None and not hundred.several(row, parts)
    apart = sure and not pulls and not any(map(row.past, parts))
    apart = apart and (exclusive.exclude(_called(row, parts), whole) or ages.apart(spans))
    slip = sure and not pulls and len(parts) > 2 and hundred.slipped(quantities) and not hundred.several(row, parts)
    if not exhaustive and crossing.cross([opening(row, one) for one in parts], [row.before(one) for one in parts]):
        return
    if told or slip or apart or money or _fits(quantities) or NET.search(around[-16:]):
        likely = (
            ((slip or apart or money) and not told)
            or (short and not (closed or rest))
            or tenths
            or (named is not None and named.likely and not rest_told)
            or (others and not closed)
        )
        yield Group(quantities, (words,), exhaustive, likely)


def _in_tenths(parts: Sequence[Quantity]) -> bool:
    return all(one.unit.name == TENTH and not one.hedges for one in parts)


def _between(row: Row, one: int | None, two: int | None) -> str:
    """The words from one share to the next, or from the start of the clause."""
    end = row.starts[two] if two is not None else 0
    start = row.quantity(one).span.end if one is not None else max(row.passage.span.start, end - AROUND // 8)
    return row.text[start:end]


def _called(row: Row, parts: Sequence[int]) -> list[str]:
    """What each share is told of, in its clause or, where 分别 deals them out, before it."""
    return _dealt(row, parts) or [_told_of(row, index) for index in parts]


def _told_of(row: Row, index: int) -> str:
    """The words before a share, or those before the amount that it stands right behind: 男性7058人，占54.2%."""
    beside = index and row.adds(index - 1) and BEHIND.fullmatch(row.between(index - 1, index))
    return row.before(index - 1) if beside else row.before(index)


def _dealt(row: Row, parts: Sequence[int]) -> list[str]:
    """男性1386人、女性1478人，分别占48.4%和51.6%: the names of as many amounts, each with its share; else none."""
    first = parts[0] - len(parts)
    if (
        first < 0
        or "分别" not in row.before(parts[0])
        or any(row.figures[one].is_rate for one in range(first, parts[0]))
    ):
        return []
    return [row.name(one) for one in range(first, parts[0])]


def _of_two_measures(row: Row, parts: Sequence[int]) -> bool:
    """Whether the shares are of as many things counted unlike: 535套/53555平方米，分别占全市的57.53%和70.04%.

    So are those that each stand right behind an amount of their own: 供煤8.3亿吨、占全国34.5%，送电3150亿度、占全国16%.
    """
    own = [one - 1 for one in parts if one and row.adds(one - 1) and BEHIND.fullmatch(row.between(one - 1, one))]
    if len(own) == len(parts) and len({base_of(row.quantity(one)) for one in own}) > 1:
        return True
    told = [found[0] for one in own if (found := UNLIKE.search(row.before(one)))]
    if len(told) == len(parts) and len(set(told)) > 1:
        return True
    before = range(parts[0] - len(parts), parts[0])
    if before.start < row.first or "分别" not in row.before(parts[0])[:4]:
        return False
    if not all(BESIDE.fullmatch(row.between(*pair)) for pair in pairwise(before)):
        return False
    return len({base_of(row.quantity(one)) for one in before if row.adds(one)}) == len(parts)


def _from_to(row: Row, parts: Sequence[int]) -> bool:
    """Whether one share is told at two times: 占比由21%提高到79%."""
    return len(parts) == 2 and row.cues[parts[0]].act is Act.FROM and row.cues[parts[1]].act is Act.TO


def _nearly(row: Row, parts: Sequence[int]) -> bool:
    """Whether shares miss a hundred by no more than a slip of the pen would make of it."""
    return abs(sum((hundred.percent(row.quantity(one)) for one in parts), Fraction(-100))) <= SLIP


def _told_closed(row: Row, last: int) -> bool:
    """Whether words behind the shares say that there are no others."""
    return CLOSED.match(row.text, row.quantity(last).span.end, row.passage.span.end) is not None


def _leaves_out(row: Row, last: int) -> bool:
    """Whether others follow that nobody counted: 省内占52%，省外占31%，其余来自境外."""
    return LEFT_OUT.match(row.text, row.figures[last].quantity.span.end, row.passage.span.end) is not None


def exactly(intervals: list[Interval]) -> bool:
    """Whether some shares from these intervals come to 100."""
    return summed(intervals).meets(HUNDRED)


def within(intervals: list[Interval]) -> bool:
    """Whether some shares from these intervals come to no more than 100."""
    least = summed(intervals).low
    return least is None or least <= 100


def _fits(parts: Sequence[Quantity]) -> bool:
    return judge(parts, within).verdict is Verdict.CONSISTENT

"""Averages: a mean with the values it is of, the growth or rate of a whole with those of all its parts, extremes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity, Range, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Passage
from checker.relations.sums import classes
from checker.relations.sums.row import same_unit

MEAN = pattern(
    "^[”’）)]?[，,；;]?(?:[两三四五六七八九十几]?[次人组家个场天项]的?)?平均(?P<noun>[\u4e00-\u9fff]{0,4}?)(?:约|[为是达]到?|每[次人组个场天])?$"
)
BEHIND_RANGE = pattern("(?:不等|之间)?[，,]平均[\u4e00-\u9fff]{0,3}(?:约|[为是达]到?)?")
LISTED = pattern("^(?:[、，,]|和|与|及|以及)$")
NAMED_LISTED = pattern("^[、，,；;](?:[\u4e00-\u9fff]{1,5})$")
EXTREME = pattern(
    "(?P<way>最高|最低|最大|最小|最多|最少|平均)(?:的?是?|[为达]到?)(?P<noun>[\u4e00-\u9fff]{0,6}?)(?:约?[为是达]到?|有|约)?$"
)
HIGH, LOW = frozenset({"最高", "最大", "最多"}), frozenset({"最低", "最小", "最少"})
RATE_NAME = pattern("(?P<noun>[\u4e00-\u9fff]{1,5}率)[^\u4e00-\u9fff]*(?:约?[为是达]到?|约|有)?$")
OVERALL = pattern("总|整体|总体|平均|综合|合计|全[国省市县区校年厂体部]|城乡")
PER_HEAD = pattern("[人户亩]均|平均")
NOT_PLAIN = pattern(
    "分别|各|(?<![人户亩平])均|其余|累计|[^年]占|比重|占比|拉动|贡献|美元计|剔除|扣除|不含|两年|环比|年均|计划|目标|预[计期]"
)
BALANCE = pattern("[顺逆]差|净|差额")
MARKS = pattern("[，,；;。、：:0-9]")
TAIL_END = pattern("[，,；;。、：:0-9（(约]")
LIGHT = pattern(
    "其中|同期|当月|[\\s0-9.%]|累计|同比|按年|比上年|比去年|同口径|名义|增加值|总值|总额|总量|贸易|商品|方面|产业|实现|完成|金额|值|额|"
    "增长|上升|提高|下降|回落|减少|增加|为|达到?|则|也|又|的|了"
)
ASIDE = pattern("[（(]其?[中含包里][^（()）]{0,60}$")
"""（其中港澳航线减少3.1%）: what is told of a part of a part."""

FOR_ONE = pattern("[\u4e00-\u9fff]{1,6}(?:一|每)[个名张席把套份间只]")
"""招录96人，报名3264人，平均34人竞争一个名额: a ratio of the two and no mean of them."""

ONE_BY_ONE, LEAD, LEAST = pattern("分别|依次"), 8, 3
WEIGHED = pattern("均|去掉|去除|剔除|加权|不计|人次?$|[每各][班组村户校区县]")
"""Where the mean is not of all values, or not of each alike."""

EXTREME_REACH, SEGMENT, MOST = 16, 60, 24
SORT = pattern("^(?:生|性|区|(?:常住)?居民|员工|职工|企业|学校|村|镇)")
CHANGES = (Act.RISE, Act.FALL)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean and the values between which it must lie. ``kind`` is listed, extremes or whole.

    ``falls`` tells for each value, the mean first, whether it is a fall. ``complete`` is a list of three or more told
    one by one (分别是) right before its mean, each with the weight of the others.
    """

    mean: Quantity
    values: tuple[Quantity, ...]
    kind: str
    name: str
    falls: tuple[bool, ...] = ()
    complete: bool = False


def means(passage: Passage) -> Iterator[Mean]:
    """Every mean of the sentence."""
    words = passage.span.of(passage.text)
    if "平均" in words:
        yield from _listed(passage)
        yield from _between(passage)
    if "最" in words:
        yield from _extremes(passage)
    yield from _wholes(passage)


def _listed(passage: Passage) -> Iterator[Mean]:
    """8.1、8.4、8.6，平均9.2: nothing but list marks between the values."""
    figures = passage.figures
    for index in range(2, len(figures)):
        one = figures[index]
        match = MEAN.match(passage.text[figures[index - 1].quantity.span.end : one.quantity.span.start])
        if match is None or match["noun"] not in ("", "值", "分", "数", "成绩", "水平"):
            continue
        if FOR_ONE.match(passage.text, one.quantity.span.end):
            continue
        first = index - 1
        while first > max(0, index - MOST) and same_unit(figures[first - 1].quantity, figures[first].quantity):
            gap = passage.text[figures[first - 1].quantity.span.end : figures[first].quantity.span.start]
            if not (LISTED.match(gap) or NAMED_LISTED.match(gap)):
                break
            first -= 1
        values = tuple(figure.quantity for figure in figures[first:index])
        if len(values) > 1 and same_unit(one.quantity, values[0]) and passage.cues[first].act is Act.LEVEL:
            complete = _is_complete(passage, figures[first].quantity, (one.quantity, *values))
            yield Mean(one.quantity, values, "listed", "平均数", complete=complete)


def _is_complete(passage: Passage, first: Quantity, told: Sequence[Quantity]) -> bool:
    """Whether a list names each of its values, none of them a share of its own base, a rough one or a mean itself."""
    head = passage.text[passage.span.start : first.span.start]
    gap = passage.text[told[-1].span.end : told[0].span.start]
    plain = all(not one.hedges and one.unit_class is not UnitClass.RATE for one in told)
    weighed = WEIGHED.search(head) or WEIGHED.search(gap.replace("平均", ""))
    return plain and len(told) > LEAST and ONE_BY_ONE.search(head[-LEAD:]) is not None and not weighed


def _between(passage: Passage) -> Iterator[Mean]:
    """年龄从18岁到24岁不等，平均21岁: the mean lies in the range before it."""
    for one, mean in pairwise(passage.tokens):
        if not (isinstance(one, Range) and isinstance(mean, Quantity) and same_unit(mean, one.low)):
            continue
        if BEHIND_RANGE.fullmatch(passage.text, one.span.end, mean.span.start):
            yield Mean(mean, (one.low, one.high), "extremes", "平均数")


def _extremes(passage: Passage) -> Iterator[Mean]:
    """最高…, 最低…, 平均… of one thing."""
    seen: dict[str, tuple[Quantity, str]] = {}
    for figure in passage.figures:
        words = passage.text[figure.before.start : max(figure.before.end, figure.quantity.number.start)]
        match = EXTREME.search(words[-EXTREME_REACH:])
        if match is None:
            continue
        way = "high" if match["way"] in HIGH else "low" if match["way"] in LOW else "mean"
        if way in seen:
            seen.clear()
        seen[way] = (_bare(figure.quantity), match["noun"])
        if "high" in seen and "low" in seen:
            high, low = seen["high"], seen["low"]
            mean = seen.get("mean")
            near = figure.quantity.span.end - min(one[0].span.start for one in seen.values()) < 60
            nouns = {noun for _, noun in seen.values() if noun}
            if near and len(nouns) < 2 and all(same_unit(high[0], one[0]) for one in seen.values()):
                if mean:
                    yield Mean(mean[0], (low[0], high[0]), "extremes", "平均数")
                elif way != "mean" and low[0].value > high[0].value:
                    yield Mean(low[0], (high[0],), "order", "最低")


def _bare(quantity: Quantity) -> Quantity:
    """The number without 最低, which elsewhere says "at least"."""
    half = quantity.place / 2
    around = Interval(quantity.value - half, quantity.value + half)
    return replace(quantity, hedges=(), interval=around, loose=around, truncated=around)


def _wholes(passage: Passage) -> Iterator[Mean]:
    """出口增长5%，进口增长8%，进出口增长9%; 男生90%、女生80%，总合格率93%; 人均收入3万元，城镇4万元，农村2万元."""
    if sum(one.is_rate for one in passage.figures) > 1:
        yield from _divided(passage, _segments(passage, rates=True))
    if any(PER_HEAD.search(one.text, one.span.start, one.span.end) for one in _told_together(passage)):
        yield from _divided(passage, _segments(passage, rates=False))


def _divided(passage: Passage, segments: "list[Segment]") -> Iterator[Mean]:
    """A whole with all its parts, as the names in the segments tell."""
    known = [classes.memberships(one.words) for one in segments]
    if sum(bool(one) for one in known) < 2 or NOT_PLAIN.search(passage.text, passage.span.start, passage.span.end):
        return
    for line in classes.rows():
        if not any(line.number in one for one in known):
            continue
        members: dict[int, Segment] = {}
        whole: Segment | None = None
        for one in segments:
            at = [
                place
                for place, names in enumerate(line.members)
                if any(classes.says(one.words, name) for name in names)
            ]
            if len(at) == 1 and at[0] not in members:
                members[at[0]] = one
            elif not at and whole is None and _is_whole(line, one.words):
                whole = one
            else:
                break
        if whole is not None and len(members) == len(line.members):
            words = whole.words
            if all(_plain(line.members[at], one.words, words) for at, one in members.items()):
                yield from _judged([whole, *members.values()])


@dataclass(frozen=True, slots=True)
class Segment:
    """A number with the words since the one before it that is of its sort."""

    quantity: Quantity
    act: Act
    words: str


def _segments(passage: Passage, *, rates: bool) -> list[Segment]:
    """The rates of the sentence, or its levels, and those of the one before it if this one tells of its parts."""
    found = []
    for one in _told_together(passage):
        start = one.span.start
        for figure, cue in zip(one.figures, one.cues, strict=True):
            if figure.is_rate if rates else figure.is_amount and cue.act not in CHANGES:
                span = figure.quantity.span
                if figure.bracket and ASIDE.search(one.text, max(start, span.start - SEGMENT), span.start):
                    start = span.end
                    continue
                found.append(Segment(figure.quantity, cue.act, one.text[max(start, span.start - SEGMENT) : span.start]))
                start = span.end
    return found


def _told_together(passage: Passage) -> list[Passage]:
    """The sentence, behind the one whose parts it tells."""
    divides = passage.earlier is not None and passage.text.startswith("其中", passage.span.start)
    return [passage.earlier, passage] if divides and passage.earlier else [passage]


def _is_whole(line: classes.Row, words: str) -> bool:
    if BALANCE.search(words):
        return False
    if PER_HEAD.search(words) or not line.needs:
        return OVERALL.search(words) is not None
    return any(need in words for need in line.needs)


def _plain(names: tuple[str, ...], words: str, whole: str) -> bool:
    """Whether nothing else tells the part apart: 农产品进口 is no part of 进出口 that completes it."""
    name = next(one for one in names if classes.says(words, one))
    at = words.rfind(name)
    head = LIGHT.sub("", MARKS.split(words[:at])[-1])
    tail = LIGHT.sub("", SORT.sub("", TAIL_END.split(words[at + len(name) :])[0]))
    bare = whole.replace("总", "")
    return (not head or head in bare) and (not tail or tail in bare)


def _judged(segments: list[Segment]) -> Iterator[Mean]:
    """The whole's number with its parts', if all are growth, all are one rate, or all are means."""
    quantities = [one.quantity for one in segments]
    if any(not same_unit(one, quantities[0]) or one.hedges for one in quantities):
        return
    if quantities[0].unit_class is not UnitClass.RATE:
        if PER_HEAD.search(segments[0].words):
            yield Mean(quantities[0], tuple(quantities[1:]), "whole", "平均数")
        return
    if all(one.act in CHANGES for one in segments):
        if PER_HEAD.search(segments[0].words):
            return  # who moves to town raises the mean of all more than that of either
        falls = tuple(one.act is Act.FALL for one in segments)
        yield Mean(quantities[0], tuple(quantities[1:]), "whole", "总体增速", falls)
        return
    nouns = [match["noun"][-3:] for one in segments if (match := RATE_NAME.search(one.words))]
    if len(set(nouns)) == 1 and RATE_NAME.search(segments[0].words) and all(one.act is Act.LEVEL for one in segments):
        yield Mean(quantities[0], tuple(quantities[1:]), "whole", f"总体{nouns[0]}")

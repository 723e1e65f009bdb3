"""What parts of demand or of output give to growth: 消费拉动2.6个百分点，投资拉动1.5个百分点，合计拉动4.1个百分点.

Points come to what is said to be the pull of all, and those of a closed circle (三次产业; 消费, 投资 and 净出口) to the
growth itself; the rates at which a closed circle contributes come to a hundred.
"""

import re
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.sums.portions import Group
from checker.relations.sums.row import OPEN, Sum

CIRCLES = tuple(
    tuple(pattern(one) for one in line)
    for line in (
        ("第一产业|一产", "第二产业|二产", "第三产业|三产|服务业"),
        ("(?<!资)消费", "资本形成|投资", "净出口|外需"),
        ("内需|国内需求", "外需|国外需求|净出口"),
    )
)
PULL = pattern("(?:拉动|贡献|带动)[\u4e00-\u9fffA-Z]{0,12}$")
ALL = pattern(
    "(?:合计|共计|总计|合共|一共|总共|共同|(?<![公总一])共|[两二三四五]者|[两三四五]大?(?:产业|需求|领域|项))"
    "[\u4e00-\u9fff]{0,8}(?:拉动|贡献|带动)[\u4e00-\u9fff]{0,12}$"
)
AGAINST = pattern("下拉|拉低|拖累|负拉动|负贡献|[减降]")
GROWTH = pattern(
    "(?:生产总值|GDP|经济)[^，。；]{0,20}(?:增长|增速)[为达约]?$|^(?:同?比[^，。；]{0,8}|实际|按[^，。；]{0,8}计算)*增[长速][为达]?$"
)
OUTPUT, OF_PART = pattern("生产总值|GDP|经济"), pattern("其中|产业|增加值|人均|工业|服务业")
"""生产总值134万亿元，增长5.0%。其中，第一产业增加值9万亿元，增长3.5%: the latter is no growth of all output."""
TIME = pattern("[上下]半年|前三季度|(?<!前)[一二三四]季度|[0-9一二三四五六七八九十]月")
RATE = pattern("贡献率|贡献份额")
SEVERALLY = "分别"
FEWEST, BACK = 2, 2
LEAD, AROUND = 30, 60
"""How many characters before the rates name them, and before growth what grew."""


def summed(passages: Sequence[Passage], number: int, points: Sequence[Figure]) -> Iterator[Sum]:
    """The pulls with that of all behind them, or with the growth that a closed circle makes up."""
    passage = passages[number]
    last, before = points[-1], points[:-1]
    if ALL.search(passage.words(last.before)):
        if len(before) >= FEWEST and _pull(passage, before):
            yield _sum(last, before)
        return
    if not _pull(passage, points) or not _closed(passage, points):
        return
    whole = next(
        (one for each in passages[max(0, number - BACK) : number + 1][::-1] if (one := _growth(each, points))), None
    )
    own = set(TIME.findall(passage.text, passage.span.start, points[-1].quantity.span.start))
    if whole is not None and own <= set(TIME.findall(passage.text, whole.before.start - AROUND, whole.before.end)):
        yield Sum(
            whole.quantity, tuple(one.quantity for one in points), (points[0].before,), exhaustive=True, likely=True
        )


def rated(passage: Passage) -> Iterator[Group]:
    """The contributing rates of a closed circle."""
    if not RATE.search(passage.text, passage.span.start, passage.span.end):
        return
    rates = [one for one in passage.figures if one.is_rate]
    for circle in CIRCLES:
        for first in range(len(rates) - len(circle) + 1):
            run = rates[first : first + len(circle)]
            start = max(passage.span.start, run[0].quantity.span.start - LEAD)
            end = run[-1].quantity.span.start
            named = RATE.search(passage.text, start, end) is not None
            told = named and not TIME.search(passage.text, run[0].quantity.span.end, end)
            if told and _in_turn(passage, run, circle) and all(not one.quantity.hedges for one in run):
                yield Group(tuple(one.quantity for one in run), (run[0].before,), exhaustive=True, likely=True)


def _sum(whole: Figure, parts: Sequence[Figure]) -> Sum:
    return Sum(whole.quantity, tuple(one.quantity for one in parts), (whole.before,), exhaustive=True)


def _pull(passage: Passage, points: Sequence[Figure]) -> bool:
    """Whether each is told as a pull, the first of several told 分别 for all, and none against the growth."""
    words = _own(passage, points)
    if any(AGAINST.search(one) or OPEN.search(one) for one in words[1:]) or AGAINST.search(words[0]):
        return False
    first = _lead(passage, points[0])
    return all(PULL.search(one) for one in words) or (SEVERALLY in first and PULL.search(words[0]) is not None)


def _closed(passage: Passage, points: Sequence[Figure]) -> bool:
    return any(len(one) == len(points) and _in_turn(passage, points, one) for one in CIRCLES)


def _in_turn(passage: Passage, run: Sequence[Figure], circle: Sequence[re.Pattern[str]]) -> bool:
    """Whether each of the circle is named before a number of its own, or all of them before the first."""
    words = _own(passage, run)
    named = [[at for at, name in enumerate(circle) if name.search(each)] for each in words]
    if all(len(one) == 1 for one in named):
        return len({one[0] for one in named}) == len(circle)
    lead = _lead(passage, run[0])
    return SEVERALLY in lead and all(name.search(lead) for name in circle)


def _own(passage: Passage, run: Sequence[Figure]) -> list[str]:
    """The words of its clause before each, ordinals among them (第一产业), back to the one before it."""
    ends = (0, *(one.quantity.span.end for one in run))
    starts = (max(end, passage.clauses[one.clause].start) for end, one in zip(ends, run, strict=False))
    return [passage.text[start : one.quantity.span.start] for start, one in zip(starts, run, strict=True)]


def _lead(passage: Passage, figure: Figure) -> str:
    """The words of its clause before a figure."""
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _growth(passage: Passage, points: Sequence[Figure]) -> Figure | None:
    """The growth of all output that a sentence tells before the pulls."""
    end = points[0].quantity.span.start
    for figure, cue in zip(passage.figures, passage.cues, strict=True):
        told = figure.is_rate and cue.act is Act.RISE and figure.quantity.span.end <= end
        if not told or not GROWTH.search(_lead(passage, figure)):
            continue
        start = max(passage.span.start, figure.quantity.span.start - AROUND)
        told_of = list(OUTPUT.finditer(passage.text, start, figure.quantity.span.start))
        if told_of and not OF_PART.search(passage.text, told_of[-1].end(), figure.quantity.span.start):
            return figure
    return None

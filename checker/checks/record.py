"""record: a record high with a higher value before it, or a record low with a lower one.

The value before it stands in the record's own sentence, or anywhere in the article under the same name with an earlier
year (去年, 2021年).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from re import Match

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act, cue
from checker.relations.growth import frames
from checker.relations.growth.alike import alike, comparable
from checker.relations.growth.frame import Frame
from checker.relations.judge import Reading
from checker.relations.passage import Figure, Passage
from checker.spans import Span

WORDS = ("新高", "新低", "历史最高", "历史最低", "最高纪录", "最低纪录", "历史之最", "历史峰值", "以来")
RECORD = pattern(
    "(?:创下了?|创出了?|创造了?|刷新了?|创了?|达到了?|达|为|是|系|迎来)[^，,。；;、0-9新]{0,8}?的?"
    "(?P<record>(?:历史同期|同期历史|历史|同期)?新(?:(?P<high1>高)|低)|历史(?:同期)?最(?:(?P<high2>高)|低)(?:水平|值|纪录|点|位)?"
    "|最(?:(?P<high3>高)|低)纪录|(?:[12][0-9]{3}年)?有[^，。；0-9]{0,6}(?:记录|资料|统计|观测)以来(?:历史)?(?:同期)?"
    "(?:的)?(?:最(?:(?P<high4>[高多大长强])|[低少小短弱])|新(?:(?P<high5>高)|低)))(?![地度潮质考区])"
)
HIGH = ("high1", "high2", "high3", "high4", "high5")
JOINS = pattern(
    "[，,、）)]{0,2}(?:再次|再度|又|再|也|均|并|仍然|仍|依然|继续|连续[^，,。；0-9]{1,4}|双双|一举|双|同时|更是|从而|由此|这也|该)*+"
)
LEADS = pattern("[，,、]?(?:的|达到了?|达|为|至|共|有|约|近)*+")
"""创历史新高，达52万人次: the record comes first."""

NOT_YET = pattern("未|没|距|差|接近|逼近|有望|力争|将|预计|不及|低于|次[高低]|仅次|计划|目标|若|如果|能否|冲刺|冲击")
BASES = ("", "year")
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
YEARS = pattern("(?:19|20)[0-9]{2}年|今年|去年|上年|前年")
RELATIVE = {"今年": 0, "去年": -1, "上年": -1, "前年": -2}
YEAR_FIRST = pattern(
    "(?P<year>今年|去年|上年|前年)(?P<name>[^，,。；;0-9]{0,10}?)(?:达到了?|约|为|是|有|共|达|则|的)*$"
)
"""A year with the name behind it, right before a number."""
OF_TIME = pattern("[季月日天周节期]|假|[上下]半|黄金")
TIMES = pattern(
    "^(?:[12][0-9]{3}年|今年|去年|上年|前年|全年|其中|据统计|当年|全[国省市县区镇村]|[本我该][省市县区镇村]|，|这一年)++"
)
LINKS = pattern("(?:达到了?|达|约为|为|约|共|有|是|近|超过?|已经?|的|了|高达|实现|合计|累计|总计|共计)++$")
OTHERS = pattern("每|均|单日|单月|当日|当月|日|月|季|最[高大多]|新增|其中|增|减")
OF_ONE = pattern("[单当][日天周月季年场晚]")
"""创春运单日新高 is a record among days, and no number of a whole season is one of them."""

NAME, FAR, MOST, NEAR = 3, 3_000, 80, 4
"""How long a name is at least; how far back and in how many sentences an earlier value is looked for; how many frames
before a record may be the one it is told of.
"""
LONGEST, BACK = 24, 300
"""How many characters of a name, and how many before a figure, are read."""

YEAR_ALONE = pattern("(?:^|[^0-9\u4e00-\u9fff])(?:19|20)[0-9]{2}年(?:为|是|有)?$")
SERIES, SHARED = 2, 4
"""So many years make a series, and so many characters in a row name one thing."""

RECENT = pattern(
    "(?<![0-9])[0-9０-９一二三四五六七八九十两几近]{1,3}(?:个)?[年月周日]|(?<!去)年内|本周|月内|盘中|季|上市以来|阶段"
)
"""近三年新高, 年内新高: highest of a stretch only."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every record that the numbers it is told of contradict."""
    if not any(word in article.text for word in WORDS):
        return
    for passage in article.passages:
        words = passage.words(passage.span)
        if any(word in words for word in WORDS):
            yield from _records(passage, article.passages)


def _records(passage: Passage, passages: Sequence[Passage]) -> Iterator[Hit]:
    records = [
        one for one in RECORD.finditer(passage.text, passage.span.start, passage.span.end) if _told(passage, one)
    ]
    told = sorted((*frames.amounts(passage), *frames.rates(passage)), key=_start) if records else []
    for found in records:
        at = bisect_left(told, found.start(), key=_start)
        hits = (_judged(passage, frame, found, passages) for frame in told[max(0, at - NEAR) : at + 1])
        hit = next((one for one in hits if one), None) or _of_two_years(passage, found)
        if hit:
            yield hit


def _of_two_years(passage: Passage, found: Match[str]) -> Hit | None:
    """去年产茶820吨，今年790吨，创历史新高: two numbers, each behind its year, and the record of the second."""
    figures = [one for one in passage.figures if one.quantity.span.end <= found.start()][-2:]
    if len(figures) < 2 or not JOINS.fullmatch(passage.text, figures[1].quantity.span.end, found.start()):
        return None
    leads = [YEAR_FIRST.search(_clause(passage, one)) for one in figures]
    years = [RELATIVE.get(one["year"], 1) for one in leads if one]
    beyond = _beyond(figures[0].quantity, figures[1].quantity, high=any(found[name] for name in HIGH))
    if (
        len(years) < 2
        or years[0] >= years[1]
        or 1 in years
        or not beyond
        or OTHERS.search(_clause(passage, figures[1]))
    ):
        return None
    first, second = (one["name"] for one in leads if one)
    named = first.endswith(second) and (not second or not OF_TIME.search(first.removesuffix(second)))
    return _hit(passage, figures[1], figures[0], Span(found.start("record"), found.end("record"))) if named else None


def _clause(passage: Passage, figure: Figure) -> str:
    """The words of a figure's clause before it."""
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _told(passage: Passage, found: Match[str]) -> bool:
    """Whether it is a record of all times, and one that was reached."""
    before = max(passage.span.start, found.start() - 6)
    return not RECENT.search(found[0]) and not NOT_YET.search(passage.text, before, found.end())


def _start(frame: Frame) -> int:
    return frame.first.quantity.span.start


def _judged(passage: Passage, frame: Frame, found: Match[str], passages: Sequence[Passage]) -> Hit | None:
    near = found.start() - _start(frame) < BACK
    current, high = near and _joined(passage, frame, found.span()), any(found[name] for name in HIGH)
    if not current:
        return None
    rival = _rival(frame, high=high, same="同期" in found[0])
    if rival is None and not OF_ONE.search(found[0]):
        rival = _earlier(passage, current, passages, found, high=high) or _in_series(
            passage, current, passages, high=high
        )
    return _hit(passage, current, rival, Span(found.start("record"), found.end("record"))) if rival else None


def _joined(passage: Passage, frame: Frame, record: tuple[int, int]) -> Figure | None:
    """The level of the frame, where the record stands right behind its last number or right before its first one."""
    start, end = record
    first = frame.first.quantity.span.start
    if first >= end:
        return frame.current if LEADS.fullmatch(passage.text, end, first) else None
    last = max((one.quantity.span.end for one in _figures(frame) if one.quantity.span.end <= start), default=0)
    return frame.current if last and JOINS.fullmatch(passage.text, last, start) else None


def _earlier(
    passage: Passage, current: Figure, passages: Sequence[Passage], found: Match[str], *, high: bool
) -> Figure | None:
    """A value of the same name in another sentence that tells of an earlier year and lies beyond the record.

    The name stands before the number, or before the record where that comes first: 游客量创历史新高，达52万人次.
    """
    name = _name(passage, min(current.quantity.span.start, found.start()))
    year = _year(passage, current)
    if len(name) < NAME or year is None or OTHERS.search(name):
        return None
    first = bisect_left(passages, passage.span.start - FAR, key=lambda one: one.span.start)
    for other in passages[first : first + MOST]:
        if other is passage:
            continue
        for figure in other.figures[:MOST]:
            alike = figure.quantity.unit_class is current.quantity.unit_class
            if alike and _name(other, figure.quantity.span.start) == name:
                told, act = _year(other, figure), cue(other.words(figure.before)).act
                beyond = act in LEVELS and _beyond(figure.quantity, current.quantity, high=high)
                if beyond and told is not None and _before(told, year):
                    return figure
    return None


def _in_series(passage: Passage, current: Figure, passages: Sequence[Passage], *, high: bool) -> Figure | None:
    """A value beyond the record among those of other years, told one after the other in a sentence near by.

    The sentence speaks of the same thing by name: 近五年的高温日数：2021年33.4天，2022年27.8天.
    """
    at = bisect_left(passages, passage.span.start, key=lambda one: one.span.start)
    name = passage.words(Span(max(passage.span.start, current.quantity.span.start - MOST), current.quantity.span.start))
    for other in passages[max(0, at - 1) : at + 2]:
        figures = () if other is passage else other.figures[:MOST]
        dated = [one for one in figures if _is_of_a_year(other, one) and alike(one.quantity, current.quantity)]
        if len(dated) < SERIES:
            continue
        lead = other.words(Span(other.span.start, dated[0].quantity.span.start))
        beyond = [one for one in dated if _beyond(one.quantity, current.quantity, high=high)]
        if beyond and any(lead[start : start + SHARED] in name for start in range(len(lead) - SHARED + 1)):
            return beyond[0]
    return None


def _is_of_a_year(passage: Passage, figure: Figure) -> bool:
    """Whether nothing but a year stands before a number: 2021年33.4天."""
    start = figure.quantity.span.start
    return YEAR_ALONE.search(passage.text, max(passage.span.start, start - NEAR * 2), start) is not None


def _before(one: int, two: int) -> bool:
    """Whether one year is surely before another; years told as 去年 and years told by number do not compare."""
    return one < two and (one > 0) == (two > 0)


def _name(passage: Passage, at: int) -> str:
    """The words of the clause right before ``at``, without times before them and links behind."""
    clause = passage.clauses[bisect_right(passage.clauses, at, key=lambda one: one.end)]
    words = passage.words(Span(max(clause.start, at - LONGEST), at))
    return LINKS.sub("", TIMES.sub("", words))


def _year(passage: Passage, figure: Figure) -> int | None:
    """The year a figure speaks of: by its number, or -1 for last year and 0 for none told; None where several are."""
    at = figure.quantity.span.start
    words = passage.words(Span(max(passage.span.start, at - BACK), at))
    found = set(YEARS.findall(words))
    if len(found) > 1:
        return None
    word = found.pop() if found else "今年"
    return int(word[:4]) if word[:4].isdecimal() else RELATIVE.get(word)


def _figures(frame: Frame) -> Iterator[Figure]:
    yield frame.first
    for group in frame.groups:
        found = (group.base, *(one.figure for one in (group.change, group.rate, group.points, group.multiple) if one))
        yield from (one for one in found if one)
    if frame.current:
        yield frame.current


def _rival(frame: Frame, *, high: bool, same: bool) -> Figure | None:
    """The number by which what was before is higher (lower): the earlier level itself, or the change since."""
    current = frame.current
    for group in frame.groups:
        if same and group.key not in BASES:
            continue
        if group.base and current and _beyond(group.base.quantity, current.quantity, high=high):
            return group.base
        for growth in (group.rate, group.change, group.points):
            if growth and growth.act is (Act.FALL if high else Act.RISE) and group.key in BASES and growth.key:
                return growth.figure if growth.figure.quantity.value > 0 else None
    return None


def _beyond(base: Quantity, current: Quantity, *, high: bool) -> bool:
    """Whether the earlier value is surely above (below) the one that is called a record."""
    if not alike(base, current):
        return False
    one, two = (Reading.LOOSE.of(quantity) for quantity in comparable([base, current]))
    if high:
        return one.low is not None and two.high is not None and one.low > two.high
    return one.high is not None and two.low is not None and one.high < two.low


def _hit(passage: Passage, current: Figure, rival: Figure, span: Span) -> Hit:
    data = {"words": span.of(passage.text), "current": current.quantity.literal, "other": rival.quantity.literal}
    related = (Related(current.quantity.span, "current"), Related(rival.quantity.span, "other"))
    return Hit(span, data, related=related)


KIND = Kind(check, frozenset({"words", "current", "other"}), notes=frozenset({"current", "other"}))

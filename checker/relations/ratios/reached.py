"""ratio: how many of the first number the second reached: 24投9中，命中率37.5%; 40个村已有36个通车，通车率90%.

The rate has a name that says so (到会率, 覆盖率), stands right behind the two counts, and no other number stands before
it in its sentence. What does not fit is for a reader to look at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.quantities.model import UnitClass
from checker.relations.dated import calendar
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.ratio import Triple, verify
from checker.relations.record import Relation
from checker.spans import Span

REACHED = """
    参选 投票 参会 到会 到课 出勤 出席 参与 接种 通达 通车 覆盖 建成 开工 完工 竣工 复工 复产 投产 入住 上座 入座
    合格 及格 达标 优良 优秀 录取 上线 升学 就业 签约 履约 办结 结案 破案 调解 整改 销号 完成 普及 治愈 出院 成活
    孵化 中签 中标 回收 返还 脱贫 参保 参训 参赛 检出 命中 罚球命中 投篮命中 三分命中
    """
NAMED = pattern(
    rf"[，,](?:[\u4e00-\u9fff]{{0,6}}?)(?:{one_of(REACHED.split())})率(?:约?为|达到?|高达|约|近|仅|只有|超过?)*$"
)
ELSEWHERE = pattern("投资|资金|任务|产值|[去上往前历明]年|同期|[全各][国省市县区]|平均|目标|力争|计划|预计|上[月周季]")
"""Words of another time, place or measure, which the rate is then of."""

DONE = pattern(
    r"(?:[\u4e00-\u9fff]{0,6}[，,])?[\u4e00-\u9fff]{0,4}?(?:已|其中|实[际有到]|参加|到会|出席|开工|建成|完成|有|通过|合格|达标)[\u4e00-\u9fff]{0,4}$|[\u4e00-\u9fff]{1,5}[，,]$"
)
TRIED, MADE = pattern("[投罚射掷]"), pattern("中|命中|进")
PLAYED, WON = pattern("场|战"), pattern("胜|连胜")
HIT, WIN = pattern("命中率(?:为|达到?|高达|仅|只有)*$"), pattern("胜率(?:为|达到?|高达|仅|只有)*$")


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every rate that two counts right before it make."""
    for passage in passages:
        for index in range(2, len(passage.figures)):
            yield from _judged(passage, index)


def _judged(passage: Passage, index: int) -> Iterator[Relation]:
    whole, part, rate = passage.figures[index - 2 : index + 1]
    if not rate.is_rate or not 0 < part.quantity.value <= whole.quantity.value:
        return
    scored = _scored(passage, whole, part, rate)
    if scored or (index == 2 and _counted(passage, whole, part, rate)):
        whole, part = (_exact(passage, one) if scored else one for one in (whole, part))
        relation = verify(passage, Triple("占比", (rate.before,), part, whole, rate))
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _exact(passage: Passage, figure: Figure) -> Figure:
    """24投 counts throws: a bare number with the word behind it, as a count."""
    one = figure.quantity
    if one.unit.name or one.hedges or one.value.denominator != 1:
        return figure
    span = Span(one.span.start, one.span.end + 1)
    return replace(figure, quantity=calendar.counted(passage.text, span, int(one.value), "个"))


def _scored(passage: Passage, whole: Figure, part: Figure, rate: Figure) -> bool:
    """24投9中，命中率…; 17场12胜，胜率…."""
    named = passage.text[max(passage.span.start, rate.quantity.span.start - 12) : rate.quantity.span.start]
    near = part.quantity.span.start - whole.quantity.span.end < 10
    pairs = ((HIT, TRIED, MADE), (WIN, PLAYED, WON))
    return near and any(
        name.search(named) and _unit(passage, whole, first) and _unit(passage, part, second)
        for name, first, second in pairs
    )


def _unit(passage: Passage, figure: Figure, words: re.Pattern[str]) -> bool:
    """Whether such a word follows the numeral, as its unit or behind it."""
    return words.match(passage.text, figure.quantity.number.end) is not None


def _counted(passage: Passage, whole: Figure, part: Figure, rate: Figure) -> bool:
    """Whether both count the same, the second in a word like 已有, and the rate is named right behind them."""
    one, two = whole.quantity, part.quantity
    same = (
        one.unit == two.unit and one.unit_class in (UnitClass.COUNT, UnitClass.AREA) and not (one.hedges or two.hedges)
    )
    after = passage.text[two.span.end : rate.quantity.span.start]
    between = passage.text[one.span.end : two.span.start]
    if ELSEWHERE.search(between + after):
        return False
    return same and len(after) < 24 and len(between) < 20 and bool(NAMED.search(after) and DONE.search(between))

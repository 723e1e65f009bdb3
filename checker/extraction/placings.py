"""Placings: 总量居全省第4位, 增速居全市前三 — who stands where in which order, as far as one clause tells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.patterns import pattern
from checker.quantities import dates
from checker.quantities.model import Date, Period, Token
from checker.spans import Span

PLACING = pattern(
    "(?:居|列|排(?:名|行|在|名在)?)(?P<scope>[\u4e00-\u9fff]{0,10}?)"
    "(?:第(?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?P<unit>[位名]?)(?![梯方大批产线期代步阶届次个季])|(?P<first>首位|榜首|之首)|前(?P<top>[一二三四五六七八九十]{1,2}|[0-9]{1,2})(?P<of>[位名强甲]?))"
)
SUBJECT = pattern("(?P<who>[\u4e00-\u9fff]{1,12}[省市县区镇乡村州旗盟厂校院队社司团])(?P<what>[\u4e00-\u9fff]{3,14})")
CLAUSE = pattern("[，,；;。：:！？\n（()）“”]")
MOVED = pattern(
    "上升|下降|提升|前移|后移|较|比|去年|上年|由|从|曾|原来|此前|连续|目标|力争|争取|计划|预计|并列|之一|分别|跃居|历史"
)
PREFIX = pattern("[位稳跃均保仍名]?$")
REACH, FAR = 30, 120
LIGHT = pattern(
    "(?:今年|上半年|下半年|全年|目前|如今|其中|其|该|还|也|均|已|则|总体|仍|继续|再次|均|保|名|[0-9一二三四]+季度|[0-9.]+[年月]?|稳|跃|位)+"
)


@dataclass(frozen=True, slots=True)
class Placing:
    """A place in an order: ``least`` to ``most``. ``words`` are what stands there, empty where left out."""

    words: str
    scope: str
    least: int
    most: int
    span: Span
    sentence: int
    times: frozenset[str]
    plain: bool


def placings(document: Document, tokens: Sequence[Token]) -> Iterator[Placing]:
    """Every place in an order that a clause tells."""
    text = document.text
    starts = [one.span.start for one in document.sentences]
    spoken = [one.span for one in tokens if isinstance(one, Date | Period)]
    times = [one.start for one in spoken]
    for match in PLACING.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or match.end() > document.sentences[index].span.end:
            continue
        sentence = document.sentences[index].span
        lead = CLAUSE.split(text[max(sentence.start, match.start() - REACH) : match.start()])[-1]
        least, most = _place(match["n"], match["top"])
        if not most:
            continue
        near = spoken[bisect_left(times, sentence.start) : bisect_left(times, match.start())][-1:]
        plain = MOVED.search(text, max(sentence.start, match.start() - FAR), match.end()) is None
        told = frozenset(one.of(text) for one in near)
        prefix = PREFIX.search(lead)
        span = Span(match.start() - (len(prefix[0]) if prefix else 0), match.end())
        yield Placing(LIGHT.sub("", lead), match["scope"], least, most, span, index, told, plain)


def _place(exact: str | None, top: str | None) -> tuple[int, int]:
    if exact:
        number = dates.number(exact) or 0
        return number, number
    if top:
        return 1, dates.number(top) or 0
    return 1, 1

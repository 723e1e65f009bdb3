"""Placings: 总量居全省第4位, 增速居全市前三 — who stands where in which order, as far as one clause tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.patterns import pattern
from checker.quantities import dates
from checker.quantities.model import Date, Period, Token
from checker.spans import Span

PLACING = pattern(
    "(?P<verb>[位稳跃均保仍]?居|[位名并]?列|排名?在?|排行)(?P<scope>[\u4e00-\u9fff]{0,10}?)"
    "(?:第(?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?P<unit>[位名]?)(?![梯方大批产线期代步阶届次个季])|(?P<first>首位|榜首|之首)|前(?P<top>[一二三四五六七八九十]{1,2}|[0-9]{1,2})(?P<of>[位名强甲]?))"
)
SUBJECT = pattern("(?P<who>[\u4e00-\u9fff]{1,12}[省市县区镇乡村州旗盟厂校院队社司团])(?P<what>[\u4e00-\u9fff]{3,14})")
CLAUSE = pattern("[，,；;。：:！？\n（()）“”]")
MOVED = pattern("上升|下降|提升|前移|后移|较|比|去年|上年|由|从|曾|原来|此前|连续|目标|力争|争取|计划|预计|并列|之一|分别|跃居|历史")
LIGHT = pattern("(?:今年|上半年|下半年|全年|目前|如今|其中|其|该|还|也|均|已|则|总体|仍|继续|再次|[0-9一二三四]+季度|[0-9.]+[年月]?|稳|跃|位)+")


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
    if not any(word in text for word in ("居", "列", "排")):
        return
    spoken = [one.span for one in tokens if isinstance(one, Date | Period)]
    at = 0
    for index, sentence in enumerate(document.sentences):
        while at < len(spoken) and spoken[at].end <= sentence.span.start:
            at += 1
        words = sentence.span.of(text)
        if "第" not in words and "前" not in words and "首" not in words and "之首" not in words:
            continue
        times = frozenset(one.of(text) for one in spoken[at : at + 12] if one.end <= sentence.span.end)
        for match in PLACING.finditer(text, sentence.span.start, sentence.span.end):
            lead = CLAUSE.split(text[max(sentence.span.start, match.start() - 30) : match.start()])[-1]
            least, most = _place(match["n"], match["top"])
            if not most:
                continue
            yield Placing(
                LIGHT.sub("", lead),
                match["scope"],
                least,
                most,
                Span(*match.span()),
                index,
                times,
                MOVED.search(text, sentence.span.start, match.end()) is None,
            )


def _place(exact: str | None, top: str | None) -> tuple[int, int]:
    if exact:
        number = dates.number(exact) or 0
        return number, number
    if top:
        return 1, dates.number(top) or 0
    return 1, 1

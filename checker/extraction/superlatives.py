"""Superlatives: 全国最大的竹编市场, 全省首个…, with the scope they claim."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checker.document import Document
from checker.patterns import pattern
from checker.spans import Span

WORD = pattern("(?:最(?!高(?:人民)?[法检])[大高长早先古老深多快好强]{1,2}|首[个家座条批例创]|唯一|第一[个家座条大])")
SCOPE = pattern(
    "(?P<scope>全球|世界|亚洲|全国|国内|[我全]国|中国|全省|[我全]省|全市|[我全]市|[东南西北华中]{2}地区|[长珠]三角|西部|[东中]部地区)"
    "(?:规模|面积|体量|单体|数量|产量|海拔|跨度|目前|现存|已知)?$"
)
NOUN = pattern("的?(?P<noun>[\u4e00-\u9fff]{0,12})")
MARKS = pattern("[，,；;。：:！？\n（(）)]")
BACK, LEAD, FAR = 8, 24, 300
"""How far back a scope, a name and, either way, a source may stand."""
SOURCED = pattern(
    "据|根据|统计|认定|评为|获评|授予|命名|发布|显示|报告|协会|排名|榜|入选|认证|公布|介绍|表示|说|称|专家|鉴定|确认|普查|纪录|年鉴|《|审定|批复|批准|研究|学会|机构"
)


@dataclass(frozen=True, slots=True)
class Superlative:
    """A claim to be the most or the first. ``who`` are the words before it, ``sourced`` where its paragraph does."""

    span: Span
    scope: str
    word: str
    noun: str
    who: str
    sourced: bool


def superlatives(document: Document) -> Iterator[Superlative]:
    """Every claim with a scope."""
    text = document.text
    starts = [one.span.start for one in document.blocks]
    for match in WORD.finditer(text):
        scope = SCOPE.search(text, max(0, match.start() - BACK), match.start())
        at = bisect_right(starts, match.start()) - 1
        if scope is None or at < 0 or scope.start() < starts[at]:
            continue
        noun = NOUN.match(text, match.end())
        lead = MARKS.split(text[max(starts[at], scope.start() - LEAD) : scope.start()])[-1]
        start, end = max(starts[at], scope.start() - FAR), min(document.blocks[at].span.end, match.end() + FAR)
        sourced = SOURCED.search(text, start, end) is not None
        span = Span(scope.start(), match.end())
        words = text[scope.end("scope") : match.end()]
        yield Superlative(span, scope["scope"], words, noun["noun"] if noun else "", lead, sourced)

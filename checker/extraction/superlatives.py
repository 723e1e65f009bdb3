"""Superlatives: 全国最大的竹编市场, 全省首个…, with the scope they claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.document import Document
from checker.patterns import pattern
from checker.spans import Span

CLAIM = pattern(
    "(?P<scope>全球|世界|亚洲|全国|国内|[我全]国|中国|全省|[我全]省|全市|[我全]市|[东南西北华中]{2}地区|[长珠]三角|西部|[东中]部地区)"
    "(?P<word>(?:规模|面积|体量|单体|数量|产量|海拔|跨度|目前|现存|已知)?(?:最[大高长早先古老深多快好强]{1,2}|首[个家座条批例创]|唯一|第一[个家座条大]))"
    "的?(?P<noun>[\u4e00-\u9fff]{0,12})"
)
SOURCED = pattern(
    "据|根据|统计|认定|评为|获评|授予|命名|发布|显示|报告|协会|排名|榜|入选|认证|公布|介绍|表示|说|称|专家|鉴定|确认|普查|纪录|年鉴|《|审定|批复|批准|研究|学会|机构"
)


@dataclass(frozen=True, slots=True)
class Superlative:
    """A claim to be the most or the first. ``who`` are the words before it, ``sourced`` where its paragraph says by whom."""

    span: Span
    scope: str
    word: str
    noun: str
    who: str
    sourced: bool


def superlatives(document: Document) -> Iterator[Superlative]:
    """Every claim with a scope."""
    text = document.text
    for block in document.blocks:
        for match in CLAIM.finditer(text, block.span.start, block.span.end):
            lead = pattern("[，,；;。：:！？\n（(）)]").split(text[max(block.span.start, match.start() - 24) : match.start()])[-1]
            words = block.span.of(text)
            yield Superlative(
                Span(match.start(), match.end("word")),
                match["scope"],
                match["word"],
                match["noun"],
                lead,
                SOURCED.search(words) is not None,
            )

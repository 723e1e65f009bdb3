"""change: how far a score lies apart, told right behind it: 以38比45落后7分; 3比1领先两球.

Points before may be counted in, so that what does not fit is for a reader to look at.
"""

from collections.abc import Iterator

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import decimal
from checker.quantities.model import Proportion, Quantity, Token
from checker.relations.adverbs import adverbs
from checker.relations.growth.judging import KIND
from checker.relations.passage import Passage
from checker.relations.record import Operand, Relation
from checker.relations.working import printed
from checker.spans import Span

APART = pattern(
    f"(?:的?(?:比分|优势))?(?:(?:暂时|一度)?(?:领先|落后|取胜|获胜|战胜对手|赢球|落败)(?=[，,]))?[，,]?(?:[主客]队|[\u4e00-\u9fff]{{2,4}}队)?(?:{adverbs()}|暂时|一度|大比分|微弱|[净只仅])*(?:领先|落后|净胜|多出|少得|输掉?|赢下?|负于|不敌|[大小险完惜]?[胜败])"
    f"(?:了|对手|对方|客队|主队|[\u4e00-\u9fff]{{2,4}}队|{adverbs()})*"
)
TOTAL = pattern("总比分|总分|两回合|累计|合计|首回合|已经|此前|[再又]")
LISTED = pattern("[、，,和及与](?:第[一二三四五]?[局节盘])?")
UNITS, MOST, LEAD, LONGEST = frozenset("分球局"), 300, 12, 24


def find(passage: Passage) -> Iterator[Relation]:
    """Every margin behind its score."""
    scores = [one for one in passage.tokens if isinstance(one, Proportion)]
    for score, margin in zip(passage.tokens, passage.tokens[1:], strict=False):
        if any(each.span.end < score.span.start and _is_listed(passage, each, score) for each in scores):
            continue
        if not isinstance(score, Proportion) or not isinstance(margin, Quantity) or len(score.parts) != 2:
            continue
        between = passage.text[score.span.end : margin.span.start]
        lead = passage.text[max(passage.span.start, score.span.start - LEAD) : score.span.start]
        if (
            margin.unit.name in UNITS
            and len(between) <= LONGEST
            and APART.fullmatch(between)
            and not TOTAL.search(lead + between)
        ):
            yield from _judged(score, margin)


def _is_listed(passage: Passage, one: Proportion, two: Token) -> bool:
    """Whether two scores stand in one list, so that a margin behind is of all of them: 25比18、25比20，净胜12分."""
    return LISTED.fullmatch(passage.text, one.span.end, two.span.start) is not None


def _judged(score: Proportion, margin: Quantity) -> Iterator[Relation]:
    one, two = (part.value for part in score.parts)
    if margin.hedges or any(each.denominator > 1 or each > MOST for each in (one, two, margin.value)):
        return
    low, high = sorted(score.parts, key=lambda part: part.value)
    apart = abs(one - two)
    fits = apart == margin.value
    said = "一致" if fits else "不一致"
    working = (
        f"{decimal(high.value)}−{decimal(low.value)}={decimal(apart)}{margin.unit.name}，文中{printed(margin)}，{said}"
    )
    operands = (Operand.of("base", low), Operand.of("current", high), Operand.of("change", margin))
    data = {"name": "差额", "working": working, "computed": f"{decimal(apart)}{margin.unit.name}"}
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    words = (Span(score.span.end, margin.span.start),)
    yield Relation(KIND, operands, verdict, working, words, margin.span, not fits, data, variant="levels")

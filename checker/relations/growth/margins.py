"""change: how far a score lies apart, told right behind it: 以38比45落后7分; 3比1领先两球.

Points before may be counted in, so that what does not fit is for a reader to look at. So is it with water and its
marks: 水位26.3米，警戒水位25.5米，超警0.8米.
"""

from collections.abc import Iterator

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import decimal
from checker.quantities.model import Proportion, Quantity, Token, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.growth.differences import Numbers
from checker.relations.growth.judging import KIND, Finding, verify
from checker.relations.passage import Figure, Passage
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

WATER = "水位"
MARK = "(?:警戒|汛限|设防|保证|正常蓄水|历史最高|旱警|旱限)"
MARKED = pattern(f"{MARK}(?:水位|线)?(?:[为是约达（(]|仅)*$")
MARKED_BEHIND = pattern(f"的?{MARK}(?:水位|线)")
LEVEL = pattern("水位(?:[已经仍]|目前|现)*(?:[为是约达有]|[上回]?[升涨落降]{1,2}[到至]|达到|涨到|保持在|维持在)*$")
OVER = pattern(f"(?P<way>超过?|高于|低于|高出|低)(?:{MARK}?(?:水位|线)?|警|保)(?:了|达)?$")
NEAR = 3


def find(passage: Passage) -> Iterator[Relation]:
    """Every margin behind its score, and of water over its mark."""
    yield from _scored(passage)
    if WATER in passage.words(passage.span):
        yield from _risen(passage)


def _risen(passage: Passage) -> Iterator[Relation]:
    """How far a level of water lies from the one mark that the sentence tells."""
    figures = [one for one in passage.figures if one.quantity.unit_class is UnitClass.LENGTH]
    for at, over in enumerate(figures):
        way = OVER.search(passage.words(over.before))
        near = figures[max(0, at - NEAR) : at] + figures[at + 1 : at + 2] if way else []
        marks = [one for one in near if _is_mark(passage, one)]
        levels = [one for one in near if one not in marks and LEVEL.search(passage.words(one.before))]
        if way and len(marks) == 1 == len(levels) and levels[0].quantity.span.start < over.quantity.span.start:
            sign = -1 if "低" in way["way"] else 1
            numbers = Numbers(marks[0].quantity, levels[0].quantity, over.quantity, None, sign)
            figures_of = {"base": marks[0], "current": levels[0], "change": over}
            yield verify(Finding(figures_of, numbers, (over.before,), doubtful=True))


def _is_mark(passage: Passage, one: Figure) -> bool:
    behind = MARKED_BEHIND.match(passage.text, one.quantity.span.end, passage.span.end)
    return behind is not None or MARKED.search(passage.words(one.before)) is not None


def _scored(passage: Passage) -> Iterator[Relation]:
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

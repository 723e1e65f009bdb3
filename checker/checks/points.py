"""points-of-level: a level, not a rate, that changes by percentage points: 产值增长8个百分点."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from re import Pattern

from checker.checks.kind import Kind, Params
from checker.extraction import around
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.lexicon import indicators
from checker.patterns import one_of, pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.growth.links import Role, link
from checker.spans import Span
from checker.widths import narrow

GROWS = """
    增长 增加 增 净增 新增 上升 上涨 涨 提高 提升 扩大 上浮 回升 攀升 增产 增收 大增 激增 猛增 下降 减少 减 降低 降 下跌
    跌 下滑 缩减 萎缩 减产 减收 锐减 骤降 增幅 降幅 涨幅 跌幅
"""
ADVERBS = (
    "(?:同比|环比|按年|按月|逆势|大幅度|大幅|小幅|持续|稳步|快速|平均|分别|又|再|也|均|将|可|已|累计|年均|实现|总体|明显|显著|进一步"
    "|约|的|就|都|却|竟|净|多|(?:今年|去年|上年|全年|当年|当月|年内|[一二两三四五六七八九十几]年|[一二三四]季度|[上下]半年|[0-9]{1,2}月份?)"
    "(?:以来|来|间|里|内)?)*+"
)
BETWEEN = f"{ADVERBS}(?:[比较与](?![重例率值])[^，。；]{{1,14}}?)??{ADVERBS}"
TREND = (
    "(?:(?:逆势|稳步|持续|快速|大幅|小幅|双双|均|实现|有所|继续|保持)*+"
    "(?:增长|上升|上扬|提高|提升|下降|减少|回落|下滑|走高|走低|攀升)[，,])?"
)
TAIL = "(?:幅度?)?(?:了|约|近|超过|超|达|为|均|各|又)*+"
SHARED = pattern("占|比重|比例|份额|结构|贡献|拉动|带动|弹性|权重|百分点|指数|景气|PMI|不良|每(?:提高|增长|上升|下降)")
"""Words with which the points may be those of a share, an index or a contribution."""

PUSHED = pattern("影响|推动|推高|拖累|促进|撬动|支撑|提振|抬升|推升|使|令|让|致|为")
"""Words of the clause whose object the level is: 推动产值增长2个百分点 tells a contribution."""

RATED = pattern(
    "率|增[速幅长]|涨幅|降幅|增量|进度|强度|浓度|指数|景气|PMI|目标|预算|任务|计划|[%％]|百分|幅度|差[额距]|系数"
)
"""Words with which an amount may be told beside a rate that the points belong to."""

PACES = frozenset(("快", "慢", "快于", "慢于"))
"""已播1386万亩，同比慢4.2个百分点: what is quick or slow is how far a thing has got, and that is a rate."""

OUTDONE = pattern("(?:[高低快慢大小优好]于|超[过出]?|落后于?|领先于?)[^，。；]*(?:[增降涨跌升]幅|增速|增长率)$")
"""成本增长低于收入增幅2个百分点: so far two growths lie apart."""

TWO_FIGURED, OF_RATE = "数", pattern("增速|速度|比[重例率]|占比")
"""保持两位数增长，增速提升4个百分点: no amount, and a rate of its own."""

SHORTENED = pattern("[，,](?:[同环]比|[比较][^，。；]{1,8})?(?:缩短|延长|压缩|拉长)了?")
"""降至18.6个月，缩短2.7个百分点: what grows shorter is no rate."""

RATE_REACHED = pattern("(?:至|到|，至|，达|达到?)?[^，。；]{0,4}[0-9０-９.]+[%％]")
BACK, FAR = 48, 40
"""How far before the points a word that excuses them, and an amount that they follow, may stand."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Points right behind a level's name and its growth, or behind a printed amount and its growth."""
    text = article.text
    quantities = article.quantities
    for points in article.measured.get(UnitClass.POINTS, ()):
        if not points.unit.name.endswith("百分点") or RATE_REACHED.match(around.following(text, points.span.end)):
            continue
        name = _named(text, points)
        if name:
            apart = "，" in name.of(text) or "," in name.of(text)
            yield _hit(text, Span(name.start, points.span.end), points, doubtful=apart)
        else:
            at = bisect_left(quantities, points.span.start, key=lambda one: one.span.start)
            if at and _follows(text, quantities[at - 1], points):
                yield _hit(text, points.span, points, doubtful=True)


def _named(text: str, points: Quantity) -> Span | None:
    """The name of a level with its growth, right before the points, where no word speaks of a rate."""
    clause = around.clause(text, points.span.start)
    found = _levels().search(clause.of(text))
    if found is None and clause.start and text[clause.start - 1] in "，,":
        clause = Span(around.clause(text, clause.start - 1).start, points.span.start)
        found = _levels().search(clause.of(text))
    if (
        found is None
        or OUTDONE.search(text, clause.start, points.span.start)
        or PUSHED.search(clause.of(text), 0, found.start())
    ):
        return None
    if _shared(text, clause.start + found.start(), points):
        return None
    return Span(clause.start + found.start(), points.span.start)


def _shared(text: str, before: int, points: Quantity) -> bool:
    sentence = around.sentence(text, points.span.start)
    return SHARED.search(text, max(sentence.start, before - BACK), before) is not None


def _follows(text: str, amount: Quantity, points: Quantity) -> bool:
    """挖机1.3万台，同比增长8个百分点: the amount before them is a level and nothing else stands between."""
    if amount.span.end > points.span.start or amount.span.start < points.span.start - FAR:
        return False
    if amount.unit_class in (UnitClass.DURATION, UnitClass.LENGTH):
        return SHORTENED.fullmatch(text, amount.span.end, points.span.start) is not None
    if amount.unit_class not in (UnitClass.MONEY, UnitClass.COUNT, UnitClass.MASS, UnitClass.AREA, UnitClass.ENERGY):
        return False
    between = text[amount.span.end : points.span.start]
    if between.startswith(TWO_FIGURED) or OF_RATE.search(between):
        return False
    read = None if SHARED.search(between) else link(between)
    if read is not None and read.word in PACES:
        return False
    if read is None or read.role is not Role.GROWTH or read.act is None or _shared(text, amount.span.start, points):
        return False
    clause = around.clause(text, amount.span.start)
    return RATED.search(clause.of(text)) is None


def _hit(text: str, span: Span, points: Quantity, *, doubtful: bool) -> Hit:
    assert points.unit_span is not None
    rate = points.numeral + "%" if narrow(points.numeral).isascii() else "百分之" + points.numeral
    edit = Edit(Span(points.number.start, points.unit_span.end), rate)
    data = {"words": span.of(text), "number": points.literal}
    return Hit(span, data, proposals=(Proposal("rate", (edit,), {"value": rate}),), doubtful=doubtful)


@cache
def _levels() -> Pattern[str]:
    return pattern(f"(?:{one_of(indicators.levels())}){BETWEEN}{TREND}{BETWEEN}(?:{one_of(GROWS.split())}){TAIL}$")


KIND = Kind(check, frozenset({"words", "number"}), fixes=frozenset({"rate"}))

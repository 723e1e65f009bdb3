"""rate-in-percent: a rate that is said to have moved by per cent: 合格率98.2%，比上年提高1.5%."""

from collections.abc import Iterator
from itertools import pairwise

from checker.checks.kind import Kind, Params
from checker.extraction import around
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

RATE = pattern(
    "(?:(?P<share>占比|比重|份额|市占率|占有率|渗透率|城镇化率|失业率|毛利率|净利率)"
    "|(?:合格|覆盖|及格|优良|优秀|满意|普及|出勤|成活|达标|入学|升学|就业|入住|利用|通过|命中|准确|正确|正点|准点|知晓|参与|好评"
    "|破案|结案|开工|投产|机械化|绿化|自给|及时|办结|签约|履约|回收|达产)率)"
    "(?:达到了?|达|为|是|约|提高到|升至|降至|已超过|超过|已|有)*+$"
)
WHEN = "(?:上年|去年|上月|上季度?|年初|上年末|去年末|前年|三年前|五年前|上一年|往年|上半年)(?:同期|末|底)?"
MOVED = pattern(
    f"[，,（(](?:同比|环比|[比较]{WHEN}|与{WHEN}相比[，,]?)?(?:再|又|均|大幅|小幅|略微|微)?"
    "(?P<verb>(?:(?P<rise>提高|提升|上升|增加|回升|上涨)|下降|降低|回落|下滑|减少)了?(?:约|近)?)"
)
PER_CENT = pattern("[%％]$|百分之")
HUNDRED, LARGE, APART = 100, 50, 24
"""What a rate ends at, from where on its points and its per cent are much alike, and how far apart both may stand."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Per cent by which a printed rate is said to have moved, where points are likelier; not where the levels tell."""
    judged: set[Span] | None = None
    for rate, moved in pairwise(article.measured.get(UnitClass.RATE, ())):
        if (
            moved.span.start - rate.span.end < APART
            and PER_CENT.search(rate.literal)
            and PER_CENT.search(moved.literal)
        ):
            hit = _hit(article.text, rate, moved)
            if hit and judged is None:
                judged = {each.span for one in article.relations if one.kind == "change" for each in one.operands}
            if hit and judged is not None and moved.span not in judged:
                yield hit


def _hit(text: str, rate: Quantity, moved: Quantity) -> Hit | None:
    found = MOVED.fullmatch(text, rate.span.end, moved.span.start)
    name = RATE.search(around.clause(text, rate.span.start).of(text)) if found else None
    if not found or not name or not _may_be_points(rate, moved, rise=bool(found["rise"]), share=bool(name["share"])):
        return None
    value = f"{moved.numeral}个百分点"
    proposal = Proposal("points", (Edit(moved.span, value),), {"value": value})
    data = {"words": found["verb"] + moved.literal, "number": rate.literal}
    return Hit(Span(found.start("verb"), moved.span.end), data, proposals=(proposal,))


def _may_be_points(rate: Quantity, moved: Quantity, *, rise: bool, share: bool) -> bool:
    """Whether the rate was a rate before, and is one whose points and per cent are much alike, or a share."""
    if not 0 < rate.value <= HUNDRED or moved.value <= 0:
        return False
    before = rate.value - moved.value if rise else rate.value + moved.value
    return 0 < before <= HUNDRED and (share or rate.value >= LARGE)


KIND = Kind(check, frozenset({"words", "number"}), fixes=frozenset({"points"}))

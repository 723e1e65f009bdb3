"""What a thing costs, what is paid towards it, and what is left to pay: 260元，医保报销182元，自己付78元."""

from collections.abc import Iterator
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.sums import stretches
from checker.relations.sums.row import Row, Sum
from checker.relations.sums.stretches import Amount

SIGNS = "自个"
SELF = pattern(
    "(?:^|[，,；;])(?:[\u4e00-\u9fff]{0,5}?)(?:自己|自家|个人|本人|自[付费掏筹])(?:[只再仅还要需得就便]|实际|最后|最终|掏|拿|腰包)*"
    "(?:出|付|缴|交|花|负担|承担|支付)?(?:了|剩下的?|其余的?|余下的?)*$"
)
HELPED = pattern(
    "(?:补贴?|补助|报销?|报了|减免|资助|赞助|抵扣?|优惠|返还|(?:厂|村|镇|县|校|社|公司|单位|平台|政府|财政|集体)[里上]?(?:给|出))"
    "[^。；;]{0,12}$"
)
"""What stands between the price and what somebody gives towards it: ，补贴出六成，|516元."""

NOT_SO = pattern("最[高多低少]|首付|定金|押金|[先再]付|不[到超足]|起步|以[上下]")
FEWEST, MOST = 2, 4


def paid(row: Row) -> Iterator[Sum]:
    """The price with all that pays it, each part told as what somebody gives, the last by oneself."""
    for index in range(row.first + FEWEST, len(row.figures)):
        rest = Amount(row, index)
        if rest.quantity.unit_class is not UnitClass.MONEY or not SELF.search(rest.lead):
            continue
        whole, *helps = stretches.own(row, rest.quantity, rest.quantity.span.start) or [rest]
        told = [whole, *helps, rest]
        if not 1 <= len(helps) < MOST or not all(one.is_plain and not NOT_SO.search(one.lead) for one in told):
            continue
        gaps = (row.text[one.quantity.span.end : two.quantity.span.start] for one, two in pairwise((whole, *helps)))
        if not all(HELPED.search(one) for one in gaps) or HELPED.search(whole.lead):
            continue
        if whole.size > max(one.size for one in (*helps, rest)):
            gap = whole.size != sum(one.size for one in (*helps, rest))
            parts = tuple(one.quantity for one in (*helps, rest))
            words = (row.figures[index].before,)
            yield Sum(whole.quantity, parts, words, exhaustive=True, likely=gap, slip=gap)

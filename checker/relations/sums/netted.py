"""What is left of takings without their cost: 一年卖1.5万元，刨去7000元的本钱，能落8000元.

The cost stands with the word that takes it off, before it or behind it, or it is the sum told before the takings:
成本合计950元；收入1839.6元，刨去成本，净剩889.6元. Nothing of its kind may stand between the three.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.sums import stretches
from checker.relations.sums.row import Row, Sum
from checker.relations.sums.stretches import Amount

SIGNS = "刨扣除抛去减"
TAKEN_OFF = "(?:刨[去掉除开]|扣[掉除去]|除[去掉开]|抛[去开除]|减[去掉]|去掉|扣了|刨了)"
COST = "(?:成本|本钱|本金|开支|开销|支出|费用|花费|投入|人工|各[项种类]|这些|所有|全部|杂费|税费|的|等|和|、){1,6}"
LEFT = (
    "(?:[他她它我咱][们家]?|自己|一[年月亩天季]|每[年月亩天季]|一年下来|最后|最终|到手|实际)*(?:还|能|可|净|纯|也|就|仍|只)*"
    "(?:落|剩|赚|挣|余|得|结余|收入|到手|利润|盈利|获利|收益)(?:下|到|个|了|得|有|为|是|余)*"
)
LEFT_OVER = pattern(f"(?:^|[，,]){LEFT}$")
BARE_OFF = pattern(f"[，,]{TAKEN_OFF}了?[\u4e00-\u9fff、]{{0,24}}$")
BEHIND = pattern(f"(?:的?{COST})?(?:之?后|以后)?[，,]{LEFT}")
UNTOLD = pattern(f"[，,]{TAKEN_OFF}了?{COST}(?:之?后|以后)?[，,]{LEFT}")


def told(row: Row) -> Iterator[Sum]:
    """The takings with what they cost and what is left of them."""
    for index in range(row.first + 1, len(row.figures)):
        rest = Amount(row, index)
        if rest.quantity.unit_class is not UnitClass.MONEY or not LEFT_OVER.search(rest.lead) or not rest.is_plain:
            continue
        own = stretches.own(row, rest.quantity, rest.quantity.span.start)
        found = _taken(row, own, rest) or _summed(row, own, rest)
        if found and found[0].size > max(found[1].size, rest.size):
            whole, cost = found
            parts = cost.quantity, rest.quantity
            yield Sum(whole.quantity, parts, (row.figures[index].before,), exhaustive=True, likely=True)


def _taken(row: Row, own: Sequence[Amount], rest: Amount) -> tuple[Amount, Amount] | None:
    """刨去7000元的本钱，能落, behind the takings."""
    if len(own) < 2:
        return None
    whole, cost = own[-2:]
    off = BARE_OFF.search(row.text, whole.quantity.span.end, cost.quantity.span.start)
    left = BEHIND.fullmatch(row.text, cost.quantity.span.end, rest.quantity.span.start)
    return (whole, cost) if off and left and whole.is_plain and not cost.quantity.hedges else None


def _summed(row: Row, own: Sequence[Amount], rest: Amount) -> tuple[Amount, Amount] | None:
    """刨去成本，净剩, where the cost was summed up before the takings."""
    if (
        not own
        or not own[-1].is_plain
        or not UNTOLD.fullmatch(row.text, own[-1].quantity.span.end, rest.quantity.span.start)
    ):
        return None
    sums = [one for one in own[:-1] if row.cues[one.index].act is Act.SUM]
    return (own[-1], sums[-1]) if sums and sums[-1] is own[-2] else None

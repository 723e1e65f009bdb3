"""What is left of takings without their cost: 一年卖1.5万元，刨去7000元的本钱，能落8000元.

The cost stands with the word that takes it off, before it or behind it, or it is the sum told before the takings:
成本合计950元；收入1839.6元，刨去成本，净剩889.6元. Nothing of its kind may stand between the three. What was bought for
so much and sold for so much leaves the gain, or the loss: 买进花了12万元，卖了15万元，赚了3万元.
"""

import re
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.sums import stretches
from checker.relations.sums.row import Row, Sum
from checker.relations.sums.stretches import Amount

SIGNS = "刨扣除抛去减买进购本成开花赚利落"
GAINS = "赚利落亏赔蚀"
TAKEN_OFF = "(?:刨[去掉除开]|扣[掉除去]|除[去掉开]|抛[去开除]|减[去掉]|去掉|扣了|刨了)"
COST = "(?:成本|本钱|本金|开支|开销|支出|费用|花费|投入|人工|各[项种类]|这些|所有|全部|杂费|税费|的|等|和|、){1,6}"
LEFT = (
    "(?:[他她它我咱][们家]?|自己|一[年月亩天季]|每[年月亩天季]|一年下来|最后|最终|到手|实际)*(?:还|能|可|净|纯|也|就|仍|只)*"
    "(?:落|剩|赚|挣|余|得|结余|收入|到手|利润|盈利|获利|收益)(?:下|到|个|了|得|有|为|是|余)*"
)
LEFT_OVER = pattern(f"(?:^|[，,]){LEFT}$")
BARE_OFF = pattern(f"[，,]{TAKEN_OFF}了?[\u4e00-\u9fff、]{{0,24}}$")
BEHIND = pattern(f"(?:的?{COST}|的[\u4e00-\u9fff、]{{1,12}}?)?(?:之?后|以后)?[，,]{LEFT}")
THREE = 3
UNTOLD = pattern(f"[，,]{TAKEN_OFF}了?{COST}(?:之?后|以后)?[，,]{LEFT}")

SPENT = pattern(
    "[，,](?:[\u4e00-\u9fff、]{0,8}?)(?:本钱|成本|开销|开支|花销|花费|花掉|费用)(?:共|一共|就|要|是|为|有|了|掉|去)*$"
)
"""，房租水电开销|1.4万元，净落: what the takings cost, by name alone."""

PER_ONE = pattern(
    "^(?:每|一)[\u4e00-\u9fff]{1,3}(?:能|可|就|毛|多|平均)?(?:卖|收入|赚|进账|产值|毛收入)(?:了|到|得|出|个)?$"
)
MORE = pattern("(?:多|能|可)[卖赚收](?:了|出|到|得)?$")
"""每头猪卖2600元，…，净赚800元; 一斤多卖8毛钱，…，净落6毛: takings of each, or more than before."""

BOUGHT = pattern("(?:买[入进来下了]|进价|进货|购[入进]|收购|收来|入手|本钱|成本)[^，。；0-9]{0,8}$")
SOLD = pattern("(?:卖[出掉了得到]|售[出得]|出手|脱手|转手|转卖|套现|倒手)[^，。；0-9]{0,6}$")
BOUGHT_BEHIND, SOLD_BEHIND = (
    pattern("[^，。；0-9]{0,4}(?:买[入进来下]|收[来购])"),
    pattern("(?:卖[出掉了]|售出|出手|脱手)"),
)
GAIN = pattern(
    "(?:^|[，,])(?:[^，。；0-9]{0,8}?)(?P<of>扣除[^，。；]{0,6}前)?(?:获利|盈利|净赚|赚|赢利|落得|净得|净落|毛利)(?:了|到|得|进|下|润|为|达)*$"
)
LOSS = pattern("(?:^|[，,])(?:[^，。；0-9]{0,8}?)(?:亏|赔|净亏|倒贴|蚀)(?:了|损|掉|进去|去|本)*$")
APART = pattern(
    "每|均|单价|股价|(?<![进])价(?![值款])|[税费]后|扣[除掉去][^，。；]{0,8}(?:后|，)|除[去了]|另|还|其中|合计|共(?!同)|半|成"
    "|一[处套辆块头只部间]|[两三四五几]|部分"
)
"""A price of each, or something more that is taken off or sold."""


def traded(row: Row) -> Iterator[Sum]:
    """What was bought, what it was sold for and the gain or loss: the three amounts of money of a sentence."""
    money = [one for one in range(row.first, len(row.figures)) if row.quantity(one).unit_class is UnitClass.MONEY]
    if len(money) != THREE or any(row.quantity(one).hedges or row.figures[one].bracket for one in money):
        return
    bought, sold, left = money
    if not (_is_told(row, bought, BOUGHT, BOUGHT_BEHIND) and _is_told(row, sold, SOLD, SOLD_BEHIND)):
        return
    gain, loss = GAIN.search(row.before(left)), LOSS.search(row.before(left))
    words = "，".join((row.before(bought), row.between(bought, sold), row.between(sold, left)))
    if not (gain or loss) or APART.search(words.replace(gain["of"] or "", "") if gain else words):
        return
    whole, part = (sold, bought) if gain else (bought, sold)
    if all(row.adds(one) for one in money):
        parts = row.quantity(part), row.quantity(left)
        yield Sum(row.quantity(whole), parts, (row.figures[left].before,), exhaustive=True, likely=True)


def is_trade(row: Row, sold: int, left: int) -> bool:
    """Whether money was got by a sale and is what that left, so that both are no parts of what was paid."""
    told = GAIN.search(row.before(left)) or LOSS.search(row.before(left))
    return told is not None and _is_told(row, sold, SOLD, SOLD_BEHIND)


def _is_told(row: Row, index: int, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    after = behind.match(row.text, row.quantity(index).span.end, row.passage.span.end)
    return before.search(row.text[row.clause(index) : row.starts[index]]) is not None or after is not None


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
    start, end = whole.quantity.span.end, cost.quantity.span.start
    off = BARE_OFF.search(row.text, start, end) or SPENT.search(row.text, start, end)
    left = BEHIND.fullmatch(row.text, cost.quantity.span.end, rest.quantity.span.start)
    each = PER_ONE.search(whole.lead) or MORE.search(whole.lead)
    plain = whole.is_plain or (each and not whole.quantity.hedges)
    return (whole, cost) if off and left and plain and not cost.quantity.hedges else None


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

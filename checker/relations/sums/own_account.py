"""Whose balance it is: 结余 of the account whose flows are told, or of another; equity of all owners or of some."""

from checker.patterns import pattern
from checker.relations.naming import pairs
from checker.relations.sums.row import Row, same_unit

LEFT = "结余"
STOP = pattern("[。；;！？\n]")
SHORT = pattern("缺口|赤字|亏空|超支|入不敷出|不够|倒欠|欠账")
"""What says that nothing was left."""

PLAIN = pattern(
    "收支|相抵|两抵|两项|轧差|[当本][年月季期]|全年|[年月季期][末底]|实际|最[后终]|账[面上户]|财政|一般公共预算|预算|净|尚|还|仍|共|"
    "也就是说|这样|算下来|即|于是|因此|所以|[有剩，,、“ \u3000]"
)
"""What may stand before 结余 and names no account."""

NET = pattern("净[买卖偿申赎调转融][入出还购回资](?:为|达到?|约|额|是)*$")
OTHER_TIMES = pattern(
    "近[0-9０-９一二两三四五六七八九十几]{1,3}[个日天周月年]|累计|连续|上[年周月]|去年|本[周月年]|年内|其中"
)
BEHIND_MARK = pattern("[，,、：:]")

PARENT = pattern("归母|归属于?[^，。；、0-9]{0,12}(?:股东|所有者|公司)")


def is_anothers(row: Row, less: int, index: int) -> bool:
    """Whether what is left is of another account or time than the two flows before it.

    A sentence (or what stands behind a semicolon) that tells flows of its own, or names an account of its own, closes
    that one: 本月收入2万元，支出3万元。历年捐款共收16.2万元，已用11.7万元，结余4.5万元.
    """
    if (net := NET.search(row.before(index))) is not None:
        return _is_net_of_others(row, less, index, net[0])
    if not row.before(index).endswith(LEFT):
        return False
    between = row.between(less, index)
    if SHORT.search(between):
        return True
    own = STOP.split(between)[-1]
    if own == between:
        return _closes(row, less, index)
    if any(
        same_unit(row.quantity(one), row.quantity(index)) and row.starts[one] >= row.starts[index] - len(own)
        for one in range(less + 1, index)
    ):
        return True
    named = PLAIN.sub("", own.removesuffix(LEFT))
    return bool(named) and pairs(named).isdisjoint(pairs(row.sentence(less)))


def _is_net_of_others(row: Row, less: int, index: int, net: str) -> bool:
    """Whether a net flow is told of another time, or of somebody who did not buy and sell before: 其中机构净买入."""
    between = row.between(less, index)
    if STOP.search(between) or OTHER_TIMES.search(between):
        return True
    named = PLAIN.sub("", BEHIND_MARK.split(row.before(index))[-1].removesuffix(net))
    return not pairs(named) <= pairs(row.sentence(less))


def _closes(row: Row, less: int, index: int) -> bool:
    """Whether two numbers of the same clauses leave just that much: 收16.2万元，已用11.7万元，结余4.5万元."""
    told = [row.quantity(one) for one in range(less + 1, index) if same_unit(row.quantity(one), row.quantity(index))]
    left = row.quantity(index).value * row.quantity(index).unit.factor
    levels = [one.value * one.unit.factor for one in told]
    return any(one - two == left for at, one in enumerate(levels) for two in levels[at + 1 :])


def is_parents(row: Row, index: int) -> bool:
    """Whether equity is that of the parent's owners, beside which others hold some: 归母净资产."""
    return PARENT.search(row.before(index)) is not None

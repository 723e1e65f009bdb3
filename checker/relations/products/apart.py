"""Counts and totals that are told around a value per unit, and are of another matter than that is.

What is found so is never told as a fault: of what is left, of other heads, of more than a gain, of some with a price
of their own.
"""

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.products.rates_per import APART, PerUnit, base, doubled, is_one, per_unit
from checker.relations.sums.row import Row

LEFT = pattern("还剩|剩[余下]|其余|余下|尚[余有]|撤[并销掉]|关[停闭掉]|取消|淘汰|拆[除掉]|停办")
"""还剩3000亩，每亩补助500元: of what is left, or of all that was told before. 撤并41个 are there no more."""

OF_HEADS = pattern("(?P<heads>[\u4e00-\u9fff][师官警工员]|医生|护士)人均")
"""报名6300人，导师人均招1.3人: who applied is no 导师."""

MORE, GAIN = "多", pattern("[多增添共总]|合计|就[是能可]")
LEAD, FAR, NEAR = 16, 6, 2
"""So many characters before a total can tell that it is a sum, or of a gain; so many figures are looked at.

Another price stands nearer.
"""


def is_of_others(row: Row, index: int, per: PerUnit, count: int, total: int) -> bool:
    """Whether some words say that the count or the total is of another matter than the value per unit."""
    left = LEFT.search(row.before(count)) or LEFT.search(row.before(total))
    told = left or _has_other_heads(row, index, count) or _is_of_more(row, per, total)
    own = _is_of_own(row, index, per, count, total) or _is_of_that_year(row, index, per, total)
    return bool(told) or own or _is_of_prices(row, index, per)


def _has_other_heads(row: Row, index: int, count: int) -> bool:
    """Whether a mean names its heads, and the count is not called so."""
    told = OF_HEADS.search(row.text, row.clause(index), row.starts[index])
    return told is not None and told["heads"] not in row.before(count) + row.called_after(count)


def _is_of_more(row: Row, per: PerUnit, total: int) -> bool:
    """Whether what each has more (每月多挣1800元) is held against a total that is told as no sum and of no gain."""
    return per.metric.startswith(MORE) and not GAIN.search(row.sentence(total)[-LEAD:])


def _is_of_own(row: Row, index: int, per: PerUnit, count: int, total: int) -> bool:
    """Whether the total has a count or a price of its own before it: 38列，每列2.3吨，改造6列，能装10吨.

    Or 2160万元，人均2503元，今年资助130人，每人4000元，共52万元.
    """
    for one in range(index + 1, min(total, index + FAR)):
        if one != count and _is_alike(row, one, per):
            return True
        other = row.quantity(one)
        counted = count < index and base(other.unit) == per.below and other.value != row.quantity(count).value
        plain = counted and not is_one(other) and per_unit(row, one) is None
        if plain and row.cues[one].act in (Act.LEVEL, Act.SUM):
            return True
    return False


def _is_of_prices(row: Row, index: int, per: PerUnit) -> bool:
    """Whether the value is one of several prices with no lots told between: 每张80元，学生每张40元，卖出2600张."""
    for one in range(max(row.first, index - NEAR), min(index + NEAR + 1, len(row.figures))):
        if one != index and not per.mean and not doubled(row, one) and _is_alike(row, one, per, mean=False):
            between = range(min(one, index) + 1, max(one, index))
            return not any(base(row.quantity(each).unit) == per.below for each in between)
    return False


def _is_alike(row: Row, one: int, per: PerUnit, *, mean: bool = True) -> bool:
    """Whether a figure is such a value as well; not one that the value is compared with: 比去年每台4.2万元便宜."""
    found = per_unit(row, one)
    if found is None or (found.mean and not mean) or row.past(one) or APART.search(row.before(one)):
        return False
    one_thing = mean or found.metric == per.metric  # 每吨运费180元，每吨能省60元 are two things
    return one_thing and (found.above, found.below) == (per.above, per.below)


def _is_of_that_year(row: Row, index: int, per: PerUnit, total: int) -> bool:
    """Whether the mean of a year before stands behind that year's level: 接听21.6万个，去年2.7万个，日均74个."""
    before = index - 1
    level = before >= row.first and base(row.quantity(before).unit) == per.above and row.past(before)
    return per.mean and level and total != before

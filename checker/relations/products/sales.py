"""Shares sold: price per share × shares = money, where price, shares and money stand sentences apart.

发行数量2276万股，发行价格54.96元/股。募集资金总额125088.96万元: of each only what those words name is taken, and the
nearest; 净额 is what is left after fees and no product.
"""

import re
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit

PRICE = pattern(
    "(?<!最高)(?<!最低)(?:发行|转让|成交|交易|认购|回购|收购|增持|减持|行权|授予|要约)(?:的)?(?:均)?价格?(?:为|是|约|均)*[:：]?$|按照?$|以$|每股$"
)
MONEY = pattern(
    "(?:募集资金|募资|转让|成交|交易|认购|回购|支付|对价|总)(?:资金)?(?:的)?(?:总额|总价款?|价款|价格|金额|总金额|额)(?:合计|共计|约)?(?:为|达到?|是|约)*[:：]?$|需要?(?:准备|支付)$"
)
STOCK = pattern("股本|持有|持股|剩余|目前|现有")
"""Words before shares that are there, and not those sold."""

SHARES = frozenset(("股", "份"))
REACH = 3
"""How many sentences apart they may stand."""


def sold(passages: Sequence[Passage], number: int) -> Iterator[tuple[PerUnit, Quantity, Quantity, Figure]]:
    """Price, shares and money, with the figure of the price."""
    passage = passages[number]
    for figure in passage.figures:
        price = _price(passage, figure)
        if not price:
            continue
        near = passages[max(0, number - REACH) : number + REACH + 1]
        block = [one for one in near if _one_text(one, passage)]
        figures = [(one, each) for one in block for each in one.figures if _is_of(figure, passage, each, one, block)]
        shares = [each for one, each in figures if _is_count(one, each)]
        money = [each for one, each in figures if _is_money(one, each, price) and each is not figure]
        count, total = _nearest(shares, figure), _nearest(money, figure)
        if count and total:
            yield price, count.quantity, total.quantity, figure


def _is_of(price: Figure, passage: Passage, figure: Figure, where: Passage, block: Sequence[Passage]) -> bool:
    """Whether a figure goes with this price, and not with that of another deal told beside it.

    The prices of its own sentence come first, and of those the nearest.
    """
    start = figure.quantity.span.start
    prices = [
        (one is not where, abs(each.quantity.span.start - start), each)
        for one in block
        for each in one.figures
        if _price(one, each)
    ]
    owner = min(prices, key=lambda one: one[:2], default=(passage is not where, 0, price))[2]
    return owner.quantity.value == price.quantity.value


def _one_text(one: Passage, other: Passage) -> bool:
    """Whether two sentences stand in one paragraph or in neighbouring ones."""
    low, high = sorted((one.span, other.span))
    return one.text.count("\n", low.end, high.start) <= 2


def _price(passage: Passage, figure: Figure) -> PerUnit | None:
    quantity = figure.quantity
    if not PRICE.search(passage.words(figure.before)) or quantity.value <= 0 or quantity.hedges:
        return None
    if quantity.unit_class is UnitClass.PER and quantity.unit.per and quantity.unit.per.name in SHARES:
        return PerUnit(quantity, quantity.unit.base.partition("/")[0], quantity.unit.per.name, quantity.unit.factor)
    bare = quantity.unit_class is UnitClass.MONEY and not re.search("[万亿]", quantity.numeral)
    return PerUnit(quantity, quantity.unit.base or quantity.unit.name, "股", quantity.unit.factor) if bare else None


def _is_count(passage: Passage, figure: Figure) -> bool:
    alike = figure.quantity.unit.name in SHARES and not figure.quantity.hedges
    before = passage.words(figure.before)
    return alike and not figure.bracket and not before.endswith("每") and not STOCK.search(before)


def _is_money(passage: Passage, figure: Figure, price: PerUnit) -> bool:
    quantity = figure.quantity
    alike = quantity.unit_class is UnitClass.MONEY and (quantity.unit.base or quantity.unit.name) == price.above
    return alike and not figure.bracket and MONEY.search(passage.words(figure.before)) is not None


def _nearest(figures: Sequence[Figure], to: Figure) -> Figure | None:
    """The nearest figure, the one before of two as near."""
    at = to.quantity.span.start
    return min(figures, key=lambda one: (abs(one.quantity.span.start - at), one.quantity.span.start), default=None)

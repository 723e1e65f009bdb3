"""Dividends: what is paid on a share × shares = what is paid out, where the money stands a sentence apart.

以总股本1190万股为基数，每10股派发现金红利1元。共计派发现金红利119万元: the shares are those of the dividend's own
sentence, and the money is called a payment.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, per_unit
from checker.relations.sums.row import row_of

MONEY = pattern("(?:派发|分配|派息|分红|派现)[\u4e00-\u9fff]{0,10}$")
EACH = pattern("每[^，。；]{0,12}$|[占比率]")
SHARE = "股"


def paid(passages: Sequence[Passage], number: int) -> Iterator[tuple[PerUnit, Quantity, Quantity, Figure]]:
    """Dividend, shares and the money of the next sentence, with the figure of the dividend."""
    if number + 1 == len(passages) or SHARE not in passages[number].words(passages[number].span):
        return
    money = [one for one in passages[number + 1].figures if _is_money(passages[number + 1], one)]
    if len(money) != 1:
        return
    row = row_of(passages[number])
    for index in range(row.first, len(row.figures)):
        per = per_unit(row, index)
        shares = [one for one in row.figures[row.first :] if _is_count(row.passage, one)]
        if per and per.fixed and per.below == SHARE and len(shares) == 1 and _fresh(row.passage, per):
            yield per, shares[0].quantity, money[0].quantity, row.figures[index]


def _is_money(passage: Passage, figure: Figure) -> bool:
    before = passage.words(figure.before)
    return (
        figure.quantity.unit_class is UnitClass.MONEY
        and passage.cues[passage.figures.index(figure)].act in (Act.LEVEL, Act.SUM)
        and MONEY.search(before) is not None
        and not EACH.search(before)
    )


def _is_count(passage: Passage, figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.unit.name == SHARE and not quantity.hedges and not passage.words(figure.before).endswith("每")


def _fresh(passage: Passage, per: PerUnit) -> bool:
    """Whether the sentence does not tell itself what is paid out."""
    return not any(_is_money(passage, one) for one in passage.figures if one.quantity is not per.quantity)

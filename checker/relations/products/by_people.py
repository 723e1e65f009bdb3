"""What falls to one of all the people: 生产总值1250亿元，常住人口320万人，人均生产总值39063元.

The whole is called as the mean is, and the people are all that live there; both stand with it or in the sentence
before.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.elsewhere import PARTLY, PLANNED, THEN
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base
from checker.relations.sums.row import PEOPLE

SIGN = "人均"
LINK = "(?:约?为|达到?|是|有|约|近|[了出])*"
MEAN = pattern(f"人均(?:拥有|占有)?(?P<what>[\u4e00-\u9fff]{{2,10}}?)(?:占有量|拥有量|产量|总[量额值])?{LINK}$")
ALL = pattern(f"(?:常住人口|户籍人口|总人口)(?:总数|总量)?{LINK}$")
NO_SUM = pattern("收入$|支出$|消费|可支配|寿命|预期|年限|工资|花费")
OTHER = pattern(f"{THEN}|{PLANNED}|{PARTLY}|人均|平均|每|比|增|新")
MONEY_OR_SO = frozenset((UnitClass.MONEY, UnitClass.MASS, UnitClass.AREA, UnitClass.VOLUME, UnitClass.ENERGY))
ONE = 1

Found = tuple[PerUnit, Quantity, Quantity, Figure]


def shared(passages: Sequence[Passage], number: int) -> Iterator[Found]:
    """The mean, the people and what falls to them, with the figure of the mean."""
    passage = passages[number]
    if SIGN not in passage.words(passage.span):
        return
    for figure in passage.figures:
        quantity = figure.quantity
        match = MEAN.search(_lead(passage, figure)) if quantity.unit_class in MONEY_OR_SO else None
        if match is None or quantity.hedges or NO_SUM.search(match["what"]):
            continue
        near = [
            (each, one)
            for each in (passage.earlier, passage)
            if each
            for one in levels(each, quantity.span.start)
            if one is not figure
        ]
        near = [(each, one) for each, one in near if not one.quantity.hedges and not OTHER.search(_lead(each, one))]
        people = [one for each, one in near if one.quantity.unit.name in PEOPLE and ALL.search(_lead(each, one))]
        called = pattern(f"{match['what'].removeprefix('地区')}(?:产量|总[量额值])?{LINK}$")
        wholes = [
            one
            for each, one in near
            if base(one.quantity.unit) == base(quantity.unit) and called.search(_lead(each, one))
        ]
        if len(people) == ONE == len(wholes):
            each_ = PerUnit(
                quantity, base(quantity.unit), base(people[0].quantity.unit), quantity.unit.factor, mean=True
            )
            yield each_, people[0].quantity, wholes[0].quantity, figure


def _lead(passage: Passage, figure: Figure) -> str:
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]

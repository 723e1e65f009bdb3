"""What visitors spent a head, how many came and what they left, told over two sentences.

接待游客96.8万人次。…旅游收入9.2亿元，人均花费950元: the money stands with the mean, the visitors in a sentence before.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.elsewhere import PLANNED, THEN
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base

LINK = "(?:约?为|达到?|是|有|约|近|超过?|[了出])*$"
SPENT = pattern(
    "(?:人均|每人次?平均|平均每人次?|客均)(?:每[天日次])?(?:旅游)?(?:花费|消费|花销|支出)(?:额|金额)?" + LINK
)
TAKEN = pattern("(?:旅游|文旅|综合|花费|消费|门票)[\u4e00-\u9fff]{0,2}?(?:总?收入|总额|总花费|总消费)?" + LINK)
CAME = pattern("(?:接待|游客|旅客|到访|入园|入境|客流)[^，。；、0-9]{0,10}$")
OF_OTHERS = pattern(f"{THEN}|{PLANNED}|过夜|一日游|境外|省外|市外|其中|日均|平均")
VISITS = frozenset(("人次", "人"))
BACK, LEVELS = 2, (Act.LEVEL, Act.TO)


def spent(passages: Sequence[Passage], number: int) -> Iterator[tuple[PerUnit, Quantity, Quantity, Figure]]:
    """The mean, the visitors and the money, with the figure of the mean."""
    passage = passages[number]
    for index, figure in enumerate(passage.figures):
        quantity = figure.quantity
        if quantity.unit_class is not UnitClass.MONEY or not SPENT.search(_lead(passage, figure)):
            continue
        if OF_OTHERS.search(SPENT.sub("", _lead(passage, figure))):
            return
        taken = _taken(passage, index)
        came = _came(passages, number) if taken else None
        if taken and came:
            each = PerUnit(quantity, base(quantity.unit), base(came.unit), quantity.unit.factor, mean=True)
            yield each, came, taken, figure
        return


def _taken(passage: Passage, index: int) -> Quantity | None:
    """The one sum of money before the mean in its sentence, no visitors beside it."""
    if any(one.quantity.unit.name in VISITS for one in passage.figures):
        return None
    money = [
        one
        for one, cue in zip(passage.figures[:index], passage.cues[:index], strict=True)
        if one.quantity.unit_class is UnitClass.MONEY and cue.act in LEVELS
    ]
    lead = _lead(passage, money[0]) if len(money) == 1 else ""
    return money[0].quantity if TAKEN.search(lead) and not OF_OTHERS.search(lead) else None


def _came(passages: Sequence[Passage], number: int) -> Quantity | None:
    """The only visitors of the nearest sentence before that counts some, all of this time."""
    for passage in reversed(passages[max(0, number - BACK) : number]):
        if "\n" in passage.text[passage.span.end : passages[number].span.start]:
            return None
        found = [
            one
            for one, cue in zip(passage.figures, passage.cues, strict=True)
            if one.quantity.unit.name in VISITS and cue.act in LEVELS
        ]
        if found:
            lead = _lead(passage, found[0])
            told = len(found) == 1 and CAME.search(lead) and not OF_OTHERS.search(lead)
            return found[0].quantity if told else None
    return None


def _lead(passage: Passage, figure: Figure) -> str:
    """The words of its clause before a number."""
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]

"""product: so much a kilometre, over a road whose length stands far up: 全长87.6公里 … 每公里0.5元，全程43.8元.

全程 and 全线 name the whole length; it is the one that the article calls 全长, 总长 or 全程. Where it gives two, or the
sentence has a length of its own, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import APART, PerUnit, base, per_unit
from checker.relations.sums.row import Row, row_of

WHOLE = pattern("[跑走开驶骑游](?:完|过|上|下来)?一?全[程线]|全[程线]|[跑走开驶骑]完(?:一趟|全路)?")
PLAIN = pattern("[^，。；0-9]{0,12}$")
LENGTH = pattern("(?:全长|总长|全程|全线长|线路长|总里程|总长度)(?:度|约|为|达|共|有)*$")
OTHER = pattern("其中|桥|隧|支线|连接线|计划|规划|原|去年")
FAR = 20


def driven(passages: Sequence[Passage], number: int) -> Iterator[tuple[PerUnit, Quantity, Quantity, Figure]]:
    """Price per length, the whole length and what the whole way costs, with the figure of the price."""
    passage = passages[number]
    if WHOLE.search(passage.text, passage.span.start, passage.span.end) is None:
        return
    row = row_of(passage)
    for index in range(row.first, len(row.figures) - 1):
        each = per_unit(row, index)
        if (
            each is None
            or each.below != "米"
            or APART.search(row.before(index))
            or row.cues[index].act is not Act.LEVEL
        ):
            continue
        total = _total(row, index, each)
        length = _length(passages, number) if total is not None else None
        if total is not None and length is not None and base(length.unit) == each.below:
            yield replace(each, fixed=not each.mean), length, total, row.figures[index]


def _total(row: Row, index: int, each: PerUnit) -> Quantity | None:
    """What the whole way comes to, told right behind the price."""
    total = row.quantity(index + 1)
    near = row.figures[index + 1].clause - row.figures[index].clause <= 1 and base(total.unit) == each.above
    lead = row.text[row.clause(index + 1) : total.span.start]
    return total if near and WHOLE.match(lead) and PLAIN.fullmatch(lead) else None


def _length(passages: Sequence[Passage], number: int) -> Quantity | None:
    """The only whole length that is told before; none where the sentence itself has a length."""
    if any(one.quantity.unit_class is UnitClass.LENGTH for one in passages[number].figures):
        return None
    found = [
        figure.quantity
        for passage in passages[max(0, number - FAR) : number]
        for figure in passage.figures
        if figure.quantity.unit_class is UnitClass.LENGTH
        and LENGTH.search(passage.words(figure.before))
        and not OTHER.search(passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start])
    ]
    return found[0] if len({one.value * one.unit.factor for one in found}) == 1 else None

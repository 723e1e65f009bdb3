"""A crop's yield × the area that an earlier sentence gives to it by name = what was harvested.

种水稻3600亩、大豆2400亩。…大豆亩产185公斤，总产444吨: the crop's name in both sentences ties them.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base, per_unit
from checker.relations.sums.row import Row, row_of

HARVEST = pattern("(?:总产量?|共收获?|总共收获?|能打|共打|产量|收获)(?:了|约|达到?|为|共)*$")
NAME = pattern("(?P<name>[\u4e00-\u9fff]{2,4}?)(?:种植)?(?:面积)?(?:各?约|为|有|达到?)?$")
BACK = 5
"""How many sentences back the area may stand."""


def harvested(passages: Sequence[Passage], number: int) -> Iterator[tuple[PerUnit, Quantity, Quantity, Figure]]:
    """Yield, area and harvest, with the figure of the yield."""
    passage = passages[number]
    if "亩产" not in passage.words(passage.span):
        return
    row = row_of(passage)
    for index in range(row.first, len(row.figures)):
        each = per_unit(row, index)
        if each is None or each.quantity.unit_class is not UnitClass.MASS or each.metric not in ("产", "产量"):
            continue
        total = _total(row, index)
        lead = passage.text[passage.span.start : row.starts[index]]
        area = _area(passages, number, lead, each) if total is not None else None
        if total is not None and area is not None:
            yield each, area, total, row.figures[index]


def _total(row: Row, index: int) -> Quantity | None:
    """The harvest right behind the yield."""
    if index + 1 == len(row.figures) or row.quantity(index + 1).unit_class is not UnitClass.MASS:
        return None
    return row.quantity(index + 1) if HARVEST.search(row.before(index + 1)) else None


def _area(passages: Sequence[Passage], number: int, lead: str, each: PerUnit) -> Quantity | None:
    """The nearest area before the sentence whose crop is named in it; none where it has an area of its own."""
    if any(base(one.quantity.unit) == each.below for one in passages[number].figures):
        return None
    for passage in reversed(passages[max(0, number - BACK) : number]):
        if "\n" in passage.text[passage.span.end : passages[number].span.start]:
            return None
        for figure in passage.figures:
            named = NAME.search(passage.words(figure.before))
            if named and base(figure.quantity.unit) == each.below and _called(lead, named["name"]):
                return figure.quantity
    return None


def _called(lead: str, name: str) -> bool:
    """Whether the crop is named, with or without the verb that stands before it (种水稻)."""
    return any(len(word) > 1 and word in lead for word in (name, name[1:]))

"""A crop's yield × the area that an earlier sentence gives to it by name = what was harvested.

种水稻3600亩、大豆2400亩。…大豆亩产185公斤，总产444吨: the crop's name in both sentences ties them.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.elsewhere import PLANNED, THEN
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base, per_unit
from checker.relations.sums.row import Row, row_of

HARVEST = pattern("(?:总产量?|总共|一共|共收获?|总共收获?|能打|共打|产量|收获)(?:了|约|达到?|为|共)*$")
OTHER = pattern(f"{THEN}|{PLANNED}|明年|比|每|其中")
YEAR = pattern(f"{THEN}|{PLANNED}|明年")
CROP = pattern("亩产(?P<name>(?!量)[\u4e00-\u9fff]{1,4}?)(?:约?为|达到?|约|有|近|超过?)?$")
MU, FAR = "亩", 12
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
        if each is None or each.quantity.unit_class is not UnitClass.MASS or "亩产" not in row.before(index):
            continue
        total = _total(row, index)
        lead = passage.text[passage.span.start : row.starts[index]]
        area = _area(passages, number, lead, each) if total is not None else None
        if total is not None and area is None:
            area = _only_area(passages, number, row.before(index), each)
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
            then = YEAR.search(passage.text, passage.clauses[figure.clause].start, figure.quantity.span.start)
            if then and then[0] not in lead:
                continue
            if named and base(figure.quantity.unit) == each.below and _called(lead, named["name"]):
                return figure.quantity
    return None


def _called(lead: str, name: str) -> bool:
    """Whether the crop is named, with or without the verb that stands before it (种水稻)."""
    return any(len(word) > 1 and word in lead for word in (name, name[1:]))


def _only_area(passages: Sequence[Passage], number: int, told: str, each: PerUnit) -> Quantity | None:
    """The one area that the paragraph gives before, of this year and in no comparison; farther up, of that crop only.

    今年种大蒜70.3万亩，比去年的68.5万亩多了1.8万亩。…亩产鲜蒜1400公斤: garlic by its last character.
    """
    if any(base(one.quantity.unit) == each.below for one in passages[number].figures):
        return None
    crop = CROP.search(told)
    here, up = list[Quantity](), list[Quantity]()
    for passage in passages[max(0, number - FAR) : number]:
        near = "\n" not in passage.text[passage.span.end : passages[number].span.start]
        areas = [one for one in _areas(passage, each) if near or crop]
        (here if near else up).extend(
            one.quantity for one in areas if crop is None or _is_of(passage, one, crop["name"])
        )
    found = here or up
    return found[0] if found and len({one.value * one.unit.factor for one in found}) == 1 else None


def _is_of(passage: Passage, area: Figure, crop: str) -> bool:
    """Whether an area is of the crop that a yield names."""
    clause = passage.text[passage.clauses[area.clause].start : passage.clauses[area.clause].end]
    return crop[-1] in clause


def _areas(passage: Passage, each: PerUnit) -> Iterator[Figure]:
    """The areas of a sentence that are no change, no plan, and of no other year."""
    for figure in levels(passage):
        before = passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]
        if base(figure.quantity.unit) == each.below and figure.quantity.unit.name == MU and not OTHER.search(before):
            yield figure

"""A crop's yield × the area that an earlier sentence gives to it by name = what was harvested.

种水稻3600亩、大豆2400亩。…大豆亩产185公斤，总产444吨: the crop's name in both sentences ties them.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.elsewhere import PLANNED, THEN
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base, per_unit
from checker.relations.sums.row import Row, row_of

HARVEST = pattern("(?:总产量?|总共|一共|共收获?|总共收获?|能打|共打|产量|收获)(?:了|约|达到?|为|共)*$")
OTHER = pattern(f"{THEN}|{PLANNED}|明年|比|每|其中")
YEAR = pattern(f"{THEN}|{PLANNED}|明年")
CROP = pattern("亩产(?P<name>(?!量)[\u4e00-\u9fff]{1,4}?)(?:约?为|达到?|约|有|近|超过?)?$")
CROPS = pattern("[稻麦豆薯棉菜果瓜茶药椒蒜姜葱笋菇菌梨桃杏枣葵蔗谷粟粱荞麻]|玉米|花生|苹果|葡萄|草莓|柑橘")
"""By what of its name a crop is known from others."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
MU, FAR, NEAR, REACH = "亩", 12, 3, 40
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


def told_before(passages: Sequence[Passage], number: int) -> Iterator[tuple[PerUnit, Quantity, Quantity, Figure]]:
    """今年一亩打1260斤。…种了8500亩，总产535.5万公斤: the only yield of the sentences before, of no other crop."""
    passage = passages[number]
    if MU not in passage.words(passage.span):
        return
    row = row_of(passage)
    found = _harvest(row)
    if found is None:
        return
    area, total = found
    for earlier in reversed(passages[max(0, number - NEAR) : number]):
        if "\n" in passage.text[earlier.span.end : passage.span.start]:
            return
        each = list(_yields(row_of(earlier)))
        if each:
            one, figure = each[0]
            lead = earlier.text[earlier.clauses[figure.clause].start : figure.quantity.span.start]
            if len(each) == 1 and base(area.unit) == one.below and not _is_of_another(lead, passage):
                yield one, area, total, figure
            return


def is_by_unit(each: PerUnit, area: Quantity, harvest: Quantity) -> bool:
    """Whether 斤 and 公斤 were mixed up: the harvest is just twice, or half, of what it should be."""
    exact = each.quantity.value * each.factor * area.value * area.unit.factor
    said = harvest.value * harvest.unit.factor
    return said in (2 * exact, exact / 2)


def _harvest(row: Row) -> tuple[Quantity, Quantity] | None:
    """The one area and the one harvest that a sentence tells, and no yield of its own."""
    own = range(row.first, len(row.figures))
    totals = [one for one in own if row.quantity(one).unit_class is UnitClass.MASS]
    areas = [one for one in own if row.quantity(one).unit.name == MU and not row.figures[one].bracket]
    if len(totals) != 1 or len(areas) != 1 or not areas[0] < totals[0] or row.quantity(areas[0]).hedges:
        return None
    plain = not OTHER.search(row.sentence(totals[0])) and HARVEST.search(row.before(totals[0]))
    return (row.quantity(areas[0]), row.quantity(totals[0])) if plain and row.cues[areas[0]].act in LEVELS else None


def _yields(row: Row) -> Iterator[tuple[PerUnit, Figure]]:
    """What the sentence says that an acre bore this year."""
    for index in range(row.first, len(row.figures)):
        each = per_unit(row, index) if row.quantity(index).unit_class is UnitClass.MASS else None
        if each is not None and each.below == base(units.unit(MU)):
            moved = (
                row.cues[index].act not in LEVELS or YEAR.search(row.sentence(index)[-REACH:]) or each.quantity.hedges
            )
            if not moved:
                yield each, row.figures[index]


def _is_of_another(lead: str, passage: Passage) -> bool:
    """Whether the harvest is of a crop that the yield does not name."""
    one, two = set(CROPS.findall(lead)), set(CROPS.findall(passage.words(passage.span)))
    return bool(two - one) and bool(one or len(two) > 1)


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

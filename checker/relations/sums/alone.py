"""One part alone: 16条线路有10条停运, 55例（出院53例）.

Nothing but the noun of the whole stands between the two, or the part has a bracket to itself. Both are counted alike,
and the part can be no more than the whole; that it is, is for a reader to look at. A bracket may as well tell of others
(死亡3人（受伤12人）): what is more than the number before it is no part, and nothing is said.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.sums.row import GENERIC, Row, Sum, same_unit
from checker.spans import Span

HAVING = pattern(
    "[\u4e00-\u9fff]{1,8}?(?<![没只唯均各分还占具拥所含])(?:(?P<of>只|仅|已经?)|还|就|却|竟|便)?有(?:约|近|过|了)?"
)
DOING = pattern("(?!家|个|名|位|人|的|以[上下])[\u4e00-\u9fff]{2}")
HUNG = pattern("[\u4e00-\u9fff]{0,6}[（(](?P<name>[\u4e00-\u9fff]{2,8}?)(?:有|为|共)?")
CLOSED = pattern("[\u4e00-\u9fff]{0,4}[)）]")
NO_PART = pattern(
    "累计|共|总|计划|目标|全[国省市县区球]|上|去|同期|预算|核定|编制|约|原|前|此|合|折|最|每|均|平|增|减|比|较|达|超|不|含"
    "|设计|额定|满|标准|相当|第"
)
HARM = pattern("死|亡|伤|失踪|失联")
"""Who died is not of those who were hurt."""

PERIODS = pattern("[年月日周季期]$")


def held(row: Row) -> Iterator[Sum]:
    """16条线路有10条停运: nothing but the noun and 有 between.

    两艘船有20艘小艇护航 tells of others; that a larger number is meant for a part only 已有 and 只有 say.
    """
    for whole in range(row.first, len(row.figures) - 1):
        part = whole + 1
        if not _alike(row, whole, part) or row.quantity(part).unit.name in GENERIC | {"家", "处"}:
            continue
        words = row.between(whole, part)
        behind = row.text[row.quantity(part).span.end : row.passage.span.end]
        having = HAVING.fullmatch(words)
        if having and DOING.match(behind) and (having["of"] or _fits(row, whole, part)):
            yield _part(row, whole, part)


def bracketed(row: Row) -> Iterator[Sum]:
    """55例（出院53例）: one part in the bracket behind its whole."""
    for whole in range(row.first, len(row.figures) - 1):
        part = whole + 1
        first = row.figures[part]
        alone = first.bracket and (part + 1 == len(row.figures) or row.figures[part + 1].bracket != first.bracket)
        if not alone or row.figures[whole].bracket or not _alike(row, whole, part) or row.past(part):
            continue
        match = HUNG.fullmatch(row.between(whole, part))
        closed = CLOSED.match(row.text, row.quantity(part).span.end)
        if not match or not closed or NO_PART.search(match["name"]) or PERIODS.search(match["name"]):
            continue
        rivals = HARM.search(row.before(whole)) and HARM.search(match["name"])
        if not rivals and _fits(row, whole, part):
            yield _part(row, whole, part)


def _alike(row: Row, whole: int, part: int) -> bool:
    one, two = row.quantity(whole), row.quantity(part)
    counted = all(each.unit_class is UnitClass.COUNT and not each.hedges for each in (one, two))
    return counted and one.unit.name == two.unit.name and same_unit(one, two) and one.value > 1 and row.adds(whole)


def _fits(row: Row, whole: int, part: int) -> bool:
    return row.quantity(part).value <= row.quantity(whole).value


def _part(row: Row, whole: int, part: int) -> Sum:
    words = Span(row.quantity(whole).span.end, row.starts[part])
    return Sum(row.quantity(whole), (row.quantity(part),), (words,), likely=True)

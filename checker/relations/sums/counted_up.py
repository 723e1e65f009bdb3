"""A time told by its number, and of what sort the times up to it were: 这是他第63次献血：全血21次，血小板42次.

The sorts stand right behind what was done so often, each with its own number; two of them at the least.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Ordinal, UnitClass
from checker.relations.dated import calendar
from checker.relations.sums.row import Row, Sum
from checker.spans import Span

SIGNS = "第"
OPENS = pattern("[\u4e00-\u9fff]{0,8}(?:[：:（(]|——|[，,](?=其中))(?:其中|包括)?[，,]?[\u4e00-\u9fff]{1,8}$")
NEXT = pattern("[，,、和][\u4e00-\u9fff]{1,8}|[\u4e00-\u9fff]{1,6}[，,、和](?:[\u4e00-\u9fff]{1,4})?")
OTHER = pattern("今年|去年|本[周月季轮]|最|每|平均|连续|上[次届]|相隔|时隔|第")
LEAST, NEAR = 2, 24


def told(row: Row) -> Iterator[Sum]:
    """The number of the last time with the numbers of the sorts."""
    for one in row.passage.tokens:
        if not isinstance(one, Ordinal) or one.value < LEAST:
            continue
        behind = [at for at in range(row.first, len(row.figures)) if row.starts[at] >= one.span.end]
        alike = [at for at in behind if row.quantity(at).unit.name == one.unit]
        if len(alike) < LEAST or alike != list(range(alike[0], alike[-1] + 1)) or alike[0] != behind[0]:
            continue
        lead = row.text[one.span.end : row.starts[alike[0]]]
        gaps = [row.between(at, at + 1) for at in alike[:-1]]
        plain = all(NEXT.fullmatch(gap) for gap in gaps) and not any(map(OTHER.search, (lead, *gaps)))
        parts = tuple(row.quantity(at) for at in alike)
        if len(lead) > NEAR or not OPENS.fullmatch(lead) or not plain or any(each.hedges for each in parts):
            continue
        if parts[0].unit_class is UnitClass.COUNT:
            whole = calendar.counted(row.text, one.span, one.value, parts[0].unit.name)
            missed = sum(each.value for each in parts) != one.value
            words = (Span(one.span.end, row.starts[alike[0]]),)
            yield Sum(whole, parts, words, exhaustive=True, likely=missed)

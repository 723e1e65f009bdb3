"""total: what so many have together and, behind it, what each has: 三地共投入1.26万台，分别为3200台、5400台和4000台."""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.relations.sums.row import Row, Sum, same_unit
from checker.spans import Span

COUNTS = "两三四五六七八九"
TOGETHER = pattern(
    f"(?P<count>[二{COUNTS}2-9])个?[\u4e00-\u9fff]{{1,4}}?(?:一共|总共|合计|共计|累计|共)(?!同)[^，。；、0-9]{{0,12}}$"
)
SEVERALLY = pattern("[^，。；、0-9]{0,10}[，,](?:三年|各自|数量|依次)?(?:分别|依次)(?:为|是|有)?")
JOINT = pattern("[、，,]|[和及与]|以及")
FEWEST, LEAD = 2, 40


def dealt(row: Row) -> Iterator[Sum]:
    """Every whole that its own words say is of as many as the values dealt out behind it."""
    for whole in range(row.first, len(row.figures) - FEWEST):
        first = whole + 1
        told = TOGETHER.search(row.sentence(whole)[-LEAD:])
        if told is None or not row.adds(whole) or not SEVERALLY.fullmatch(row.between(whole, first)):
            continue
        parts = [first]
        while parts[-1] + 1 < len(row.figures) and JOINT.fullmatch(row.between(parts[-1], parts[-1] + 1)):
            parts.append(parts[-1] + 1)
        count = (
            int(told["count"]) if told["count"].isdigit() else COUNTS.find(told["count"].replace("二", "两")) + FEWEST
        )
        alike = all(row.adds(one) and same_unit(row.quantity(one), row.quantity(whole)) for one in parts)
        if len(parts) == count and alike and not any(row.quantity(one).hedges for one in parts):
            words = Span(row.quantity(whole).span.end, row.starts[first])
            yield Sum(row.quantity(whole), tuple(map(row.quantity, parts)), (words,), exhaustive=True)

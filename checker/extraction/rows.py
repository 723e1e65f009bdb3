"""Numbers in a row, each of another thing: 甲、乙和丙的跌幅分别为5%、6%和7%."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from checker.extraction.bearings import Bearings
from checker.extraction.indicators import ENDED, GRADE
from checker.extraction.naming import Naming
from checker.extraction.phrasing import trimmed
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.lists.trimming import METRIC
from checker.spans import Span

RESPECTIVELY = "分别"
MEASURE = pattern(f"{METRIC}$")
FAR = 200
"""So far back from a number its row begins, at the most."""

AND = pattern("[、和与及/／]|以及")
OF_THEM = pattern("(?:对[^，]{1,12})?的[^的]{1,10}$")


class Rows:
    """Finds what each number of a row is of. ``starts`` are where the numbers of the article begin."""

    def __init__(self, bearings: Bearings, starts: Sequence[int]) -> None:
        self.bearings = bearings
        self.text = bearings.text
        self.starts = starts

    def opening(self, one: Quantity, clause: Span) -> int:
        """Where the 分别 stands that a number comes behind; negative where there is none."""
        return self.text.rfind(RESPECTIVELY, max(clause.start, one.span.start - FAR), one.span.start)

    def place(self, one: Quantity, at: int, clause: Span) -> tuple[int, int]:
        """Which of how many numbers behind a 分别 a number is."""
        first = bisect_left(self.starts, at)
        return bisect_left(self.starts, one.span.start) - first, bisect_left(self.starts, clause.end) - first

    def paired(self, one: Quantity, said: Naming) -> Naming | None:
        """The number named for the thing that stands in its place in the list before."""
        item = self._items.get(one.span.start)
        if not item or not said.suffix:
            return None
        shared = MEASURE.search(said.stem) if said.own else None
        item += shared[0] if shared and not item.endswith(shared[0]) else ""
        return replace(said, metric=f"{item}{said.suffix}", stem=item, own=True)

    def parted(self, one: Quantity, said: Naming, clause: Span, at: int) -> Naming:
        """The same for a list whose last member only names the measure, from its words alone."""
        nth, size = self.place(one, at, clause)
        things = AND.split(self.text[max(self._start(at, clause), at - FAR) : at])
        if len(things) != size or size < 2:
            return said
        measure = OF_THEM.search(things[-1])
        if not measure:
            item = list(_measured([trimmed(thing) for thing in things]))[nth].removesuffix(said.suffix)
            return replace(said, metric=f"{item}{said.suffix}", stem=item, own=True) if said.suffix else said
        thing = things[nth].strip() if nth < size - 1 else things[-1][: measure.start()]
        metric = f"{thing}{GRADE.sub('', measure[0])}"
        return replace(said, metric=metric, stem=metric, own=True, suffix="")

    def _start(self, at: int, clause: Span) -> int:
        """Where the words before a 分别 begin: in the clause before, where it opens its own."""
        return clause.start if at - clause.start > 1 else self.bearings.clause(max(0, clause.start - 1)).start

    @cached_property
    def _items(self) -> dict[int, str]:
        """What each number behind a 分别 is of, by where the number begins."""
        found: dict[int, str] = {}
        for relation in self.bearings.article.relations:
            if relation.kind == "pairing":
                items = [trimmed(one.span.of(self.text)) for one in relation.operands if one.role == "item"]
                values = [one.span.start for one in relation.operands if one.role == "value"]
                if items and len(items) == len(values):
                    found |= dict(zip(values, _measured(items), strict=True))
        return found


def _measured(items: Sequence[str]) -> Iterator[str]:
    """The items, each with the measure that only the last of them names: 汽车、机床产值 are both 产值."""
    shared = MEASURE.search(items[-1])
    for item in items:
        whole = shared is None or shared[0] in item or ENDED.search(item)
        yield item if whole or shared is None else f"{item}{shared[0]}"

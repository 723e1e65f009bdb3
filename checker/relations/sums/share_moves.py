"""Shares of an earlier time, told beside those of now, are parts of one whole as those are.

内河占47.1%，比上年的18.2%上升28.9个百分点；沿海占52.9%，比上年的81.8%下降…: 18.2 and 81.8 are the shares of last year.
占出口的比重由上年的87.1%提高到96.7%；…比重由12.8%降至2.5%: two sets, that of before and that of after.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.judge import judge
from checker.relations.sums.portions import Group, exactly, within
from checker.relations.sums.row import Row
from checker.spans import Span

BASE = pattern("[，,（(][比较][^，。；（）]{0,12}的")
"""47.1%|，比上年的|18.2%|上升28.9个百分点."""

WENT = pattern(
    "(?:占(?P<whole>[^，。；、占]{1,16}?)的?(?:比重|比例|份额)|(?:^|[，,])(?:所占)?(?:比重|比例|占比|份额))"
    "[由从](?:[^，。；、]{0,10}[年月末底]的?)?$"
)
"""What a share that went from one level to another is of; nothing but 比重由 where that was named before."""

TO = (Act.TO,)


def before_now(row: Row, group: Group) -> Iterator[Group]:
    """The shares that those of a group are compared with, if each is."""
    found = [_base(row, bisect_left(row.starts, one.span.start)) for one in group.parts]
    bases = tuple(row.quantity(one) for one in found if one is not None)
    if len(bases) == len(group.parts) > 1:
        test = exactly if group.exhaustive else within
        if judge(bases, test).verdict is Verdict.CONSISTENT or group.exhaustive:
            yield replace(group, parts=bases, likely=True)


def _base(row: Row, at: int) -> int | None:
    """The figure right behind a share that it is compared with, by so many points."""
    if at + 2 >= len(row.figures) or row.quantity(at + 2).unit_class is not UnitClass.POINTS:
        return None
    told = row.figures[at + 1].is_rate and BASE.fullmatch(row.between(at, at + 1)) is not None
    return at + 1 if told and row.cues[at + 2].act in (Act.RISE, Act.FALL) else None


def moved(row: Row) -> Iterator[Group]:
    """Shares of one whole that went from one level to another, of which only the first names the whole."""
    run: list[tuple[int, Span]] = []
    for at in range(row.first, len(row.figures) - 1):
        clause = row.text[max(row.clause(at), row.starts[at] - 48) : row.starts[at]]
        went = WENT.search(clause) if row.figures[at].is_rate and row.cues[at + 1].act in TO else None
        if went is None or not row.figures[at + 1].is_rate:
            continue
        if went["whole"]:
            yield from _two(row, run)
            run = []
        if went["whole"] or run:
            run.append((at, Span(row.starts[at] - len(went[0]), row.starts[at])))
    yield from _two(row, run)


def _two(row: Row, run: list[tuple[int, Span]]) -> Iterator[Group]:
    """The shares before and those after, where both can lie in one whole."""
    if len(run) < 2:
        return
    sets = [tuple(row.quantity(at + step) for at, _ in run) for step in (0, 1)]
    if all(judge(one, within).verdict is Verdict.CONSISTENT for one in sets):
        for one in sets:
            yield Group(one, (run[0][1],), exhaustive=False, likely=True)

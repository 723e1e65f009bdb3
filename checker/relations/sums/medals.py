"""Medals of one row and their number: 17金15银16铜，共48枚, 3枚奖牌，成色是1金2铜, 2枚金牌、1枚银牌，以3枚奖牌…."""

import re
from collections.abc import Iterator

from checker.patterns import pattern
from checker.relations.sums.row import Row, Sum
from checker.spans import Span

MEDALS = "金银铜"
PIECES = ("枚", "块")
METAL = pattern("[金银铜]牌")
JOINED_MEDALS = pattern("[金银铜]?牌?[、，,和及]?(?:[金银铜]牌)?")
CALLED = pattern("(?:^|其中|[，,、和及]|[获得摘夺拿揽收][了到获得下]?)([金银铜])牌$")
OF_MEDALS = pattern("(?:奖牌|牌)?[，：（(]?[^，。；：（0-9]{0,4}?(?:是|为)?")
NEAR_MEDALS = 12
RUNNING = pattern("[升增涨]|累计|至此|已")
ONE_DAY = pattern("[0-9首当昨今单][日天]|进账|再[添夺获得摘]|[又新][添增夺获]")
"""当日再添3金2银，奖牌总数达60枚: what all days so far have brought is no sum of those of one."""

OTHERS = pattern("[比较]|[上前去]")
"""奖牌48枚，比上届的8金11银16铜多了13枚."""

LEAD = 24
"""How many characters before the medals a day may stand."""


def medalled(row: Row) -> Iterator[Sum]:
    """17金15银16铜，共48枚, or 3枚奖牌，成色是1金2铜: the medals of one row, and their number before or behind."""
    index = row.first
    while index < len(row.figures):
        end = index
        while end < len(row.figures) and _metal(row, end) and (end == index or _beside(row, end)):
            end += 1
        parts = tuple(row.quantity(one) for one in range(index, end))
        if len(parts) > 1:
            words = _counted_behind(row, index, end) or _counted_before(row, index)
            if words:
                whole = end if words.start >= parts[-1].span.end else index - 1
                yield Sum(row.quantity(whole), parts, (words,), exhaustive=True)
        index = max(end, index + 1)


def _beside(row: Row, index: int) -> bool:
    """Whether a medal of another metal stands right before this one."""
    metals = [MEDALS.find(_metal(row, one)) for one in (index - 1, index)]
    return -1 < metals[0] < metals[1] and JOINED_MEDALS.fullmatch(row.between(index - 1, index)) is not None


def _metal(row: Row, index: int) -> str:
    """Of what metal the medals are that a figure counts: 3金, 3枚金牌; empty for anything else."""
    unit = row.quantity(index).unit.name
    if unit in PIECES:
        behind = METAL.match(row.text, row.quantity(index).span.end)
        called = None if behind else CALLED.search(row.before(index))
        return behind[0][0] if behind else called[1] if called else ""
    return unit if unit in MEDALS else ""


def _counted_behind(row: Row, first: int, whole: int) -> Span | None:
    if whole >= len(row.figures) or row.quantity(whole).unit.name not in PIECES:
        return None
    gap = row.between(whole - 1, whole)
    told = len(gap) <= NEAR_MEDALS and re.search("共|总计|合计|总数|奖牌数|[，,]以$", gap)
    if RUNNING.search(gap) or ("总数" in gap and ONE_DAY.search(row.sentence(first)[-LEAD:])):
        return None
    return Span(row.quantity(whole - 1).span.end, row.starts[whole]) if told else None


def _counted_before(row: Row, first: int) -> Span | None:
    if first <= row.first or row.quantity(first - 1).unit.name not in PIECES:
        return None
    gap = row.between(first - 1, first)
    told = len(gap) <= NEAR_MEDALS and OF_MEDALS.fullmatch(gap) and not OTHERS.search(gap)
    if ONE_DAY.search(gap) or METAL.search(row.before(first - 1)[-2:]):
        return None
    return Span(row.quantity(first - 1).span.end, row.starts[first]) if told else None

"""Sums over names: 华东、中南、华北三大区域占78.5%, 与满洲里口岸合计5130列."""

import re
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import Sum
from checker.spans import Span

LISTED = pattern(
    r"(?P<names>[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,10}){0,5}(?:、|和|及|与)[\u4e00-\u9fff]{2,10}?)"
    r"(?P<count>[二两三四五六])(?:大|个|类|项|家|种|省|市|区|县|地)"
)
WITH = pattern(
    r"[与和同](?P<name>[\u4e00-\u9fff]{2,12}?)(?:两者|两地|两家|一起)?(?:合计|共计|加起来)(?:共|达到?|为|约)?$"
)
TOGETHER = pattern(r"合计|共计|总和|共占|一共|占|总计")
COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
KIND = pattern("(?<=..)(?:口岸|[省市县区旗镇乡村站港]|公司|集团|学校|医院|大区)$")
SEPARATOR = pattern("[、和及与]")
FAR = 160
"""So far before its number a list of names begins, at the most."""

BACK = 8
"""How many sentences back the numbers of the names may stand."""


def named(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """Sums of the numbers that earlier sentences give to the names."""
    passage = passages[number]
    for index, figure in enumerate(passage.figures):
        yield from _with(passages, number, index)
        clause = passage.clauses[figure.clause]
        at = figure.quantity.span.start
        start = max(clause.start, at - FAR)
        together = TOGETHER.search(passage.text, start, at)
        listed = LISTED.search(passage.text, start, at) if together else None
        if not listed or not TOGETHER.search(passage.text, listed.end(), at):
            continue
        if passage.figures[index - 1 : index] and passage.figures[index - 1].quantity.span.start > listed.end():
            continue
        names = SEPARATOR.split(listed["names"])
        parts = [_told(passages, number, name, figure, listed.start()) for name in names]
        if len(parts) == COUNTS[listed["count"]] and all(parts):
            found = tuple(one.quantity for one in parts if one)
            yield Sum(figure.quantity, found, (Span(*listed.span()),), exhaustive=True, likely=True)


def _with(passages: Sequence[Passage], number: int, index: int) -> Iterator[Sum]:
    """The number before, and that of the one named: together so many."""
    passage = passages[number]
    figure = passage.figures[index]
    before = passage.words(figure.before)
    match = WITH.search(before) if "计" in before or "起来" in before else None
    own = passage.figures[index - 1] if match and index else None
    if not match or own is None or not _alike(own, figure):
        return
    other = _told(passages, number, match["name"], figure, own.quantity.span.start)
    if other and other is not own:
        start = figure.before.start + match.start()
        quantities = (other.quantity, own.quantity)
        yield Sum(figure.quantity, quantities, (Span(start, figure.before.end),), exhaustive=True, likely=True)


def _told(passages: Sequence[Passage], number: int, name: str, like: Figure, end: int) -> Figure | None:
    """The number of a name: right behind it, or else the first of its sentence that can be added."""
    name = KIND.sub("", name) or name
    right = pattern(f"{re.escape(name)}(?:的|为|约|达|占|有)*$")
    for passage in reversed(passages[max(0, number - BACK) : number + 1]):
        alike = [one for one in passage.figures if one.quantity.span.end <= end and _alike(one, like)]
        for figure in reversed(alike):
            if right.search(passage.words(figure.before)):
                return figure
        for figure in alike[:1]:
            if name in passage.text[passage.span.start : figure.quantity.span.start] and not like.is_rate:
                return figure
    return None


def _alike(one: Figure, two: Figure) -> bool:
    return one.quantity.unit == two.quantity.unit

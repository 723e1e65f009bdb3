"""Sums over names: 华东、中南、华北三大区域占78.5%, 与满洲里口岸合计5130列."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import Sum, same_unit
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
ADDED = pattern(
    "(?:其中)?(?P<names>[\u4e00-\u9fff]{1,8}?(?:、[\u4e00-\u9fff]{1,8}?){0,4}(?:、|和|及|与)[\u4e00-\u9fff]{1,8}?)"
    "(?:两者|二者|三者|两项|三项|两地|两家)?(?:[加合]起来|[加合]在一起|加一块|合计|相加)(?:一?共|总共|有|是|为|达到?|就)*"
)
ADDED_ENDS = "来起块计加共有是为达到就"
NEAR, LEAD, MOST = 2, 20, Fraction(3, 2)
"""How many sentences before may tell of the names, how many characters before a number name it, how far it may miss."""

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
        yield from _put_together(passages, number, index)
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


def _put_together(passages: Sequence[Passage], number: int, index: int) -> Iterator[Sum]:
    """风电、太阳能加起来|8120万千瓦: the numbers that the sentences just before give to the names."""
    passage = passages[number]
    figure = passage.figures[index]
    lead = passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]
    match = ADDED.fullmatch(lead) if figure.is_amount and lead[-1:] in ADDED_ENDS else None
    if not match:
        return
    names = SEPARATOR.split(match["names"])
    parts = [_called(passages, number, name, figure) for name in names]
    found = [one.quantity for one in parts if one]
    sizes = [one.value * one.unit.factor for one in (figure.quantity, *found)]
    apart = len({one.span for one in found}) == len(names) and not figure.quantity.hedges
    if apart and max(sizes[1:]) < sizes[0] and sum(sizes[1:]) <= sizes[0] * MOST and sizes[0] <= sum(sizes[1:]) * MOST:
        words = Span(figure.quantity.span.start - len(lead), figure.quantity.span.start)
        yield Sum(figure.quantity, tuple(found), (words,), exhaustive=True, likely=True)


def _called(passages: Sequence[Passage], number: int, name: str, like: Figure) -> Figure | None:
    """The number of a name: 工业投资48.6亿元 of 工业, the only one called so before in the paragraph."""
    called = pattern(
        f"(?:^|[，,；;：:、和及与中])[^，。；：、0-9和及与]{{0,2}}{re.escape(name)}[\u4e00-\u9fff]{{0,4}}$"
    )
    told = [
        figure
        for passage in passages[max(0, number - NEAR) : number + 1]
        for figure in passage.figures
        if figure.quantity.span.end < like.quantity.span.start
        and figure.is_amount
        and same_unit(figure.quantity, like.quantity)
        and not figure.quantity.hedges
        and called.search(
            passage.text[max(passage.span.start, figure.quantity.span.start - LEAD) : figure.quantity.span.start]
        )
    ]
    return told[0] if len(told) == 1 else None


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

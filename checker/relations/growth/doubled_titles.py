"""multiple: a doubling in the title (出口翻番) against two levels of the body: 出口1260吨，上年同期为590吨.

Desks double what came near it and what went beyond, so that only far less than twice as much is a fault, and more than
three times nothing that the title speaks of.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import decimal
from checker.quantities.model import Quantity
from checker.relations.cues import Act
from checker.relations.growth.multiple import DOUBLING, KIND
from checker.relations.passage import Figure, Passage
from checker.relations.record import Operand, Relation
from checker.relations.sums.row import same_unit
from checker.relations.working import sides
from checker.spans import Span

NAME = pattern("(?P<name>[\u4e00-\u9fff]{2,10}?)(?:同比|实现|再|已|又|接近|近|超|将近|就)*翻?了?$")
COMING = pattern("力争|计划|目标|预计|有望|将(?!近)|欲|拟|[0-9一二三四五六七八九十]年|[较比]|以来|累计")
THEN = pattern("^[，,、]?(?:而|但|比)?(?:去年|上年|前年)[\u4e00-\u9fff]{0,12}$")
TAIL, PART = 6, 4
"""How many characters may stand between a name and its number, and how many of its last ones the body says again."""

NEARLY, SURELY_NOT, MOST = Fraction(18, 10), Fraction(16, 10), Fraction(3)


def find(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """The doubling of the title, judged by the first two levels of its name."""
    title = document.title
    for passage in passages if title is not None else ():
        if title is None or passage.span.start >= title.span.end:
            return
        for figure in passage.figures:
            name = _name(passage, figure)
            if name:
                found = next(_levels(passages, name, title.span.end), None)
                if found:
                    yield from _judged(figure.quantity, *found)


def _name(passage: Passage, figure: Figure) -> str:
    """What doubled."""
    if figure.quantity.unit.name != DOUBLING or figure.quantity.value != 1:
        return ""
    match = NAME.search(passage.words(figure.before))
    return "" if match is None or COMING.search(passage.words(passage.span)) else match["name"][-PART:]


def _levels(passages: Sequence[Passage], name: str, start: int) -> Iterator[tuple[Figure, Figure]]:
    """What was and what is, by that name, in one sentence of the body."""
    for passage in passages:
        for one, two in pairwise(passage.figures) if passage.span.start >= start else ():
            before = passage.words(one.before)
            at = before.rfind(name)
            near = at >= 0 and len(before) - at - len(name) <= TAIL
            level = passage.cues[passage.figures.index(one)].act in (Act.LEVEL, Act.TO)
            told = THEN.search(passage.text[one.quantity.span.end : two.quantity.span.start])
            if near and level and told and one.is_amount and same_unit(one.quantity, two.quantity):
                yield two, one


def _judged(times: Quantity, base: Figure, current: Figure) -> Iterator[Relation]:
    was, now = base.quantity, current.quantity
    if was.value <= 0 or was.hedges or now.hedges:
        return
    quotient = now.value * now.unit.factor / (was.value * was.unit.factor)
    if SURELY_NOT <= quotient < NEARLY or quotient >= MOST:
        return
    wrong = quotient < SURELY_NOT
    left, right = sides(now, was)
    working = f"{left}÷{right}={decimal(quotient, 2)}倍，标题{times.literal}"
    yield Relation(
        KIND,
        (Operand.of("base", was), Operand.of("current", now), Operand.of("multiple", times)),
        Verdict.INCONSISTENT if wrong else Verdict.CONSISTENT,
        f"{working}，{'不一致' if wrong else '一致'}",
        (Span(times.span.start, times.span.end),),
        times.span,
        wrong,
        {"name": "番数", "working": working, "computed": f"{decimal(quotient, 2)}倍"},
        variant="doubling",
    )

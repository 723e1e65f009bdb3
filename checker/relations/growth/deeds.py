"""change: what was before a deed, what is after it, and by how much that differs.

增持前…5.2%；增持后…7.3%，增加2.1个百分点.
The deed is named twice, before 前 and before 后, so that nothing else can be what was and what is; the difference has
no subject of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.cues import Act
from checker.relations.growth.alike import alike
from checker.relations.passage import Figure, Passage
from checker.spans import Span

BEFORE, AFTER = "前", "后"
DEED = "(?P<deed>[一-鿿]{2})(?:完成|实施|变动|交易)?之?"
THEN = pattern(f"{DEED}前[，,]?[^。；;后]{{0,40}}$")
NOW = pattern(f"(?:^|[，,；;]|本次|此次){DEED}后[，,]?[^。；;前]{{0,40}}$")
STEP = pattern(f"[，,](?:持股比例|比例|同比|合计|累计|整整|{adverbs()})*[一-鿿]{{1,4}}(?:了|近|约|{adverbs()})*")
GAP, LEAD, THREE, BACK = 72, 48, 3, 3
"""How far the two levels may stand apart, and their words before them; how many figures back the earlier may be."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was, what is, the step between and which way it goes, with the words before it."""

    base: Figure
    current: Figure
    step: Figure
    act: Act
    words: Span


def told(passage: Passage) -> Iterator[Told]:
    """Every such deed with its two levels right before the step."""
    text = passage.words(passage.span)
    if len(passage.figures) < THREE or BEFORE not in text or AFTER not in text:
        return
    for at in range(2, len(passage.figures)):
        current, step = passage.figures[at - 1 : at + 1]
        before = passage.figures[max(0, at - 1 - BACK) : at - 1]
        base = next((one for one in reversed(before) if one.is_rate is current.is_rate), current)
        act = passage.cues[at].act
        words = Span(current.quantity.span.end, step.quantity.span.start)
        told_so = act in (Act.RISE, Act.FALL) and STEP.fullmatch(_said(passage, words))
        if not told_so or base is current or not _are_alike(base, current, step):
            continue
        then = THEN.search(_lead(passage, passage.span.start, base))
        now = NOW.search(_lead(passage, base.quantity.span.end, current))
        near = current.quantity.span.start - base.quantity.span.end <= GAP
        if then and now and near and then["deed"] == now["deed"]:
            yield Told(base, current, step, act, words)


def _said(passage: Passage, words: Span) -> str:
    """The words before the step, without what only says again that it is held: 7.3%的股份，增加."""
    return passage.words(words).removeprefix("的股份").removeprefix("股份")


def _lead(passage: Passage, start: int, figure: Figure) -> str:
    end = figure.quantity.span.start
    return passage.text[max(start, end - LEAD) : end]


def _are_alike(base: Figure, current: Figure, step: Figure) -> bool:
    if base.is_rate:
        return current.is_rate and step.quantity.unit_class is UnitClass.POINTS
    plain = base.is_amount and current.is_amount and alike(base.quantity, current.quantity)
    return plain and (step.is_rate or alike(current.quantity, step.quantity))

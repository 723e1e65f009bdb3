"""ratio: what a price comes to at a discount: 票价65元，按九折计，实收58.5元.

The words call the one sum the full price and the other what is paid. Where more is taken off (券后, 立减) nothing is
said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation

OFF, NEAR = "折", 40
"""The unit of a discount, and how many characters may stand between the first and the last of the three."""
FULL = pattern(
    "(?:原价|标价|票价|全价|门市价|挂牌价|零售价|定价|指导价|市场价|吊牌价)(?:原本|本来|本|都|是|为|每[\u4e00-\u9fff])*$"
)
PAID = pattern(
    "(?:的[\u4e00-\u9fff]{1,6}?)?(?:最终|最后|算下来|相当于|实际|[一每][\u4e00-\u9fff]|后|[，,])*(?:折后价?|折价|实收|实付|到手价?|现价|优惠价|优惠|[只仅][收要需卖售付花用]"
    "|[就能便][卖收付要花]|[卖收付]|(?<=后))(?:只|仅|就|为|是|要|需|卖|收|付|能|价|了)*"
)
OPEN, ROUNDED = pattern("起|以[上下]|左右|不等|封顶|到"), Fraction(1)
MORE_OFF = pattern("立减|满减|再减|叠加|券后|补贴|返现|起步|起售|[满每]")


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every price at a discount with its full price, judged."""
    for passage in passages:
        off = [one for one in passage.figures if one.quantity.unit.name == OFF]
        if len(off) == 1 and not off[0].quantity.hedges:
            yield from _priced(passage, off[0])


def _priced(passage: Passage, off: Figure) -> Iterator[Relation]:
    money = [one for one in passage.figures if one.quantity.unit_class is UnitClass.MONEY and not one.quantity.hedges]
    full = [one for one in money if FULL.search(passage.words(one.before))]
    if len(full) != 1:
        return
    whole = full[0]
    paid = [one for one in money if one.quantity.span.start > max(_start(whole), _start(off))][:1]
    if not paid or not PAID.fullmatch(passage.words(paid[0].before)) or OPEN.match(passage.text, off.quantity.span.end):
        return
    first = min(_start(whole), _start(off))
    if _start(paid[0]) - first > NEAR or MORE_OFF.search(passage.text, first, _start(paid[0])):
        return
    off, whole = (_made(one, Fraction(0)) for one in (off, whole))
    part = _made(paid[0], ROUNDED)
    relation = verify(passage, Triple("折后价", (part.before,), part, whole, off))
    wrong = relation.verdict is Verdict.INCONSISTENT
    yield replace(relation, doubtful=True) if wrong else relation


def _made(figure: Figure, slack: Fraction) -> Figure:
    """A discount and a full price are just what they say; what is paid may be rounded to a yuan."""
    one = figure.quantity
    if one.numeral.endswith(("万", "亿")):
        return figure
    span = Interval(one.value - slack, one.value + slack)
    return replace(figure, quantity=replace(one, place=Fraction(0), interval=span, loose=span, truncated=span))


def _start(figure: Figure) -> int:
    return figure.quantity.span.start

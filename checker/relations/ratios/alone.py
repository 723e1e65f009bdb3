"""ratio: the only two amounts of a sentence, with the only share or named rate in it.

财政自给率只有41.3%：收入9.5亿元，支出23.0亿元: the words between need not be known where no other numbers can be meant.
That the three belong together is certain only where they fit, and so well that it is hardly chance.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.judge import is_fine
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.ratio import GROWTH, SWITCH_OFF, Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

NAMED = pattern("[\u4e00-\u9fff](?:率|占比|比例|比重|份额|面)")
SHARE = pattern("占|[里中]|当中|相当于|其中|执行|完成|系|确切|即|也就是|[（(]")
MOST, REACH = 4, 40
"""How many figures a sentence may have at most, and how many characters around a rate say what it is."""

FINE = 50
"""A rate tells by its fit if what it leaves open is less than this part of it."""


def find(passage: Passage) -> Iterator[Relation]:
    """The one ratio of the sentence, if its numbers fit."""
    rates = [one for one in passage.figures if one.is_rate]
    amounts = [one for one in passage.figures if one.is_amount and one.quantity.value > 0]
    if len(passage.figures) > MOST or len(rates) != 1 or len(amounts) != 2:
        return
    rate = rates[0]
    words = _words(passage, rate)
    if rate.quantity.value <= 0 or _grows(passage, rate) or SWITCH_OFF.search(passage.words(passage.span)):
        return
    part, whole = sorted(amounts, key=lambda one: one.quantity.value * one.quantity.unit.factor)
    if rate.quantity.value * rate.quantity.unit.factor > 100:
        part, whole = whole, part
    named = NAMED.search(words) is not None
    counted = named and all(one.quantity.unit_class is UnitClass.COUNT for one in amounts)
    if not (counted or same_unit(part.quantity, whole.quantity)) or not (named or SHARE.search(words)):
        return
    if _is_told(part.quantity, whole.quantity, rate.quantity):
        yield verify(passage, Triple("占比", (rate.before,), part, whole, rate))


def _words(passage: Passage, rate: Figure) -> str:
    start = max(passage.span.start, rate.quantity.span.start - REACH)
    return passage.words(Span(start, min(passage.span.end, rate.quantity.span.end + REACH)))


def _grows(passage: Passage, rate: Figure) -> bool:
    """Whether a rate is one of growth."""
    act = passage.cues[passage.figures.index(rate)].act
    return act in (Act.RISE, Act.FALL) or GROWTH.search(passage.words(rate.before)) is not None


def _is_told(part: Quantity, whole: Quantity, rate: Quantity) -> bool:
    """Whether the fit is hardly chance: of a fine rate as it is rounded, of a coarse one to the dot."""
    exact = part.value * part.unit.factor * 100 / (whole.value * whole.unit.factor)
    fine = is_fine(rate, FINE) and exact in rate.base_interval
    return fine or exact == rate.value * rate.unit.factor

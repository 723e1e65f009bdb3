"""ratio: the only two amounts of a sentence, with the only share or named rate in it.

财政自给率只有41.3%：收入9.5亿元，支出23.0亿元: the words between need not be known where no other numbers can be meant.
That the three belong together is certain only where they fit, and so well that it is hardly chance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.idle import is_idle
from checker.relations.judge import is_fine
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.counts import GROWTH
from checker.relations.ratios.judging import SWITCH_OFF, Triple, verify
from checker.relations.ratios.of_both import are_all
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

NAMED = pattern("[\u4e00-\u9fff](?:率|占比|比例|比重|份额|面)")
ENDING = pattern("^[^，。；]{2,6}率(?:约?为|达到?|是|仅|约)?$")
SLIPS = frozenset({"swap", "point"})
SHARE = pattern("占|[里中]|当中|相当于|其中|执行|完成|系|确切|即|也就是|[（(]")
MOST, REACH = 4, 40
"""How many figures a sentence may have at most, and how many characters around a rate say what it is."""

DAY = "天"
FINE = 50
"""A rate tells by its fit if what it leaves open is less than this part of it."""


def find(passage: Passage) -> Iterator[Relation]:
    """The one ratio of the sentence, if its numbers fit."""
    figures = [one for one in passage.figures if not is_idle(one.quantity)]
    rates = [one for one in figures if one.is_rate]
    amounts = _amounts(passage, figures)
    if len(figures) > MOST or len(rates) != 1 or len(amounts) != 2 or are_all(passage, *amounts):
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
    found = Triple("占比", (rate.before,), part, whole, rate)
    if _is_told(part.quantity, whole.quantity, rate.quantity):
        yield verify(passage, found)
    elif counted and _is_told_of(passage, part, whole, rate):
        relation = verify(passage, found)
        if relation.verdict is Verdict.INCONSISTENT and any(
            one.role == "rate" and one.slip in SLIPS for one in relation.candidates
        ):
            yield replace(relation, doubtful=True)


def _amounts(passage: Passage, figures: Sequence[Figure]) -> list[Figure]:
    """The amounts; where there are none, the days or the bare numbers: 实考847，上线529."""
    above = [one for one in figures if one.quantity.value > 0]
    amounts = [one for one in above if one.is_amount]
    times = [one for one in above if one.quantity.unit.name == DAY]
    bare = [one for one in above if one.quantity.unit_class is UnitClass.NONE and not _runs_on(passage, one)]
    return next((found for found in (amounts, times, bare) if found), [])


def _runs_on(passage: Passage, figure: Figure) -> bool:
    """Whether a bare number has its noun or verb right behind it: 24投9中."""
    return "\u4e00" <= passage.text[figure.quantity.span.end : figure.quantity.span.end + 1] <= "\u9fff"


def _words(passage: Passage, rate: Figure) -> str:
    start = max(passage.span.start, rate.quantity.span.start - REACH)
    return passage.words(Span(start, min(passage.span.end, rate.quantity.span.end + REACH)))


def _grows(passage: Passage, rate: Figure) -> bool:
    """Whether a rate is one of growth."""
    act = passage.cues[passage.figures.index(rate)].act
    return act in (Act.RISE, Act.FALL) or GROWTH.search(passage.words(rate.before)) is not None


def _is_told_of(passage: Passage, part: Figure, whole: Figure, rate: Figure) -> bool:
    """Whether a named rate follows its part, and that its whole, clause by clause: 登记624人，已参保611人，参保率."""
    in_turn = 0 <= part.clause - whole.clause <= 1 and rate.clause - part.clause == 1
    before = passage.words(rate.before)
    fine = is_fine(rate.quantity, FINE) and not any(one.quantity.hedges for one in (part, whole, rate))
    alike = same_unit(part.quantity, whole.quantity) and whole.quantity.span < part.quantity.span < rate.quantity.span
    return in_turn and alike and fine and ENDING.search(before) is not None


def _is_told(part: Quantity, whole: Quantity, rate: Quantity) -> bool:
    """Whether the fit is hardly chance: of a fine rate as it is rounded, of a coarse one to the dot."""
    exact = part.value * part.unit.factor * 100 / (whole.value * whole.unit.factor)
    fine = is_fine(rate, FINE) and exact in rate.base_interval
    return fine or exact == rate.value * rate.unit.factor

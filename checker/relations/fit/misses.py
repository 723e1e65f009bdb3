"""A fine share that the numbers right before it would make but for one wrong digit: 共86次，其中盈利52次，胜率90.47%.

No word says surely what the rate is of, so that only a rate of four digits tells: of all that it could be, one in
hundreds is a digit away from what a part and its whole make. One pair must do so, and no other.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations import slips
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Pool
from checker.relations.growth.frames import CONSTANT
from checker.relations.ratios.counts import GROWTH
from checker.relations.ratios.judging import SWITCH_OFF, Triple, verify
from checker.relations.record import Relation

SHARE = pattern(r"(?:占|比[重例]|份额|(?<![利汇税费益换价息增])率)[^，。；]{0,12}$")
FINE = Fraction(1, 100)
"""The last digit of a rate that can tell, in per cent, and the least that it may be."""

LEAST = 10
PARTS, WHOLES = 2, 6
"""How many amounts before a rate are tried for the part, and before the part for the whole."""


def missed(pool: Pool, rate: Level) -> Iterator[Relation]:
    """The one part and whole before a rate that one wrong digit keeps from being what it says."""
    if not _tells(rate):
        return
    found = [
        (part, whole)
        for part in islice((one for one in pool.before(rate) if _counts(one)), PARTS)
        for whole in islice(_wholes(pool, part), WHOLES)
        if slips.slip_of(rate.quantity, _share(part, whole))
    ]
    if len(found) == 1:
        part, whole = found[0]
        relation = verify(rate.passage, Triple("占比", (rate.words,), part.figure, whole.figure, rate.figure))
        if relation.verdict is Verdict.INCONSISTENT:
            yield replace(relation, doubtful=True)


def _tells(rate: Level) -> bool:
    quantity = rate.quantity
    fine = rate.figure.is_rate and 0 < quantity.place * quantity.unit.factor <= FINE and not quantity.hedges
    if not fine or rate.moves or not LEAST <= rate.value < 100 or SHARE.search(rate.lead) is None:
        return False
    words = rate.passage.words(rate.passage.span)
    return not (GROWTH.search(rate.lead) or SWITCH_OFF.search(words) or CONSTANT.search(words))


def _counts(one: Level) -> bool:
    return one.is_amount and not one.moves and one.value > 0 and not one.quantity.hedges and not one.is_past


def _wholes(pool: Pool, part: Level) -> Iterator[Level]:
    """The larger amounts of a part's unit before it, in its sentence and the one before."""
    before = pool.before(part, sentences=2)
    return (one for one in before if _counts(one) and one.key == part.key and one.value > part.value)


def _share(part: Level, whole: Level) -> Fraction:
    """The share in per cent, as a rate of two decimals prints it."""
    one, two = part.quantity, whole.quantity
    exact = 100 * one.value * one.unit.factor / (two.value * two.unit.factor)
    return Fraction(round(exact * 100), 100)

"""A headline may drop the 多 behind a round number: 30支工作队 above, 30多支工作队 below.

The other way, 30多 above and 30 below, is another number.
"""

from checker.findings import Verdict
from checker.quantities.model import Hedge, Quantity
from checker.relations.judge import Judgement

JUST_ABOVE = frozenset((Hedge.MORE, Hedge.JUST_OVER, Hedge.OVER))
DROPPED = Judgement(Verdict.CONSISTENT)


def drops(title: Quantity, body: Quantity) -> bool:
    """Whether the headline's number is the body's without its 多."""
    same = title.value * title.unit.factor == body.value * body.unit.factor
    return not title.hedges and bool(body.hedges) and JUST_ABOVE.issuperset(body.hedges) and same

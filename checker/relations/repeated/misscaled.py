"""same: a headline's number in the digits of one of the body's, a power of ten apart: 2.86亿元, below it 2860万元.

Three digits or more are hardly those of two things. The headline's own value stands nowhere in the body, and the body
has the digits on one scale only.
"""

from collections.abc import Sequence

from checker.relations.repeated.likeness import scaled
from checker.relations.repeated.mentions import Mention, agree

FEW = 3


def apart(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The body's number that the headline's is on another scale; None where that is not certain."""
    if title.quantity.hedges or len(title.digits.strip("0")) < FEW:
        return None
    alike = [one for one in body if one.key[:2] == title.key[:2]]
    if any(agree(title, one) for one in alike):
        return None
    found = [one for one in alike if not one.quantity.hedges and scaled(title, one)]
    return found[0] if len({one.size for one in found}) == 1 else None

"""same: the points that a headline closes a season with, against those that the body says a team has: 积44分."""

from collections.abc import Sequence

from checker.patterns import pattern
from checker.relations.repeated.mentions import Mention, is_near

POINT = "分"
CLOSED = pattern("(?:锁定|收官|收兵|收尾|完赛|封王|登顶|夺冠|捧杯|保级|垫底|降级|出线|领跑|排名?|位[列居]|名列)")
HELD = pattern("(?:总?积分?|总分|拿到|拿下|攒下|攒了|[共总]拿|[共总]得)(?:了|为|是|达|到|共|以)*$")
RIVAL = pattern("对手|对方|榜首|次名|第[二三四]名|客队|身后|领先|落后|相差")
"""对手南城队积44分: another's."""

GATHERED = pattern("积(?:了|为|是|达|到)*$")


def apart(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The one sum of points of the body, near the headline's, that the body never has."""
    if not _is_of_points(title) or not (CLOSED.match(title.after) or HELD.search(title.before)):
        return None
    points = [one for one in body if _is_of_points(one)]
    held = [one for one in points if GATHERED.search(one.before)]
    if any(one.size == title.size for one in points) or len({one.size for one in held}) != 1:
        return None
    if RIVAL.search(held[0].before):
        return None
    return held[0] if is_near(title.quantity, held[0].quantity) else None


def _is_of_points(one: Mention) -> bool:
    return one.quantity.literal.endswith(POINT) and not one.quantity.hedges and one.quantity.value.denominator == 1

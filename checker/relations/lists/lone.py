"""One value where 分别 speaks of several names: 沪指、深成指分别涨0.52%.

分别 may also say that each has the same (两厂分别增产两成, 分别补助1.5万元, goals). But that several things rose by
one rate with a decimal is a chance that a writer would name with 均: such a sentence is for a reader to look at.
"""

from bisect import bisect_left

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.lists.certain import beyond_doubt, own_list
from checker.relations.lists.enumeration import Stretch
from checker.relations.lists.grouped import LINK, VERBS, Values
from checker.relations.passage import Passage
from checker.spans import Span

MOVED = pattern(rf"(?:同比|环比|[比较]上[年月周]|[比较]上年同期)?(?:{VERBS}){LINK}")
RATES = (UnitClass.RATE, UnitClass.POINTS)
PLANNED = pattern("要|将|拟|须|需|目标|力争|确保|预计|计划|预期|约束|不[低高]于|控制")
ENDED = pattern(r"[\s░]*(?:[。；;！!]|$|[，,][^▓▞]*$)")


def lone(passage: Passage, head: Stretch, tail: Stretch) -> tuple[tuple[Span, ...], Values] | None:
    """The names, and the one rate with a decimal by which all of them are said to have moved."""
    at = bisect_left(passage.tokens, tail.start, key=lambda one: one.span.start)
    token = passage.tokens[at] if at < len(passage.tokens) else None
    if not isinstance(token, Quantity) or token.unit_class not in RATES or token.hedges or token.place >= 1:
        return None
    end = token.span.end - tail.start
    if not ENDED.match(tail.words, end) or not MOVED.fullmatch(tail.words, 0, token.span.start - tail.start):
        return None
    own = None if PLANNED.search(head.words) else own_list(passage, head, 1)
    names = beyond_doubt(own) if own is not None else ()
    return (names, Values((token,), "", plain=True)) if names else None


__all__ = ["lone"]

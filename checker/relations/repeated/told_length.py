"""same: how long, how old and how strong by the headline, where the body never says so but tells one other number.

Many things last, and many people have an age; an earthquake has one magnitude. The headline's is the body's where the
body tells one number of the kind alone, or where the same words stand on both sides: 连续12年居世界第一 and
连续42年世界第一. It is for somebody to look at.
"""

from collections.abc import Callable, Sequence
from itertools import takewhile

from checker.patterns import pattern
from checker.relations.naming import shared_end
from checker.relations.repeated.likeness import slip
from checker.relations.repeated.mentions import Mention

OF, STANDS = pattern("的$"), pattern("^(?:[蝉]?[居联]|位[居列]|名列|保持|稳居|来|的|内|间)+")
BOUND = pattern("^(?:以[上下]|及以|[左以]|多|余|至|[—~-])")
OTHER_SHOCK = pattern("余震|前震|曾|历史上|19[0-9]{2}年")
FEW = 3
"""By so many years an age may be told otherwise without a slip of the pen."""

NAMED, BOTH = 2, 4
"""So many characters before the number, and so many on both sides together, make two lengths one."""


def apart(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The body's other number for the same length of time, age or magnitude."""
    if title.quantity.hedges or BOUND.match(title.after):
        return None
    alike = [one for one in body if one.key[:2] == title.key[:2] and _unit(one) == _unit(title)]
    if not alike or any(one.size == title.size for one in alike):
        return None
    of_kind = SOLE.get(_unit(title))
    if of_kind is None:
        return next((one for one in alike if title.lasts and _one_length(title, one)), None)
    told = [one for one in alike if of_kind(one)]
    if not of_kind(title) or len({one.size for one in told}) != 1 or told[0].quantity.hedges:
        return None
    near = abs(told[0].quantity.value - title.quantity.value) <= FEW
    return told[0] if near or slip(title, told[0]) else None


def _unit(one: Mention) -> str:
    """The words of its unit."""
    return one.quantity.literal[one.quantity.number.end - one.quantity.span.start :]


def _one_length(title: Mention, one: Mention) -> bool:
    before = shared_end(OF.sub("", title.before), OF.sub("", one.before))
    left, right = (STANDS.sub("", each.after) for each in (title, one))
    behind = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
    return not one.quantity.hedges and before >= NAMED and before + behind >= BOTH


def _is_plain(one: Mention) -> bool:
    """Whether an age or anniversary is told as it is, not as a bound of several."""
    return not BOUND.match(one.after)


def _is_fine(one: Mention) -> bool:
    """Whether it is the magnitude of a main shock: 5.7级."""
    return "." in one.quantity.numeral and OTHER_SHOCK.search(one.sentence) is None


SOLE: dict[str, Callable[[Mention], bool]] = {"岁": _is_plain, "周年": _is_plain, "级": _is_fine}
"""The units of which an article tells one number as a rule, with what is one."""

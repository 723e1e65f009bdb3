"""same: one value told again in the same paragraph in another form: 近2000名观众, and 1936名观众 a sentence later.

A number written out and in digits, on another scale, with a bound and without one is hardly another number where both
stand near each other and fit closely. 这28个大项 takes up what was counted before.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.naming import pairs
from checker.relations.record import Relation
from checker.relations.repeated.mentions import OTHER_SCOPE, Mention, agree, relate

REACH = 8
"""How many numbers after one may say it again."""

CLOSE = Fraction(1, 5)
"""How far from a bound the number may lie that it stands for, as a part of it."""

SMALL, FEW = 10, 3
"""Below the one a number written twice tells little, from so many digits on it tells a thing by itself."""

THESE = pattern("[这该]$|上述$|[这该]批?$")
ASIDE = pattern("每|均|其中|另|增|减|第|连续|保持")
SOURCE = pattern(
    "准确|确切|确认|统计|公布|公告|核定|测定|通报|载明|记录|读数|显示|账|披露|清单|名单|名录|年报|简章|介绍|统计|公示|标注|官方|决议|据|[说称]"
)
"""Somebody says it once more, who knows."""

GAP = 8
"""So near each other two units of one value are a conversion."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)


def told_again(text: str, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every value that its paragraph has once more, each with the nearest that says it again."""
    taken: set[int] = set()
    body = [one for one in mentions if not one.title and one.cue.act in LEVELS]
    for at, one in enumerate(body):
        if at in taken or ASIDE.search(one.before):
            continue
        for other in range(at + 1, min(len(body), at + 1 + REACH)):
            two = body[other]
            if two.paragraph != one.paragraph:
                break
            if other not in taken and one.key == two.key:
                between = text[one.quantity.span.end : two.quantity.span.start]
                if _is_again(one, two, between):
                    taken.add(other)
                    yield relate((one, two), "level")
                break


def _is_again(one: Mention, two: Mention, between: str) -> bool:
    """Whether the second says the first again; what costs most is asked last."""
    beside = len(between) <= GAP
    if one.quantity.unit.name != two.quantity.unit.name and (beside or one.sentence is two.sentence):
        again = not beside and SOURCE.search(between) is not None
    elif beside and one.sentence is two.sentence and not SOURCE.search(between):
        return False
    else:
        again = _may_be(one, two, between) and not ASIDE.search(two.before)
    return again and _one_scope(one, two) and agree(one, two)


def _may_be(one: Mention, two: Mention, between: str) -> bool:
    if _plain(one) == _plain(two):
        return one.size >= 2 and THESE.search(two.before) is not None and _shares(one, two)
    if one.size == two.size and one.quantity.hedges == two.quantity.hedges:
        return _telling(one, two)
    return _close(one.quantity, two.quantity) and (SOURCE.search(between) is not None or _shares(one, two))


def _plain(one: Mention) -> tuple[str, bool]:
    return one.quantity.numeral, bool(one.quantity.hedges)


def _telling(one: Mention, two: Mention) -> bool:
    """Whether the number is one that hardly two things have by chance, or both are called alike."""
    digits = max(len(each.digits.strip("0")) for each in (one, two))
    return digits >= FEW or (one.size >= SMALL and bool(pairs(one.sentence) & pairs(two.sentence))) or _shares(one, two)


def _shares(one: Mention, two: Mention) -> bool:
    """Whether the words beside the one stand in the sentence of the other."""
    if one.sentence is two.sentence:
        return bool(pairs(one.words) & pairs(two.words))
    return bool(pairs(one.words) & pairs(two.sentence) | pairs(two.words) & pairs(one.sentence))


def _one_scope(one: Mention, two: Mention) -> bool:
    left, right = (OTHER_SCOPE.search(each.words) for each in (one, two))
    return (left is None and right is None) or (left is not None and right is not None and left[0] == right[0])


def _close(one: Quantity, two: Quantity) -> bool:
    """Whether one of them is a rough form of the other, which lies near it: 近2000名 of 1936名."""
    if bool(one.hedges) is bool(two.hedges) and one.place == two.place:
        return False
    rough, plain = (one, two) if one.hedges else (two, one)
    if not plain.hedges and rough.place * rough.unit.factor < plain.place * plain.unit.factor:
        return False
    left, right = (each.value * each.unit.factor for each in (one, two))
    fine = all(each.unit_class is not UnitClass.DURATION for each in (one, two))
    return fine and abs(left - right) <= CLOSE * max(abs(left), abs(right))

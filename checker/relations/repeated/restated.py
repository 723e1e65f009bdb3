"""same: one value told again in the same paragraph in another form: 近2000名观众, and 1936名观众 a sentence later.

A number written out and in digits, on another scale, with a bound and without one is hardly another number where both
stand near each other and fit closely. 这28个大项 takes up what was counted before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.naming import pairs
from checker.relations.record import Relation
from checker.relations.repeated.mentions import BOUNDS, Mention, agree, is_near, relate
from checker.relations.repeated.wording import of_each
from checker.relations.sums.row import GENERIC

REACH = 8
"""How many numbers after one may say it again."""

CLOSE = Fraction(1, 5)
"""How far from a bound the number may lie that it stands for, as a part of it."""

SMALL, FEW = 10, 3
"""Below the one a number written twice tells little, from so many digits on it tells a thing by itself."""

THESE = pattern("(?:[这该]批?|上述)$")
POINTED = pattern("^(?:[而且就]?(?:这|该|上述))")
"""A clause that opens by pointing at what was told before it."""

APPOSED = pattern(
    "[\u4e00-\u9fff]{0,8}(?:[，,（(]|——)[”’]?(?:达到?了?|为|共|实际|确切|准确|具体|精确|严格|其实)[^，,。；;、（()0-9]{0,5}"
)
"""Between a bound and the number that it stands for: 过万元，达到10480元."""
ASIDE = pattern("每|均|其中|另|增|减|第|连续|保持")
LEVEL = pattern("关口|大关|[上下]方|一线|整数")
"""A mark that a price passes: 收报79.5美元，首次在80美元下方."""

SOURCE = pattern(
    "准确|确切|精确|具体|更正|修正|订正|最终定格|实为|核实|核算|测算|实测|丈量|清点|过秤|磅单|单据|花名册|台账|显示屏|系统显示|给出|确认|统计|公布|公告|核定|测定|通报|载明|记录|读数|显示|账|披露|清单|名单|名录|年报|简章|介绍|统计|公示|标注|官方|决议|据|[说称]"
)
"""Somebody says it once more, who knows."""

EXACTLY = pattern(
    "[\u4e00-\u9fff]{0,12}[，,；;（(—]{1,2}[^，,。；;、（()0-9]{0,8}(?:实际|确切|准确|具体|精确|严格|核实|清点|更正|确认|最终|详细)"
    "[^，,。；;、（()0-9]{0,6}"
)
"""Between a rough number and the one that it exactly is."""

MEANT = pattern("[，,](?:目前|现)?(?:为|达到?了?|[总一]?共计?有?|合计有?|实为|实有)")
"""Between a bound and what it is: 超过2.5万例，为25876例."""

POINTED_AT = pattern("(?:这|上述|该批?)(?:一?共)?$")

PARTED = pattern("其中|分别")
RATE_NAME = pattern("([\u4e00-\u9fff]{2,12}(?:率|比例|比重|占比))(?:约?为|达到?|约|近|超过?|是|有|至)*$")

TIMES = pattern("上年|去年|前年|当日|当天|当月|曾|[上下]半年|季度|[0-9]月")
TAIL, NAME = pattern("(?:达到?|为|约|是|有|共|的)+$"), 4
"""How many characters of a name must be the same."""

NOUN = 2
"""How many characters behind a number name what it counts."""

GAP = 8
"""So near each other two units of one value are a conversion."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)


def told_again(text: str, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every value that its paragraph has once more, each with the nearest that says it again."""
    taken: set[int] = set()
    body = [one for one in mentions if not one.title and one.cue.act in LEVELS]
    for at, one in enumerate(body):
        if at in taken:
            continue
        for other in range(at + 1, min(len(body), at + 1 + REACH)):
            two = body[other]
            if two.paragraph != one.paragraph:
                break
            if other in taken or one.key[:2] != two.key[:2]:
                continue
            between = text[one.quantity.span.end : two.quantity.span.start]
            if one.key != two.key and MEANT.fullmatch(between) is None:
                continue  # 新增病例超过2.5万例，为25876例: what stands right behind may leave out that they are new
            if _is_again(one, two, between):
                taken.add(other)
                yield relate((one, two), "level")
            elif _is_denied(body[max(0, at - REACH) : other], one, two, between):
                yield replace(relate((one, two), "level"), doubtful=True)
            break


def _is_denied(known: Sequence[Mention], one: Mention, two: Mention, between: str) -> bool:
    """Whether the second says what the first was and another number: 超过300户搬迁，具体为286户; 5人受伤，这6名伤者.

    What costs most is asked last.
    """
    if not _says_once_more(one, two, between) or ASIDE.search(two.before) or not _one_scope(one, two, between):
        return False
    return is_near(one.quantity, two.quantity) and not any(agree(each, two) for each in (one, *known))


def _says_once_more(one: Mention, two: Mention, between: str) -> bool:
    """Whether the words between the two, or before the second, make it the first again."""
    if EXACTLY.fullmatch(between):
        return bool(one.quantity.hedges)
    if MEANT.fullmatch(between):
        return not BOUNDS.isdisjoint(one.quantity.hedges) and not two.quantity.hedges
    if POINTED_AT.search(two.before) is None:
        return False
    return _shares(one, two) or not set(one.after[:NOUN]).isdisjoint(two.after[:NOUN])


def _is_again(one: Mention, two: Mention, between: str) -> bool:
    """Whether the second says the first again; what costs most is asked last."""
    if one.figure.is_rate and _is_of_another(one, two, between):
        return False
    if ASIDE.search(one.before) and not APPOSED.fullmatch(between):
        return False
    if LEVEL.match(two.after) or LEVEL.match(one.after) or of_each(one, two):
        return False
    return _is_tied(one, two, between) and _one_scope(one, two, between) and agree(one, two)


def _is_of_another(one: Mention, two: Mention, between: str) -> bool:
    """Whether a rate has a name of its own (优良天数比例, 优良水质比例), or is that of a part: 97.8%，其中蔬菜97%."""
    if PARTED.search(between) or PARTED.search(two.before):
        return True
    names = [found[1] for each in (one, two) if (found := RATE_NAME.search(each.before))]
    if len(names) < NOUN or one.sentence is two.sentence:
        return False
    short, long = sorted(names, key=len)
    return not long.endswith(short[-NAME:])


def _is_tied(one: Mention, two: Mention, between: str) -> bool:
    """Whether the words between let the second be the first."""
    if APPOSED.fullmatch(between):
        return _close(one.quantity, two.quantity, lasting=True)
    beside = len(between) <= GAP and not THESE.search(two.before) and not _is_named(one, two)
    if one.quantity.unit.name != two.quantity.unit.name and (beside or one.sentence is two.sentence):
        return not beside and (SOURCE.search(between) is not None or POINTED.search(two.before) is not None)
    if beside and one.sentence is two.sentence and not SOURCE.search(between):
        return False
    return _may_be(one, two, between) and not ASIDE.search(two.before)


def _is_named(one: Mention, two: Mention) -> bool:
    """Whether the words before the second are those before the first: 纳税总额超五亿元（纳税总额5.13亿元）."""
    name = TAIL.sub("", two.before)
    return len(name) >= NAME and name in one.before


def _may_be(one: Mention, two: Mention, between: str) -> bool:
    these = THESE.search(two.before) is not None
    if _plain(one) == _plain(two):
        return one.size >= 2 and these and _shares(one, two)
    if these and one.size == two.size >= 2 and one.quantity.hedges == two.quantity.hedges:
        return True
    if one.size == two.size and one.quantity.hedges == two.quantity.hedges:
        return _telling(one, two)
    return _close(one.quantity, two.quantity) and (SOURCE.search(between) is not None or _shares(one, two))


def _plain(one: Mention) -> tuple[str, bool]:
    return one.quantity.numeral, bool(one.quantity.hedges)


def _telling(one: Mention, two: Mention) -> bool:
    """Whether the number is one that hardly two things have by chance, or both are called alike."""
    digits = max(len(each.digits.strip("0")) for each in (one, two))
    if one.size < SMALL and one.quantity.unit.name in GENERIC:
        return bool(pairs(one.words) & pairs(two.words))
    return digits >= FEW or (one.size >= SMALL and bool(pairs(one.sentence) & pairs(two.sentence))) or _shares(one, two)


def _shares(one: Mention, two: Mention) -> bool:
    """Whether the words beside the one stand in the sentence of the other."""
    if one.sentence is two.sentence:
        return bool(pairs(one.words) & pairs(two.words))
    return bool(pairs(one.words) & pairs(two.sentence) | pairs(two.words) & pairs(one.sentence))


def _one_scope(one: Mention, two: Mention, between: str) -> bool:
    """Whether both are of one scope; a time told with the first holds for the second, which tells none."""
    if one.scope == two.scope or APPOSED.fullmatch(between):
        return True
    return not two.scope and TIMES.match(one.scope) is not None


def _close(one: Quantity, two: Quantity, *, lasting: bool = False) -> bool:
    """Whether one of them is a rough form of the other, which lies near it."""
    if bool(one.hedges) is bool(two.hedges) and one.place == two.place:
        return False
    rough, plain = (one, two) if one.hedges else (two, one)
    if not plain.hedges and rough.place * rough.unit.factor < plain.place * plain.unit.factor:
        return False
    left, right = (each.value * each.unit.factor for each in (one, two))
    fine = lasting or all(each.unit_class is not UnitClass.DURATION for each in (one, two))
    return fine and abs(left - right) <= CLOSE * max(abs(left), abs(right))

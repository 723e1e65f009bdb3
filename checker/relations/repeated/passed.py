"""same: a value and, right behind it, the mark that it is said to pass or to near: 29864户，一举跨过3万户大关.

Nothing stands between but how and when the mark was passed, so that both are of one thing. Of a mark far off nothing is
said: 新增2.9万户，突破30万户 tells of all there are. A mark that is not passed is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.relations.record import Relation
from checker.relations.repeated.mentions import CHANGING, Mention, relate

HOW = (
    "(?:首次|首度|一举|成功|历史性地?|再次|再度|再|又|已经?|率先|正式|顺利|提前|终于|双双|均|都|也|连续[^，。；0-9]{1,4}|首破|(?:全年)?总量"
    "|创纪录地?)*"
)
LED = pattern(f"[^，。；、（()0-9]{{0,8}}[，,]{HOW}")
"""Between the value and a mark that has its word with it: 突破3万户."""

PASSED = pattern(f"[^，。；、（()0-9]{{0,8}}[，,]{HOW}(?:[跨迈越][过上入]|跨越|站上|登上|跃上|踏上|冲破|攀上)了?")
MARK = pattern("(?:[\u4e00-\u9fff]{0,4}?(?:大关|台阶|关口|门槛|整数关)|[。，；！])")
NOT_YET = pattern("[^，。；]{0,8}(?:在望|可待|可期|不远|目标|计划|希望)")
BOUNDS = ("以上", "以下")
GROUP = pattern("的?(?:占|有|[\u4e00-\u9fff]{0,4}[人者员户家])|的")
OVER = frozenset((Hedge.OVER, Hedge.NEAR, Hedge.AT_LEAST))
PRICES = (UnitClass.RATE, UnitClass.INDEX, UnitClass.NONE)
"""报2.183%，首破2.2%: these pass a mark from above as well."""

NEAREST, FARTHEST = Fraction(4, 5), Fraction(2)
"""As a part of the mark, between what the value may lie to be held against it."""


def told(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every mark right behind a value of its kind."""
    for one, two in pairwise(mentions):
        if one.passage is not two.passage or one.key[:2] != two.key[:2] or one.quantity.hedges or two.size <= 0:
            continue
        if one.cue.act in CHANGING or not NEAREST <= one.size / two.size <= FARTHEST:
            continue
        mark = None if _is_group(two) else _mark(one, two)
        if mark is not None and not NOT_YET.match(two.passage.text, two.quantity.span.end):
            relation = relate((one, replace(two, quantity=mark)), "hedge")
            wrong = relation.verdict is Verdict.INCONSISTENT
            if not (wrong and one.quantity.unit_class in PRICES):
                yield replace(relation, doubtful=wrong)


def _is_group(two: Mention) -> bool:
    """Whether a number bounds a group: 平均44.6岁，50岁以上的占四分之一."""
    return two.quantity.literal.endswith(BOUNDS) and GROUP.match(two.passage.text, two.quantity.span.end) is not None


def _mark(one: Mention, two: Mention) -> Quantity | None:
    """The second number with what its words make of it, if they say that the first passes or nears it."""
    text, quantity = two.passage.text, two.quantity
    between = text[one.quantity.span.end : quantity.span.start]
    if quantity.hedges:
        return quantity if OVER.issuperset(quantity.hedges) and LED.fullmatch(between) else None
    if not PASSED.fullmatch(between) or not MARK.match(text, quantity.span.end):
        return None
    above = Interval(quantity.value, None)
    return replace(quantity, hedges=(Hedge.AT_LEAST,), interval=above, loose=above, truncated=above)

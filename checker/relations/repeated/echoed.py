"""same: a number of few digits that is told again in the same words: 国内生产总值同比增长7.8%, in the lead and below.

So few digits many things have. What makes the two one is a long name in common, right beside both, and that the second
sentence brings in nothing new before it. They agree; nothing else is said of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Hedge, UnitClass
from checker.relations.naming import pairs, shared_end
from checker.relations.record import Relation
from checker.relations.repeated.likeness import MEASURE, Named, one_base, parallel
from checker.relations.repeated.mentions import CHANGING, Mention, comparable, relate
from checker.relations.repeated.names import core

NAME = 4
"""How long a common name must be."""

FAR, BACK = 4, 6
"""How many paragraphs may lie between, and how many of one value are looked through."""

TOLD = (UnitClass.RATE, UnitClass.MONEY, UnitClass.COUNT)
"""8英寸晶圆, 15克银币: other measures are of what things are called by."""

SMALL = 2
"""A smaller number is no indicator."""

IDLE = pattern(
    "初步核算|按(?:不变|可比)价格?计算|据(?:悉|了解|介绍|统计|海关统计)|数据显示|记者|获悉|[今本去上前]年|前?[0-9一二三四]{1,2}个?(?:月份?|季度)"
    "|[上下]半年|[0-9]{1,4}[年月日]|[，,。、：:（）()“”\\s]|我国|全国|实现|达到?|国家统计局|公布|表示|指出|提出"
)
"""What tells no thing from its like, or when and by whom it is told."""

PART = "其中"
REGION = pattern("[全我](?:[国省市县区州旗镇乡村])|欧元区|[\u4e00-\u9fff]{2}[省市县区]")
LEVEL = pattern(
    "(?P<name>[\u4e00-\u9fff]{4,20}?)(?:达到?|为|是|实现)?(?:[0-9.]+[万亿]+元)，按(?:不变|可比)价格?计算，(?:同比)?(?:实际)?增长$"
)
HANZI = pattern("[\u4e00-\u9fff]*")


def told_again(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every number with the last one before it that is it again."""
    values: dict[object, list[Mention]] = defaultdict(list)
    for two in mentions:
        if two.title or not _counts(two):
            continue
        known = values[
            two.key, two.cue.act in CHANGING and two.cue.act, two.size.as_integer_ratio(), two.quantity.hedges
        ]
        one = next((each for each in reversed(known[-BACK:]) if _is_again(each, two)), None)
        if one is not None:
            yield relate((one, two), "level")
        known.append(two)


def _counts(one: Mention) -> bool:
    if one.lasts or one.size < 0 or not Named(one).is_indicator or PART in one.ahead:
        return False
    if one.quantity.unit_class not in TOLD or Hedge.VAGUE in one.quantity.hedges:
        return False
    return one.figure.is_rate or len(one.digits) >= SMALL or bool(one.quantity.hedges)


def _is_again(one: Mention, two: Mention) -> bool:
    if one.passage is two.passage or one.sentence == two.sentence or two.paragraph - one.paragraph > FAR:
        return False
    if one.figure.bracket or two.figure.bracket or not one_base(one, two) or Named(one).scopes != Named(two).scopes:
        return False
    if not comparable(one, two):
        return False
    left, right = (_name(each) for each in (one, two))
    called = shared_end(left, right)
    moves = one.figure.is_rate and one.cue.act in CHANGING
    if _regions(one) != _regions(two) and _regions(one) and _regions(two):
        return False
    if moves and len(left) >= NAME and left == right:
        return True
    beside = shared_end(one.before, two.before) + _shared_start(one.after, two.after)
    moved = called if moves and called == min(len(left), len(right)) else 0
    return max(moved, beside) >= NAME and not parallel(one, two) and _brings_nothing(one, two)


def _name(one: Mention) -> str:
    """The name of what grows: of a level at constant prices, too, 国内生产总值62.1万亿元，按不变价格计算，同比增长."""
    level = LEVEL.search(one.ahead) if one.figure.is_rate else None
    return MEASURE.sub("", core(IDLE.sub("", level["name"] if level else Named(one).name)))


def _regions(one: Mention) -> set[str]:
    """Of which regions its sentence tells before it."""
    return set(REGION.findall(one.ahead))


def _brings_nothing(one: Mention, two: Mention) -> bool:
    """Whether what stands before the second is known from the sentence of the first."""
    known = pairs(IDLE.sub("|", one.sentence))
    return pairs(IDLE.sub("|", two.ahead)) <= known


def _shared_start(one: str, two: str) -> int:
    return shared_end(HANZI.match(one)[0][::-1], HANZI.match(two)[0][::-1])  # type: ignore[index]

"""How much of a name two figures have in common, and whether a slip of the pen leads from one to the other."""

from collections.abc import Iterable
from functools import cached_property
from itertools import takewhile

from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.idle import is_idle
from checker.relations.naming import pairs, shared_end
from checker.relations.repeated.mentions import BEFORE, CHANGING, OTHER_SCOPE, Mention
from checker.relations.repeated.names import core
from checker.relations.slips import NO_DIGIT, turned

HANZI = pattern("[\u4e00-\u9fff]+")
MEASURE = pattern("(?:人口|人数|人员|数量|总数|总量|(?<=[\u4e00-\u9fff]{2})[数量额值])$")
FIRST = pattern("(?:首次?|首度|再次?|又)$")
MOVE = pattern(
    "(?:名义|实际|同比|环比|按年|[比较](?:上年|去年)(?:同期)?|增长|增加|上涨|上升|提高|下降|下滑|减少|回落|下跌|[增涨升降跌了达到至为均再已])+$"
)
FROM = pattern("[由从]$")
TIMES = pattern("[上去]年|[上下]半年|季度|[0-9]月")
LABELS = frozenset("级届号代层岁分度路线期年组环")
"""Units of numbers that are names: 5级, 三届."""

EVENT = pattern(
    "级|(?:个人|男子|女子|混合|短道|场地)?(?:自由泳|[仰蛙蝶]泳|混合泳|[个人团体男女子混合]{0,4}接力|[短中长]?跑|[跨]?栏|障碍|竞走|越野|马拉松|速滑|[气步手]{1,2}枪|移动靶"
    "|[单双四]人|皮划?艇|划艇|赛艇|[跳台板]{1,2}|项目|决赛|半决赛|预赛|[计短长]{0,2}[时距]?赛)"
)
"""400米|自由泳, 73公斤|级: of the name of an event."""

COUNTED = (UnitClass.COUNT, UnitClass.AREA, UnitClass.MASS)
"""Measures behind which stands what is counted."""

NOUN, SCOPED = 4, 2
"""How many characters behind a figure name what it counts, and how many may limit it."""

SHORTEST = 2
"""Fewer characters name nothing."""

CHAINED = frozenset(("last", "start"))
"""What no change that does not say so is reckoned from."""

SCALES = tuple(10**power for power in range(9))
POWERS = (10, 100, 1000, 10_000)


@frozen(slots=False, eq=False)
class Named:
    """A figure with what it is called by; equal only to itself."""

    mention: Mention

    @cached_property
    def name(self) -> str:
        """The words before it, without what tells no thing from its like: 全市已发放惠农贷款 is 发放惠农贷款."""
        one, name = self.mention, self.mention.before
        if one.cue.act in (*CHANGING, Act.TO):
            name = FROM.sub("", MOVE.sub("", name))
            if not name and one.cue.act in CHANGING:
                name = _level_before(one)
        return MEASURE.sub("", core(FIRST.sub("", name)))

    @cached_property
    def noun(self) -> str:
        """The words behind it, if it counts something."""
        after = self.mention.after.removeprefix("的")
        found = HANZI.match(after) if self.mention.quantity.unit_class in COUNTED else None
        return found[0] if found else ""

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of characters in the words beside it."""
        return frozenset(pairs(self.mention.words))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The pairs of characters by which it is looked up."""
        return tuple(sorted(pairs(self.name) | pairs(self.noun[: SHORTEST + 1])))

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The words that limit it to a part or a plan; a time is told apart elsewhere."""
        words = f"{self.mention.before}|{self.mention.after[:SCOPED]}"
        return frozenset(found[0] for found in OTHER_SCOPE.finditer(words) if not TIMES.fullmatch(found[0]))

    @cached_property
    def is_indicator(self) -> bool:
        """Whether it can be told twice: no article, no number of a grade, no time."""
        one = self.mention
        if one.lasts or is_idle(one.quantity) or one.quantity.unit.name in LABELS:
            return False
        return EVENT.match(one.after) is None


def _level_before(one: Mention) -> str:
    """The name of the level whose change it tells: 门票收入3260万元，增长18.6%."""
    figures = one.passage.figures
    at = figures.index(one.figure)
    if not at:
        return ""
    level = figures[at - 1]
    between = one.passage.text[level.quantity.span.end : one.quantity.span.start]
    if between[:1] not in ("，", ",") or MOVE.sub("", between[1:]):
        return ""
    return one.passage.words(level.before)[-BEFORE:]


def likeness(one: Named, two: Named) -> int:
    """How many characters name both: as many before, as many behind, or before the one and behind the other."""
    if len(two.noun) >= SHORTEST and one.mention.after and pairs(two.noun[:NOUN]).isdisjoint(one.pairs):
        return 0
    sizes = [shared_end(one.name, two.name)]
    if sorted(one.name) == sorted(two.name):
        sizes.append(len(one.name))
    behind = _shared_start(one.noun, two.noun)
    if behind >= SHORTEST:
        sizes.append(behind + _common(one.name, two.name))
    for left, right in ((one, two), (two, one)):
        size = _behind(left.name, right.noun)
        if size:
            sizes.append(size + _common(left.name[:-size], right.name))
    if points_back(two) and len(two.name) >= SHORTEST and two.name in one.name:
        sizes.append(len(two.name))
    return max(sizes)


POINTED = pattern("[\u4e00-\u9fff]的$")


def points_back(one: Named) -> bool:
    """Whether the words before it say which of them are meant: 被约谈的46所学校."""
    return POINTED.search(one.mention.before) is not None


def _behind(name: str, noun: str) -> int:
    """How many characters at the end of a name stand behind the other figure: 引进专家, 32名专家."""
    sizes = range(min(len(name), len(noun)), SHORTEST - 1, -1)
    return next((size for size in sizes if name.endswith(noun[:size])), 0)


def _common(one: str, two: str) -> int:
    return min(len(one), len(two), 2 * len(pairs(one) & pairs(two)))


def _shared_start(one: str, two: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def one_base(one: Mention, two: Mention) -> bool:
    """Whether two changes can be reckoned from one base: a rise that tells none is none over last month."""
    left, right = one.cue.base, two.cue.base
    return left == right or not ((left and right) or {left, right} & CHAINED)


def untold(wanted: Iterable[str], words: str) -> set[str]:
    """Those of the words that do not stand there."""
    return {each for each in wanted if each not in words}


def slip(one: Mention, two: Mention) -> int:
    """How much a slip of the pen explains that they differ: 2 for digits turned round, 1 for another digit."""
    if turned(one.quantity.digits, two.quantity.digits, 2) or turned(*figures(one, two)):
        return 2
    return int(
        one.quantity.unit.factor == two.quantity.unit.factor and one_digit(one.quantity.digits, two.quantity.digits)
    )


def figures(one: Mention, two: Mention) -> tuple[str, str]:
    """Both in figures on one scale, be they printed in words: 102万 and 一百二十万 are 102 and 120."""
    left, right = (each.size for each in (one, two))
    if left.denominator > 1 or right.denominator > 1 or bool(one.digits) is bool(two.digits):
        return ("", "")
    scale = max((ten for ten in SCALES if not left % ten and not right % ten), default=1)
    return (str(left / scale), str(right / scale))


def one_digit(left: str, right: str) -> bool:
    """Whether two numbers of several digits differ in one of them."""
    if len(left) != len(right) or len(NO_DIGIT.sub("", left)) < SHORTEST:
        return False
    other = [f"{a}{b}" for a, b in zip(left, right, strict=True) if a != b]
    return len(other) == 1 and other[0].isdigit()


def near(one: Mention, two: Mention) -> bool:
    """Whether neither value is more than twice the other."""
    left, right = sorted((abs(one.size), abs(two.size)))
    return right <= 2 * left


def scaled(one: Mention, two: Mention) -> bool:
    """Whether the same digits are printed a power of ten apart: 30名, 300名."""
    left, right = sorted((one.size, two.size))
    return one.digits.strip("0") == two.digits.strip("0") and left > 0 and right / left in POWERS


def parallel(one: Mention, two: Mention) -> bool:
    """Whether both sentences tell several things of one sort each: 厚11厘米，志文34行; 厚11厘米，志文35行."""
    left, right = (
        [figure.quantity.unit.name for figure in each.passage.figures if figure is not each.figure]
        for each in (one, two)
    )
    return len(set(left) & set(right)) > 1 or any(left.count(unit) > 1 and right.count(unit) > 1 for unit in set(left))

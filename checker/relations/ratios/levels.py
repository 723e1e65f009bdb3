"""Whether a count tells how much of a thing there is now, so that parts can be taken from it.

An increment, what falls to a head and the level of the year before do not: 7100万人次，上年为6600万人次，其中….
"""

from collections.abc import Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.cues import OUTDOING, Act
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import HELD_AGAINST, same_unit

INCREMENT = pattern(
    r"(?:增加|减少|[增减][收支产亏]|[多少][收支增减]|增|减|多|少|净增|新增加|上升|下降|提高|高出|多出|超出)了?$"
)
THRESHOLD = pattern("以[上下内]$")
"""年收入100万元以上的企业 counts no money."""

EACH = pattern(
    r"每(?!年|[个当]?[天日周月季]|小时|到)(?:[^，。；0-9]{0,12})$|(?<!平)[人户亩村场所店家校班台件单厂笔船车宗例套]均[^，。；0-9]{0,6}$|平均[^，。；]{0,16}$"
)
"""Of one head, or so many: 每千名老人, 户均."""

PACE = pattern("(?:[日月年周]均|平均每?一?个?[天日月年周])[^，。；0-9]{0,8}$")
"""全年36.5亿千瓦时，日均1000万千瓦时: the pace of what was told before it."""

COMPARED = pattern(
    f"(?:{OUTDOING})[^，。；、]{{1,16}}的$|"
    "(?:(?<![占对评环同可无相])[比较]|相[比较]于?)(?![例重率值大小赛])"
    "(?:[^，。；、]{0,8}(?:[年月季]|同期|原先|之前|以前)[^，。；、]{0,8}|[^，。；、]{1,16}的)$"
)
"""比上年的, 较2021年, 超过去年的: what is held against."""

NEAR = 8
"""So many figures before a level of another time that of now may stand."""

THEN = pattern(
    "(?:去年|上年|前年|上一年|(?:19|20)[0-9]{2}年(?=同期)|上届|上[月周期]|往年|此前|原来)(?:同期|同月|此时|这个?时候)?[^，。；]{0,8}$"
)
MOVED = (Act.RISE, Act.FALL)


def is_level(passage: Passage, figure: Figure) -> bool:
    """Whether a count is one of all there is, as far as its own words tell."""
    before = passage.words(figure.before)
    if INCREMENT.search(before) or before.endswith("每") or THRESHOLD.search(figure.quantity.literal):
        return False
    return EACH.search(_told(passage, figure)) is None


def is_base(passage: Passage, figure: Figure, earlier: Sequence[Figure], part: Figure) -> bool:
    """Whether a count is only what a level before it is held against: what the part is of is that level.

    Behind a level of the year before and a rise from it the parts are those of this year.
    """
    told = _told(passage, figure)
    if COMPARED.search(told) or passage.text.startswith(HELD_AGAINST, figure.quantity.span.end):
        return True
    if THEN.search(told) is None:
        return False
    levels = [one for one in earlier if one.quantity.span < figure.quantity.span and _stands(passage, one, part)]
    return (bool(levels) and _has_moved(passage, levels[-1], part)) or now_of(passage, figure, part) is not None


def now_of(passage: Passage, figure: Figure, part: Figure) -> Figure | None:
    """The level of now that one of another time right behind its change is told of: 18万份，增长10%，上年为16万份."""
    if THEN.search(_told(passage, figure)) is None:
        return None
    at = passage.figures.index(figure)
    near = range(at - 1, max(-1, at - NEAR), -1)
    level = next((one for one in near if _stands(passage, passage.figures[one], part)), None)
    moved = level is not None and any(passage.cues[one].act in MOVED for one in range(level + 1, at))
    return passage.figures[level] if level is not None and moved else None


def paced_total(passage: Passage, figure: Figure, part: Figure) -> Figure | None:
    """The level of which a count is only the pace, where it is less than the part: 36.5亿，日均1000万，其中21.9亿."""
    if not PACE.search(_told(passage, figure)) or _size(part) <= _size(figure):
        return None
    for one in reversed(passage.figures):
        before = one.quantity.span.end <= figure.quantity.span.start and one.is_amount
        alike = before and same_unit(one.quantity, part.quantity) and is_level(passage, one)
        if alike and not COMPARED.search(_told(passage, one)) and _size(one) > _size(figure):
            return None if PACE.search(_told(passage, one)) else one
    return None


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor


def _has_moved(passage: Passage, base: Figure, part: Figure) -> bool:
    """Whether a change stands between a level and a part."""
    between = (
        cue.act
        for one, cue in zip(passage.figures, passage.cues, strict=True)
        if base.quantity.span < one.quantity.span < part.quantity.span
    )
    return any(act in MOVED for act in between)


def _stands(passage: Passage, figure: Figure, part: Figure) -> bool:
    told = _told(passage, figure)
    alike = same_unit(figure.quantity, part.quantity) and is_level(passage, figure)
    return alike and not THEN.search(told) and not COMPARED.search(told)


def _told(passage: Passage, figure: Figure) -> str:
    """The words of its clause before a count, what else is counted there among them: 比2021年的, 每千名老人."""
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]

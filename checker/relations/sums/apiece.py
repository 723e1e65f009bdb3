"""Parts that several have alike: 二等奖和三等奖各10名 are two parts of ten.

A whole that several have alike is none of what they have together: 东河和西河分别发生5次洪水，其中东河4次、西河5次….
"""

from dataclasses import replace
from re import Match

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.passage import Passage
from checker.relations.sums.row import Sum

APIECE = pattern(
    "各[组班校队县镇村乡区市地方级]?(?:自|约|有|为|是|设|占|奖|评出|得|派出?|近|投入|安排|开|建|挖|打|配|留|放|添)*$"
)
IN_ALL = pattern("[\u4e00-\u9fff]{0,4}[，,](?:一?共|合计|总共|计|共计)(?:有|是|为)?")
"""每井向两侧各开1个|，共|4个: what each has is told again for all of them."""

EACH_ALL = pattern("(?:分别|各(?![类种项式级界方])自?)[\u4e00-\u9fff]{0,8}$")
"""东河和西河分别发生了|5次."""

JOINTS = pattern("[、和与及]|以及")
JOINED = frozenset("、和与及")
PAIRS = pattern("男女|市县|省市|县乡|县区|区县|城乡|左右|上下|东西|南北|前后|中外|双方|夫妻|父母|两[岸地县市区省校队]")
"""Two in a word."""

ENDS = pattern("[，,；;。：:（(\n]")
REACH, MOST = 40, 20


def told_apiece(passage: Passage, one: Sum) -> Sum | None:
    """The sum with such parts as often as they are had; none where nothing says how many have them."""
    followed = zip(one.parts, (*one.parts[1:], None), strict=True)
    told = [part for part, follower in followed if not _is_told_in_all(passage, part, follower)]
    parts: list[Quantity] = []
    for part in told:
        start, found = _ahead(passage, part)
        alike = found and not is_first_of_several(passage, part)
        times = _holders(passage, passage.text[start : found.start()], start) if found and alike else 1
        if not times:
            return None
        parts += [part] * times
    if len(parts) == len(told) > 1 and _is_of_each(passage, one.whole):
        largest = max(told, key=lambda part: part.value * part.unit.factor)
        return replace(one, parts=(largest,), exhaustive=False, likely=False, slip=False)
    return one if parts == list(one.parts) else replace(one, parts=tuple(parts))


def _ahead(passage: Passage, part: Quantity) -> tuple[int, Match[str] | None]:
    """Where the words before a part begin, and the 各 that they end in."""
    start = max(passage.earlier.span.start if passage.earlier else passage.span.start, part.span.start - REACH)
    return start, APIECE.search(passage.text, start, part.span.start)


def is_first_of_several(passage: Passage, part: Quantity) -> bool:
    """Whether each has a number of its own: 早茶、春茶、秋茶各占|三成|、两成和五成."""
    end = part.span.end
    return passage.text[end : end + 1] in JOINED and end + 1 in passage.starts


def _is_told_in_all(passage: Passage, part: Quantity, follower: Quantity | None) -> bool:
    """Whether what each has is told right behind for all of them: 每井向两侧各开1个，共4个."""
    if follower is None or not IN_ALL.fullmatch(passage.text, part.span.end, follower.span.start):
        return False
    return _ahead(passage, part)[1] is not None


def _is_of_each(passage: Passage, whole: Quantity) -> bool:
    """Whether each of several has the whole; of 分别增加5家、3家 each has one number."""
    if passage.text[whole.span.end : whole.span.end + 1] in JOINED:
        return False
    start = max(passage.earlier.span.start if passage.earlier else passage.span.start, whole.span.start - REACH)
    found = EACH_ALL.search(passage.text, start, whole.span.start)
    return found is not None and _holders(passage, passage.text[start : found.start()], start) > 1


def _holders(passage: Passage, words: str, start: int) -> int:
    """How many are named, or counted, right before 各; 0 if that is not plain."""
    end = start + len(words)
    counted = next(
        (
            one.quantity
            for one in reversed(passage.figures)
            if one.quantity.span.end <= end and one.quantity.unit_class is UnitClass.COUNT
        ),
        None,
    )
    between = passage.text[counted.span.end : end] if counted else "，"
    if counted and len(between) <= 6 and not ENDS.search(between) and not JOINTS.search(between):
        many = counted.is_exact and counted.value.denominator == 1 and 1 < counted.value <= MOST
        return int(counted.value) if many else 0
    names = ENDS.split(words)[-1]
    joints = len(JOINTS.findall(names))
    return joints + 1 if joints else 2 * (PAIRS.search(names) is not None)

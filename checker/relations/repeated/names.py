"""Whether two figures are called by one name, and whether their names set two things apart.

用电量 and 发电量, 东坡合作社 and 西坡合作社 differ in the one place where a name tells its thing from its like.
"""

from dataclasses import dataclass

from checker.patterns import pattern
from checker.relations.naming import shared_end

EMPTY = pattern(
    "全[国省市县区州旗镇乡村年行]|[今本去上前当]年|公司|企业|将|计划|预计|[厂村县镇市区乡校院社队站]里|[本我该这][国省市县区州旗镇乡村行次届场家座条个]?|建成|建有|共有|拥有|现有|完成|实现|达到?|合计|累计|总计|共计|已经?"
    "|目前|截至|现场|在册|参赛|走进|面积|人数|数量|总长|全长|长度|约(?![谈定束见])|[的了共总有现为是其在近已达各把]|据[\u4e00-\u9fff]{0,6}(?:统计|显示)"
)
"""Words that tell no thing from its like."""

REPORTED = pattern("^[\u4e00-\u9fff]{0,8}(?:造成|确认|介绍|显示|统计|表示|公布)")
"""投资方确认项目总投资: who says it is no part of the name."""

POINTING = pattern("^(?:截至)?[该这][\u4e00-\u9fff]")
REGION = pattern("全[国省市县区州旗镇乡村校厂]|[市省县区]本?级")
NEIGHBOUR = pattern("[邻外][省市县区镇乡村]|相邻|周边|兄弟|另一")
"""邻县's is not of here."""

LAND = pattern("[\u4e00-\u9fff]{1,6}(?:地区|平原|流域|盆地|半岛|三角洲|沿海|片区|高原|湾区|沿线|城市群|都市圈|经济带)$")
"""长三角地区|31个城市, 汾渭平原|13个城市: whose the things are."""

LIMIT, LEAST = 4, 2
"""How long what sets two names apart may be, and how much of them must be alike beside it."""

HANZI = pattern("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Called:
    """The words before and behind a figure, and its sentence."""

    before: str
    after: str
    sentence: str

    def forms(self) -> tuple[str, ...]:
        """Its names: 投资3.4万元的景区 is 投资 and 景区投资."""
        name = core(self.before)
        owner = self.after[1:] if self.after.startswith("的") else ""
        sizes = range(LEAST, min(len(owner), LIMIT) + 1)
        return (name, *(f"{owner[:size]}{name}" for size in sizes))


def core(words: str) -> str:
    """A name without what tells nothing: 全市现有藏书 is 藏书."""
    return "".join(HANZI.findall(EMPTY.sub("", REPORTED.sub("", words))))


def same(one: Called, two: Called, least: int) -> bool:
    """Whether two names are of the same characters, at least so many: 房屋倒塌 and 倒塌房屋.

    What one has in front may stand elsewhere in the other's sentence (展会闭幕，签约金额), or be pointed at (该行).
    """
    return any(_same(left, right, one, two, least) for left in one.forms() for right in two.forms())


def _same(left: str, right: str, one: Called, two: Called, least: int) -> bool:
    if len(left) >= least and sorted(left) == sorted(right):
        return True
    if len(left) > len(right):
        left, right, one, two = right, left, two, one
    extra = right.removesuffix(left)
    if len(left) < least or extra == right:
        return False
    return POINTING.match(one.before) is not None or (len(extra) > 1 and extra in one.sentence)


def turned_round(one: Called, two: Called) -> bool:
    """Whether what the one counts stands before it and what the other counts behind: 蜂农43户, 34户蜂农."""
    return _behind(one, two) or _behind(two, one)


def _behind(one: Called, two: Called) -> bool:
    name, other = core(one.before), core(two.before)
    after = two.after.removeprefix("的")
    for size in range(min(len(name), LIMIT + 2), LEAST - 1, -1):
        if after.startswith(name[-size:]):
            return name[:-size].startswith(other) or not name[:-size]
    return False


def contrasted(one: str, two: str) -> bool:
    """Whether two names differ in one place alone, and that place tells two things apart.

    >>> contrasted("全市用电量", "全市发电量"), contrasted("房屋倒塌", "倒塌房屋"), contrasted("藏书", "现有藏书")
    (True, False, False)
    """
    regions = [found[0] if (found := REGION.search(words)) else "" for words in (one, two)]
    if all(regions) and regions[0] != regions[1]:
        return True
    if (NEIGHBOUR.search(one) is None) is not (NEIGHBOUR.search(two) is None):
        return True
    lands = [found[0] for words in (one, two) if (found := LAND.search(words))]
    if len(set(lands)) > 1:
        return True
    left, right = core(one), core(two)
    if sorted(left) == sorted(right):
        return False
    end = shared_end(left, right)
    left, right = left[: len(left) - end], right[: len(right) - end]
    begin = shared_end(left[::-1], right[::-1])
    left, right = left[begin:], right[begin:]
    return 0 < len(left) <= LIMIT and 0 < len(right) <= LIMIT and begin + end >= LEAST - (len(left) == len(right))

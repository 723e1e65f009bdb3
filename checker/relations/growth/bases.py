"""The number of what a level is compared with by name, where it is told earlier in the sentence: 比河口村多."""

from bisect import bisect_left

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.growth.alike import alike
from checker.relations.growth.frame import Frame, Group, Growth
from checker.relations.passage import Figure, Passage

BEHIND = pattern("[，,；（(]")
LEADS = pattern(
    "(?:份|的|目前|总?积分?|得分?|拿[到下]|收获|[仅只共][有为是]?|成绩|人口|面积|数量|成交额?|规模|余额|票房|营收|销量|产量|同比|涨幅|增速|增幅|降幅|跌幅|[为是][^，。；0-9]{0,4}|增长|上涨|下降)*"
)
SUFFIX = pattern("(?:的)?(?:平均)?(?:水平|增速|涨幅|均值)?$")
TIME = pattern("[0-9０-９年月季日初末]|半年|同期|上期|此前")
SITTING = pattern("期[中末]|上[届次轮场回]|[一二三]模|[前首]次")
"""What each of several things has a number of."""

BECAME = pattern("[^，。；、0-9]{1,4}[到至](?:[今本去]年|目前|现在)?的?")

REACH, BACK = 30, 300
"""How many characters behind its name its number may stand, and how far back the name."""


def named(passage: Passage, frame: Frame, group: Group, growth: Growth | None) -> Figure | None:
    """The number of what it is compared with by name, earlier in the sentence: 比河口村多."""
    name = SUFFIX.sub("", group.key) if growth and growth.key == group.key else ""
    if len(name) < 2 or name in ("year", "last", "start") or not growth or not frame.current:
        return None
    behind = _told_behind(passage, name, growth)
    if behind is not None or TIME.search(name):
        return behind
    current = frame.current.quantity
    end = current.span.start if growth.key else 0
    at = passage.text.rfind(name, max(passage.span.start, end - BACK), end)
    if at < 0 or passage.text[at - 1] in "比较占":
        return None  # 比全省高21.84分；乙校…比全省高: what is compared twice is not told; 占全省的21%: a share of it
    if SITTING.search(name) and "；" in passage.text[at : current.span.start]:
        return None  # 语文比期中提高3.5分，期中为89分；数学94分，比期中提高2分
    part = passage.text.find("；", at, end)  # 老二3.5亩；一亩收900斤: the next number is no longer of that name
    reach = at + len(name) + REACH if part < 0 else part
    first = bisect_left(passage.figures, at, key=lambda one: one.quantity.span.start)
    last = bisect_left(passage.figures, min(end, reach), key=lambda one: one.quantity.span.start)
    later = passage.figures[first:last]
    levels = (one for one in later if passage.cues[passage.figures.index(one)].act not in (Act.RISE, Act.FALL))
    return next((_reached(passage, one) for one in levels if alike(one.quantity, current)), None)


def _reached(passage: Passage, level: Figure) -> Figure:
    """What a level became, if it is told as what was: 全县亩产由2022年的612公斤提高到今年的698公斤."""
    at = passage.figures.index(level) + 1
    following = passage.figures[at] if at < len(passage.figures) else level
    between = passage.text[level.quantity.span.end : following.quantity.span.start]
    return following if BECAME.fullmatch(between) and alike(level.quantity, following.quantity) else level


def _told_behind(passage: Passage, name: str, growth: Growth) -> Figure | None:
    """The number right behind a change, called as what the change is over: 比7月扩大0.1个百分点，7月为0.5%."""
    at = passage.figures.index(growth.figure) + 1
    if at == len(passage.figures):
        return None
    figure, start = passage.figures[at], growth.figure.quantity.span.end
    mark = BEHIND.match(passage.text, start)
    opens = mark is not None and passage.text.startswith(name, mark.end())
    if (
        mark is None
        or not opens
        or not LEADS.fullmatch(passage.text, mark.end() + len(name), figure.quantity.span.start)
    ):
        return None
    return figure

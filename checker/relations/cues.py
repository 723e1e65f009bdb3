"""What the words before a number say it is: a level, a rise, a fall, a share, a total; of what, compared with what.

Adding a phrasing is a line in one of the tables below.
"""

import re
from enum import StrEnum
from functools import cache, lru_cache

from checker.frozen import frozen
from checker.patterns import led, one_of, pattern


class Act(StrEnum):
    """What a number does in its clause."""

    LEVEL = "level"
    """How much there is; what every number is that no word makes anything else: 余额、共有、达、报."""

    RISE = "rise"
    """By how much it went up: 增长、增加、涨、多、快."""

    FALL = "fall"
    """By how much it went down: 下降、减少、跌、少、慢."""

    TO = "to"
    """What it became: 增至、降到、提高到."""

    FROM = "from"
    """What it was before: 由、从."""

    SHARE = "share"
    """Which part of a whole it is: 占、占比、比重."""

    SUM = "sum"
    """All of what stands around it together: 合计、共计、累计、总计."""


RAISED = """
    增 增加 增长 升 升高 上升 提 提高 提升 扩大 扩展 扩充 扩容 拓展 涨 上涨 攀升 跃升 跃 回升 上调
    加 添 发展 延长 加快 提速 放宽 拉长
    """
LOWERED = """
    降 下降 降低 减 减少 缩 缩小 缩短 压 压缩 压减 缩减 砍 跌 下跌 回落 下滑 下调 精简 收窄 放缓 并
    """
ALTERED = "调整 变 改 改判"


def _turned(verbs: str) -> str:
    """The verbs with what makes them lead to a level: 缩短 becomes 缩短到, 缩短至, 缩短为."""
    return " ".join(f"{verb}{end}" for verb in verbs.split() for end in ("到", "至", "为", "成"))


WORDS: dict[Act, str] = {
    Act.SHARE: "占 占比 占比重 比重 所占比重 占有率 份额 构成 结构",
    Act.SUM: "合计 共计 总计 累计 一共 总共 共 两项合计 三项合计 以上合计",
    Act.FROM: "由 从 自",
    Act.TO: f"{_turned(RAISED)} {_turned(LOWERED)} {_turned(ALTERED)}",
    Act.RISE: """
        增长 增加 增 净增 净增加 新增加 上升 上涨 涨 提高 提升 扩大 上浮 回升 攀升 多(?!达) 高(?!达) 高出 多出 快 加快
        升高 扩容 扩面 大增 暴增 激增 猛增 增产 增收 上扬 上调 增支 增亏 增盈 涨幅 增幅 增速 增长率 升幅
        走高 收涨 放量 同增 延长 提前 前移 前进
        """,
    Act.FALL: """
        下降 减少 减 净减 净减少 降低 降 下跌 跌 回落 下滑 缩减 缩小 缩短 收窄 萎缩 少 低 低于 慢 放缓 减产 减收 下调
        压缩 压减 削减 核减 裁减 下挫 减支 减刑 减盈 跌幅 降幅 减幅 降速 下浮 减亏 走低 收跌 缩量 同降 差 后移
        """,
}

MOVED = pattern(
    r"(?:(?P<rise>(?:^|[，,；;]|[比较][^，。；]{1,12})多(?![么少数种样达为是年次])[\u4e00-\u9fff]"
    r"|(?:快|高|多|大|长|重|强)于[^，。；0-9（(]{1,10}"
    r"|(?:涨|升|增|扩|多|快|高|贵|长|远|深|宽|厚|重|晚)[了出]|(?:太|还|又)?贵|加价|提价|多出[\u4e00-\u9fff]{0,2})"
    r"|(?:^|[，,；;]|[比较][^，。；]{1,12})少(?![数年有为是不见])[\u4e00-\u9fff]"
    r"|(?:慢|低|少|小|短|轻)于[^，。；0-9（(]{1,10}"
    r"|(?:降|减|缩|砍|压|省|少|慢|低|短|跌|落|浅|窄|薄|轻|早)[了掉去]|便宜|节省|节约|省出|降价|缩水)了?(?:近|约|超过?|将近|大约)?$"
)
"""What tells a change at the end of the words before a number, beyond the tables of ``cues``."""
MOVING = pattern("[多快高大长远深宽厚晚重强涨升增扩贵价少慢低小短浅窄薄早轻降减缩砍压省跌落宜节]")
"""Each of those words holds one of these."""

LINKS = "(?:达到了?|达|为|是|了|约为|均为|分别为|分别|近|约|各|再|又|也|均|就|已|已经|将|可|还|仅|只有|高达|有)*"

BASES: dict[str, str] = {
    "year": "同比|按年|[比较](?:上年|去年|前一年)(?:同期)?|与(?:上年|去年)(?:同期)?相比",
    "last": "环比|按[月季]|[比较](?:上月|上季度?|上周|前一日|[前上]一?个?交易日)",
    "start": "[比较](?:年初|(?:上年|去年)[末底]|[^，。；]{1,8}末)",
    "other": "[比较][^，。；]{1,12}?|与[^，。；]{1,12}?相比",
}
"""What a change is reckoned from: the year before, the month or quarter before, the year's start, anything else."""


@frozen()
class Cue:
    """What the words before a number make of it. Offsets count in those words.

    ``start`` and ``end`` bound the word that says so (empty where none does). ``base`` names what it is compared with
    (``year``, ``last``, ``start``, ``other``), or is empty.
    """

    act: Act
    start: int
    end: int
    base: str = ""
    base_start: int = -1


@cache
def _acts() -> re.Pattern[str]:
    parts = []
    for act, words in WORDS.items():
        parts.append(f"(?P<{act.value}>{one_of(words.split())})")
    firsts = {word[0] for words in WORDS.values() for word in words.split()}
    return pattern(led("".join(sorted(firsts)), f"(?:{'|'.join(parts)}){LINKS}$"))


@cache
def _bases() -> re.Pattern[str]:
    # The start of the year before the year: 比上年末 is no 比上年.
    order = ("start", "year", "last", "other")
    return pattern("|".join(f"(?P<{name}>{BASES[name]})" for name in order))


OUTDOING = "超过|超出|赶超|高[于出过]|[多大强好优低少小弱慢快]于|不及|逼近|追平|赶上|反超"
"""Verbs that hold a level against another one: 超过去年的425亿元, 低于上届的30枚."""

NOUNS = (
    "不多不少",
    "起降",
    "探低",
    "摸高",
    "触高",
    "冲高",
    "拉高",
    *(f"{one}差" for one in "逆顺落温价利时误偏高极级息"),
)
"""What ends like a rise or a fall and is none: extremes that a price reached (探低1986.35点), balances, 不多不少."""

ACTS = {act.value: act for act in Act}
REACH = 40
"""How many characters before a number are read."""


@lru_cache(maxsize=4096)
def cue(before: str) -> Cue:
    """What the words before a number say of it.

    >>> cue("出口总值比上年增长").act, cue("出口总值比上年增长").base
    (<Act.RISE: 'rise'>, 'year')
    """
    cut = max(0, len(before) - REACH)
    words = before[cut:]
    act = _acts().search(words)
    if act is None or words.endswith(NOUNS):
        return Cue(Act.LEVEL, len(before), len(before))
    name = act.lastgroup or ""
    told, start, end = ACTS[name], cut + act.start(), cut + act.end(name)
    base = _last(_bases(), words[: act.start()])
    if base is None:
        return Cue(told, start, end)
    return Cue(told, start, end, base.lastgroup or "", cut + base.start())


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next(iter(list(pattern.finditer(words))[::-1]), None)


def moved(words: str) -> Act:
    """Whether the words before a number tell a change in a word of its own: 多出岛, 便宜了, 少用."""
    found = MOVED.search(words) if MOVING.search(words) else None
    return Act.LEVEL if found is None else Act.RISE if found["rise"] else Act.FALL

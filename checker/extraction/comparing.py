"""What a sentence compares with before it tells any change: 与2015年相比，产值增长5%，出口增长6%."""

from checker.extraction.bases import ANNUAL, OTHER, TIMED, Based
from checker.patterns import pattern
from checker.spans import Span

LED = pattern("(?:同|与|和|跟)(?P<base>[^，。；、]{2,16}?)(?:的情况|的数据)?(?:相比较?|比较|相较)，")
FIXED = pattern("[0-9]年$|普查|决算|预算|计划|可比部分|可比口径|最高水平|最低水平")
"""What is compared with so that changes are reckoned from it, and no other place or thing."""

YEARLY = pattern("(?:[去上]年|上一年|前一年)?的?(?:同期)?(?:水平)?")
ALIKE = pattern("按(?:照)?(?P<how>可比部分|可比口径|同口径)(?:计算|测算|统计)?，$")
"""How a change is reckoned, where it is told before its clause."""

ABOUT = pattern("(?P<what>收入|支出|产量|产值|成本|投资|出口|进口)方面")
NAMELESS = pattern("较|[多少]于")
FAR = pattern("(?:上升|下降|提高|降低|增加|减少|扩大|缩小|提升|回落)幅度$")
MEAN = pattern("年均|平均|[0-9一二三五十]年(?!级)")
"""How fast something grew over so many years says of which."""

NEAR = 12


def compared(text: str, sentence: Span, clause: Span, told: Based, suffix: str) -> Based:
    """An indicator of a change with what its sentence begins by comparing with, and how the change is reckoned."""
    if not suffix or not told.metric.endswith(suffix):
        return told
    far = FAR.search(suffix)
    suffix = far[0] if far else suffix
    stem = told.metric.removesuffix(suffix)
    alike = ALIKE.search(text, max(sentence.start, clause.start - NEAR), clause.start)
    if alike:
        at = stem.rfind("较")
        cut = at if at > 0 else len(stem)
        return Based(f"{stem[:cut]}按{alike['how']}{stem[cut:]}{suffix}", told.comparison)
    led = LED.match(text, sentence.start, clause.start) if told.comparison == "unstated" else None
    base = led["base"].replace("的", "") if led else ""
    if not base or "较" in stem or MEAN.search(told.metric):
        return told
    if YEARLY.fullmatch(base):
        return Based(told.metric, ANNUAL)
    fixed = FIXED.search(base) is not None and TIMED.search(base) is not None
    return Based(f"{stem}较{base}{suffix}", OTHER) if fixed else told


def of_field(text: str, floor: int, clause: Span, metric: str) -> str:
    """What is told against something without a name, by the field that was spoken of: 收入方面…，比原计划少|3%."""
    if not NAMELESS.match(metric):
        return metric
    about = list(ABOUT.finditer(text, floor, clause.start))[-1:]
    return f"{about[0]['what']}{metric}" if about else metric

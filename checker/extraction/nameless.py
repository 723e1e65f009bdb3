"""Numbers that are part of a name or of a turn of phrase: 大三双, 百年老店, “15分钟便民热线”."""

from functools import lru_cache

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass

NUMERALS = frozenset("零一二三四五六七八九十百千万两")
FIRMS = ("集团", "公司", "股份", "酒店", "餐饮", "控股")
OPENED = pattern("[“‘][^“”‘’，。；]{0,6}$")
SORTS = "行动 工程 计划 模式 机制 热线 服务圈 生活圈 通勤圈 交通圈 战略 体系 专项 制度 政策"
CLOSED = pattern(f"[^“”‘’，。；0-9]{{0,12}}(?:{'|'.join(SORTS.split())})[”’]")
GRAND = pattern("[^0-9近约满了过这]$|^$")
GAME = pattern("[大准级]$")
ITEM_LED = "。；：:！>＞\n "
MONTHS = pattern("[0-9]{1,2}[月日号年季]")
ORDERED = pattern("的?(?:分别|依次)?[为是：]|分别|依次")
"""Behind these stand those who come first: 投诉量前三位|为…."""

LONG, FAR = 8, 7


def is_nameless(text: str, one: Quantity) -> bool:
    """Whether a number counts nothing where it stands."""
    start, end, unit = one.span.start, one.span.end, one.unit.name
    before = text[max(0, start - 1) : start]
    if one.unit_class is UnitClass.MONEY and set(one.literal[:-1]) <= NUMERALS and text[end : end + 1] in NUMERALS:
        return _is_firm(text, text[start : end + 1])
    if one.literal == "一分钱":
        return text[end : end + 1] in ("也", "都", "没", "不")
    if unit == "双" and one.numeral in ("两", "三", "四"):
        return GAME.search(before) is not None or "篮板" in text
    if one.literal in ("百年", "千年", "万年"):
        return GRAND.search(before) is not None
    first = before == "前" and unit in ("位", "名") and ORDERED.match(text, end) is not None
    return first or _is_part(text, one, before) or _is_quoted(text, one)


def _is_part(text: str, one: Quantity, before: str) -> bool:
    """The centimetres of 2米15, the number of an item before another number, one that nobody counts so far."""
    start, end = one.span.start, one.span.end
    if one.unit_class is not UnitClass.NONE or not one.numeral.isdecimal():
        return False
    if before == "米" and text[start - 2 : start - 1].isdigit():
        return True
    item = len(one.numeral) < 3 and text[end : end + 1] == "、" and before in ITEM_LED and "2、" in text
    return (item and not MONTHS.match(text, end + 1)) or len(one.numeral) >= LONG


def _is_quoted(text: str, one: Quantity) -> bool:
    """In the name of something: “15分钟便民热线”."""
    opened = OPENED.search(text, max(0, one.span.start - FAR), one.span.start)
    return opened is not None and CLOSED.match(text, one.span.end) is not None


@lru_cache(maxsize=256)
def _is_firm(text: str, name: str) -> bool:
    """Whether a text names a firm so."""
    return any(f"{name}{form}" in text for form in FIRMS)

"""Numbers in titles, in the names of events, and before the items of a list: 《2077》, 10米气手枪, 1）."""

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass

OPEN, CLOSE, FAR = "《", "》", 24
ITEM = pattern("[）)][ ]?(?=[一-鿿《“A-Za-z])")
LED = "。；：:;！？，、,>＞\n \u3000（("
EVENTS = (
    "(?:气?手?步?枪|飞碟|移动靶|自由泳|仰泳|蛙泳|蝶泳|混合泳|个人混合|混合接力|接力|跨?栏|障碍|短跑|竞走|速滑|短道"
    "|跳?台(?!阶)|跳?板(?!材)|皮划艇|划艇|皮艇|单桨|双桨)"
)
METRES = pattern(
    f"(?:男子|女子|男女|混合|运动)?{EVENTS}|(?:男子|女子)?(?:项目)?(?:的?(?:决赛|预赛|半决赛|世界纪录|冠军|金牌|比赛))"
)
RELAY = pattern("[×xX*][ ]?[0-9]{2,4}米")
MINUTES = pattern("第[0-9]{1,3}分钟[和、及]$")
SEXED = pattern("(?:[男女]子|混合|[×xX*])(?:[A-Z][0-9]级)?[ ]?$")


def is_entitled(text: str, one: Quantity) -> bool:
    """Whether a number stands in a name, or counts the items of a list."""
    return _is_titled(text, one) or _is_item(text, one) or _is_event(text, one)


def _is_titled(text: str, one: Quantity) -> bool:
    start, end = one.span.start, one.span.end
    opened = text.rfind(OPEN, max(0, start - FAR), start)
    closed = text.find(CLOSE, end, end + FAR)
    return opened >= 0 and closed >= 0 and CLOSE not in text[opened:start] and OPEN not in text[end:closed]


def _is_item(text: str, one: Quantity) -> bool:
    """The mark of an item in a line of running text: 1）云溪；2）南湖."""
    start, end = one.span.start, one.span.end
    if one.unit_class is not UnitClass.NONE or not one.numeral.isdecimal() or len(one.numeral) > 2:
        return False
    led = text[start - 1 : start] if start else "\n"
    return led in LED and ITEM.match(text, end) is not None and ("1）" in text or "1)" in text)


def _is_event(text: str, one: Quantity) -> bool:
    """So many metres of an event (男子10米气手枪, 4×100米接力), 四分之一决赛, 第56分钟和|65分钟."""
    start, end = one.span.start, one.span.end
    if (text.startswith("决赛", end) and one.unit_class is UnitClass.RATE) or MINUTES.search(
        text, max(0, start - 8), start
    ):
        return True
    if one.unit_class is UnitClass.NONE and RELAY.match(text, end):
        return True
    if one.unit.name != "米" or not one.numeral.isdecimal():
        return False
    return METRES.match(text, end) is not None or SEXED.search(text, max(0, start - 8), start) is not None

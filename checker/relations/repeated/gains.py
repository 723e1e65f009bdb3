"""same: what each acre or household gains by the headline and by the body: 亩均增收三百元; 一亩…，比去年多出400元.

A gain has many verbs (增收, 多收, 多出, 多挣). What makes two of them one is what they are reckoned by, that the body
tells no other gain of that sort, and that it never has the headline's number. It is for somebody to look at.
"""

from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.elsewhere import PARTLY, PLANNED
from checker.relations.repeated.mentions import Mention, agree

GAIN = pattern("(?:增收|增效|增加|多收入?|多[出挣赚得卖落])(?:了|约|近|达|超)?$")
EARNED = pattern("增收|多收|多[挣赚落]|增效")
PER = {
    "亩": pattern("亩均|每亩|[一1]亩(?![0-9])|亩产"),
    "户": pattern("户均|每户|[一1]户|户年均"),
    "人": pattern("人均|每人|[一1]人(?![0-9])"),
    "斤": pattern("每斤|[一1]斤(?![0-9])|每公斤|[一1]公斤"),
}
"""What gains are reckoned by."""

OTHER = pattern(f"{PLANNED}|{PARTLY}|最[高多低少]|可|将|能|明年|补贴|成本|投入|支出")
NET = pattern("[去扣刨除减]去?[掉除去]|成本|净|折算|平均|抵")
"""What is taken off the gain behind it: 一户多收2600元，去掉成本600元."""

BACK = 60


def apart(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The gain by the body, where the headline has another one."""
    if title.quantity.unit_class is not UnitClass.MONEY or not EARNED.search(title.before):
        return None
    per = _per(title.ahead)
    if not per or not GAIN.search(title.before) or OTHER.search(title.before):
        return None
    found = [one for one in body if _is_gain(one, per)]
    same_unit = [one for one in body if one.key[:2] == title.key[:2]]
    if not found or any(agree(title, one) for one in same_unit):
        return None
    return found[0] if all(agree(found[0], one) for one in found) else None


def _is_gain(one: Mention, per: str) -> bool:
    money = one.quantity.unit_class is UnitClass.MONEY
    end = one.quantity.span.end
    if NET.search(one.passage.text, end, one.passage.span.end):
        return False
    told = money and GAIN.search(one.before) is not None and not OTHER.search(one.before)
    return told and _per(one.ahead[-BACK:]) == per


def _per(words: str) -> str:
    """The only thing that the words reckon by; empty where they name none or several."""
    found = [name for name, shape in PER.items() if shape.search(words)]
    return found[0] if len(found) == 1 else ""

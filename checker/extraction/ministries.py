"""Ministries and the like that do something at the head of a clause: 财政部、水利部|下达…, 三部门|联合印发…."""

import re
from functools import cache

from checker.extraction.bodies import NOT_IN_NAMES
from checker.extraction.doers import Actor
from checker.extraction.parsing import Words
from checker.lexicon.clauses import any_of
from checker.lexicon.speech import Part
from checker.patterns import pattern

TELLING = pattern(
    f"{any_of('says')}|说|称|公布|发布|通报|披露|公开|预[计测期]|估计|数据|统计|消息|印发|提出|提到|要求|提醒|回应"
)
"""Who does so speaks of others."""

SEVERAL, JOINED = pattern("(?P<many>[两二三四五六七八九])部[门委]"), pattern("[、和及与]")
ENDS, HAN = ("", *"\n。，；：　 "), "一二三四五六七八九"
LED = frozenset((Part.TIME, Part.ADVERB))
JOINING = frozenset("、和及与等")
FAR, NEAR = 16, 8


@cache
def _offices() -> re.Pattern[str]:
    office = f"[一-鿿]{{0,6}}?(?:{any_of('office')})"
    among = "(?:等[0-9两二三四五六七八九十]{0,3}(?:个?部门|部委))?"
    return pattern(f"(?:{office}(?:[、和及与]{office}){{0,8}}{among}|[两二三四五六七八九十]{{1,2}}部门)")


def several(text: str, subject: str, at: int) -> str:
    """The offices that so many of them are by their names, the nearest ones behind or before an offset: 三部门."""
    counted = SEVERAL.fullmatch(subject)
    if not counted:
        return subject
    many = HAN.index(counted["many"].replace("两", "二")) + 1
    told = (
        one for one in _offices().finditer(text) if not (NOT_IN_NAMES - JOINING) & set(one[0]) and "等" not in one[0]
    )
    listed = [one for one in told if text[one.start() - 1 : one.start()] in ENDS and len(JOINED.split(one[0])) == many]
    return next((one[0] for one in listed if one.start() > at), listed[-1][0] if listed else subject)


def ministry(words: Words, at: int, end: int) -> Actor | None:
    """The offices that a clause begins with, where they do more than to tell of others."""
    match = _offices().match(words.text, at, end)
    if not match or (NOT_IN_NAMES - JOINING) & set(match[0]):
        return None
    behind = words.between(match.end(), min(end, match.end() + FAR))
    first = next((word for word in behind if word.part not in LED), None)
    acts = first is not None and first.part in (Part.VERB, Part.PREPOSITION, Part.NOMINAL)
    if not acts or TELLING.search(words.text, match.end(), min(end, match.end() + NEAR)):
        return None
    return Actor(match[0], match[0], match.end(), named=False, described=True)

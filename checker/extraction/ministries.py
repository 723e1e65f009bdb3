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

LED = frozenset((Part.TIME, Part.ADVERB))
JOINING = frozenset("、和及与等")
FAR, NEAR = 16, 8


@cache
def _offices() -> re.Pattern[str]:
    office = f"[一-鿿]{{0,6}}?(?:{any_of('office')})"
    among = "(?:等[0-9两二三四五六七八九十]{0,3}(?:个?部门|部委))?"
    return pattern(f"(?:{office}(?:[、和及与]{office}){{0,8}}{among}|[两二三四五六七八九十]{{1,2}}部门)")


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

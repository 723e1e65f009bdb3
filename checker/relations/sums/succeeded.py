"""Groups of which the one came out of the other: 7人受伤，其中2人重伤，1人因抢救无效死亡，其余6人脱险.

Whoever died may be one of those gravely hurt, and the others may be all but him or all but them. A sum that only such
a reading makes is no fault; nothing is to be had from it either.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.passage import Passage
from checker.relations.sums.row import PEOPLE, Sum

INNER = pattern("[\u4e00-\u9fff]{2,4}")
"""乙县21座|建成|19座: nothing but what became of some of them."""

ANEW = pattern("[，；][^，。；0-9]{2,10}[里中]，[^，。；0-9]{2,10}")
STATE = pattern("重伤|轻伤|受伤|伤势|伤情|重症|危重|病危|昏迷|送医|送往|住院|抢救|被困|落水|失踪|失联|确诊|感染|中毒")
OUTCOME = pattern("死亡|身亡|遇难|不治|去世|离世|牺牲|抢救无效|出院|康复|治愈|痊愈|转院|脱险|获救|救出|生还|找到|寻获")
REST = pattern("(?:其余|余下|剩余|剩下)的?$")
MARK = pattern("[，,；;。、]")
NAME = 24
"""So many characters before the first number may name it."""


def parted(passage: Passage, one: Sum) -> Sum:
    """The sum without a group that may lie in another of its groups, where only so it comes to the whole."""
    if not one.exhaustive or len(one.parts) < 3 or any(each.unit.name not in PEOPLE for each in one.parts):
        return one
    last = one.parts[-1].span.start
    if not REST.search(passage.text, max(0, last - NAME), last):
        return one
    told = list(_told(passage, one))
    for before in range(len(told)):
        for after in range(before + 1, len(told)):
            inner = one.parts[after].value <= one.parts[before].value
            if inner and STATE.search(told[before]) and OUTCOME.search(told[after]):
                for left in (before, after):
                    fewer = replace(one, parts=(*one.parts[:left], *one.parts[left + 1 :]))
                    if sum(each.value for each in fewer.parts) == one.whole.value:
                        return fewer
    return one


def nested(passage: Passage, one: Sum) -> Sum:
    """The sum without what lies in one of its parts, or is another matter, where only so it comes to the whole.

    27座桥，甲县6座，乙县21座建成19座，剩下两座; 母猪1.1万头，出栏量里，自养3万头，代养18.6万头，合计21.6万头.
    """
    for at in range(1, len(one.parts)):
        gap = passage.text[one.parts[at - 1].span.end : one.parts[at].span.start]
        told = one.parts[:at] if INNER.fullmatch(gap) else one.parts[at:] if ANEW.fullmatch(gap) else ()
        if len(told) > 1 and sum(map(_size, told)) == _size(one.whole):
            return replace(one, parts=told)
    return one


def _size(one: Quantity) -> Fraction:
    return one.value * one.unit.factor


def _told(passage: Passage, one: Sum) -> Iterator[str]:
    """What is said of each group but the last: behind its number, or before it where its clause ends there."""
    start = max(one.whole.span.end, one.parts[0].span.start - NAME)
    for part, following in pairwise(one.parts):
        behind = passage.text[part.span.end : following.span.start]
        yield _last(passage.text[start : part.span.start]) if MARK.match(behind) else behind
        start = part.span.end


def _last(words: str) -> str:
    return re.split(MARK, words)[-1]

"""Words after which the name of a town is expected: 镇, 街道, and what is named after towns: 物流园, 货运站, 枢纽港."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from checker.lexicon.towns import no_towns, peoples
from checker.patterns import led, one_of, pattern
from checker.spans import Span

LONGEST_NAME = 6
HAN_FIRST, HAN_LAST = "\u4e00", "\u9fff"

OF_WHAT = (
    "国际|综合|智慧|现代|铁路|公路|公铁|多式联运|冷链|临港|长江|货运|客运|高铁|火车|汽车|动车|城际|地铁|轻轨|水运|滚装|集装箱|"
    "工业|产业|农业|科技|食品|装备制造|新材料|电子信息|航空|通用|保税|内河|铁公水|枢纽|作业"
)
LONGEST_PEOPLES = 12
TOWN = "街道(?:办事处|办)?|街办|镇(?![压静痛守定宅长]|海楼)|乡(?![村镇亲愁音土情贤间野思绅下长])|苏木"
HUB = (
    "枢纽站?(?!港)|站(?![在住稳岗立着起上好队])|港区?(?![股元币人商资澳珠台警府铁口湾务航独籍])|"
    "码头|口岸|机场|货场|车站"
)
ZONE = "物流园|物流中心|产业园|工业园|园区|工业集中区|集中区|组团|片区|作业区|湿地公园|水库|大桥|特大桥"
TYPE = pattern(
    led("街镇乡苏枢站港码口机货车物产工园集组片作湿水大特", f"(?P<town>{TOWN})|(?P<hub>{HUB})|(?P<zone>{ZONE})")
)
SORT = pattern(f"(?:{OF_WHAT}){{1,3}}$")
LONGEST_SORT = 12


class SlotKind(StrEnum):
    """What is named: a town, a place where people and goods come and go, a piece of land or a work."""

    TOWN = "town"
    HUB = "hub"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Slot:
    """A type word at ``span`` with the Chinese characters before it, at most six, the name among them.

    ``generic`` where they make an ordinary word together, as far as the language goes: 家乡, 车站.
    """

    kind: SlotKind
    span: Span
    before: str
    generic: bool

    @property
    def stems(self) -> list[str]:
        """What the name may be, the longest first."""
        return [self.before[-length:] for length in range(len(self.before), 1, -1)]


def slots(text: str) -> Iterator[Slot]:
    """Every type word that has two Chinese characters before it, in order."""
    for found in TYPE.finditer(text):
        if not HAN_FIRST <= text[found.start() - 1 : found.start()] <= HAN_LAST:
            continue
        kind = SlotKind(found.lastgroup or "")
        start = (_without_peoples if kind is SlotKind.TOWN else _without_sort)(text, found.start())
        before = _before(text, start)
        if len(before) >= 2:
            generic = start == found.start() and _is_generic(text, start)
            yield Slot(kind, Span(start, found.end()), before, generic)


def _is_generic(text: str, at: int) -> bool:
    """Whether the language has a word for what ends in the type at ``at``."""
    ends = (text[at - head : at + tail] for head in (1, 2, 3) for tail in (1, 2) if at >= head)
    return not no_towns().isdisjoint(ends)


def _without_peoples(text: str, at: int) -> int:
    """Where the type begins when the peoples of the township belong to it: 彝族苗族乡."""
    if text[at - 1 : at] != "族":
        return at
    found = _of_a_people().search(text, max(0, at - LONGEST_PEOPLES), at)
    return found.start() if found else at


def _without_sort(text: str, at: int) -> int:
    """Where the type begins when its sort belongs to it: 智慧物流园, 铁路货运站."""
    found = SORT.search(text, max(0, at - LONGEST_SORT), at)
    return found.start() if found else at


@cache
def _of_a_people() -> re.Pattern[str]:
    names = one_of(peoples())
    return pattern(f"(?:(?:{names})族?){{0,3}}(?:{names})族$|(?:各|少数)?民族$")


def _before(text: str, at: int) -> str:
    """The unbroken Chinese characters before ``at``, at most as many as a name has."""
    start = at
    while start > 0 and at - start < LONGEST_NAME and HAN_FIRST <= text[start - 1] <= HAN_LAST:
        start -= 1
    return text[start:at]

"""Indicators of sorts of their own: distances, places on the map, sizes, places among others; what levels became."""

from dataclasses import replace

from checker.extraction.naming import Naming
from checker.extraction.numbered import Numbered
from checker.extraction.phrasing import trimmed
from checker.extraction.wordings import DONE, ENDED, GENERIC, HAN, SIZE, SIZES
from checker.lexicon.predicates import verbs
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act

TIMES = frozenset(("次", "度", "回"))
DISTANCE = pattern("(?:^|[此该本这]次)(?P<whose>[一-鿿]{0,8}?)距离?(?P<place>[一-鿿]{2,12}?)(?:[约仅有]|不[到足])*$")
GRATICULE = pattern("[东西]经|[南北]纬")
BASE = pattern("(?:^|(?<=..))比(?P<base>[^，。；比]{2,12}(?:数|额|计划|目标|预算))$")
"""What something else is compared with: 支出|比预算数|30亿元少4亿元."""

COMPARING = pattern(
    "(?<=..)(?:同比|环比|按年|[比较](?:上年|去年|年初|上月|前期)(?:同期|末)?)(?:小幅|大幅|略|明显|进一步)*$"
)
"""With what a level is compared that came of a change: 负债率|同比|降至."""

FEATS = pattern("(?:翻[一两]?番|倍增|突破|第一|全覆盖|首次|率先|百分百|清零)(?=[，。；、”！]|$)")
"""What is reached in so many respects: 实现两个|翻番."""

RANKED = pattern(
    "(?:位?居|位?列|(?<![男女])排名?|名列|跻身|挺进|进入|稳居|保持)(?:在|于)?(?P<among>[^，。；]{0,12})前$"
)
"""Among how many somebody is told to be: 降幅|居全国前|5位."""


def of_a_sort(one: Numbered, act: Act) -> Naming | None:
    """A distance, a place on the map, a size behind the number, how often something was done."""
    apart = DISTANCE.search(one.words) if one.kind is UnitClass.LENGTH else None
    if apart:
        return replace(one.made(f"距{apart['place']}的距离", act), owner=apart["whose"], stem="")
    if one.kind is UnitClass.ENERGY and (graticule := GRATICULE.search(one.words)):
        return one.made(f"{graticule[0]}度数", act)
    feats = FEATS.match(one.text, one.behind) if one.quantity.unit.name == "个" else None
    if feats:
        return one.made(f"{feats[0]}项数", act, end=feats.end())
    size = SIZE.match(one.text, one.behind) if one.kind is UnitClass.LENGTH else None
    if size:
        return one.made(SIZES[size[0]], act, end=size.end())
    if one.quantity.unit.name in TIMES:
        done = DONE.match(one.text, one.behind, one.taken)
        if done and verbs().match(one.text, one.behind):
            return one.made(f"{done[0]}次数", act, end=done.end())
    return None


def placed(one: Numbered, act: Act) -> Naming | None:
    """The place that something has among others: 降幅居全国前|5位."""
    ranked = RANKED.search(one.words) if one.quantity.unit.name in ("位", "名") else None
    if not ranked:
        return None
    head = trimmed(one.words[: ranked.start()])
    named, suffix = bool(head) and not GENERIC.fullmatch(head), f"居{ranked['among']}前几位"
    return one.made(f"{head}{suffix}", act, own=named, suffix=suffix if named else f"{head}{suffix}")


def compared(one: Numbered, head: str) -> str:
    """The words before a number without those before 比, where it is what they are compared with."""
    base = BASE.search(head) if HAN.match(one.text, one.behind) else None
    return base["base"] if base else head


def became(one: Numbered, head: str) -> str:
    """The words before a number without what only says how it came about: 负债率|同比|降至, 吞吐量|完成."""
    told = COMPARING.sub("", head)
    head = told if one.is_rate or ENDED.search(told) else head
    done = head.removesuffix("完成")
    return done if ENDED.search(done) else head

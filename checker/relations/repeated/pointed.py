"""same: a thing pointed back at with its number: 村里有1200口人。这个1200口人的村子, 这条路长12公里。这条12公里的路.

这 with a classifier, one number and what it is the number of: the sentence before told of the thing, and of one number
of that unit only, with no word that tells of a part or of another time. What differs is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.relations.repeated.mentions import Mention, agree, relate

THIS = pattern("这(?P<unit>[条座个所家片栋艘口块本部支批场项笔间])(?P<metric>[\u4e00-\u9fff]{0,4})$")
NOUN = pattern("[\u4e00-\u9fff]{0,2}?的[新老大小]?(?P<noun>[\u4e00-\u9fff]{1,4})")
PART = pattern(
    "其中|最|另|计划|预计|规划|[去前上]年|[一二三]期|先期"
    "|部分|原来|原先|分别|扩建|改造|改建|加固|以前|过去|两[条座个所]"
)
"""What the sentence before tells of more than one such number."""

SEVERAL = "[0-9二三四五六七八九十百千两几多数]"
"""12|栋楼, one of which 这栋楼 may be."""

ANOTHER = pattern("[邻另也又][^，。；]{0,6}一[条座个所家片栋艘口块本部支批场项笔间]")
BESIDE = pattern("[其它]中?的?[上下附]")

OTHER = pattern("比|曾|每|平均|各|增|减|剩|[再又只不还]|目标|超|达不到|原|扩")
KINDS = (UnitClass.LENGTH, UnitClass.AREA, UnitClass.COUNT, UnitClass.VOLUME, UnitClass.MONEY)
REACH = 60
"""How many characters of the sentence before are read."""


def told(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every number that points back at the one of the sentence before it."""
    known: dict[tuple[int, UnitClass, str], list[Mention]] = {}
    for one in mentions:
        known.setdefault((one.passage.span.start, *one.key[:2]), []).append(one)
    for two in mentions:
        earlier = two.passage.earlier
        if two.title or earlier is None or not _points(two):
            continue
        alike = known.get((earlier.span.start, *two.key[:2]), [])
        if len(alike) == 1 and _is_of_it(alike[0], two, earlier):
            relation = relate((alike[0], two), "level")
            yield relation if agree(alike[0], two) else replace(relation, doubtful=True)


def _points(two: Mention) -> bool:
    kind = two.quantity.unit_class in KINDS and not two.quantity.hedges and two.quantity.unit.name != "大"
    return kind and THIS.search(two.before) is not None and NOUN.match(two.after) is not None


def _is_of_it(one: Mention, two: Mention, earlier: Passage) -> bool:
    """Whether the sentence before names the thing, and its number is of no part and of no other time."""
    noun, this = NOUN.match(two.after), THIS.search(two.before)
    told = earlier.text[max(earlier.span.start, earlier.span.end - REACH) : earlier.span.end]
    own = two.passage.text[two.passage.span.start : two.quantity.span.start]
    if noun is None or this is None or BESIDE.search(two.after) or ANOTHER.search(own):
        return False
    if pattern(f"{SEVERAL}{this['unit']}[^，。；]{{0,2}}{noun['noun'][0]}").search(told):
        return False
    plain = not one.quantity.hedges and not one.figure.bracket and not OTHER.search(one.before)
    named = noun["noun"][0] in told and this["metric"] in told
    return named and plain and not PART.search(told)

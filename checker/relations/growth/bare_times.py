"""multiple: what was and what is, and behind both how many times the one the other is, with no subject of its own.

昨晚来了4.8万人，往年这天也就1.6万人，整整三倍; 今年310毫米，足足有常年的两倍半. One of the two levels is told of a time
before, the other is not, and nothing else of the sentence is counted alike. What does not fit is for a reader to look
at.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, TOGETHER, adverbs
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, PARTLY, PLANNED
from checker.relations.growth.dating import is_earlier, of_two
from checker.relations.growth.multiple import DOUBLING, Finding, verify
from checker.relations.growth.resumed import LASTED
from checker.relations.growth.sole import LEVELS, MOST, groups, is_level, lead
from checker.relations.growth.thens import is_told
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation

THEN = (
    "去年|上年|前年|往年|常年|历年|往常|平[时日常]|从前|过去|以前|当初|当年|起初|先前|此前|原来|早先|[去前]一?年同期|上一?个?[月周届期季回轮年]"
    "|前一[年天日月周]|头一[年回届]|第一[年届]"
)
YESTERDAY = pattern("昨[天日]|前[天日]")
"""Before today, and after what was before that: 昨天来了4200人，平时1400人."""

BEFORE, OF_THEN = pattern(THEN), f"(?P<then>{THEN})(?:全年|年?[底末初]|同期|这时候?|这[天会]儿?|水平|的?时候)?的"
FREE = f"(?:{adverbs(EXACT, ABOUT, ONLY, STILL, TOGETHER)}|足有|{LASTED})*"
IS = "(?:[是有为达]|相当于|达到|抵得?上|顶得?上|顶|等于)"
MORE = "多出来?|增加?|增长|涨|翻|多|猛增|暴增|激增"
TOLD = pattern(f"{FREE}(?:{IS}了?{FREE}(?:{OF_THEN}{FREE})?|(?P<more>{MORE})了?{FREE})?")
ENDED = pattern("(?:还多|多|有余)?[，。；！？、）)—”]|(?:还多|多|有余)?$")
NO_LEVEL = pattern(f"{PARTLY}|{PLANNED}|{MEANS}|每|占|增[加长]|减少|下降|上升|[最第]")
EACH, NEAR, AHEAD = "每", 2, 1
"""How many clauses before the multiple the levels may stand."""


def find(passage: Passage) -> Iterator[Relation]:
    """The one multiple of what was and what is, judged."""
    times = [one for one in passage.figures if one.quantity.unit_class is UnitClass.MULTIPLE]
    if len(times) != 1 or times[0].quantity.unit.name == DOUBLING or passage.figures.index(times[0]) > MOST:
        return
    match = _told(passage, times[0])
    pair = _pair(passage, times[0]) if match else None
    if match is None or pair is None:
        return
    base, current = pair
    then = match["then"]
    if then and not is_told(then, _own(passage, base, AHEAD)):
        return
    relation = verify(Finding(base, current, times[0], (times[0].before,), match["more"] is not None))
    yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _told(passage: Passage, times: Figure) -> re.Match[str] | None:
    """How the multiple is told, where it is all that its clause says."""
    start, end = passage.clauses[times.clause].start, times.quantity.span
    match = TOLD.fullmatch(passage.text, start, end.start)
    return match if match and ENDED.match(passage.text, end.end, passage.span.end) else None


def _pair(passage: Passage, times: Figure) -> tuple[Figure, Figure] | None:
    """The two levels before the multiple, what was first, if one of them alone is of a time before."""
    before = passage.figures[: passage.figures.index(times)]
    amounts = [one for one in before if is_level(one.quantity) and one.quantity.value > 0]
    found = [group for group in groups(amounts) if group[0].quantity.unit_class is not UnitClass.DURATION]
    if len(found) != 1 or len(found[0]) != LEVELS:
        return None
    levels = found[0]
    if any(not 0 < times.clause - one.clause <= NEAR or one.quantity.hedges or one.bracket for one in levels):
        return None
    cues = [passage.cues[passage.figures.index(one)].act for one in levels]
    if any(one in (Act.RISE, Act.FALL, Act.SHARE) for one in cues):
        return None
    leads = [lead(passage, one) for one in levels]
    if all(EACH in one for one in leads):
        leads = [one.replace(EACH, "") for one in leads]
    if any(map(NO_LEVEL.search, leads)):
        return None
    told = ([one for one in levels if shape.search(_own(passage, one))] for shape in (BEFORE, YESTERDAY))
    past = _earlier(passage, *levels) or next((found for found in told if found), [])
    if len(past) != 1:
        return None
    base, current = past[0], levels[levels[0] is past[0]]
    return (base, current) if _size(base) < _size(current) else None


def _earlier(passage: Passage, one: Figure, two: Figure) -> list[Figure]:
    """The one of two levels that is of the earlier year: 2019年只有4.5万元，去年做到36.8万元."""
    times = of_two(passage, one, two)
    dated = all(each.year or each.away is not None for each in times)
    turned = (times[0].was or times[0].year) and times[1].now
    before = is_earlier(*times) if dated or turned else None
    return [] if before is None else [one if before else two]


def _own(passage: Passage, one: Figure, ahead: int = 0) -> str:
    """What is said before a level in its clause, and in so many ahead of it."""
    return passage.text[passage.clauses[max(0, one.clause - ahead)].start : one.quantity.span.start]


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor

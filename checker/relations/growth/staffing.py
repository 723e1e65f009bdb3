"""How many of the one there are to one of the other: 生师比为16∶1, 医护比1∶1.25, by the two numbers the term names."""

import re
from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Proportion
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import same_unit
from checker.spans import Span

SIGN = "比"
RUN = "报名(?:[^，。；、0-9]{0,10}的)?(?:考生|者)?|报考(?:[^，。；、0-9]{0,8}的)?(?:考生|者)?|应聘者?"
TERMS = {
    "生师比": ("学生|在校生|在学人数", "(?<!职)(?<!退休)教师"),
    "师生比": ("(?<!职)(?<!退休)教师", "学生|在校生|在学人数"),
    "报录比": (RUN, "(?<!报)录取|录用|招录"),
    "招录比": (RUN, "(?<!报)录取|录用|招录|招聘"),
    "竞争比": (RUN, "招[录聘]|岗位|职位|录取|录用"),
    "医护比": ("(?:执业)?(?:（助理）)?医师|医生", "护士"),
    "城乡人口比": ("城镇人口", "乡村人口|农村人口"),
}
"""What the first and the second number of the proportion count."""

TOLD = pattern(f"(?P<term>{'|'.join(TERMS)})例?(?:已|约|总体|平均)*(?:为|是|达到?|降至|降为|优化至|提高到)?约?$")
LEVEL = "(?:总数|人数|岗位|职位|计划|名额)?(?:共|为|有|达到?|约)*$"
CONTEST = pattern("报录|招录|竞争")
NARROWED = pattern("审核|通过|缴费|参考|实际|参加(?:笔试|考试|面试)|资格|最(?![终后])|热门|其中|单个|平均每")
"""How many run for a place is told of those who may, too, or of one place."""

POSTS = frozenset(("人", "个", "名"))
LEAD, REACH = 16, 12


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, Span]]:
    """What there is one of, the other, how many to one, and the words."""
    for token in passage.tokens:
        if not isinstance(token, Proportion) or len(token.parts) != 2:
            continue
        start = max(passage.span.start, token.span.start - LEAD)
        match = TOLD.search(passage.text, start, token.span.start)
        first, second = token.parts
        if match is None or 1 not in (first.value, second.value) or first.value == second.value:
            continue
        if CONTEST.match(match["term"]) and NARROWED.search(passage.words(passage.span)):
            continue
        names = TERMS[match["term"]]
        pair = [_called(passage, name, token.span.start) for name in names]
        one, two = pair
        if one is None or two is None or one is two or not _alike(one, two):
            continue
        words = Span(match.start(), match.end())
        times = Figure(first if second.value == 1 else second, 0, 0, words, Span(token.span.end, token.span.end))
        yield (two, one, times, words) if second.value == 1 else (one, two, times, words)


def _alike(one: Figure, two: Figure) -> bool:
    """Whether both are counted alike; 岗位200个 and 报名6000人 are posts and those who run for them."""
    names = {each.quantity.unit.name for each in (one, two)}
    return same_unit(one.quantity, two.quantity) or names <= POSTS


def _called(passage: Passage, name: str, end: int) -> Figure | None:
    """The one level before that is called so, in the sentence or in the one before it; or else the one behind."""
    called = pattern(f"(?:{name}){LEVEL}")
    behind = [one for one in levels(passage, passage.span.end) if one.quantity.span.start > end]
    told = [one for one in behind if called.search(passage.words(one.before)) and not one.quantity.hedges]
    return _before(passage, called, end) or (told[0] if len(told) == 1 else None)


def _before(passage: Passage, called: re.Pattern[str], end: int) -> Figure | None:
    for each in (passage, passage.earlier):
        near = [] if each is None else [one for one in levels(each, end) if one.quantity.span.end <= end]
        found = [one for one in near[-REACH:] if called.search(passage.words(one.before)) and not one.quantity.hedges]
        if found:
            return found[0] if len(found) == 1 else None
    return None

"""span of a meeting or a match whose first and last day stand in two sentences.

11月16日，为期9天的篮球赛落下帷幕。本届赛事于11月8日开赛. One sentence tells how many days and the one end, the next (or
the one before) the other end, each as the only day of its sentence.
"""

from collections.abc import Iterator, Sequence

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated.calendar import dated, elapsed
from checker.relations.dated.stretch import DAYS, Length, Stretch, judged, length
from checker.relations.naming import pairs
from checker.relations.passage import Passage
from checker.relations.record import Relation

LASTS = pattern("(?:为期|历时|会期|展期|赛期|前后)(?:共|仅)?$")
ENDS = pattern("落下帷幕|落幕|闭幕|收官|结束|谢幕|收兵|圆满|收关")
BEGINS = pattern("开赛|开幕|启幕|揭幕|开战|拉开(?:帷|战|序)幕|开打|鸣锣|开营|开展|启动|开馆|开讲")
BEGUN = pattern(f"[^，。；0-9]{{0,12}}?(?:{BEGINS.pattern})(?!的)")
ENDED = pattern(f"[^，。；0-9]{{0,12}}?(?:{ENDS.pattern})(?!的)")
SAME = pattern("本[届次]|此[次届]|[该这]|^(?:[^，。；]{0,8}的)?(?:赛事|活动|大会|展会|比赛|会议|培训|论坛)?[于在]?$")
BESIDES = pattern("同期|同时|期间|配套|预选|预赛|热身|分会场|动员|报名")
PLAN = pattern("预计|计划|原定|推迟|延期|顺延|上届|上一届|去年|明年")
LEAD, NEAR, NOUN = 8, 40, 12


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such length, judged."""
    for number, passage in enumerate(passages):
        for token in passage.tokens:
            found = length(token)
            if found is None or found.unit != DAYS or not found.plain or found.said.low != found.said.high:
                continue
            if LASTS.search(passage.text, max(passage.span.start, found.span.start - LEAD), found.span.start):
                yield from _framed(passages, number, found)
                break


def _framed(passages: Sequence[Passage], number: int, found: Length) -> Iterator[Relation]:
    passage = passages[number]
    here, words = _day(passage), passage.words(passage.span)
    ends, begins = ENDS.search(words) is not None, BEGINS.search(words) is not None
    if here is None or ends is begins or PLAN.search(words):
        return
    for at in (number + 1, number - 1):
        if not 0 <= at < len(passages) or not _is_near(passage, passages[at]):
            continue
        there = _day(passages[at])
        told = BEGUN if ends else ENDED
        opened = told.match(passage.text, there.span.end) if there else None
        if there is None or opened is None or PLAN.search(passage.words(passages[at].span)):
            continue
        lead = passage.text[passages[at].span.start : there.span.start]
        if not _is_same(
            passage.text[found.span.end : min(passage.span.end, found.span.end + NOUN)], lead, lead + opened[0]
        ):
            continue
        start, end = (there, here) if ends else (here, there)
        true = elapsed(start, end, DAYS)
        if true is not None and 0 <= true.least <= NEAR:
            yield judged(passage, Stretch(start, end, found, true, "起止与时长", doubtful=True))
            return


def _is_same(noun: str, lead: str, words: str) -> bool:
    """Whether both sentences are on one show: named by a word in common, pointed at, or not at all."""
    return not BESIDES.search(words) and (SAME.search(lead) is not None or bool(pairs(noun) & pairs(words)))


def _is_near(one: Passage, two: Passage) -> bool:
    first, second = sorted((one.span, two.span))
    return one.text.count("\n", first.end - 1, second.start) <= 2 and second.start - first.end <= NEAR


def _day(passage: Passage) -> Date | None:
    """The only day that a sentence tells."""
    found = [one for one in passage.tokens if isinstance(one, Date) and (one.day or one.relative)]
    days = [dated(one, passage.published) for one in found if one.month and one.day]
    return days[0] if len(found) == len(days) == 1 else None

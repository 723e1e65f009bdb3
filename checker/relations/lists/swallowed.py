"""Lists that have as many names as is said only if the last one holds two: 三名教师：张伟、李小红、王强和赵敏.

Where 、 cuts a list, a 和 before its end opens the last name. It is inside one where what it joins is less than the
other names (批发和零售业), so the two are held against these; unless all end alike or are people, a reader has to look.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists import counted
from checker.relations.lists.branches import branches
from checker.relations.lists.counted import PEOPLE
from checker.relations.lists.enumeration import Stretch
from checker.relations.lists.stated import COMPOUND, Count, alike, relation_of
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

TIE = pattern("[^，,。；;：:、]{0,14}(?:[：:]|——|即|(?:分别|依次)?[是为])")
NAME = pattern("[\u4e00-\u9fff]{2,6}")
OF_SEVERAL = pattern("[业局部厅委院所处科系学类室办会员性化力]$|工作|体系|制度|机制|能力|建设|管理|服务|发展|活动|问题")
"""What may belong to both: 批发和零售业, 人力资源和社会保障局, 教育和培训工作."""

FEWEST, SPREAD = 2, 3


def swallowed(passage: Passage, count: Count, found: Relation) -> Relation | None:
    """The same list with one name more, where its last 和 stands between two names like the others."""
    items = [one.span for one in found.operands[1:]]
    if found.verdict is not Verdict.CONSISTENT or len(items) < FEWEST or not _is_tied(passage, count, items):
        return None
    last = Stretch(passage.words(items[-1]), items[-1].start)
    joins = last.joins()
    if len(joins) != 1 or branches(last.words) or any("和" in passage.words(one) for one in items[:-1]):
        return None
    start, end = joins[0]
    if last.words[start:end] != "和":
        return None
    two = [Span(last.start, last.start + start), Span(last.start + end, items[-1].end)]
    names = [*items[:-1], *two]
    words = [passage.words(one) for one in names]
    sure = _are_sure(words, count)
    if not sure and not _are_even(words, count):
        return None
    return replace(relation_of(passage, count, names, Verdict.INCONSISTENT), doubtful=not sure)


def _is_tied(passage: Passage, count: Count, items: Sequence[Span]) -> bool:
    """Whether the list stands right behind what ties it, or right before its number, and nothing but 、 cuts it."""
    text = passage.text
    behind = items[0].start >= count.span.end and TIE.fullmatch(text, count.span.end, items[0].start) is not None
    before = items[-1].end == count.span.start
    apart = all(text[one.end : two.start] == "、" for one, two in pairwise(items))
    return (behind or before) and apart


def _are_sure(words: Sequence[str], count: Count) -> bool:
    """Whether these are people, or names that all end alike."""
    if not _are_plain(words):
        return False
    return all(map(counted.is_person, words)) if count.unit in PEOPLE else alike(words)


def _are_even(words: Sequence[str], count: Count) -> bool:
    """Whether these are of about one length, and the last two share nothing."""
    sizes = [len(one) for one in words]
    even = max(sizes) - min(sizes) <= SPREAD and not OF_SEVERAL.search(words[-1])
    return even and count.unit not in PEOPLE and _are_plain(words)


def _are_plain(words: Sequence[str]) -> bool:
    return all(NAME.fullmatch(one) and not COMPOUND.search(one) for one in words)

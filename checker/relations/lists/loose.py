"""Lists that only a verb, a comma or a dash ties to their number: 停靠三个码头，先到甲，再到乙，最后到丙.

The tie is weak, so the list must be as long as the number says, which a longer list seldom is by chance. Only where
是 or 为 stands right behind what is counted, and people or titles follow, do more names than said tell of a fault.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists.after import until_figure
from checker.relations.lists.before import led
from checker.relations.lists.counted import PEOPLE, is_person
from checker.relations.lists.enumeration import FIGURE, UNQUOTE, Stretch, surroundings
from checker.relations.lists.stated import AHEAD, LONG, SHORT, TIMES, Count, relation_of, words_of
from checker.relations.lists.turns import by_unit, clause_at, in_turn
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

LINK = pattern(
    r"[”’」』]?(?P<noun>[^，,；;。：:、▒▐▓]{0,14}?)(?:[，,][^，,；;。：:、▒▐▓▞]{0,8}?)?"
    r"(?P<verb>分别[\u4e00-\u9fff]{0,4}|命名为|名为|即为|[是为叫]|(?:涉及|聚焦|围绕|来自|停靠|途经|覆盖|涵盖|连接|对应|指向|出自|通往|飞往|直指|涵括|分布在|位于|属于|集中在)了?到?)"
)
ROLE = pattern(
    r"[^，,；;。：:、▒▐░▓]{1,20}[，,](?:目的地|终点站?|起点站?|地点|选址|会址|举办地|主题|名称|成员|对象|类型|品种|作者|主角|主演|颜色|校址)"
    r"(?:分别|依次)?[是为在]"
)
"""What the things counted are called in the clause behind: 开通两条航线，目的地是甲和乙."""

COMMA = pattern(r"(?P<noun>[^，,；;。：:、▒▐░▓▞]{0,7})[，,\s]")
OTHERS = pattern(r"[是为叫](?=[^▒])|分别")
STOP = pattern("(?:前面)?这?|[一总]?共(?:计|有)?|合计|总计")
SUMS = pattern(r"(?:这|是|的|出|为|成|了)?[^，,；;。：:、▓▞]{0,24}$")
NUMBERED = pattern(r"(?:^|(?<=[；;，,。\s]))[一二三四五六七八九]是")
ORDER = "一二三四五六七八九"
PARTING = pattern("分[成为]?$")
EACH = pattern("[^，,；;。：:、0-9]{1,8}[：:](?=一[^，,；;。：:、0-9]{1,24}[，,；;](?:另|还有)?一)")
"""三枚金牌：一枚…，一枚…."""

OTHER_ONE = pattern("第[二三四五六七八九]|另|还有|其余|剩下|余下|最后|末了")
"""What may be said of one that the list lacks."""

FEW = 3
TITLE = pattern("▒+▐")


def loosely(passage: Passage, count: Count) -> Relation | None:
    """The list that is tied to a number by little more than its length."""
    if not 2 <= count.value <= 12 or count.unit in TIMES:
        return None
    return _dashed(passage, count) or _stopped(passage, count) or _one_each(passage, count) or _followed(passage, count)


def _one_each(passage: Passage, count: Count) -> Relation | None:
    """兵分三路，一路上山，一路下河，一路守村口."""
    noun = EACH.match(passage.text, count.span.end, passage.span.end)
    if not (noun or PARTING.search(passage.text, max(passage.span.start, count.span.start - 2), count.span.start)):
        return None
    at = noun.end() - 1 if noun else count.span.end
    names, closed = by_unit(passage.text, Span(at, passage.span.end), count.unit)
    if len(names) == count.value:
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    wrong = len(names) > 1 and closed and abs(len(names) - count.value) == 1
    if wrong and OTHER_ONE.search(passage.text, names[-1].end, names[-1].end + AHEAD // 6):
        return None
    return replace(relation_of(passage, count, names, Verdict.INCONSISTENT), doubtful=True) if wrong else None


def _followed(passage: Passage, count: Count) -> Relation | None:
    """两支曲目是《甲》和《乙》; 三样宝，老屋、老井、老黄牛; 两个项目，一个是甲，另一个是乙."""
    _, tail = surroundings(passage.text, passage.span, count.span.end, passage.tokens, AHEAD)
    if names := in_turn(tail, count.value):
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    link = LINK.match(tail.words)
    if link:
        near = clause_at(tail, link.end())
        if link["verb"] in ("是", "为") and not set("，,") & set(link[0]) and _too_many(near, count):
            return relation_of(passage, count, near.plain(), Verdict.INCONSISTENT)
        names = tuple(until_figure(near, one) for one in near.split(count.value))
        if names and _alike(near, names, two=OTHERS.match(link["verb"]) is not None):
            return relation_of(passage, count, names, Verdict.CONSISTENT)
    role = ROLE.match(tail.words)
    near = clause_at(tail, role.end()) if role else tail
    names = tuple(until_figure(near, one) for one in near.split(count.value)) if role else ()
    if names and all(2 <= len(one) <= SHORT for one in names) and _plainly(near, count) and "等" not in near.words:
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    comma = COMMA.match(tail.words)
    near = clause_at(tail, comma.end()) if comma else tail
    names = near.split(count.value) if comma else ()
    if not names or comma is None or not _alike(near, names, two=False) or not _bare(names):
        return None
    if count.value > 2 or words_of(near, names[0])[-1] in comma["noun"][-2:]:
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    return None


def _plainly(near: Stretch, count: Count) -> bool:
    """Whether a plain list has so many names; where only 和 joins, it is as the reading says."""
    return not near.dots() or len(near.plain()) == count.value


def _alike(near: Stretch, names: Sequence[Span], *, two: bool) -> bool:
    """Whether these are short names without figures; two of them must have as many characters or end alike."""
    words = [words_of(near, one) for one in names]
    if any(FIGURE in one or len(one) > LONG for one in words) or near.words.rstrip().endswith("等"):
        return False
    if len(words) >= FEW:
        return bool(near.dots()) or all(one.endswith(UNQUOTE) for one in words)
    same = len({len(one) for one in words}) == 1 or len({one[-1] for one in words}) == 1
    return same if near.joins() or near.dots() else two and same


def _bare(names: Sequence[Span]) -> bool:
    """Whether the clause holds nothing but these names, all of a few characters."""
    return all(2 <= len(one) <= SHORT for one in names) and len(names[-1]) <= max(map(len, names[:-1])) + 2


def _too_many(near: Stretch, count: Count) -> bool:
    """Whether more people or titles than said, and nothing else, follow."""
    names = near.plain()
    words = [words_of(near, one) for one in names]
    if not count.value < len(names) <= count.value + FEW:
        return False
    people = count.unit in PEOPLE and all(is_person(one) for one in words)
    return people or all(TITLE.fullmatch(one) for one in words)


def _stopped(passage: Passage, count: Count) -> Relation | None:
    """道路、供水、排水，三项改造: a list, a comma and then the number."""
    head, _ = surroundings(passage.text, passage.span, count.span.start, passage.tokens)
    clauses = head.clauses()
    if count.value < FEW or len(clauses) < 2 or not re.fullmatch(STOP, clauses[-1].words.strip()):
        return None
    for own in reversed(clauses[-4:-1] if clauses[-1].words.strip() else clauses[-2:-1]):
        names = own.plain()
        if len(names) == count.value and _alike(own, names, two=False) and all(len(one) <= SHORT for one in names):
            return relation_of(passage, count, led(own, names), Verdict.CONSISTENT)
    return None


def _dashed(passage: Passage, count: Count) -> Relation | None:
    """“慢”、“散”、“乱”——三个毛病; 一是缺人，二是缺钱——两大难题: what stands before a dash is summed up behind it."""
    start = max(passage.span.start, count.span.start - 26)
    dash = passage.text.find("——", start, count.span.start)
    if dash < 0 or not SUMS.match(passage.text, dash + 2, count.span.start):
        return None
    head, _ = surroundings(passage.text, passage.span, dash, passage.tokens)
    if names := tuple(_numbered(head)):
        near = count.span.start == dash + 2
        fits = len(names) == count.value
        return (
            relation_of(passage, count, names, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)
            if fits or near
            else None
        )
    own = head.clauses()[-1]
    names = own.plain()
    if count.value >= FEW and len(names) == count.value and _alike(own, names, two=False):
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    return None


def _numbered(head: Stretch) -> Iterator[Span]:
    """The names behind 一是, 二是 …, if they are numbered so from the first to the last."""
    marks = list(NUMBERED.finditer(head.words))
    if len(marks) < 2 or [one[0][0] for one in marks] != list(ORDER[: len(marks)]):
        return
    for one in marks:
        near = clause_at(head, one.end())
        name = near.name(0, len(near.words))
        if name is not None:
            yield name


__all__ = ["loosely"]

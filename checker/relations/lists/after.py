"""Lists that a number announces: 三项机制：例会、通报、约谈."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists import counted
from checker.relations.lists.apart import apart
from checker.relations.lists.begun_alike import begins_each
from checker.relations.lists.counted import PEOPLE, REGIONS
from checker.relations.lists.ended import GOES_ON, is_ended, is_left
from checker.relations.lists.enumeration import CLAUSE, DATE, FIGURE, PAIRS, Stretch, surroundings, veil
from checker.relations.lists.spread import spread
from checker.relations.lists.stated import (
    AHEAD,
    BEFORE,
    COMPOUND,
    KINDS_OF,
    LONG,
    SHORT,
    TIMES,
    Count,
    alike,
    listed,
    relation_of,
    words_of,
)
from checker.relations.lists.turns import in_turn
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

LEADERS = pattern("前[一二两三四五六七八九十0-9]")
"""两市产值前三强分别为: not the two are named, but the three."""

FEW, TWO, THEY = 3, 2, "们"
NOUN = r"(?P<noun>[^，,；;。：:、▒▐░▓]{0,28}?)"
COURSE = (
    "(?:[自由从][^，,；;。：:、]{1,4}[往向至到而][^，,；;。：:、]{1,3}|按照?[^，,；;。：:、]{2,8}|"
    "从[左右上下前后里外东西南北][^，,；;。：:、]{0,3}|沿[^，,；;。：:、]{1,4})"
)
"""What says in which order a list goes: 由南往北依次为."""

TIE = pattern(
    rf"(?P<close>[”’」』》]?){NOUN}(?:(?:合计|[总一]?共计?|总计|达到?|为)▓+░*(?=[，,]?[即：:]))?░*(?:(?P<colon>[：:])|(?P<dash>——|—|--)|"
    r"(?P<see>来?看[，,](?:▞+[，,])?)|(?P<among>[，,]其中[，,]?|[^，,；;。：:、▒▐░▓▞]{0,6}中[，,])|"
    rf"(?:[，,](?:{COURSE})?)?(?P<word>即|[他她它]们(?:分别)?是|分别是|分别为|依次是|依次为|具体为|就是|(?P<open>包括|主要有|如(?!下)))[：:]?)"
)
PREDICATED = pattern(r"[^，,；;。：:、▞]{2,24}[，,](?:[他她它]们)?(?:分别|依次)[是为][：:]?")
APART = pattern(r"[^，,；;。：:▓▞]{0,28}?(?:(?P<colon>[：:])|中[，,]|看[，,]|[，,]其中[，,]?)")
UNNAMED = pattern("(?:另外?|其余|其他)[0-9一二两三四五六七八九十]")
"""另外3名候选人得票分别为24票、19票和17票: nothing but their figures tells them apart."""

MOVED = pattern("(?:同比|环比|[比较]上?年|分别)|(?:增长|下降|增加|减少|上升|回落|上涨|下跌|达到?|完成|实现)$|[达为]$")
SAID = pattern("[^，,；;。：:▓▞]{2,28}[，,]")
"""四个县城房价均下降，甲县、乙县分别下降…: what is said of all, where each is then told of."""

SPEECH = pattern(r"(?:说|表示|指出|认为|称|(?<![通渠街航轨河隧跑赛管频铁步车])道|问|答|介绍|强调|写道|透露|提出|电)$")
ENUMERATED = pattern(
    r"(?:^|(?<=[；;，,。\s]))\s*(?:[一二三四五六七八九十]{1,2}(?:、|是|来)|第[一二三四五六七八九十]{1,2}(?:，|,|、|是)?|"
    r"[0-9]{1,2}[.．、](?![0-9])|[①-⑳])"
)
LABEL = pattern(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}(?=[：:])")
AFTERWARDS = pattern(r"(?<=[^▓▞])[▓▞].*$")
CLOSING = pattern(
    r"[^，,；;。：:、“”（(]{0,10}[”」』](?=[^，,。；;、]{0,10}(?:[：:（(—即]|[，,](?:即|分别[是为]|包括)))"
)
REST = pattern(r"\s*(?:此外|另外?有?|其余|其他|余下|剩下|剩余|还有|[^▓]*$)")
"""What closes a list of names with figures and is none of them."""

NAMED_TWICE = pattern("░{3,5}[：:]")
"""A bracket that only adds to what is counted: 7个县（市）：."""

SCORED = pattern("[\u4e00-\u9fff·]{2,8}(?<![有是为了至到达收出获])▓+░*")
NUMBERED = pattern(
    "[0-9０-９]{1,3}(?:号[\u4e00-\u9fff]{1,3}|路(?:公交车?|[快支专环]线)?|(?:周?岁|级|层|年级?)(?:及)?以[上下]的?[\u4e00-\u9fff]{2,6})"
)
"""1号线, 21路, 60岁以上老人: names with a number."""

SITE, DOING, LONGEST = "处", pattern("[的了着和及与或]|进行|存在|未|不"), 16
"""What long names of places may be counted by, what stands in no such name, and how long it is."""

SIGNS_AFTER = pattern(r"[：:（(—即看]|包括|分别|依次|其中|具体为|就是|主要有|[，,]")


def after(passage: Passage, count: Count) -> Relation | None:
    """The list that a number announces: 三项机制：例会、通报、约谈."""
    stop = min(passage.span.end, count.span.end + BEFORE)
    if not SIGNS_AFTER.search(passage.text, count.span.end, stop) or begins_each(passage, count.span):
        return None
    closing = CLOSING.match(passage.text, count.span.end, stop)
    at = closing.end() if closing else count.span.end
    _, tail = surroundings(passage.text, passage.span, at, passage.tokens, AHEAD)
    bracket = re.match(r"[^，,；;。：:、▒▐░▓▞]{0,10}(?=░)", tail.words)
    if bracket and not NAMED_TWICE.match(tail.words, bracket.end()):
        return _bracketed(passage, count, tail, bracket.end())
    if told := _told_apart(passage, count, tail):
        return told
    tie = TIE.match(tail.words)
    if tie is None or SPEECH.search(tie["noun"]) or count.unit in TIMES:
        return _dated(passage, count, tail) or _predicated(passage, count, tail)
    body = tail.part(tie.end(), len(tail.words))
    if tie["dash"] and (dash := body.words.find(tie["dash"])) > 0:
        body = body.part(0, dash)
    timed = tie["dash"] and body.words.startswith(DATE)  # 两只幼崽——12月初，相机又拍到…
    if timed or (count.value == 1 and not tie[0].endswith(("即：", "即:"))):
        return None
    if tie["word"] and THEY in tie["word"] and not _of_people(body.clauses()[0]):
        return None
    if tie["see"] or tie["among"]:
        return listed(passage, count, valued(body, count.value))
    names = in_turn(body, count.value, 0) or reading(body, count.value) or even(body, count.value)
    if names:
        figures = tie["word"] and all(set(words_of(body, one)) <= {FIGURE, " "} for one in names)
        start = max(passage.span.start, count.span.start - 2)
        figures = figures and not UNNAMED.search(passage.text, start, count.span.end)
        return None if figures else listed(passage, count, names)
    longest = LONG if tie["word"] == "即" and count.unit in KINDS_OF else SHORT
    sure = (tie["colon"] or tie["dash"] or (tie["word"] and not tie["open"])) and len(tie["noun"]) <= longest
    sure = sure and not LEADERS.search(tie["noun"])
    return spread(passage, count, body) or (_short_list(passage, count, tie, body) if sure else None)


def _predicated(passage: Passage, count: Count, tail: Stretch) -> Relation | None:
    """6市收入均超过20亿元，分别为甲、乙…: the list behind what is said of the things counted."""
    tie = PREDICATED.match(tail.words) if count.unit not in TIMES else None
    if tie is None:
        return None
    body = tail.part(tie.end(), len(tail.words))
    names = body.clauses()[0].split(count.value)
    if names and all(not set("▓▞").intersection(words_of(body, one)) for one in names):
        return listed(passage, count, names)
    return _short_list(passage, count, None, body)


def _of_people(body: Stretch) -> bool:
    """Whether a list names people: 他们是陈宇、林涛和赵一鸣, and not 他们是工人、农民."""
    words = [words_of(body, one) for one in body.plain()]
    return bool(words) and all(map(counted.is_person, words))


def _told_apart(passage: Passage, count: Count, tail: Stretch) -> Relation | None:
    """六大行业：化工、建材分别增长6%、3%，纺织下降1%…: a list that its clauses tell one after the other."""
    tie = APART.match(tail.words) if count.value > FEW else None
    told = apart(tail.part(tie.end(), len(tail.words))) if tie else None
    if tie is None or told is None:
        said = SAID.match(tail.words) if tie is None and count.value > FEW and count.unit not in TIMES else None
        told = apart(tail.part(said.end(), len(tail.words))) if said else None
        return listed(passage, count, told.names) if told and told.least == told.most == count.value else None
    if told.least <= count.value <= told.most:
        return listed(passage, count, told.names)
    sure = tie["colon"] and told.plain and told.least == told.most and abs(told.most - count.value) < FEW
    return relation_of(passage, count, told.names, Verdict.INCONSISTENT) if sure else None


def _bracketed(passage: Passage, count: Count, tail: Stretch, at: int) -> Relation | None:
    start = tail.start + at
    end = passage.text.find(PAIRS.get(passage.text[start], "）"), start, tail.start + len(tail.words))
    if end < 0:
        return None
    body = Stretch(veil(passage.text, Span(start + 1, end), ()), start + 1)
    names = body.split(count.value)
    if names:
        return listed(passage, count, names if all(len(words_of(body, one)) <= 2 * LONG for one in names) else ())
    return _miscounted_aside(passage, count, passage.text[count.span.end : start], body)


def _miscounted_aside(passage: Passage, count: Count, noun: str, body: Stretch) -> Relation | None:
    """三位专家（…）: a bracket that holds nothing but names of people, or of what the noun before it says."""
    names = body.plain()
    words = [words_of(body, one) for one in names]
    if len(names) < 2 or "等" in body.words or not 2 <= count.value < 20 or abs(len(names) - count.value) > 3:
        return None
    if any(len(one) > SHORT or not re.fullmatch(r"[\u4e00-\u9fff]+", one) for one in words):
        return None
    people = count.unit in PEOPLE and all(counted.is_person(one) for one in words)
    named = alike(words) and len(words[0]) > 1 and noun.rstrip("”’ ").endswith(words[0][-1])
    placed = count.unit in REGIONS and not noun and all(map(counted.is_place, words))
    if not (people or named or placed):
        return None
    found = relation_of(passage, count, names, Verdict.INCONSISTENT)
    return replace(found, doubtful=len(names) < count.value)


def _dated(passage: Passage, count: Count, tail: Stretch) -> Relation | None:
    """连续3个月…，6月、7月、8月…: the months or years that a number of them spans."""
    if count.unit not in TIMES:
        return None
    dates = re.match(r"[^，,；;。]{0,16}[，,]((?:▞+[、和])+▞+)", tail.words)
    return listed(passage, count, tail.part(*dates.span(1)).split(count.value)) if dates else None


def reading(body: Stretch, count: int) -> tuple[Span, ...]:
    """A reading of the announced list with so many names: numbered, by semicolons, by 、, by labels or by commas."""
    numbered = [match.start() for match in ENUMERATED.finditer(body.words)]
    if len(numbered) == count and count > 1:
        return _pieces(body, [*numbered, len(body.words)], ENUMERATED)
    first = CLAUSE.search(body.words)
    near = body.part(0, first.start() if first else len(body.words))
    if count == 1:
        name = near.name(0, len(near.words))
        return (until_figure(near, name),) if name and not near.dots() else ()
    if names := near.split(count):
        return tuple(until_figure(near, one) for one in names)
    for marks in ("；;", "，,"):
        cuts = [0, *(index + 1 for index, mark in enumerate(body.words) if mark in marks), len(body.words)]
        if len(cuts) == count + 1 and (marks == "；;" or not near.dots()):
            return _pieces(body, cuts, None)
    labels = [match.span() for match in LABEL.finditer(body.words)]
    return tuple(Span(body.start + one, body.start + two) for one, two in labels) if len(labels) == count else ()


def even(body: Stretch, count: int) -> tuple[Span, ...]:
    """看标识，问来源，查票据，…: the first clauses of a list, as many as said, all of one length, and a longer one."""
    clauses = body.clauses()
    if count < FEW or len(clauses) <= count:
        return ()
    names = [one.name(0, len(one.words)) for one in clauses[:count]]
    sizes = {len(one) for one in names if one is not None}
    evenly = all(names) and len(sizes) == 1 and len(clauses[count].words.strip()) not in sizes and min(sizes) <= SHORT
    plain = all(one.words.isalpha() and not one.joins() for one in clauses[:count])
    return tuple(one for one in names if one is not None) if evenly and plain else ()


def _pieces(body: Stretch, cuts: Sequence[int], marker: re.Pattern[str] | None) -> tuple[Span, ...]:
    names = []
    for start, end in pairwise(cuts):
        skipped = marker.match(body.words, start) if marker else None
        begin = skipped.end() if skipped else start
        words = re.split(r"[；;。：:，,]", body.words[begin:end])[0]
        names.append(body.name(begin, begin + len(words)))
    if any(one is None for one in names):
        return ()
    return tuple(until_figure(body, one) for one in names if one is not None)


def valued(body: Stretch, count: int) -> tuple[Span, ...]:
    """Names by commas or semicolons, each with a figure of its own."""
    for marks in ("；;", "，,"):
        cuts = [0, *(index + 1 for index, mark in enumerate(body.words) if mark in marks), len(body.words)]
        pieces = [body.words[one:two] for one, two in pairwise(cuts)]
        while len(pieces) > count and REST.match(pieces[-1]):
            pieces.pop()
            cuts.pop()
        if len(pieces) == count and all(re.match(r"\s*[\u4e00-\u9fff][^▓：:▞即]{1,24}▓", one) for one in pieces):
            return _unmoved(body, _pieces(body, cuts, None))
    return ()


def _unmoved(body: Stretch, names: tuple[Span, ...]) -> tuple[Span, ...]:
    """投资增长、消费增长: the names without what became of them, where each says it."""
    moved = [MOVED.search(words_of(body, one), 2) for one in names]
    ends = [one.start() if one else len(name) for one, name in zip(moved, names, strict=True)]
    return (
        tuple(Span(one.start, one.start + end) for one, end in zip(names, ends, strict=True)) if all(moved) else names
    )


def until_figure(body: Stretch, name: Span) -> Span:
    """A name without the figure behind it."""
    words = words_of(body, name)
    figure = AFTERWARDS.search(words, 1)
    return Span(name.start, name.start + figure.start()) if figure else name


def _two_alike(passage: Passage, count: Count, near: Stretch) -> tuple[Span, ...]:
    """三条线：环岛线和跨江线: two names that nothing but 和 joins, which end as what is counted does."""
    names = near.split(2) if not near.dots() and len(near.joins()) == 1 else ()
    noun = TIE.match(passage.text, count.span.end, near.start)
    ends = {words_of(near, one)[-1:] for one in names} | {
        passage.text[count.span.start : near.start].rstrip("：:—")[-1:]
    }
    return names if names and noun and len(ends) == 1 else ()


def _bared(near: Stretch, names: tuple[Span, ...]) -> tuple[Span, ...]:
    """程越34分、胡一川19分: the names without their figures, where each has one."""
    scored = bool(names) and all(SCORED.fullmatch(words_of(near, one)) for one in names)
    return tuple(until_figure(near, one) for one in names) if scored else names


def _shown(passage: Passage, near: Stretch, name: Span) -> str:
    """A name as it is read: the number of 1号线 is a part of it."""
    words = passage.words(name)
    return words if NUMBERED.fullmatch(words) else words_of(near, name)


def _is_divided(passage: Passage, count: Count, near: Stretch) -> bool:
    """Whether it is told how many of the things counted there are of each sort: 12人：作家5人、编辑4人、教师3人."""
    end = near.start + len(near.words)
    own = (one.quantity for one in passage.figures if near.start <= one.quantity.span.start < end)
    return any(one.unit.name == count.unit for one in own)


def _are_sites(words: Sequence[str], count: Count) -> bool:
    """六处：北苑街道万达广场西广场、…: whether places with long names are listed, one more or less than said."""
    plain = all(one.isalnum() and not DOING.search(one) for one in words)
    return count.unit == SITE and len(words) > FEW and abs(len(words) - count.value) == 1 and plain


def _longest(words: Sequence[str]) -> int:
    """How long a name can be: 刷单返利诈骗案、冒充客服诈骗案 name themselves by one noun, and are longer for it."""
    return LONG if len({one[-TWO:] for one in words}) == 1 else SHORT


def _short_list(passage: Passage, count: Count, tie: re.Match[str] | None, body: Stretch) -> Relation | None:
    """A plain list of short names to the end of the sentence, with more or fewer names than announced."""
    end = CLAUSE.search(body.words)
    near = body.part(0, end.start() if end else len(body.words))
    listed = near.plain()
    names = _bared(near, listed) or _two_alike(passage, count, near)
    words = [_shown(passage, near, one) for one in names]
    if names != listed and _is_divided(passage, count, near):
        return None
    if not names or not 2 <= count.value < 20 or "等" in near.words:
        return None
    sites = tie is not None and tie["colon"] and _are_sites(words, count) and is_ended(body, end)
    if max(map(len, words)) > (LONGEST if sites else _longest(words)):
        return None
    if "的" in words[-1] and "的" not in "".join(words[:-1]):
        return None
    if any(not set("▓▞░").isdisjoint(one) for one in words) or re.match(COMPOUND, near.words):
        return None
    single = len(words) > 2 and all(len(one) == 1 for one in words)
    closed = is_ended(body, end) or single or alike(words) or len(names) > count.value
    goes_on = end is not None and end[0] in "，," and GOES_ON.match(body.words, end.end())
    wide = len(body.dots()) > len(near.dots()) and end is not None and end[0] in "，,；;："
    left = not closed and is_left(body, end, words)
    if not (closed or left) or goes_on or wide:
        return None
    found = relation_of(passage, count, names, Verdict.INCONSISTENT)
    sure = names == listed and max(map(len, words)) <= _longest(words)
    return found if sure and not left else replace(found, doubtful=True)

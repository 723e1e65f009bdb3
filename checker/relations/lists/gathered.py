"""Lists that a number sums up from some way off: by their figures, by 组成的, by years in a row, by 既 and 又.

甲12家，乙9家，丙3家，三类齐增; 由甲、乙、丙组成的三人小组; 2021年、2022年，连续两年; 既要甲，又要乙，这两点.
"""

import re
from collections.abc import Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists.after import until_figure
from checker.relations.lists.counted import PEOPLE, is_person
from checker.relations.lists.enumeration import DATE, Stretch, surroundings
from checker.relations.lists.stated import SHORT, TIMES, Count, relation_of, words_of
from checker.relations.lists.turns import in_turn
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

VERB = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?:[合共各仅约]?(?:占比?|有|达到?|为|卖|收|产|发送旅客|完成|实现|增长?|降)了?)$"
)
OPENING = pattern(r"[\s]*(?:前面|以上|上述|这)?")
YEARLY = pattern(r"[^，,]{0,12}(?:连续|接连|一连|[这整])")
PIECE = pattern(r"[^▓▞]{2,24}▓+░*")
COMPARED = pattern(r"\s*(?:同比|环比|[比较]|增|降|上[升涨]|下[降跌]|回[升落]|提高)[^▓]{0,10}▓")
"""进口指数为50.8%，|较上月上升0.4个百分点|，: what is told of the one before."""

DATES = pattern(r"(?:▞+[、和与及])+▞+")
FORMED = pattern(
    r"(?:(?:由|以|让|让由|经)(?P<by>[^，,；;。]{4,80}?)(?:共同|联合)?)(?:组成|构成|担任|牵头|参加|承担|组建|合组|领衔|执教|主持)的$"
)
ADDED = pattern("合计|共计|总计|相加|之和|加起来|合起来")
"""两类合计50人 adds up, and its parts say more than a list."""

YEAR = "年"
OPENING_YEAR = pattern("(?P<date>▞+)[^▓▞]{0,20}▓+░*$")
SUMMED = pattern(r"(?:这|此)[^，,；;。：:▓▞]{0,20}")


def gathered(passage: Passage, count: Count) -> Relation | None:
    """The list that stands a clause or a word like 组成的 before its number."""
    start = max(passage.span.start, count.span.start - 26)
    if not 2 <= count.value <= 12 or not passage.text[start : count.span.start].strip():
        return None
    if passage.text[count.span.start - 1] == "的" and (formed := _formed(passage, count)):
        return formed
    if ADDED.match(passage.text, count.span.end) and count.unit != YEAR:
        return None
    if not any(mark in passage.text[start : count.span.start] for mark in "，,"):
        return None
    head, _ = surroundings(passage.text, passage.span, count.span.start, passage.tokens)
    clauses = head.clauses()
    if len(clauses) < 2:
        return None
    last = clauses[-1].words
    if count.unit in TIMES:
        added = count.unit == YEAR and not last.strip() and ADDED.match(passage.text, count.span.end)
        names = _years(clauses, count.value) if added or YEARLY.fullmatch(last) else ()
        names = names or (_years_apart(clauses, count.value) if added else ())
    elif OPENING.fullmatch(last):
        told = [one for one in clauses[:-1] if not COMPARED.match(one.words)]
        names = (_by_figures(told, count.value) if told else ()) or _whole(head, clauses, count)
    else:
        names = in_turn(head, count.value) if SUMMED.match(last) else ()
    return relation_of(passage, count, names, Verdict.CONSISTENT) if names else None


def _by_figures(clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """So many clauses, or so many pieces of one clause, with a figure each, and no more of them before."""
    pieces = _dotted(clauses[-1], count)
    if not pieces:
        run = clauses[-count:]
        more = len(clauses) > count and PIECE.fullmatch(clauses[-count - 1].words) and not _whole_of(clauses, count)
        pieces = () if len(run) < count or more or any(one.dots() for one in run) else tuple(run)
    if not pieces or any(not PIECE.fullmatch(one.words) for one in pieces):
        return ()
    names = [(one, one.name(0, len(one.words))) for one in pieces]
    return tuple(_bare(one, until_figure(one, name)) for one, name in names if name is not None)


def _bare(own: Stretch, name: Span) -> Span:
    """茶叶卖了: the name without the verb before its figure."""
    verb = VERB.search(words_of(own, name), 1)
    return Span(name.start, name.start + verb.start()) if verb else name


def _whole_of(clauses: Sequence[Stretch], count: int) -> bool:
    """Whether the clause before the run gives the whole: it is the first of the sentence."""
    return len(clauses) == count + 1


def _dotted(clause: Stretch, count: int) -> tuple[Stretch, ...]:
    spans = clause.split(count) if len(clause.dots()) == count - 1 else ()
    cuts = [*(one.start - clause.start for one in spans[1:]), len(clause.words) + 1]
    return tuple(clause.part(one.start - clause.start, cut - 1) for one, cut in zip(spans, cuts, strict=False))


def _whole(head: Stretch, clauses: Sequence[Stretch], count: Count) -> tuple[Span, ...]:
    """食堂饭菜、宿舍水电，两个议题…: two short names that are the whole sentence up to there."""
    own = clauses[0]
    names = own.plain() if len(clauses) == 2 and count.value == 2 and count.unit not in PEOPLE else ()
    fits = len(names) == count.value and all(4 <= len(one) <= SHORT and _han(own, one) for one in names)
    return names if fits and head.words.startswith(own.words) else ()


def _years(clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """2021年、2022年，该厂连续两年…: days or years that make up a clause."""
    for clause in reversed(clauses[-3:-1]):
        found = DATES.search(clause.words)
        names = clause.part(*found.span()).split(count) if found else ()
        if names and all(set(words_of(clause, one)) == {DATE} for one in names):
            return names
    return ()


def _years_apart(clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """2021年亏损5亿元，2022年亏损2亿元，两年合计: the years that the clauses before open with."""
    run = clauses[-count - 1 : -1]
    opens = [OPENING_YEAR.match(one.words) for one in run]
    more = len(clauses) > count + 1 and OPENING_YEAR.match(clauses[-count - 2].words)
    if len(run) < count or not all(opens) or more:
        return ()
    return tuple(Span(one.start, one.start + found.end("date")) for one, found in zip(run, opens, strict=True) if found)


def _formed(passage: Passage, count: Count) -> Relation | None:
    """由甲、乙、丙组成的三人小组: people that are more or fewer than said are a fault."""
    head, _ = surroundings(passage.text, passage.span, count.span.start, passage.tokens)
    own = head.clauses()[-1]
    found = FORMED.search(own.words)
    if found is None:
        return None
    body = own.part(*found.span("by"))
    names = body.split(count.value)
    if names:
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    names = body.plain()
    people = count.unit in PEOPLE and all(is_person(words_of(body, one)) for one in names)
    wrong = len(names) > 1 and people and not re.search("等|[▓▞]", body.words)
    return relation_of(passage, count, names, Verdict.INCONSISTENT) if wrong else None


def _han(own: Stretch, name: Span) -> bool:
    return re.fullmatch("[\u4e00-\u9fff]+", words_of(own, name)) is not None


__all__ = ["gathered"]

"""change: two levels, each of something called by a name, and by how much the one outdoes the other by that name.

调解平均11天，走完一审要47天，比调解多花36天: the first level behind the name is that of what is compared with, and
there must be no third one. A fault is for somebody to look at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.elsewhere import PARTLY, PLANNED
from checker.relations.growth.alike import comparable
from checker.relations.growth.differences import Numbers
from checker.relations.growth.judging import Finding, verify
from checker.relations.growth.links import TIMES_AGO
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import is_one
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

MORE = "[多贵高大重长厚宽深远]"
LESS = "[少低小轻短薄窄浅近]|便宜|节?省"
EITHER = "[快慢早晚]|提前"
"""Of times the quicker is the shorter, and the earlier of two days lies before."""

OVER = pattern(
    "(?:^|[，,；;])(?:而|但|也就是说|等于|算下来|这样|可|[，,])*(?P<one>[\u4e00-\u9fff]{0,8}?)(?:就|都|还|要|也|整整|足足)*"
    f"比(?P<other>(?![日月年]均)(?!{TIMES_AGO})[\u4e00-\u9fff]{{1,8}}?|[日月年]均)(?:还|要|会|得|就|都|足足|整整|平均)*"
    f"(?:(?P<more>{MORE})|(?P<less>{LESS})|(?P<either>{EITHER}))"
    "(?P<verb>[\u4e00-\u9fff]{0,2}?)(?:了|出|出来|约|近|将近|差不多|足足|整整)*$"
)
NO_VERB = pattern("[年次数于的量期]|种|样")
"""多年, 少于, 多种: what is no comparison by so many."""

OPEN = pattern(f"{PARTLY}|{PLANNED}|占|[由从]|最[多少高低大小]|不到|至少")
AGAINST = "比较"
QUARTER_OVER = pattern(
    "(?:^|[，,；;])(?P<one>[一二三四]季度)比(?P<other>[一二三四]季度)(?:(?P<more>[多高]|增[加长])|(?P<less>[少低]|减少|下降)|(?P<either>[快慢]))"
    "(?P<verb>出?)(?:了|出|约)*$"
)
AHEAD = pattern(
    "(?P<one>[一-鿿]{1,4})比(?P<other>[一-鿿]{1,4}?)(?:(?P<more>[多高大重长])|(?P<less>[少低小轻短])|(?P<either>[快慢]))(?:出|了|出了)?$"
)
BESIDE = pattern("[，,；;]?(?:其中)?[，,]?[一-鿿]{1,8}")
GAINED = pattern(
    "(?:[，,])?(?P<one>[一-鿿]{2,4}?)(?:(?P<more>多)|(?P<less>少)|(?P<either>早|晚))(?:得|拿|获|卖|收|打|跑|捐|种)(?:了|出)?"
)
SEVERALLY, NUMBERS, JOINTS = "分别", "一二三四", pattern("[、和与及]")
QUARTERS = pattern("(?P<first>[一二三])(?:至|到|[—–-])(?P<last>[二三四])季度")
NAME = 2
LEVELS, EACH, NEAR = 2, "每", 32
LONGEST = 64
"""The words of such a clause are no more before its number, so a longer one is not searched."""

KINDS = frozenset((UnitClass.POINTS, UnitClass.MULTIPLE, UnitClass.NONE))


def find(passage: Passage) -> Iterator[Relation]:
    """Every such difference, judged."""
    yield from _told_ahead(passage)
    for index, figure in enumerate(passage.figures):
        points = figure.quantity.unit_class is UnitClass.POINTS
        known = figure.quantity.unit_class not in KINDS or points
        if figure.bracket or not known or (not figure.is_rate and figure.quantity.hedges):
            continue
        start = passage.clauses[figure.clause].start
        if figure.quantity.span.start - start > LONGEST:
            continue
        lead = passage.text[max(passage.span.start, start - 1) : figure.quantity.span.start]
        told = OVER.search(lead) or QUARTER_OVER.search(lead)
        if told is None or NO_VERB.search(told["verb"]) or told["one"] == told["other"]:
            continue
        listed = _of_list(passage, index, told["one"], told["other"])
        if listed is not None:
            yield _judged(*listed, figure, told)
        if listed is not None or told.re is QUARTER_OVER:
            continue
        levels = _levels(passage, index)
        base = _called(passage, levels, told["other"], start) if levels else None
        if base is None:
            continue
        current = levels[0] if base is levels[1] else levels[1]
        if told["one"] and _called(passage, levels, told["one"], start) is not current:
            continue
        yield _judged(base, current, figure, told)


def _told_ahead(passage: Passage) -> Iterator[Relation]:
    """男生比女生多26人，其中男生413人，女生387人; 张三得票186张，李四得票142张，张三多得44票."""
    for index, step in enumerate(passage.figures):
        if step.bracket or step.quantity.hedges or step.is_rate or step.quantity.unit_class in KINDS:
            continue
        lead = passage.words(step.before)
        told, gained = AHEAD.search(lead), GAINED.fullmatch(lead)
        near = passage.figures[index + 1 : index + 3] if told else passage.figures[max(0, index - 2) : index]
        if not (told or gained) or len(near) != LEVELS or any(not _is_level(passage, one, step) for one in near):
            continue
        one, other = (told["one"], told["other"]) if told else (gained["one"], "") if gained else ("", "")
        one = one[-NAME:]
        names = [_own(passage, each) for each in near]
        if told and not all(BESIDE.fullmatch(passage.words(each.before)) for each in near):
            continue
        current = [at for at, name in enumerate(names) if one in name and (not other or other not in name)]
        if len(current) == 1 and other in names[1 - current[0]]:
            yield _judged(near[1 - current[0]], near[current[0]], step, told or gained)


def _is_level(passage: Passage, one: Figure, step: Figure) -> bool:
    plain = not one.bracket and not one.quantity.hedges and one.quantity.value > 0 and not _moves(passage, one)
    return plain and same_unit(one.quantity, step.quantity)


def _of_list(passage: Passage, index: int, one: str, other: str) -> tuple[Figure, Figure] | None:
    """The levels of two names of a list that 分别 deals out: what the one is compared with, and that one's own."""
    step = passage.figures[index]
    at = passage.text.rfind(SEVERALLY, passage.span.start, step.quantity.span.start)
    if at < 0 or not one:
        return None
    values = [each for each in passage.figures[:index] if each.quantity.span.start > at]
    names = _names(passage.text[passage.span.start : at])
    plain = all(each.is_amount and same_unit(each.quantity, values[0].quantity) for each in values)
    apart = "；" in passage.text[at : step.quantity.span.start] or any(each.quantity.hedges for each in values)
    if len(values) <= LEVELS or len(names) != len(values) or not plain or apart:
        return None
    found = [
        [value for name, value in zip(names, values, strict=True) if name.startswith(each)] for each in (other, one)
    ]
    return (found[0][0], found[1][0]) if all(len(each) == 1 for each in found) else None


def _names(head: str) -> list[str]:
    """What 分别 deals out to: 一至四季度 are four, 甲县、乙县和丙县 three."""
    clause = head.rpartition("，")[2]
    run = QUARTERS.search(clause)
    if run:
        first, last = (NUMBERS.index(run[each]) for each in ("first", "last"))
        return [f"{number}季度" for number in NUMBERS[first : last + 1]]
    return JOINTS.split(clause)


def _levels(passage: Passage, index: int) -> Sequence[Figure]:
    """The two levels before that are counted like the difference; none if there are more, or any is not plain.

    A rate (周末比平日贵一半) is of the two amounts right before it.
    """
    step = passage.figures[index].quantity
    if passage.figures[index].is_rate:
        before = [one for one in passage.figures[max(0, index - NEAR) : index] if not is_one(one.quantity)]
        if len(before) != LEVELS or not all(one.is_amount for one in before):
            return ()
        step = before[0].quantity
    near = [one for one in passage.figures[max(0, index - NEAR) : index] if _is_counted(one, step)]
    earlier = passage.earlier
    if len(near) < LEVELS and earlier is not None:
        near = [one for one in earlier.figures[-NEAR:] if _is_counted(one, step)] + near
    if len(near) != LEVELS or any(one.bracket or one.quantity.hedges or one.quantity.value <= 0 for one in near):
        return ()
    own = [_own(passage, one) for one in near]
    apart = EACH in own[1] and EACH not in own[0]
    return () if apart or any(map(OPEN.search, own)) or any(_moves(passage, one) for one in near) else near


def _is_counted(one: Figure, step: Quantity) -> bool:
    """Whether a number is counted as the difference is; percentage points lie between rates."""
    return one.is_rate if step.unit_class is UnitClass.POINTS else same_unit(one.quantity, step)


def _moves(passage: Passage, figure: Figure) -> bool:
    known = figure in passage.figures
    return known and passage.cues[passage.figures.index(figure)].act in (Act.RISE, Act.FALL, Act.SHARE, Act.SUM)


def _own(passage: Passage, figure: Figure) -> str:
    """The words before a figure in its clause."""
    end = figure.quantity.span.start
    return passage.text[max(passage.text.rfind(mark, 0, end) for mark in "，。；！？\n") + 1 : end]


def _called(passage: Passage, levels: Sequence[Figure], name: str, before: int) -> Figure | None:
    """The level that stands first behind the last place of a name, the other one standing before it or further on.

    What is compared with a name (篮板47个，比对手多13个，助攻21次) is not of it.
    """
    first = passage.earlier.span.start if passage.earlier is not None else passage.span.start
    at = passage.text.rfind(name, first, before)
    while at > first and passage.text[at - 1] in AGAINST:
        at = passage.text.rfind(name, first, at)
    behind = [one for one in levels if at >= 0 and one.quantity.span.start >= at + len(name)]
    found = min(behind, key=lambda one: one.quantity.span.start) if behind else None
    apart = found is not None and "；" in passage.text[at : found.quantity.span.start]
    return None if apart else found  # 老二3.5亩；一亩收900斤: no longer of that name


def _judged(base: Figure, current: Figure, step: Figure, told: re.Match[str] | None) -> Relation:
    sign = 0 if told is None or told["either"] else 1 if told["more"] else -1
    points, role = step.quantity.unit_class is UnitClass.POINTS, "rate" if step.is_rate else "change"
    known = [base.quantity, current.quantity] + ([] if step.is_rate else [step.quantity])
    one, two, *rest = known if points else comparable(known)
    numbers = Numbers(one, two, None, None, sign).put(role, rest[0] if rest else step.quantity)
    relation = verify(Finding({"base": base, "current": current, role: step}, numbers, (step.before,), points=points))
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)

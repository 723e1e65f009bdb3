"""change: a plan and what came of it, with what lies between: 计划招收500人，实际招收560人，超额完成60人.

The plan is told as one, what came of it right behind it as done, and the difference as over it, under it or saved: the
two are the only amounts of their unit before it. A fault is for somebody to look at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.elsewhere import PARTLY, THEN
from checker.relations.growth.alike import alike, comparable
from checker.relations.growth.differences import Numbers
from checker.relations.growth.judging import Finding, verify
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation

SIGNS = ("超", "缺额", "空额", "空缺", "比", "省", "节约", "少花", "少用", "短收", "短缺", "短支", "欠收", "目标")
OVER = pattern(
    "^[，,、]?(?:[也还并又共就]|因此|从而|最终|实际|总体|整体)*(?:超额?(?:完成|出|过|收|支|发|产|播|种|栽|造|招|录|售|用)?(?:年度|全年|原)?(?:计划|任务|目标|预算|预期)?(?:任务)?(?:完成)?"
    "|比(?:原|年初|年度|全年)?(?:定|有)?(?:的)?(?:计划|任务|目标|预算|预期|概算)(?:数)?"
    "(?:[增多超]|(?P<less>[少减]|节[省约]|压缩)|(?P<open>提前|推迟|延后|快|慢))[\u4e00-\u9fff]{0,2}"
    "|(?P<off>[高低]于|超[出过]?)(?:年初|年度|全年|既定)?(?:预期|预定|控制)?(?:增长)?目标(?:要求|值)?"
    "|(?P<saved>节[省约]|少花|少用|短[收缺支]|欠收|缺额|空额|空缺)(?:资金|投资|经费)?)(?:了|约|近)*$"
)
OTHER = pattern(f"{THEN}|{PARTLY}|；")
PLAN = pattern(
    "(?<!公共)(?<!基金)(?:计划|编制|名额|核定|目标|任务|指标|预算|概算|定额|原定|预计|拟|应)[^，。；]{0,12}$"
)
PLAN_BEHIND = pattern("的?[\u4e00-\u9fff]{0,4}(?:计划|任务|目标|指标|预算|概算)")
DONE = pattern("(?:实际|决算|执行|新增|完成|已经?|最终|最后|结果|实现|到位|实|仅|只)[^，。；]{0,10}$")
OF_PLAN = pattern("计划|工期|预定|目标|要求")
SO_FAR = pattern("目前|已经?|累计|至今|截至|眼下|进行|过去")
TWO, BACK, LONGEST = 2, 8, 90
LEVELS = (UnitClass.RATE, UnitClass.POINTS, UnitClass.MULTIPLE, UnitClass.NONE)


def find(passage: Passage) -> Iterator[Relation]:
    """Every such difference, judged."""
    figures = passage.figures
    if len(figures) <= TWO or not any(sign in passage.words(passage.span) for sign in SIGNS):
        return
    for index, figure in enumerate(figures):
        told = OVER.search(passage.words(figure.before)) if index >= TWO and not figure.bracket else None
        points = figure.quantity.unit_class is UnitClass.POINTS
        if told is None or figure.quantity.hedges or points is not (told["off"] is not None and points):
            continue
        levels = _rates(passage, index) if points else _levels(passage, index)
        if levels is not None:
            yield _judged(*levels, figure, told)


def _levels(passage: Passage, index: int) -> tuple[Figure, Figure] | None:
    """The plan and what came of it, if no other amount of the unit is told before the difference."""
    near = two_before(passage, index)
    if near is None:
        return None
    plan, done = near if _is_plan(passage, near[0]) else near[::-1]
    if OTHER.search(passage.text, *reach(passage, near[0], index)) or is_so_far(passage, plan, done):
        return None
    return (plan, done) if _is_plan(passage, plan) and DONE.search(passage.words(done.before)) else None


def two_before(passage: Passage, index: int) -> tuple[Figure, Figure] | None:
    """The only two amounts before a difference that are counted as it is, near it."""
    step = passage.figures[index]
    before = passage.figures[max(0, index - BACK) : index]
    near = [one for one in before if one.quantity.unit_class not in LEVELS and _is_of(one, step, before)]
    if len(near) != TWO or any(one.bracket or one.quantity.hedges for one in near):
        return None
    start, end = reach(passage, near[0], index)
    together = end - start <= LONGEST and alike(near[0].quantity, near[1].quantity)
    return (near[0], near[1]) if together else None


def reach(passage: Passage, first: Figure, index: int) -> tuple[int, int]:
    """Where the clause of the first begins, and where the difference does."""
    return passage.clauses[first.clause].start, passage.figures[index].quantity.span.start


def is_so_far(passage: Passage, base: Figure | None, current: Figure | None) -> bool:
    """Whether a time is only what has gone of the one planned: 工期24个月，目前已施工15个月，比计划提前1个月封顶."""
    timed = base is not None and current is not None and current.quantity.unit_class is UnitClass.DURATION
    return timed and current is not None and SO_FAR.search(passage.words(current.before)) is not None


def _rates(passage: Passage, index: int) -> tuple[Figure, Figure] | None:
    """The rate that was aimed at, be it by a hedge (6%左右), and that which came of it, if no others are told."""
    near = [one for one in passage.figures[:index] if one.is_rate]
    if len(near) != TWO or near[0].bracket or near[1].bracket:
        return None
    plan, done = near if _is_plan(passage, near[0]) else near[::-1]
    told = _is_plan(passage, plan) and not _is_plan(passage, done) and not done.quantity.hedges
    text = passage.text[passage.clauses[near[0].clause].start : passage.figures[index].quantity.span.start]
    return (plan, done) if told and len(text) <= LONGEST and not OTHER.search(text) else None


def _is_of(one: Figure, step: Figure, near: Sequence[Figure]) -> bool:
    """Whether an amount is counted as the difference is, or, where that is a rate, as the last amount before it."""
    return alike(one.quantity, (near[-1] if step.is_rate else step).quantity)


def _is_plan(passage: Passage, one: Figure) -> bool:
    end = one.quantity.span.end
    return bool(PLAN.search(passage.words(one.before)) or PLAN_BEHIND.match(passage.text, end, passage.span.end))


def _judged(plan: Figure, done: Figure, step: Figure, told: re.Match[str]) -> Relation:
    quick = plan.quantity.unit_class is UnitClass.DURATION
    less = told["less"] or told["saved"] or (told["off"] or "").startswith("低")
    sign = 0 if told["open"] or quick else -1 if less else 1
    if step.quantity.unit_class is UnitClass.POINTS:
        numbers = Numbers(plan.quantity.as_exact(), done.quantity, step.quantity, None, sign)
        relation = verify(
            Finding({"base": plan, "current": done, "change": step}, numbers, (step.before,), points=True)
        )
        return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
    return judged(plan, done, step, sign)


def judged(base: Figure, current: Figure, step: Figure, sign: int) -> Relation:
    """Two levels with their difference or its rate; a fault is for somebody to look at."""
    key = "rate" if step.is_rate else "change"
    one, two, *moved = comparable([each.quantity for each in (base, current, *(() if step.is_rate else (step,)))])
    numbers = Numbers(one, two, moved[0] if moved else None, step.quantity if step.is_rate else None, sign)
    relation = verify(Finding({"base": base, "current": current, key: step}, numbers, (step.before,)))
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)

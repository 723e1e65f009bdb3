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

SIGNS = (
    "超",
    "比",
    "省",
    "节约",
    "少花",
    "少用",
    "短收",
    "短缺",
    "原",
    "过去",
    "以前",
    "从前",
    "标价",
    "省下",
    "从",
    "由",
)
OVER = pattern(
    "^[，,、]?(?:[也还并又共就]|因此|从而|最终|实际|总体|整体)*(?:超额?(?:完成|出|过)?(?:年度|全年|原)?(?:计划|任务|目标|预算|预期)?(?:任务)?(?:完成)?"
    "|比(?:原|年初|年度|全年)?(?:定|有)?(?:的)?(?:计划|任务|目标|预算|预期|概算)(?:数)?"
    "(?:[增多超]|(?P<less>[少减]|节[省约]|压缩)|(?P<open>提前|推迟|延后|快|慢))[\u4e00-\u9fff]{0,2}"
    "|(?P<saved>节[省约]|少花|少用|短[收缺])(?:资金|投资|经费)?)(?:了|约|近)*$"
)
OTHER, PART = pattern(f"{THEN}|{PARTLY}|；"), pattern(f"{PARTLY}|；")
PLAN = pattern("(?:计划|目标|任务|指标|预算|概算|定额|原定|预计|拟|应)[^，。；]{0,12}$")
PLAN_BEHIND = pattern("的?[\u4e00-\u9fff]{0,4}(?:计划|任务|目标|指标|预算|概算)")
DONE = pattern("(?:实际|完成|已经?|最终|最后|结果|实现|到位|实|仅|只)[^，。；]{0,10}$")
SO_FAR = pattern("目前|已经?|累计|至今|截至|眼下|进行|过去")
WAS = pattern(
    "(?:原[价来先]|标价|原售价|过去|以前|从前)[^，。；0-9]{0,8}$|[从由](?P<each>每[月年天人户亩次])?[^，。；0-9]{0,2}$"
)
BECAME = pattern(
    "(?:[降跌减压缩]|缩短|压缩|精简|缩减|下[降调]|降低|减少|涨|升|增|调|提高|增加|扩大)(?:到|至|为|成)了?(?:[现如]今)?$"
    "|(?:现价|只[要需卖花]|仅[需要])[^，。；0-9]{0,4}$"
)
BY = pattern(
    "^[，,、]?(?:平均|一下|整整|足足|直接|每[月天人户亩次斤])*(?:(?P<less>降[幅价]|下[降调跌]|便宜|减少|缩短|压缩|精简|降低|节?省|少[花跑用])"
    "|[涨增升]幅|涨价|上[涨调升]|增[加长]|提高)(?:了|出|下|达到?|为|率|比例|整整|足足)*$"
)
"""原价186元的药|降到|62元，降价|124元: what a thing cost before, told of it, and what it became."""

EACH = pattern("[每一]个?[月年天人户亩次斤]")
TWO, BACK, LONGEST = 2, 8, 90
LEVELS = (UnitClass.RATE, UnitClass.POINTS, UnitClass.MULTIPLE, UnitClass.NONE)


def find(passage: Passage) -> Iterator[Relation]:
    """Every such difference, judged."""
    figures = passage.figures
    if len(figures) <= TWO or not any(sign in passage.words(passage.span) for sign in SIGNS):
        return
    for index, figure in enumerate(figures):
        words = passage.words(figure.before)
        gap = passage.text[figures[index - 1].quantity.span.end : figure.quantity.span.start] if index >= TWO else ""
        told = (OVER.search(words) or BY.search(gap)) if index >= TWO and not figure.bracket else None
        if told is None or figure.quantity.hedges or figure.quantity.unit_class is UnitClass.POINTS:
            continue
        levels = _levels(passage, index, became=told.re is BY)
        if levels is not None:
            yield _judged(*levels, figure, told)


def _levels(passage: Passage, index: int, *, became: bool) -> tuple[Figure, Figure] | None:
    """The plan and what came of it, if no other amount of the unit is told before the difference.

    Or what a thing was before, and what it ``became``.
    """
    step = passage.figures[index]
    before = passage.figures[max(0, index - BACK) : index]
    near = [one for one in before if one.quantity.unit_class not in LEVELS and _is_of(one, step, before)]
    if len(near) != TWO or any(one.bracket or one.quantity.hedges for one in near):
        return None
    plan, done = near
    text = passage.text[passage.clauses[plan.clause].start : step.quantity.span.start]
    if len(text) > LONGEST or not alike(plan.quantity, done.quantity):
        return None
    if became:
        told = WAS.search(passage.words(plan.before)) and BECAME.search(passage.words(done.before))
        apart = len({one[-1] for one in EACH.findall(text)}) > 1
        apart = apart or done is not passage.figures[index - 1]
        return (plan, done) if told and not apart and not PART.search(text) else None
    if OTHER.search(text):
        return None
    if plan.quantity.unit_class is UnitClass.DURATION and SO_FAR.search(passage.words(done.before)):
        return None
    return (plan, done) if _is_plan(passage, plan) and DONE.search(passage.words(done.before)) else None


def _is_of(one: Figure, step: Figure, near: Sequence[Figure]) -> bool:
    """Whether an amount is counted as the difference is, or, where that is a rate, as the last amount before it."""
    return alike(one.quantity, (near[-1] if step.is_rate else step).quantity)


def _is_plan(passage: Passage, one: Figure) -> bool:
    end = one.quantity.span.end
    return bool(PLAN.search(passage.words(one.before)) or PLAN_BEHIND.match(passage.text, end, passage.span.end))


def is_under_way(passage: Passage, one: Finding) -> bool:
    """Whether a time is only what has gone of the one planned: 工期24个月，目前已施工15个月，比计划提前1个月封顶."""
    current = one.figures.get("current")
    timed = current is not None and current.quantity.unit_class is UnitClass.DURATION
    return timed and current is not None and SO_FAR.search(passage.words(current.before)) is not None


def _judged(plan: Figure, done: Figure, step: Figure, told: re.Match[str]) -> Relation:
    quick = plan.quantity.unit_class is UnitClass.DURATION
    words = told.groupdict()
    sign = 0 if words.get("open") or quick else -1 if words["less"] or words.get("saved") else 1
    key = "rate" if step.is_rate else "change"
    base, current, *moved = comparable([one.quantity for one in (plan, done, *(() if step.is_rate else (step,)))])
    numbers = Numbers(base, current, moved[0] if moved else None, step.quantity if step.is_rate else None, sign)
    relation = verify(Finding({"base": plan, "current": done, key: step}, numbers, (step.before,)))
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)

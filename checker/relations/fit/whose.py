"""Whose change a change is: of the level that it is told with, and of none that is told with another."""

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.fit.called import TIME, compares
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Pool

SEVERAL = "分别"
CHANGED = pattern("变[化动]|[升降涨跌增减超多少差缩扬]|溢价|折价|回落|扩大")
"""What a rate is told by that is reckoned of two levels: 变化率, 降幅, 超过计划的."""

JOINING = frozenset(("、", "和", "与", "及"))
FORMER = pattern(
    "(?:从|由|自|原(?![油煤材料])|[比较与同]|相对于|[高低]于|[上去前昨][年月日天期次季周]|期初)[^，。；]{0,20}$"
    "|[0-9０-９〇零一二三四五六七八九]{4}年[^，。；]{0,12}$"
)
"""What opens a level that was, where a change is told right behind it."""

REACH = 30
"""How many characters before a level are read for it."""


def is_of_others(pool: Pool, base: Level, current: Level, step: Level) -> bool:
    """Whether ``step`` tells what became of ``base``, or the levels have changes of their own.

    白银报5.1元，跌0.2元；黄金报4.9元，跌0.3元: no fall of 0.2 lies between the two.
    """
    if base.moves is not current.moves and not _is_listed(base):
        return True
    if base.is_past or _was(base) or compares(step) or _of_two_times(base, current):
        return False
    return _is_told(base, step) or _has_own(pool, base, step) or _has_own(pool, current, step)


def is_change(rate: Level) -> bool:
    """Whether a word says that a rate is one of change: 80%的住户 is none."""
    return rate.moves or CHANGED.search(two_clauses(rate)) is not None


def two_clauses(level: Level) -> str:
    """The words of its clause before a level, and those of the clause before."""
    clause = max(0, level.figure.clause - 1)
    return level.passage.text[level.passage.clauses[clause].start : level.quantity.span.start]


def _is_listed(level: Level) -> bool:
    return level.lead in JOINING or SEVERAL in level.lead


def _was(base: Level) -> bool:
    start = base.quantity.span.start
    return FORMER.search(base.passage.text, max(base.passage.span.start, start - REACH), start) is not None


def _of_two_times(base: Level, current: Level) -> bool:
    """Whether a level tells a time that the other does not."""
    times = set(TIME.findall(two_clauses(base)))
    return bool(times - set(TIME.findall(two_clauses(current))))


def _is_told(base: Level, step: Level) -> bool:
    """Whether a change stands right behind a level, as what became of it: 投资4900亿元、增长10%."""
    return base.at == step.at - 1 and _together(base, step) and step.moves and base.lead not in JOINING


def _has_own(pool: Pool, level: Level, step: Level) -> bool:
    """Whether another change is told with a level: behind it, or before it as in 增长3%至12元."""
    behind, before = pool.next(level, 1), pool.next(level, -1)
    if behind is not None and _together(level, behind) and _is_another(behind, step):
        return True
    led = before is not None and before.figure.clause == level.figure.clause and _together(before, level)
    return led and level.act is Act.TO and before is not None and _is_another(before, step)


def _together(one: Level, two: Level) -> bool:
    """Whether two numbers stand in one clause or in two that follow one another."""
    return one.sentence == two.sentence and two.figure.clause - one.figure.clause < 2


def _is_another(other: Level, step: Level) -> bool:
    """Whether a number is a change of the sort of ``step`` that says something else."""
    alike = other.moves and other.quantity.unit_class is step.quantity.unit_class
    return alike and other is not step and other.value != step.value and SEVERAL not in other.lead

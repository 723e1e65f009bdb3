"""ratio: how much of a plan is done: 今年计划投资80亿元，已完成24亿元，完成年度计划的30%.

The rate says that it is of a plan, a task or a target; the plan is the number before it that is told as one, of the
same unit as what is done. A whole project is no year of it: 总投资 is meant only by a rate that says 总.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.adverbs import adverbs
from checker.relations.elsewhere import THEN
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.ratios.named_wholes import meant
from checker.relations.ratios.set_targets import as_set
from checker.relations.ratios.sharing import LINK, part_of
from checker.relations.record import Relation
from checker.relations.sums.row import OPEN, same_unit
from checker.spans import Span

PLAN = "计划|任务|目标|指标|(?:(?<=安排)|(?<=编制))预算|预算(?![收支])"
OF_PLAN = pattern(
    rf"(?:占|完成|实现|达到?|为|是)了?([\u4e00-\u9fff]{{0,6}}?(?:{PLAN}|总投资))"
    rf"(?:投资|任务|总?[数量额值])?的?{LINK}$"
)
"""完成全年任务的35%, 占年度投资计划的64%."""

TOLD = pattern(rf"(?:(?<!公共)(?<!基金)(?:{PLAN})|总投资|年初安排|打算|准备|[应需拟要])[^，,；;。]{{0,12}}$")
"""年度计划投资80亿元, 应改造120户: how a plan is told."""

AHEAD = pattern(rf"的?[\u4e00-\u9fff]{{0,4}}(?:{PLAN})")
"""5000套的年度任务."""

OF_ANOTHER = pattern("[，,]?(?:占|完成|为|是)[^，,。；]{0,8}的")
"""34096万元，为年预算的32.3%: what is itself a part of a plan."""

DONE = pattern(
    "完成|已|实现|实际|决算|开工|完工|建成|达到?|累计|到位|落实|投入|改造|拨付|发放|种植|播种|收购|入库|收割|栽|种|售出|销售|招|募|修|植|新增"
)
ALREADY = pattern("完成|已|实现|实际|决算|开工|完工|建成|达到?|累计|到位|落实|投入|拨付|发放")
"""What makes a number behind 计划 no plan but what is done of it; 计划收购 is still to be done."""

PAST = pattern(THEN)
AND = pattern("[、和及与][^，。；0-9]{0,8}[0-9]")
"""计划收购小麦2.4万吨、玉米1.2万吨: the plan is both."""

BEHIND = pattern("[，,；;（(](?:而|其)?(?P<name>[^，,。；;（(0-9]{2,10}?)(?:数|总?额)?(?:定)?(?:为|是|[:：])?")
NAME = 4
"""So many characters of a plan's name, at its end, tell it from others: 年初预算."""

BY_PLAN, BARE = pattern("(?:按照?|依照?|对照|比照|照)[^，。；]{0,8}$"), pattern(f"(?:{adverbs()})*完成了?{LINK}")
LEAST = 2

PROJECT, ADJUSTED = "总投资", "调整"
TAIL, SENTENCES = 30, 1
"""How many characters before a rate say what it is of; how many sentences back the plan may stand."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every rate of a plan that is told before it."""
    for number, passage in enumerate(passages):
        for index, rate in enumerate(passage.figures):
            if index and rate.is_rate:
                yield from _judged(passages, number, index)
                yield from _reckoned(passage, index)


def _judged(passages: Sequence[Passage], number: int, index: int) -> Iterator[Relation]:
    passage = passages[number]
    rate = passage.figures[index]
    start = max(passage.span.start, rate.quantity.span.start - TAIL)
    match = OF_PLAN.search(passage.text, start, rate.quantity.span.start)
    part = part_of(passage, index) if match else None
    if match is None or part is None:
        return
    words = (Span(*match.span()),)
    plan = _plan_behind(passage, index, match[1])
    if not DONE.search(passage.words(part.before)):
        if plan and same_unit(plan.quantity, part.quantity) and not TOLD.search(passage.words(part.before)):
            yield replace(verify(passage, Triple("完成率", words, part, plan, rate)), doubtful=True)
        return
    if PAST.search(passage.text, passage.clauses[part.clause].start, part.quantity.span.start):
        return
    for earlier in passages[max(0, number - SENTENCES) : number + 1][::-1]:
        plans = [one for one in levels(earlier, part.quantity.span.start) if _is_plan(earlier, one, part, match[1])]
        plans = [one for one in plans if not OPEN.search(passage.text, one.quantity.span.end, part.quantity.span.start)]
        if plans:
            found = meant([Triple("完成率", words, part, one, rate) for one in plans])
            if found:
                relation = as_set(passage, found, match[1])
                far = earlier is not passage and relation.verdict is Verdict.INCONSISTENT
                yield replace(relation, doubtful=True) if far else relation
            return
    if plan and same_unit(plan.quantity, part.quantity):
        yield replace(as_set(passage, Triple("完成率", words, part, plan, rate), match[1]), doubtful=True)


def _reckoned(passage: Passage, index: int) -> Iterator[Relation]:
    """已交付11艘，按全年52艘的计划算，完成21.2%: the plan stands between what is done and the rate."""
    rate = passage.figures[index]
    if index < LEAST or not BARE.fullmatch(passage.words(rate.before)):
        return
    part, plan = passage.figures[index - 2 : index]
    lead = passage.text[passage.clauses[plan.clause].start : plan.quantity.span.start]
    by_plan = BY_PLAN.search(lead) and AHEAD.match(passage.words(plan.after))
    in_turn = rate.clause - plan.clause == 1 == plan.clause - part.clause and same_unit(part.quantity, plan.quantity)
    if by_plan and in_turn and DONE.search(passage.words(part.before)):
        relation = verify(passage, Triple("完成率", (rate.before,), part, plan, rate))
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _plan_behind(passage: Passage, index: int, name: str) -> Figure | None:
    """The plan that is told right behind the rate by the same name: 为年初预算的104.3%；年初预算为41.6亿元."""
    if index + 1 >= len(passage.figures):
        return None
    rate, plan = passage.figures[index : index + 2]
    match = BEHIND.fullmatch(passage.text, rate.quantity.span.end, plan.quantity.span.start)
    return plan if match and match["name"].endswith(name[-NAME:]) else None


def _is_plan(passage: Passage, one: Figure, part: Figure, name: str) -> bool:
    """Whether a number before what is done is told as the plan that the rate names."""
    if one is part or one.quantity.span.end > part.quantity.span.start or not same_unit(one.quantity, part.quantity):
        return False
    before = passage.words(one.before)
    told = TOLD.search(before)
    if told is None:
        return AHEAD.match(passage.words(one.after)) is not None
    if AND.match(passage.text, one.quantity.span.end, passage.span.end):
        return False
    if (ADJUSTED in name) is not (ADJUSTED in told[0]):
        return False
    done = ALREADY.search(told[0]) or OF_ANOTHER.match(passage.text, one.quantity.span.end, passage.span.end)
    return done is None and (PROJECT in told[0]) is name.endswith(PROJECT)

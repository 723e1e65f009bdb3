"""ratio: a rate of doing in a sentence of its own: 受理涉茶案件1364件。…审结1286件，…。“审结率达到94.3%。”庭长说.

What the rate is called by (审结|率) says the deed, and one amount shortly before is told by it. The whole is the one
larger amount of its unit there that is told as what there was to do. A fault is told only where one slip explains it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.adverbs import adverbs
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, denied, verify
from checker.relations.ratios.of_task import NO_STEM, NO_TASK
from checker.relations.record import Relation
from checker.relations.sums.row import OPEN, same_unit

NAMED = pattern(
    f"(?:^|[，,；;“：:]|[\u4e00-\u9fff])(?P<stem>[\u4e00-\u9fff]{{2}})率(?:已经?|也|更|高?达到?|为|是|有|升?至|[到了]|{adverbs()})*$"
)
THEIRS = pattern("比|同期|去年|上年|全[国省]|目标|平均|提高|上升|下降|[增降]|超过|高于|低于|要|确保|力争")
TO_DO = pattern(
    "(?:受理|收案|接到|收到|立案|报名|应[\u4e00-\u9fff]{1,2}|计划|任务|需要?|梳理|排查|征集|收集|下达|[总一]?共|加起来|合计|累计)"
    "[\u4e00-\u9fff“”]{0,10}$"
)
BACK, LINES = 5, 6
"""So many sentences, and line breaks, before the rate its amounts may stand."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate, judged."""
    for number, passage in enumerate(passages):
        for rate in passage.figures if passage.is_prose else ():
            named = NAMED.search(_lead(passage, rate)) if rate.is_rate and not rate.quantity.hedges else None
            if named and named["stem"] not in NO_STEM and not THEIRS.search(_lead(passage, rate)):
                yield from _told(passages, number, rate, named["stem"])


def _lead(passage: Passage, figure: Figure) -> str:
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _told(passages: Sequence[Passage], number: int, rate: Figure, stem: str) -> Iterator[Relation]:
    passage = passages[number]
    if any(one.is_amount and one.quantity.span.end <= rate.quantity.span.start for one in passage.figures):
        return
    back = [one for one in passages[max(0, number - BACK) : number] if one.is_prose and _is_near(one, passage)]
    amounts = [(each, one) for each in back for one in levels(each, each.span.end)]
    amounts = [(each, one) for each, one in amounts if _is_plain(each, one)]
    done = [
        (each, one)
        for each, one in amounts
        if _lead(each, one).endswith((stem, f"{stem}了")) and not denied(each, one, stem)
    ]
    if len({one.quantity.value for _, one in done}) != 1:
        return
    part = done[-1][1]
    wholes = [one for each, one in amounts if _is_whole(each, one, part)]
    if len({one.quantity.value for one in wholes}) == 1:
        relation = verify(passage, Triple(f"{stem}率", (rate.before,), part, wholes[-1], rate))
        wrong = relation.verdict is Verdict.INCONSISTENT
        if not wrong or relation.by_slip:
            yield replace(relation, doubtful=wrong)


def _is_near(one: Passage, passage: Passage) -> bool:
    return passage.text.count("\n", one.span.end - 1, passage.span.start) <= LINES


def _is_plain(passage: Passage, one: Figure) -> bool:
    lead = _lead(passage, one)
    return not one.bracket and not one.quantity.hedges and not OPEN.search(lead) and not NO_TASK.search(lead)


def _does(passage: Passage, one: Figure, stem: str) -> bool:
    return _lead(passage, one).endswith((stem, f"{stem}了")) and not denied(passage, one, stem)


def _is_whole(passage: Passage, one: Figure, part: Figure) -> bool:
    larger = same_unit(one.quantity, part.quantity) and one.quantity.value > part.quantity.value
    return larger and TO_DO.search(_lead(passage, one)) is not None

"""ratio: how much of a plan is done that the article told before: 全年目标40亿元营收“眼下完成了七成出头”.

The plan stands right before the rate and says what of; what is done is the largest level of that name before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.elsewhere import PARTLY, PLANNED, THEN
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, consistent, verify
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

PLAN = pattern("(?:全年|年度|今年|年初|本年度?)[^，。；、0-9]{0,8}?(?:目标|任务|计划)[^，。；、0-9]{0,4}$")
DONE = pattern(
    "的?(?P<name>[\u4e00-\u9fff]{2,6}?)?(?:目标|任务|计划)?[，,]?[“”]?"
    "(?:眼下|目前|现在|如今|现已|已经?|才|只|仅|还只|大约|约)*(?:完成|实现|达成|兑现)了?(?:近|约|不到)?$"
)
OTHER_TIME = pattern(f"{THEN}|{PLANNED}|{PARTLY}|任务|(?<!前)[一二三四]季度|单[季月]")
SHORT = {"营收": "营业收入", "净利": "净利润", "税收": "税收收入"}
NEAR, BACK, MANY, LEAD = 6, 60, 64, 32
"""How many characters may stand between a name and its number; how many sentences back, and numbers of each."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate, judged."""
    for number, passage in enumerate(passages):
        for index, rate in enumerate(passage.figures):
            plan = passage.figures[index - 1] if index and rate.is_rate else None
            if plan is None or not plan.is_amount or not PLAN.search(_lead(passage, plan)):
                continue
            match = DONE.fullmatch(passage.text, plan.quantity.span.end, rate.quantity.span.start)
            if match is None or not match["name"]:
                continue
            done = list(_done(passages[max(0, number - BACK) : number], match["name"], plan))
            triples = [Triple("完成率", (rate.before,), one, plan, rate) for one in done]
            found = next((one for one in triples if consistent(one)), None) or next(iter(triples), None)
            if found:
                relation = verify(passage, found)
                yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _done(passages: Sequence[Passage], name: str, plan: Figure) -> Iterator[Figure]:
    """The levels of that name, the largest first, none of another time."""
    names = (name, SHORT.get(name, name))
    found = [
        one
        for passage in passages
        for one, cue in zip(passage.figures[:MANY], passage.cues[:MANY], strict=True)
        if one.is_amount and cue.act in (Act.LEVEL, Act.SUM, Act.TO) and same_unit(one.quantity, plan.quantity)
        if _is_called(passage, one, names)
    ]
    return iter(sorted((one for one in found if _size(one) < _size(plan)), key=_size, reverse=True))


def _is_called(passage: Passage, one: Figure, names: Sequence[str]) -> bool:
    words = _lead(passage, one)
    ends = [words.rfind(name) + len(name) for name in names if name in words]
    return bool(ends) and len(words) - max(ends) <= NEAR and OTHER_TIME.search(words) is None


def _lead(passage: Passage, one: Figure) -> str:
    """The words of its clause before a number, with what tells when."""
    start = passage.clauses[one.clause].start
    return passage.text[max(start, one.quantity.span.start - LEAD) : one.quantity.span.start]


def _size(one: Figure) -> Fraction:
    return one.quantity.value * one.quantity.unit.factor

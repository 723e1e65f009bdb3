"""change: by how much a level has changed, told in another sentence than one of the levels or both.

营收5.4亿元，去年同期为4.5亿元。…净利润增加0.9亿元; 营业的有290户。去年这时候才180户，两年增加110户; 共6家入围。…比
去年多2家，去年是4家. In every sentence the level is the only one of its unit that could be meant, what was is told by a
word of time, and a name in common ties the sentences. What does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.growth.alike import alike
from checker.relations.growth.differences import Numbers
from checker.relations.growth.judging import Finding, verify
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation

LAST_YEAR = "(?:去年|上年|前年)(?:同期|同月|这个?时候|此时|这时|[底末])?"
WAS = pattern(
    f"(?:^|[，,；;“]){LAST_YEAR}[^，。；0-9]{{0,10}}$|(?:^|[，,；;“])(?:19|20)[0-9]{{2}}年[，,][^，。；0-9]{{0,8}}$"
)
SAME = pattern(f"^[，,；;“]?{LAST_YEAR}(?:只有|仅有?|才|为|是|有|达)*$")
"""去年同期为4.5亿元: of what was told right before."""

GREW = pattern(
    "^[“]?(?:[一二两三四五六七八九十]+[年个月天季]+度?(?:多|里|来|间|时间)?)?(?:就|又|共|总共)?(?:净?增加|增长|提高|上升|下降|减少|多|少|增|减)了?$"
)
"""两年增加了110户: a clause that says no more."""

THAN_LAST = pattern("比(?:去年|上年)(?:同期)?(?:多|少|增加|减少)了?$")
NO_LEVEL = pattern("其中|占|每|计划|目标|预计|比|较|最[高低大小多少]|约|另")
EXTRA = pattern("扣除|剔除|除去|若|年初|上月|环比|较上|比上月|比年初|计划|预计|目标|其中|每|人均|平均")
HEAD = pattern("^(?:[，,；;“]|今年|同期|全年|一年|[一二两三四五]年[来间]?|其|该|公司|企业|[同环]比|也)*")
POINTED = pattern("[这该][一个]?(?:数字|数据|数|指标|比例)")
BACK, GAP = 2, 4
KINDS = (UnitClass.DURATION, UnitClass.RATE, UnitClass.NONE, UnitClass.POINTS, UnitClass.TEMPERATURE)


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such change, judged."""
    for number, passage in enumerate(passages):
        if not number:
            continue
        for index, figure in enumerate(passage.figures[:GAP]):
            moved = passage.cues[index].act in (Act.RISE, Act.FALL)
            if not moved or figure.bracket or figure.quantity.hedges or figure.quantity.unit_class in KINDS:
                continue
            for way in (_of_both, _since, _than_last):
                found = way(passages, number, index)
                if found:
                    yield _judged(passage, index, *found)
                    break


def _judged(passage: Passage, index: int, current: Figure, base: Figure) -> Relation:
    change = passage.figures[index]
    sign = 1 if passage.cues[index].act is Act.RISE else -1
    numbers = Numbers(base.quantity, current.quantity, change.quantity, None, sign)
    figures = {"base": base, "current": current, "change": change}
    relation = verify(Finding(figures, numbers, (change.before,)))
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _of_both(passages: Sequence[Passage], number: int, index: int) -> tuple[Figure, Figure] | None:
    """Both levels stand in a sentence before, the second right behind the first: …5.4亿元，去年同期为4.5亿元."""
    passage = passages[number]
    if _levels(passage, passage.figures[index]) or EXTRA.search(_clause(passage, passage.figures[index])):
        return None
    if EXTRA.search(passage.text[passage.span.start : passage.figures[index].quantity.span.start]):
        return None
    name = pairs(_clause(passage, passage.figures[index]))
    head = HEAD.sub("", _clause(passage, passage.figures[index]))[:2]
    found = []
    for earlier in _near(passages, number):
        alike_ = _levels(earlier, passage.figures[index])
        for one, two in pairwise(alike_):
            gap = earlier.text[one.quantity.span.end : two.quantity.span.start]
            named = head in earlier.words(earlier.span) or GREW.search(head)
            if SAME.match(gap) and named and name & pairs(earlier.words(one.before)):
                found.append((one, two))
    return found[0] if len(found) == 1 else None


def _since(passages: Sequence[Passage], number: int, index: int) -> tuple[Figure, Figure] | None:
    """What was stands in the sentence of the change, what is in the one before: …290户。去年…180户，两年增加110户."""
    passage = passages[number]
    change = passage.figures[index]
    levels = _levels(passage, change)
    if len(levels) != 1 or levels[0].quantity.span.start > change.quantity.span.start:
        return None
    clause = _clause(passage, change)
    if not GREW.search(clause) or not WAS.search(passage.text[passage.span.start : levels[0].quantity.span.start]):
        return None
    earlier = passages[number - 1]
    found = _levels(earlier, change) if earlier in _near(passages, number) else []
    lead = passage.words(levels[0].before)
    tied = POINTED.search(lead) or pairs(earlier.words(earlier.span)) & pairs(lead)
    return (found[0], levels[0]) if tied and len(found) == 1 else None


def _than_last(passages: Sequence[Passage], number: int, index: int) -> tuple[Figure, Figure] | None:
    """What was stands right behind the change, what is in a sentence before: …6家。…比去年多2家，去年是4家."""
    passage = passages[number]
    change = passage.figures[index]
    levels = _levels(passage, change)
    if len(levels) != 1 or not THAN_LAST.search(_clause(passage, change)):
        return None
    gap = passage.text[change.quantity.span.end : levels[0].quantity.span.start]
    if not SAME.match(gap):
        return None
    found = [one for earlier in _near(passages, number, GAP) for one in _levels(earlier, change)]
    return (found[0], levels[0]) if len({one.quantity.value for one in found}) == 1 else None


def _near(passages: Sequence[Passage], number: int, back: int = BACK) -> list[Passage]:
    """The sentences before, of this paragraph and the one before it."""
    passage = passages[number]
    return [
        one
        for one in passages[max(0, number - back) : number]
        if passage.text.count("\n", one.span.end - 1, passage.span.start) <= BACK
    ]


def _levels(passage: Passage, like: Figure) -> list[Figure]:
    """The plain amounts of a unit in a sentence; none of one with very many numbers."""
    if len(passage.figures) > GAP * GAP:
        return []
    return [
        one
        for one, cue in zip(passage.figures, passage.cues, strict=True)
        if one is not like
        and not one.bracket
        and not one.quantity.hedges
        and cue.act in (Act.LEVEL, Act.TO, Act.SUM)
        and alike(one.quantity, like.quantity)
        and not NO_LEVEL.search(passage.words(one.before))
    ]


def _clause(passage: Passage, figure: Figure) -> str:
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]

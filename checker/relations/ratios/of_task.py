"""ratio: a rate of doing whose task is told in a sentence before: 任务6200套。已开工5580套，开工率90%.

What the rate is called by (开工|率) says the deed that the amount right before it tells. The task is the only amount of
that unit in the sentences shortly before that is told as one, and none of the unit stands in the rate's own sentence
before the part. What does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.adverbs import adverbs
from checker.relations.cues import Act
from checker.relations.naming import HANZI, levels
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, denied, verify
from checker.relations.record import Relation
from checker.relations.sums.row import OPEN, same_unit

FREE = pattern(f"[了约共达]|{adverbs()}")
NAMED = pattern(
    f"^[，,、；;（(]?(?:项目|总|整体|综合)?(?P<stem>[\u4e00-\u9fff]{{2}})率(?:高?达到?|为|是|有|{adverbs()})*$"
)
"""，开工率90%: right behind the part."""

TASK = pattern(
    "任务|计划|目标|应[^，。；]{0,4}$|(?:总?共|合计|总计)(?:有|需|安排|实施|排查|受理|接到|设)?$|(?:计划|安排|下达|确定|梳理|排查出|纳入)[^，。；0-9]{0,10}$"
)
NO_TASK = pattern("[去上前明往]年|同期|其中|每|平均|已|完成|比|增|减")
NO_STEM = frozenset(("同比", "环比", "增长", "利润", "毛利", "收益", "市占", "占有", "回报", "平均", "概率", "效"))
OTHER = pattern("其中|平均|去年|上年|同期|比|全[国省]|另|在建|续建")
LINES, BACK, BESIDE = 2, 4, 10


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate, judged."""
    for number, passage in enumerate(passages):
        for index, rate in enumerate(passage.figures[1:], 1):
            part = passage.figures[index - 1]
            if not rate.is_rate or passage.cues[index].act in (Act.RISE, Act.FALL) or not _is_part(passage, part):
                continue
            gap = passage.text[part.quantity.span.end : rate.quantity.span.start]
            named = NAMED.match(gap.removeprefix("（间）"))
            if named and named["stem"] not in NO_STEM and _does(passage, part, named["stem"]):
                task = _task(passages, number, part)
                if task and not _is_of_others(passages, number, part, named["stem"]):
                    name, words = f"{named['stem']}率", (rate.before,)
                    relation = verify(passage, Triple(name, words, part, task, rate))
                    yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _is_part(passage: Passage, part: Figure) -> bool:
    lead = passage.text[passage.clauses[part.clause].start : part.quantity.span.start]
    return part.is_amount and not part.bracket and not part.quantity.hedges and not OTHER.search(lead)


def _is_of_others(passages: Sequence[Passage], number: int, part: Figure, stem: str) -> bool:
    """Whether the part is called by a name that nobody has told before: 排查用户12万户。已整改|隐患户|8000户."""
    lead = passages[number].words(part.before).partition(stem)[2]
    told = passages[number].text[passages[max(0, number - BACK)].span.start : passages[number].span.start]
    called = HANZI.search(FREE.sub("", lead))
    counts = called is not None and len(called[0]) > 1 and called[0].endswith(part.quantity.unit.name[:1])
    return counts and called is not None and called[0][:2] not in told


def _does(passage: Passage, part: Figure, stem: str) -> bool:
    """Whether the part is told by the deed that the rate is called by."""
    start = max(passage.clauses[part.clause].start, part.quantity.span.start - BESIDE)
    around = passage.text[start : part.quantity.span.start] + passage.words(part.after)[: len(stem) + 1]
    return stem in around and not denied(passage, part, stem)


def _task(passages: Sequence[Passage], number: int, part: Figure) -> Figure | None:
    """The one amount that is told as the task, in the sentences before, over so many ends of paragraphs."""
    passage = passages[number]
    if any(same_unit(one.quantity, part.quantity) for one in _before(passage, part)):
        return None
    found: list[Figure] = []
    for at in range(number - 1, max(-1, number - 1 - BACK), -1):
        earlier = passages[at]
        lines = passage.text.count("\n", earlier.span.end - 1, passage.span.start)
        if lines > LINES * 2:
            break
        found += [one for one in levels(earlier, earlier.span.end) if _is_task(earlier, one, part)]
    found = found or list(_told_before(passages, number, part))
    sizes = {one.quantity.value for one in found}
    size = part.quantity.value * part.quantity.unit.factor
    if len(sizes) != 1 or found[-1].quantity.value * found[-1].quantity.unit.factor < size:
        return None
    return found[-1]


def _told_before(passages: Sequence[Passage], number: int, part: Figure) -> Iterator[Figure]:
    """The levels of now in the sentence right before, of which a deed is told: 毕业生58.6万人。…已落实去向49.8万人."""
    earlier = passages[number].earlier
    for one in levels(earlier, earlier.span.end) if earlier else ():
        lead = passages[number].text[earlier.clauses[one.clause].start : one.quantity.span.start] if earlier else ""
        plain = not NO_TASK.search(lead) and not OPEN.search(lead) and not one.quantity.hedges
        if plain and same_unit(one.quantity, part.quantity) and "已" in passages[number].words(part.before):
            yield one


def _before(passage: Passage, part: Figure) -> Iterator[Figure]:
    at = passage.figures.index(part)
    return iter(passage.figures[max(0, at - BACK) : at])


def _is_task(passage: Passage, one: Figure, part: Figure) -> bool:
    lead = passage.text[passage.clauses[one.clause].start : one.quantity.span.start]
    told = TASK.search(lead) is not None and not NO_TASK.search(lead) and not OPEN.search(lead)
    return told and same_unit(one.quantity, part.quantity) and not one.quantity.hedges

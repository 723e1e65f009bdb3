"""ratio: the share that several have together: 金牌168枚，其中游泳34枚、田径46枚，二者共占47.6%.

The parts are the list right before it, as many as the words count; their whole is what 其中 takes them from.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity
from checker.relations import slips
from checker.relations.judge import judge
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import KIND, SWITCH_OFF
from checker.relations.record import Operand, Relation
from checker.relations.sums.row import same_unit
from checker.relations.working import finer, printed
from checker.spans import Span

COUNTS = "两三四五六"
TOLD = pattern(
    f"(?:这|以上|上述|前)?(?:(?P<count>[二{COUNTS}])(?:者|项|大类?|类|种|家|地|部分|方面|样|个[\u4e00-\u9fff])[\u4e00-\u9fff]{{0,4}}?"
    "(?:合计|共计|总共|一共|加起来|合起来|相加|共|合)?|(?:合计|共计|总共|一共|加起来|合起来|共|合))"
    "[，,]?(?:就|也|已经?|约|仅)?占(?:到|去|了)?(?![地用领据])"
)
"""二者共占, 合计占, 三类企业占."""
SEVERALLY = pattern("分别|依次|各")
"""三项分别占: each has a share of its own."""

AMONG = pattern("其中|当中|包括")
JOINT = pattern("[、，,；;和及与][^。；0-9]{0,14}")
HUNDRED, PAIR, BACK = 100, 2, 12


def of_several(passage: Passage, rate: Figure) -> re.Match[str] | None:
    """The words by which a share is that of several together, if it is."""
    start = max(passage.clauses[rate.clause].start, passage.span.start)
    told = TOLD.match(passage.text, start, rate.quantity.span.start)
    return None if told and SEVERALLY.search(told[0]) else told


def find(passage: Passage) -> Iterator[Relation]:
    """Every such share whose parts and whole the sentence tells, judged."""
    for index, rate in enumerate(passage.figures):
        match = of_several(passage, rate) if rate.is_rate and index > PAIR else None
        parts = _parts(passage, index, match) if match else ()
        whole = _whole(passage, parts) if parts else None
        if match and whole and not SWITCH_OFF.search(passage.words(passage.span)):
            words = Span(match.start(), match.end())
            yield verify([one.quantity for one in parts], whole.quantity, rate.quantity, words)


def _parts(passage: Passage, index: int, match: re.Match[str]) -> Sequence[Figure]:
    """The list right before the words: as many amounts as they count, or all behind 其中."""
    before = [one for one in passage.figures[max(0, index - BACK) : index] if one.quantity.span.end <= match.start()]
    if not before or not before[-1].is_amount:
        return ()
    first = len(before) - 1
    while first and _runs_on(passage, before[first - 1], before[first]):
        first -= 1
    listed = before[first:]
    count = COUNTS.find(match["count"].replace("二", "两")) + PAIR if match["count"] else len(listed)
    return listed if len(listed) == count and count >= PAIR else ()


def _runs_on(passage: Passage, one: Figure, two: Figure) -> bool:
    gap = passage.text[one.quantity.span.end : two.quantity.span.start]
    alike = one.is_amount and same_unit(one.quantity, two.quantity) and not one.bracket
    return alike and JOINT.search(gap) is not None and AMONG.search(gap) is None and len(gap) <= BACK * PAIR


def _whole(passage: Passage, parts: Sequence[Figure]) -> Figure | None:
    """What 其中 takes the parts from."""
    at = passage.figures.index(parts[0])
    whole = passage.figures[at - 1] if at else None
    if whole is None or not whole.is_amount or not same_unit(whole.quantity, parts[0].quantity):
        return None
    gap = passage.text[whole.quantity.span.end : parts[0].quantity.span.start]
    largest = all(_size(one.quantity) < _size(whole.quantity) for one in parts)
    return whole if AMONG.search(gap) and largest else None


def verify(parts: Sequence[Quantity], whole: Quantity, rate: Quantity, words: Span) -> Relation:
    def possible(intervals: list[Interval]) -> bool:
        *some, all_of, told = intervals
        added = some[0]
        for one in some[1:]:
            added = added + one
        return (added / all_of).scale(HUNDRED).meets(told)

    def fits(mended: Quantity) -> bool:
        return judge((*parts, whole, mended), possible).verdict is Verdict.CONSISTENT

    exact = HUNDRED * sum((_size(one) for one in parts), Fraction(0)) / _size(whole)
    judgement = judge((*parts, whole, rate), possible)
    wrong = judgement.verdict is Verdict.INCONSISTENT
    added = "+".join(one.numeral for one in parts)
    working = f"（{added}）÷{printed(whole)}={finer(exact, rate)}%，文中{printed(rate)}"
    return Relation(
        KIND,
        (*(Operand.of("part", one) for one in parts), Operand.of("whole", whole), Operand.of("rate", rate)),
        judgement.verdict,
        f"{working}，{judgement.note}",
        (words,),
        rate.span,
        judgement.doubtful,
        {"name": "占比", "working": working, "computed": f"{finer(exact, rate)}%"},
        tuple(slips.candidates("rate", rate, fits, exact / rate.unit.factor)) if wrong else (),
        lenient=judgement.lenient,
    )


def _size(one: Quantity) -> Fraction:
    return one.value * one.unit.factor

"""ratio: what part of a whole is still to do or to have: 该收48万亩，割倒41万亩，地里还剩一成半.

The whole and what is done of it are the only two amounts of their unit in the sentence and stand before the rate in
this order. 只剩 may also be said of the second amount itself, which then is what is left: what fits neither way is
for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity
from checker.relations import slips
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, PARTLY, PLANNED, THEN
from checker.relations.judge import judge
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.counts import GROWTH
from checker.relations.ratios.judging import KIND, SWITCH_OFF
from checker.relations.record import Operand, Relation
from checker.relations.sums.row import same_unit
from checker.relations.working import finer, printed

FREE = f"(?:{adverbs(EXACT, ABOUT, ONLY, STILL)})*"
LEFT = pattern(
    "(?:[地田园山手库仓场站店馆厂林][里上头中内]|眼下|目前|现在|如今|眼看|这样|这么一来)?"
    f"{FREE}(?:剩下?|剩余|余下|尚余)(?:了|着|有|的)?{FREE}[“]?"
)
SPEAKER = pattern("[^，。；：0-9]{2,12}[说讲道][，：:]?[“]?")
"""农机站的人说，: what may stand between."""

BEHIND = pattern(
    "(?:的(?:尾巴|活儿?|任务|量|部分))?(?:了|左右|上下|而已|罢了|多一?点|没[\u4e00-\u9fff]{1,2}|未[\u4e00-\u9fff]{1,2}|待[\u4e00-\u9fff]{1,2})?[”]?(?:[，。；！？”]|$)"
)
OTHER = pattern(f"{THEN}|{PLANNED}|{MEANS}|{PARTLY}|原来|明年")
DUE = pattern("该|要|应|共|原|本来|总|计划|任务|需|待")
DONE = pattern("已|到|眼下|目前|至今|完成|[了掉完过]$|先后|陆续")
"""What tells that the second amount is of the first; the rest is as it was."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
HUNDRED, PAIR, MOST = 100, 2, 6


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate, judged."""
    for passage in passages:
        for index, rate in enumerate(passage.figures[:MOST]):
            if not rate.is_rate or index < PAIR or not _is_left(passage, passage.figures[index - 1], rate):
                continue
            pair = _pair(passage, index)
            if pair:
                yield _verify(*pair, rate)


def _is_left(passage: Passage, part: Figure, rate: Figure) -> bool:
    """Whether nothing is told of the rate but that so much is left."""
    start, end = passage.clauses[rate.clause].start, rate.quantity.span
    between = passage.text[passage.clauses[part.clause].end : start]
    told = LEFT.fullmatch(passage.text, start, end.start) and BEHIND.match(passage.text, end.end)
    return told is not None and part.clause < rate.clause and (not between or SPEAKER.fullmatch(between) is not None)


def _pair(passage: Passage, index: int) -> tuple[Quantity, Quantity] | None:
    """The whole and the part before the rate, with no other amount of their unit."""
    whole, part = passage.figures[index - 2 : index]
    others = [one for one in passage.figures if one.is_amount and same_unit(one.quantity, part.quantity)]
    levels = all(passage.cues[one].act in LEVELS for one in (index - 2, index - 1))
    if others != [whole, part] or not levels or part.clause - whole.clause > 1 or whole.bracket or part.bracket:
        return None
    words = passage.text[passage.clauses[whole.clause].start : passage.figures[index].quantity.span.start]
    if OTHER.search(words) or GROWTH.search(words) or SWITCH_OFF.search(words):
        return None
    start = passage.clauses[part.clause].start
    if not DUE.search(passage.words(whole.before)) and not DONE.search(passage.text, start, part.quantity.span.start):
        return None
    one, two = part.quantity, whole.quantity
    plain = not one.hedges and not two.hedges and 1 < _size(one) < _size(two)
    return (one, two) if plain else None


def _verify(part: Quantity, whole: Quantity, rate: Figure) -> Relation:
    def possible(intervals: list[Interval]) -> bool:
        one, two, three = intervals
        try:
            share = (one / two).scale(HUNDRED)
        except ValueError:
            return True
        return (Interval.exactly(HUNDRED) - share).meets(three) or share.meets(three)

    def fits(mended: Quantity) -> bool:
        return judge((part, whole, mended), possible).verdict is Verdict.CONSISTENT

    told = rate.quantity
    exact = HUNDRED * (1 - _size(part) / _size(whole))
    judgement = judge((part, whole, told), possible)
    wrong = judgement.verdict is Verdict.INCONSISTENT
    computed = f"{finer(exact, told)}%"
    working = f"（{whole.numeral}−{part.numeral}）÷{printed(whole)}={computed}，文中{printed(told)}"
    return Relation(
        KIND,
        (Operand.of("part", part), Operand.of("whole", whole), Operand.of("rate", told)),
        judgement.verdict,
        f"{working}，{judgement.note}",
        (rate.before,),
        told.span,
        wrong,
        {"name": "剩余占比", "working": working, "computed": computed},
        tuple(slips.candidates("rate", told, fits, exact / told.unit.factor)) if wrong else (),
        lenient=judgement.lenient,
    )


def _size(one: Quantity) -> Fraction:
    return one.value * one.unit.factor

"""ratio: the share of one of two that are all there are: 替补27分，首发66分，替补占到全队得分的29.0%.

The two are the only amounts of their unit in the sentence and, by their names, a closed classification.
"""

from collections.abc import Iterator
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity
from checker.relations import slips
from checker.relations.cues import Act
from checker.relations.judge import judge
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import KIND
from checker.relations.record import Operand, Relation
from checker.relations.sums import classes
from checker.relations.sums.row import same_unit
from checker.relations.working import finer, printed

SHARE = pattern(
    "(?:^|[，,；;、])(?P<name>[\u4e00-\u9fff]{1,6}?)(?:就|约|只|仅|已|足足)?占到?了?"
    "(?:全[班队场团村]|总|两者|二者|全部)的?(?:总?人[数口]|总?得分|总?数量?|总量|学生|职工|员工|球员|收入|产量)?的?(?:比重|比例)?(?:约|近|达到?|为)?$"
)
URBAN, TOWNS = pattern("城镇化率(?:约|近|达到?|为|是)*$"), "城镇"
"""What the share of those who live in towns is called."""

ALL, NEAR = pattern("(?:常住|总|户籍)人口"), 200

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
HUNDRED, PAIR, MOST = 100, 2, 8


def find(passage: Passage) -> Iterator[Relation]:
    """Every such share, judged."""
    for index, rate in enumerate(passage.figures):
        name = _shared(passage, rate) if rate.is_rate and 1 < index < MOST else ""
        if not name:
            continue
        amounts = [one for one in passage.figures[:index] if one.is_amount]
        pairs = [(one, two) for one, two in pairwise(amounts) if same_unit(one.quantity, two.quantity)]
        if len(amounts) != 2 or not pairs or not are_all(passage, *pairs[0]):
            continue
        own = [one for one in pairs[0] if _place(passage, one, name)]
        if len(own) == 1:
            other = pairs[0][pairs[0][0] is own[0]]
            yield _verify(own[0].quantity, other.quantity, rate)


def _shared(passage: Passage, rate: Figure) -> str:
    """Whose share the words before a rate tell, or nothing; of towns only where no number of all people stands near."""
    words, start = passage.words(rate.before), max(0, passage.span.start - NEAR)
    match = SHARE.search(words)
    if match:
        return match["name"]
    return TOWNS if URBAN.search(words) and not ALL.search(passage.text, start, rate.quantity.span.start) else ""


def are_all(passage: Passage, one: Figure, two: Figure) -> bool:
    """Whether the two are there, and by their names both members of a classification of two."""
    cues = [passage.cues[passage.figures.index(each)] for each in (one, two)]
    if any(each.act not in LEVELS for each in cues) or one.quantity.hedges or two.quantity.hedges:
        return False
    mine, others = (classes.memberships(_name(passage, each)) for each in (one, two))
    alike = [number for number in mine if number in others and len(classes.rows()[number].members) == PAIR]
    return any(mine[number] != others[number] for number in alike)


def _name(passage: Passage, one: Figure) -> str:
    return passage.words(one.before).rpartition("、")[2]


def _place(passage: Passage, one: Figure, name: str) -> bool:
    """Whether the share is told of this one, by the member that it is."""
    mine, asked = classes.memberships(_name(passage, one)), classes.memberships(name)
    return any(asked.get(number) == place for number, place in mine.items())


def _verify(part: Quantity, other: Quantity, rate: Figure) -> Relation:
    def possible(intervals: list[Interval]) -> bool:
        one, two, three = intervals
        try:
            return (Interval.exactly(HUNDRED) / (two / one + Interval.exactly(1))).meets(three)
        except ValueError:
            return True

    def fits(mended: Quantity) -> bool:
        return judge((part, other, mended), possible).verdict is Verdict.CONSISTENT

    mine, rest, told = part.value * part.unit.factor, other.value * other.unit.factor, rate.quantity
    exact = HUNDRED * mine / (mine + rest) if mine + rest else mine
    judgement = judge((part, other, told), possible)
    wrong = judgement.verdict is Verdict.INCONSISTENT
    working = f"{printed(part)}÷（{part.numeral}+{printed(other)}）={finer(exact, told)}%，文中{printed(told)}"
    return Relation(
        KIND,
        (Operand.of("part", part), Operand.of("rate", told)),
        judgement.verdict,
        f"{working}，{judgement.note}",
        (rate.before,),
        told.span,
        wrong,
        {"name": "占比", "working": working, "computed": f"{finer(exact, told)}%"},
        tuple(slips.candidates("rate", told, fits, exact / told.unit.factor)) if wrong else (),
        lenient=judgement.lenient,
    )

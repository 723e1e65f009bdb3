"""multiple: how many of the one do what the other does: 一台新机器每天4.8万件，老机器8000件，一台顶6台.

What either does stands before, told of one of them in the same time; so many are what the larger is of the smaller.
What does not fit is for a reader to look at.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, adverbs
from checker.relations.growth.multiple import Finding, verify
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

SIGNS = ("顶", "抵", "相当于", "等于")
STANDS = pattern(
    "(?:[一1][台架辆条部套个座艘头把款人](?:[^，。；0-9]{0,8}?)|[它其]|效率|产能|工效|能力)?(?:就|能|可|足足|足以|便|的?效率|工作量|的?产能)*"
    f"(?:相当于|顶得?上?|抵得?上?|等于|赶得上)(?:了|过)?(?:过去|以前|原来|从前|{adverbs(EXACT, ABOUT)})*的?$"
)
OF_ONE = frozenset("台架辆条部套个名人艘头把")
BEHIND = pattern(
    "(?:[^，。；0-9、]{0,4}(?:人|工人|机器|生产线|线|设备|劳力|劳动力|壮劳力|老师傅|熟练工|工|车|机|牛|灯|炉|船|泵))?(?:的(?:工作量|产量|活儿?|效率|产能|运力|能力))?(?:[，。；！？”]|$)"
)
OTHER = pattern("共|总|全[年天村县市区]|其中|目标|计划|每[亩斤公]|成本|价|元")
NEAR, LONGEST, FEWEST = 3, 90, 2


def find(passage: Passage) -> Iterator[Relation]:
    """Every such number, judged by the two amounts that stand before it."""
    text = passage.words(passage.span)
    if not any(sign in text for sign in SIGNS):
        return
    for index, times in enumerate(passage.figures):
        quantity = times.quantity
        counted = quantity.unit_class is UnitClass.COUNT and quantity.unit.name in OF_ONE and quantity.value >= FEWEST
        if not counted or quantity.hedges or times.bracket or not STANDS.search(_lead(passage, times)):
            continue
        levels = _levels(passage, index) if BEHIND.match(passage.text, quantity.span.end, passage.span.end) else None
        if levels is not None:
            yield _judged(*levels, times)


def _lead(passage: Passage, one: Figure) -> str:
    return passage.text[passage.clauses[one.clause].start : one.quantity.span.start]


def _levels(passage: Passage, index: int) -> tuple[Figure, Figure] | None:
    """The smaller and the larger of the only two amounts of one unit before it."""
    times = passage.figures[index]
    before = [one for one in passage.figures[:index] if one.quantity.numeral != "一" and one.clause < times.clause]
    amounts = [one for one in before if one.is_amount and not one.bracket and not one.quantity.hedges]
    last = amounts[-1] if amounts else None
    alike = [one for one in amounts if last and same_unit(one.quantity, last.quantity)]
    if last is None or len(alike) != FEWEST or times.clause - alike[0].clause > NEAR:
        return None
    start = passage.clauses[alike[0].clause].start
    words = passage.text[start : times.quantity.span.start]
    small, large = sorted(alike, key=_size)
    if len(words) > LONGEST or OTHER.search(words) or _size(small) == _size(large):
        return None
    return small, large


def _size(one: Figure) -> Fraction:
    return one.quantity.value * one.quantity.unit.factor


def _judged(small: Figure, large: Figure, times: Figure) -> Relation:
    """What is told in a number of whole things is rounded to one."""
    quantity = times.quantity
    half = Fraction(1, 2)
    wide = Interval(quantity.value - half, quantity.value + half)
    rounded = replace(quantity, interval=wide, loose=wide, truncated=wide)
    finding = Finding(small, large, replace(times, quantity=rounded), (times.before,), more=False)
    relation = verify(finding)
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)

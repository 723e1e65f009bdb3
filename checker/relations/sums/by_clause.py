"""Parts told one a clause that 其他 closes: 商标纠纷最多，有1893件；著作权纠纷1526件居次；专利纠纷318件；其他纠纷205件.

All figures of the unit in the sentence are its parts. The whole opens the sentence, before 其中, or stands in the one
before, called as the sentence says it divides (民事案件里: 民事3942件). A whole that nothing divides in words is the
first figure, or the only one of the sentence before, where the parts come to it or miss it by one slip of the pen.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, THEN
from checker.relations.sums.divided import divides
from checker.relations.sums.row import OPEN, Row, Sum, same_unit
from checker.spans import Span

CLOSES = pattern("(?<![及和与、另有外还])(?:等?其[他它余]|余下|剩余|剩下)的?[\u4e00-\u9fff]{0,8}$")
DIVIDES = pattern("[“ \u3000]*(?:在|从)?(?P<name>[\u4e00-\u9fff]{2,10}?)(?:里|中|里头|当中|之中|里面)(?![心小学央])")
CLAUSES = pattern("[；;，,]")
OTHER = pattern(f"{THEN}|{MEANS}|增|减|同比|环比|均|最[高低多少]达")
LINKS = pattern("(?:[为是约有共]|达到?|审结|办结|案件|合计|共计)+$")
FEWEST, NAME, MOST = 3, 2, Fraction(1, 4)
"""What misses more of its whole leaves something out."""

HAS = pattern("[有设辖][\u4e00-\u9fff]{1,4}$")
"""合作社有社员142户."""

NO_PARTS = (UnitClass.RATE, UnitClass.NONE, UnitClass.DURATION)
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)


def closed(row: Row) -> Iterator[Sum]:
    """The whole with the parts that the sentence tells, the last of them all the others."""
    last = next((one for one in range(len(row.figures) - 1, row.first - 1, -1) if _closes(row, one)), None)
    if last is None or row.quantity(last).unit_class in NO_PARTS:
        return
    own = [one for one in range(row.first, len(row.figures)) if same_unit(row.quantity(one), row.quantity(last))]
    own = [one for one in own if not row.paced(one)]
    if not own or own[-1] != last:
        return
    opened = len(own) > FEWEST and OPEN.search(row.between(own[0], own[1])) is not None
    whole: int | None
    parts: Sequence[int]
    whole, parts = (own[0], own[1:]) if opened else (_earlier(row, own), own)
    slip = whole is None or row.quantity(last).unit_class is not UnitClass.COUNT
    if whole is None:
        whole, parts = _untold(row, own)
    if whole is None or len(parts) < FEWEST or not _is_row(row, parts):
        return
    total, quantities = row.quantity(whole), tuple(map(row.quantity, parts))
    if any(one.value >= total.value for one in quantities) or total.hedges:
        return
    missed = sum(one.value for one in quantities) - total.value
    nested = quantities[0].value == sum(one.value for one in quantities[1:])  # 新来的45人里，30人…，剩下的15人
    if missed and slip and nested:
        return
    if abs(missed) > total.value * MOST or (missed and slip and not _is_whole(row, whole, parts[0])):
        return
    words = row.figures[last].before
    yield Sum(total, quantities, (Span(words.start, words.end),), exhaustive=True, likely=True, slip=slip)


def _untold(row: Row, own: Sequence[int]) -> tuple[int | None, Sequence[int]]:
    """The whole that no word divides: the only such number of the sentence before, or else the first of this one."""
    only = _only(row, own[0])
    if only is not None:
        return only, own
    return (own[0], own[1:]) if row.adds(own[0]) and row.cues[own[0]].act in LEVELS else (None, own)


def _is_whole(row: Row, whole: int, part: int) -> bool:
    """Whether words make it the whole of what follows, though they do not say that it is divided."""
    return divides(row, whole, part) or (whole < part and HAS.search(row.before(whole)) is not None)


def _closes(row: Row, index: int) -> bool:
    return row.adds(index) and CLOSES.search(row.before(index)) is not None


def _is_row(row: Row, parts: Sequence[int]) -> bool:
    """Whether the parts stand one a clause, all of them there now, and none divided itself."""
    for one, two in pairwise(parts):
        gap = row.between(one, two)
        if OPEN.search(gap) or not CLAUSES.search(gap) or OTHER.search(gap):
            return False
    return all(
        row.adds(one) and row.cues[one].act in LEVELS and not row.figures[one].bracket and not row.quantity(one).hedges
        for one in parts
    )


def _earlier(row: Row, own: Sequence[int]) -> int | None:
    """The level in the sentence before that the opening words call by its name."""
    start = row.passage.span.start
    if OPEN.match(row.text, start):
        return _only(row, own[0])
    named = DIVIDES.match(row.text, start, row.starts[own[0]])
    if named is None:
        return None
    found = []
    for index in range(row.first):
        called = LINKS.sub("", row.before(index).rpartition("、")[2])[-NAME:]
        alike = same_unit(row.quantity(index), row.quantity(own[0])) and row.adds(index)
        if alike and len(called) == NAME and called in named["name"] and row.cues[index].act in LEVELS:
            found.append(index)
    return found[-1] if len(found) == 1 else None


def _only(row: Row, part: int) -> int | None:
    """The only number of the sentence before that its 其中 can divide."""
    alike = [one for one in range(row.first) if same_unit(row.quantity(one), row.quantity(part))]
    told = len(alike) == 1 and row.adds(alike[0]) and row.cues[alike[0]].act in LEVELS
    return alike[0] if told else None

"""What a change is of that is told behind a list of parts: 36万台，其中电视机12万台、空调7万台，比上年增长20%."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.growth.alike import comparable
from checker.relations.growth.asides import PACE
from checker.relations.growth.differences import Numbers
from checker.relations.growth.judging import Finding, verify
from checker.relations.growth.shapes import positive
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import same_unit

AMONG = pattern("[，,；;（(](?:其中|包括)[，,：:]?[^，,。；;、0-9]{0,10}$")
ITEM = pattern("(?:、|[和及与]|以及)[^，,。；;、0-9]{1,12}$")

BACK, FAR, LEAD = 3, 6, 4
"""So many figures before its parts a whole may stand: 办班24期，培训1440人次，每期60人次，其中声乐8期.

One that the parts come to may stand farther.
"""

ALL = pattern("(?:全年|累计|合计|总计|共计?)(?:达|为)?$")
"""第一季度2.4吨，第二季度3.6吨，全年12吨: no base of one of its parts."""


def of_whole(passage: Passage, finding: Finding) -> Iterator[Finding]:
    """The change of a whole, where a list of its parts or its pace stands between, which did not change so.

    A rise by more than there is of the last is one of something else.
    """
    last = finding.figures.get("current")
    if last is None or finding.reason or verify(finding).verdict is not Verdict.INCONSISTENT:
        yield finding
        return
    base = finding.figures.get("base")
    if base is not None and told_as_pace(passage, base) and not told_as_pace(passage, last):
        return  # 日均51人次，今年1至10月1.09万人次，同比下降
    start = finding.figures["base"].quantity.span.start if "base" in finding.figures else 0
    if start > last.quantity.span.start and ALL.search(passage.text[start - LEAD : start]):
        return
    whole, level = whole_of(passage, last) or _summed(passage, last), _paced(passage, last)
    if whole is not None:
        yield replace(_of_other(finding, whole), doubtful=True)
    elif level is not None and verify(other := _of_other(finding, level)).verdict is Verdict.CONSISTENT:
        yield other
    elif not (told_as_pace(passage, last) and _outgrown(finding.numbers)) and not _goes_farther_back(passage, finding):
        yield finding


def _goes_farther_back(passage: Passage, finding: Finding) -> bool:
    """Whether a level before the last one and a pace fits: 考生1.2万人，考官900人，平均每处40人，比去年多."""
    figures, last = passage.figures, finding.figures["current"]
    at = _place(passage, last)
    if at < 0 or at + 1 >= len(figures) or not told_as_pace(passage, figures[at + 1]):
        return False
    earlier = [one for one in figures[:at] if same_unit(one.quantity, last.quantity)]
    return any(verify(_of_other(finding, one)).verdict is Verdict.CONSISTENT for one in earlier)


def _outgrown(numbers: Numbers) -> bool:
    """Whether what there is grew by all of it and more."""
    current, change = numbers.current, numbers.change
    if current is None or change is None or numbers.sign <= 0:
        return False
    return change.value * change.unit.factor >= current.value * current.unit.factor


def _of_other(finding: Finding, level: Figure) -> Finding:
    """The same change, told of another level."""
    numbers, roles = finding.numbers, [role for role in ("base", "current", "change") if role in finding.figures]
    figures = {role: level if role == "current" else one for role, one in finding.figures.items()}
    for role, one in zip(roles, comparable([positive(figures[role].quantity) for role in roles]), strict=True):
        numbers = numbers.put(role, one)
    return replace(finding, figures=figures, numbers=numbers)


def whole_of(passage: Passage, last: Figure) -> Figure | None:
    """The whole before a list of parts that ends in a figure; None where it ends no list."""
    figures = passage.figures
    at = max(0, _place(passage, last))
    first = at
    while first and ITEM.match(_between(passage, first)):
        first -= 1
    if first in (0, at) or not AMONG.fullmatch(_between(passage, first)):
        return None
    near = range(first - 1, max(-1, first - 1 - BACK), -1)
    whole = next((one for one in near if same_unit(figures[one].quantity, last.quantity)), None)
    moved = whole is None or passage.cues[whole].act in (Act.RISE, Act.FALL)
    return None if whole is None or moved else figures[whole]


def _summed(passage: Passage, last: Figure) -> Figure | None:
    """The level near before a list that its parts come to, though no word opens it: 61万人，小学43万人、初中18万人."""
    figures = passage.figures
    at = first = max(0, _place(passage, last))
    while first and ITEM.match(_between(passage, first)) and same_unit(figures[first - 1].quantity, last.quantity):
        first -= 1
    total = sum((_size(one) for one in figures[first : at + 1]), Fraction(0))
    near = range(first - 1, max(-1, first - 1 - FAR), -1) if first < at else ()
    alike = (one for one in near if same_unit(figures[one].quantity, last.quantity) and _size(figures[one]) == total)
    whole = next(alike, None)
    return None if whole is None or passage.cues[whole].act in (Act.RISE, Act.FALL) else figures[whole]


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor


def _paced(passage: Passage, last: Figure) -> Figure | None:
    """The level right before one that is its pace: 共270万元，月均90万元，比去年增加45万元."""
    at = max(0, _place(passage, last))
    whole = passage.figures[at - 1] if at and told_as_pace(passage, last) else None
    return whole if whole and same_unit(whole.quantity, last.quantity) else None


def told_as_pace(passage: Passage, figure: Figure) -> bool:
    """Whether a figure tells by its words how much falls to each, or to a month."""
    if _place(passage, figure) < 0:
        return False
    start = max(passage.span.start, passage.clauses[figure.clause].start - 1)
    return PACE.match(passage.text, start, passage.span.end) is not None


def _place(passage: Passage, figure: Figure) -> int:
    """Where a figure stands in its sentence, or -1 where it is of the one before."""
    at = bisect_left(passage.figures, figure.quantity.span.start, key=lambda one: one.quantity.span.start)
    found = at < len(passage.figures) and passage.figures[at].quantity.span == figure.quantity.span
    return at if found else -1


def _between(passage: Passage, at: int) -> str:
    one, two = passage.figures[at - 1 : at + 1]
    return passage.text[one.quantity.span.end : two.quantity.span.start]

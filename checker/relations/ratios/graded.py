"""ratio: the share of a run of grades of which each has a count: 62个断面中，Ⅰ类3个，Ⅱ类51个，Ⅲ类8个，Ⅰ—Ⅲ类占100%.

The parts are the counts of the grades from the first to the last that are named; what they are of is the largest count
before them, in the sentence or in the one before.
"""

import re
from collections.abc import Iterator

from checker.patterns import pattern
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.together import verify
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

GRADES = ("ⅠⅡⅢⅣⅤ", "一二三四五六七八九十", "123456789", "ABCDE")
MARKS = "".join(GRADES)
JOINS = "—–－~～至到"
RUN = pattern(
    rf"(?P<first>[{MARKS}])(?P<kind>[类级等星])?[{JOINS}]+(?P<last>[{MARKS}])(?P<kinds>[类级等星])[^，。；、0-9]{{0,8}}?"
    r"(?:比例|占比|比重|比率|率|占)[为达到约是共]*$"
)
"""Ⅰ—Ⅲ类水质比例为."""

REACH = 12
OF_GRADE = pattern(
    rf"(?<![{JOINS}])(?<![{MARKS}][、和及与])(?P<grade>[{MARKS}])(?P<kind>[类级等星])[^，。；0-9]{{0,8}}$"
)


def find(passage: Passage) -> Iterator[Relation]:
    """Every share of a run of grades that the sentence counts, judged."""
    for index, rate in enumerate(passage.figures):
        told = run_of(passage, rate) if rate.is_rate else None
        parts = _parts(passage, index, told) if told else []
        whole = _whole(passage, parts) if parts else None
        if told and whole:
            yield verify([one.quantity for one in parts], whole.quantity, rate.quantity, Span(*told.span()))


def run_of(passage: Passage, rate: Figure) -> re.Match[str] | None:
    """The words by which a share is that of several grades, if it is."""
    return RUN.search(passage.text, passage.clauses[rate.clause].start, rate.quantity.span.start)


def _parts(passage: Passage, index: int, told: re.Match[str]) -> list[Figure]:
    """The counts of all grades of the run, in order; none where one of them is not told, or told twice."""
    order = next((one for one in GRADES if told["first"] in one and told["last"] in one), "")
    wanted = order[order.index(told["first"]) : order.index(told["last"]) + 1] if order else ""
    found: dict[str, Figure] = {}
    for figure in passage.figures[:index]:
        start = figure.quantity.span.start
        named = OF_GRADE.search(passage.text, max(passage.span.start, start - REACH), start)
        if named and named["kind"] == told["kinds"]:
            if named["grade"] in found:
                return []
            found[named["grade"]] = figure
    parts = [found[grade] for grade in wanted if grade in found]
    return parts if len(parts) == len(wanted) > 1 and _are_alike(parts) else []


def _are_alike(parts: list[Figure]) -> bool:
    return all(same_unit(parts[0].quantity, one.quantity) for one in parts)


def _whole(passage: Passage, parts: list[Figure]) -> Figure | None:
    """The largest count of their kind told before them."""
    start = min(one.quantity.span.start for one in parts)
    near = (*(passage.earlier.figures if passage.earlier else ()), *passage.figures)
    before = [one for one in near if one.is_amount and one.quantity.span.end <= start and not one.bracket]
    alike = [one for one in before if same_unit(one.quantity, parts[0].quantity)]
    largest = max(alike, key=lambda one: one.quantity.value * one.quantity.unit.factor, default=None)
    return largest if largest and all(one.quantity.value <= largest.quantity.value for one in parts) else None

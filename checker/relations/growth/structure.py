"""change: one part of a structure told for two times, and the points between them.

三次产业结构由8.2:41.5:50.3调整为7.9:40.8:51.3，第三产业比重提高1.0个百分点: the part is known by its place among the
names, which are those of the sectors or stand before the structure (基础工业与加工工业的比例).
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Proportion, Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.spans import Span

SECTORS = pattern("三次产业|三产结构|产业结构")
NAMES = pattern(
    r"(?P<names>[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8}){0,3}[与和、][\u4e00-\u9fff]{2,8}?)(?:的|之)?(?:比例|比重|结构|比)"
)
OF_SECTORS = (("第一产业", "一产"), ("第二产业", "二产"), ("第三产业", "三产"))
SEPARATOR = pattern("[、与和]")
PER_CENT = units.unit("%")


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, Act, Span]]:
    """What a part was and what it became, the points between, the way it went, and the words that name it."""
    structures = [one for one in passage.tokens if isinstance(one, Proportion)]
    for one, two in pairwise(structures):
        if len(one.parts) != len(two.parts):
            continue
        names = _names(passage, one)
        for figure, cue in zip(passage.figures, passage.cues, strict=True):
            later = figure.quantity.unit_class is UnitClass.POINTS and figure.quantity.span.start > two.span.end
            place = _place(names, _clause(passage, figure)) if later and cue.act in (Act.RISE, Act.FALL) else None
            if place is not None and place < len(one.parts):
                base, current = (_figure(each.parts[place]) for each in (one, two))
                yield base, current, figure, cue.act, figure.before


def _clause(passage: Passage, figure: Figure) -> str:
    """The words of a figure's clause before it, ordinals among them (第三产业)."""
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _names(passage: Passage, structure: Proportion) -> tuple[tuple[str, ...], ...]:
    lead = passage.text[passage.span.start : structure.span.start]
    if SECTORS.search(lead) and len(structure.parts) == len(OF_SECTORS):
        return OF_SECTORS
    match = NAMES.search(lead)
    return tuple((name,) for name in SEPARATOR.split(match["names"])) if match else ()


def _place(names: tuple[tuple[str, ...], ...], words: str) -> int | None:
    """Which part the words before a change speak of, if only of one."""
    found = [place for place, spellings in enumerate(names) if any(name in words for name in spellings)]
    return found[0] if len(found) == 1 else None


def _figure(part: Quantity) -> Figure:
    """A part of a structure is a rate, whatever it is printed as."""
    span, rate = part.span, replace(part, unit=PER_CENT)
    return Figure(rate, 0, 0, Span(span.start, span.start), Span(span.end, span.end))

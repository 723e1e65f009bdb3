"""Levels and what is told of their changes in rows of equal length, each change by its place.

2024—2026年净利润为4.6/5.7/7.0亿元，增速分别为12%/24%/23%: a row of years; each level but the first has the one before
it as its base. 甲、乙两区的面积分别为28万亩、13万亩，分别减少0.4万亩、0.3万亩，减幅分别为1.4%、2.3%: a row of things;
each has its own step and rate.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import Date, Period, Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.growth.alike import alike, scaled_bare
from checker.relations.growth.links import Role, link
from checker.relations.passage import Figure, Passage
from checker.spans import Span

APART = pattern(r"\s*(?:[、/／]|以?及|[和与])\s*[+＋]?")
"""Between two numbers of a row."""

YEARLY = pattern(
    r"\s*[，,（(]?\s*(?:对应|预计)?的?(?:分别)?(?:同比|[Yy][Oo][Yy])?(?:分别)?(?:增长率|增长|增速|增幅|变动|变化)?(?:分别|依次)?(?:约?为|是|达到?)?\s*[：:]?[+＋]?"
)
"""What the rates of a row of years are told by, beside what tells any growth."""

SEVERALLY = pattern("分别|依次")

SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
LEAST = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one level: what it was or the step to it, and the rate; ``words`` deal them out.

    ``scaled`` are the levels and the step in the unit that the last number of their row lends them.
    """

    figures: dict[str, Figure]
    scaled: dict[str, Quantity]
    sign: int
    words: Span


@dataclass(frozen=True, slots=True)
class _Row:
    figures: tuple[Figure, ...]

    @property
    def start(self) -> int:
        return self.figures[0].quantity.span.start

    @property
    def end(self) -> int:
        return self.figures[-1].quantity.span.end

    def lent(self) -> tuple[Quantity, ...]:
        """The numbers in the scale and unit of the last one, where they have none: 4.6/5.7/7.0亿元."""
        last = self.figures[-1].quantity
        scale = next((size for word, size in SCALES.items() if last.numeral.endswith(word)), 1)
        return tuple(_in_unit(one.quantity, last, scale) for one in self.figures)


def told(passage: Passage) -> Iterator[Told]:
    """Every change that two or three rows tell."""
    rows = list(_rows(passage))
    for one, two in pairwise(rows):
        if _is_amounts(one) and two.figures[0].is_rate and _size(one) == _size(two) and _are_years(passage, one):
            yield from _by_year(passage, one, two)
    for one, two, three in zip(rows, rows[1:], rows[2:], strict=False):
        measured = _is_amounts(one) and _is_amounts(two) and three.figures[0].is_rate
        if measured and _size(one) == _size(two) == _size(three):
            yield from _by_thing(passage, one, two, three)


def _by_year(passage: Passage, levels: _Row, rates: _Row) -> Iterator[Told]:
    """The growth of each year but the first, over the year before it."""
    words = Span(levels.end, rates.start)
    said = passage.words(words)
    read = link(SEVERALLY.sub("", said))
    falls = read is not None and read.role is Role.GROWTH and read.act is Act.FALL
    if not YEARLY.fullmatch(said) and not (read and read.role is Role.GROWTH and read.key in ("", "year")):
        return
    values = levels.lent()
    if any(one.value <= 0 for one in values):
        return
    for at in range(1, len(values)):
        rate = rates.figures[at]
        figures = {"base": levels.figures[at - 1], "current": levels.figures[at], "rate": rate}
        sign = -1 if falls is not (rate.quantity.value < 0) else 1
        yield Told(figures, {"base": values[at - 1], "current": values[at]}, sign, words)


def _by_thing(passage: Passage, levels: _Row, steps: _Row, rates: _Row) -> Iterator[Told]:
    """The step and the rate of each thing."""
    words, behind = Span(levels.end, steps.start), Span(steps.end, rates.start)
    moved, rated = (link(SEVERALLY.sub("", passage.words(one))) for one in (words, behind))
    if moved is None or rated is None or not moved.role is rated.role is Role.GROWTH:
        return
    if moved.act not in (Act.RISE, Act.FALL) or rated.act not in (moved.act, None):
        return
    values, moves = levels.lent(), steps.lent()
    if not all(alike(one, two) for one, two in zip(values, moves, strict=True)):
        return
    for at, rate in enumerate(rates.figures):
        figures = {"current": levels.figures[at], "change": steps.figures[at], "rate": rate}
        scaled = {"current": values[at], "change": moves[at]}
        yield Told(figures, scaled, -1 if moved.act is Act.FALL else 1, words)


def _rows(passage: Passage) -> Iterator[_Row]:
    """The rows of the sentence: numbers that only 、 or a stroke parts, in one unit or in that of the last one."""
    row: list[Figure] = []
    for one in passage.figures:
        if row and not _goes_on(passage, row[-1], one):
            if len(row) >= LEAST:
                yield _Row(tuple(row))
            row = []
        row.append(one)
    if len(row) >= LEAST:
        yield _Row(tuple(row))


def _goes_on(passage: Passage, one: Figure, two: Figure) -> bool:
    left, right = one.quantity, two.quantity
    if not APART.fullmatch(passage.text, left.span.end, right.span.start):
        return False
    bare = left.unit_class is UnitClass.NONE and right.unit_class not in (UnitClass.RATE, UnitClass.DURATION)
    return bare or (left.unit_class is right.unit_class and left.unit.name == right.unit.name)


def _is_amounts(row: _Row) -> bool:
    """Whether it is a row of levels or steps: no rates, no lengths of time."""
    return row.figures[-1].is_amount or all(one.quantity.unit_class is UnitClass.NONE for one in row.figures)


def _size(row: _Row) -> int:
    return len(row.figures)


def _are_years(passage: Passage, row: _Row) -> bool:
    """Whether the words before a row tell as many years, one after the other: 2024—2026年, 2024、2025、2026年."""
    ahead = [one for one in passage.tokens if one.span.end <= row.start]
    if not ahead:
        return False
    last = ahead[-1]
    if isinstance(last, Period):
        first, until = last.start, last.end
        if first is None or until is None or first.year is None or until.year is None or first.month is not None:
            return False
        return until.year - first.year + 1 == _size(row)
    years = [one.year for one in ahead[-_size(row) :] if isinstance(one, Date) and one.month is None]
    known = [one for one in years if one is not None]
    return len(known) == _size(row) and all(two - one == 1 for one, two in pairwise(known))


def _in_unit(one: Quantity, last: Quantity, scale: int) -> Quantity:
    if one.unit_class is not UnitClass.NONE or last.unit_class is UnitClass.NONE:
        return one
    if scaled_bare(one):
        return replace(one, unit=last.unit)
    words = one.numeral + next((word for word, size in SCALES.items() if size == scale), "")
    return replace(
        one,
        number=Span(one.span.start, one.span.start + len(words)),
        literal=words,
        value=one.value * scale,
        place=one.place * scale,
        loose_place=one.loose_place * scale,
        unit=last.unit,
        interval=one.interval.scale(scale),
        loose=one.loose.scale(scale),
        truncated=one.truncated.scale(scale),
    )

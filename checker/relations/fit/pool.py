"""The numbers of an article by unit and size, and how likely it is that some of them fit by chance.

Sizes are floats here: they only choose what is tried. Whether it fits, the relation itself says exactly.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.findings import Verdict
from checker.quantities.model import UnitClass
from checker.relations.cues import Act, moved
from checker.relations.fit.level import MONEY, PER_CENT, Level
from checker.relations.growth.judging import Finding
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

SENTENCE, PARAGRAPH, ARTICLE = 0.1, 0.03, 0.01
"""How likely a fit by chance may be, by how far apart its numbers stand."""

ALONE = 0.5
"""The same where the sentence holds no other numbers that could be meant."""

NEAREST = 32
"""So many numbers are near at the most, however long the sentence."""

REGION = 256
"""Numbers farther apart than this are not tried with each other, however long the text."""

EPSILON = 1e-9
"""What floats may be off."""

ROUGH = 0.05
"""A number whose printed digits leave it more open than this is not looked for."""


Sizes = tuple[list[float], list[Level]]
"""Values in order, with the numbers that have them."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A relation that arithmetic ties, and how likely its numbers fit by chance. ``finding`` is what a change is of.

    What is not ``told`` only explains a fault: 开工率53% of 1953个 with 918 begun is the rate of the others.
    """

    relation: Relation
    chance: float
    finding: Finding | None = None
    told: bool = True


class Pool:
    """Every number of an article."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.text = passages[0].text if passages else ""
        self.levels: list[Level] = []
        self.wholes: dict[int, list[Level]] = defaultdict(list)
        self.moving: dict[int, list[Level]] = defaultdict(list)
        """The numbers of a sentence that are a rise or a fall."""
        paragraph = 0
        for sentence, passage in enumerate(passages):
            paragraph += passage.earlier is None
            for index, figure in enumerate(passage.figures):
                act = passage.cues[index].act
                if act is Act.LEVEL:
                    act = moved(passage.words(figure.before))
                level = Level(figure, passage, index, act, len(self.levels), (sentence, paragraph))
                self.levels.append(level)
                if level.moves:
                    self.moving[sentence].append(level)

    @cached_property
    def _prices(self) -> dict[Level, Level]:
        """Prices as amounts of money: 每公斤3.36元, and a month ago 3.50元."""
        return {
            one: one.priced()
            for one in self.levels
            if one.quantity.unit_class is UnitClass.PER and one.quantity.unit.base.startswith(f"{MONEY}/")
        }

    def priced(self, level: Level) -> Level:
        """A price as an amount of money; any other number is what it is."""
        return self._prices.get(level, level)

    @cached_property
    def _sorted(self) -> dict[tuple[int, str], Sizes]:
        """The numbers by region and unit, the smallest first."""
        groups: dict[tuple[int, str], list[Level]] = defaultdict(list)
        for level in (*self.levels, *self._prices.values()):
            groups[level.at // REGION, level.key].append(level)
        return {name: _by_size(levels) for name, levels in groups.items()}

    @cached_property
    def _still(self) -> dict[tuple[int, str], list[tuple[int, Sizes]]]:
        """Those that are no rate, no rise and no fall, by paragraph and unit: a paragraph mostly lies in one region."""
        groups: dict[tuple[int, str, int], list[Level]] = defaultdict(list)
        for level in (*self.levels, *self._prices.values()):
            if not level.moves and level.key != PER_CENT:
                groups[level.paragraph, level.key, level.at // REGION].append(level)
        found: dict[tuple[int, str], list[tuple[int, Sizes]]] = defaultdict(list)
        for (paragraph, name, region), levels in groups.items():
            found[paragraph, name].append((region, _by_size(levels)))
        return {name: sorted(regions, key=lambda one: one[0]) for name, regions in found.items()}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for level in self.levels:
            places[level.key].append(level.at)
        return places

    def learn(self, relation: Relation) -> None:
        """Remember the whole of a rate: the next rates of its paragraph are likely to have it too."""
        if relation.kind != "ratio":
            return
        places = {one.role: self.at(one.span) for one in relation.operands}
        whole, rate = places.get("whole"), places.get("rate")
        if whole and rate and whole not in self.wholes[rate.paragraph]:
            self.wholes[rate.paragraph].append(whole)

    @cached_property
    def _at(self) -> dict[int, Level]:
        return {one.quantity.span.start: one for one in self.levels}

    def between(self, near: Level, name: str, low: float, high: float) -> list[Level]:
        """The numbers of a unit that can lie between two values, no farther from ``near`` than a region or two."""
        region, found = near.at // REGION, list[Level]()
        for place in (region - 1, region, region + 1):
            sizes = self._sorted.get((place, name))
            if sizes:
                found += _within(sizes, low, high)
        return found

    def beside(self, near: Level, name: str, low: float, high: float) -> list[Level]:
        """The amounts among them that are there, in the paragraph of ``near`` and two sentences off at most."""
        return [
            one
            for region, sizes in self._still.get((near.paragraph, name), ())
            if abs(region - near.at // REGION) <= 1
            for one in _within(sizes, low, high)
            if abs(one.sentence - near.sentence) <= 2
        ]

    def rivals(self, one: Level, other: Level, *given: Level) -> int:
        """How many numbers of the unit of ``other`` stand as near to ``one`` on its side, without those ``given``."""
        places, (low, high) = self._places[other.key], sorted((one.at, other.at))
        count = bisect_right(places, high) - bisect_left(places, low)
        return count - sum(each.key == other.key and low <= each.at <= high for each in (one, *given))

    def at(self, span: Span | None) -> Level | None:
        """The number at a place."""
        level = None if span is None else self._at.get(span.start)
        return level if level and level.quantity.span == span else None

    def next(self, level: Level, step: int) -> Level | None:
        """The number so many places behind (or, below zero, before) one."""
        at = level.at + step
        return self.levels[at] if 0 <= at < len(self.levels) else None

    def before(self, level: Level, *, sentences: int = 1) -> Iterator[Level]:
        """The numbers before one, the nearest first, so many sentences back."""
        for at in range(level.at - 1, max(-1, level.at - 1 - NEAREST), -1):
            one = self.levels[at]
            if one.sentence <= level.sentence - sentences or one.paragraph != level.paragraph:
                return
            yield one

    def after(self, level: Level, *, sentences: int = 1) -> Iterator[Level]:
        """The numbers behind one, the nearest first, through so many sentences."""
        for at in range(level.at + 1, min(len(self.levels), level.at + 1 + NEAREST)):
            one = self.levels[at]
            if one.sentence >= level.sentence + sentences or one.paragraph != level.paragraph:
                return
            yield one


def believed(chance: float, *levels: Level) -> bool:
    """Whether a fit of these numbers is hardly chance; the farther apart they stand the less it may be."""
    if len({one.sentence for one in levels}) == 1:
        return chance <= SENTENCE
    return chance <= (PARAGRAPH if len({one.paragraph for one in levels}) == 1 else ARTICLE)


def decades(low: float, high: float) -> float:
    """How many powers of ten lie between two positive numbers."""
    return math.log10(high / low) if 0 < low <= high else 1.0


def _by_size(levels: list[Level]) -> Sizes:
    ordered = sorted(levels, key=lambda one: (one.value, one.at)) if len(levels) > 1 else levels
    return [one.value for one in ordered], ordered


def _within(sizes: Sizes, low: float, high: float) -> list[Level]:
    """The numbers that can lie between two values."""
    values, levels = sizes
    low, high = low - abs(low) * EPSILON, high + abs(high) * EPSILON
    first, last = bisect_left(values, low - abs(low) * ROUGH), bisect_right(values, high + abs(high) * ROUGH)
    return [one for one in levels[first:last] if one.high >= low and one.low <= high] if first < last else []


def fits(relation: Relation) -> bool:
    """Whether the numbers fit as they are rounded, without leniency for a cut-off digit or an average."""
    return relation.verdict is Verdict.CONSISTENT and not relation.lenient


def closeness(low: float, high: float, off: float, *given: Level) -> float:
    """How likely a number of any size fits so well: into this window, and no farther from its middle than this.

    ``off`` is how far the logarithm of the quotient is from what is printed. A number that fits a rough 四成 to the
    dot does so by chance as seldom as one that fits 40.0%.
    """
    grain = max(min(one.grain for one in given), 1e-6)
    return min(decades(low, high), (2 * off + grain) / LN10)


LN10 = math.log(10)

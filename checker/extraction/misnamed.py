"""Towns that are not where the text has them, while one nearby is spelt almost the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.extraction.localities import MOST_NEAR, Localities
from checker.extraction.slots import Slot, SlotKind, slots
from checker.gazetteer import Gazetteer, Level, Place
from checker.lexicon.alike import Alike, Likeness, word_alike
from checker.lexicon.words import is_ordinary
from checker.patterns import pattern
from checker.spans import Span

# What may stand directly before a name that no place name introduces.
BEFORE_NAME = frozenset("的在从到往去至与和及向对于由为把将被经过自赴驻入进达抵距离邻是有让如了、")
COUNTY_TYPES = "县区市旗州"
TOWN_TYPE = pattern("街道(?:办事处|办)?|街办|镇|乡")
LONGEST_ABOVE = 12
MOST_PROPOSED = 3
HEADED = pattern("[ \u3000]*(?:[\n：:|｜—]|[ \u3000][^，。；\n]{1,24}\n)")
"""What stands behind a name that heads a section."""

MADE = pattern(
    "(?:设立|新设|增设|成立|组建|撤销|[更改]名为|命名为|合并为|改[设为])(?:了|为)?(?:新的|原)?[^，,。；;]{0,8}$"
)
"""设立新的青溪县|河口镇."""

ONE, BOTH = 2, 3
"""The greatest distance of a name that differs in one character, and in two."""


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A town's name at ``span`` that ``county`` does not have.

    ``rights`` are the towns of that county that are spelt almost so, the likest first; ``likeness`` is that of the
    first. Where there are none, ``home`` is the county that does have the town.
    """

    span: Span
    name: str
    county: Place
    rights: tuple[Place, ...] = ()
    likeness: Likeness = Likeness.SHAPE
    home: Place | None = None


class Misnaming:
    """Looks for them in one article."""

    def __init__(self, text: str, localities: Localities, gazetteer: Gazetteer) -> None:
        self.text, self.where, self.gazetteer = text, localities, gazetteer
        self._cache: dict[str, frozenset[str]] = {}

    def found(self) -> tuple[Misnamed, ...]:
        """Every occurrence of every misspelt town, in order."""
        wrong: dict[Span, Misnamed] = {}
        spread = set[str]()
        for slot in slots(self.text):
            one = self._wrong(slot)
            if one:
                wrong.setdefault(one.span, one)
                stem = TOWN_TYPE.sub("", one.name)
                for other in self._again(one, stem) if stem not in spread else ():
                    wrong.setdefault(other.span, other)
                spread.add(stem)
        made = {one.name for one in wrong.values() if self._is_made(one.span.start)}
        return tuple(wrong[span] for span in sorted(wrong) if wrong[span].name not in made)

    def _is_made(self, start: int) -> bool:
        """Whether a town is founded, renamed or dissolved here: no older list has what it is called."""
        return MADE.search(self.text, max(0, start - LONGEST_ABOVE), start) is not None

    def _wrong(self, slot: Slot) -> Misnamed | None:
        if slot.generic and (slot.kind is not SlotKind.TOWN or not _may_open(slot.before)):
            return None
        spot = self.where.spot(slot.span.start)
        if spot and spot.after is not None:
            return self._adjacent(slot, spot.counties, self.text[spot.after : slot.span.start])
        counties = spot.counties if spot else self.where.counties
        if len(counties) > MOST_NEAR or not self._stems(counties).isdisjoint(slot.stems):
            return None
        found = next(filter(None, (self._loose(slot, stem, counties) for stem in slot.stems)), None)
        return found if found and self._known.isdisjoint(slot.stems) else None

    def _adjacent(self, slot: Slot, counties: Sequence[Place], stem: str) -> Misnamed | None:
        """A name with its county's before it: 洛川县士基镇."""
        if is_ordinary(stem) or stem in self._stems(counties) or stem not in slot.stems:
            return None
        if slot.kind is not SlotKind.TOWN:
            return self._named_after(slot, stem, counties)
        span = Span(slot.span.start - len(stem), slot.span.end)
        rights = self._nearest(stem, counties, ONE)
        if rights:
            return self._misnamed(span, rights)
        home = self._sibling_with(counties[0], span.of(self.text)) if len(counties) == 1 else None
        return Misnamed(span, span.of(self.text), counties[0], home=home) if home else None

    def _loose(self, slot: Slot, stem: str, counties: Sequence[Place]) -> Misnamed | None:
        """A name whose county stands elsewhere."""
        if slot.kind is not SlotKind.TOWN:
            return self._named_after(slot, stem, counties)
        span = Span(slot.span.start - len(stem), slot.span.end)
        if slot.generic and (not self._opens(span.start, counties) or stem[0] in BEFORE_NAME):
            return None
        rights = self._nearest(stem, counties, ONE)
        if not rights or self._is_elsewhere(slot, span, rights[0]):
            return None
        if is_ordinary(stem) and not self._heads(span, rights[0][1]):
            return None
        return self._misnamed(span, rights)

    def _heads(self, span: Span, right: Place) -> bool:
        """Whether words that may mean anything stand where a section's name does, and the text has the town itself."""
        own_line = self.text[span.start - 1 : span.start] in ("", "\n") and right.name in self.text
        return own_line and HEADED.match(self.text, span.end) is not None

    def _named_after(self, slot: Slot, stem: str, counties: Sequence[Place]) -> Misnamed | None:
        """A station, a port, a zone: it is named after a town only where the name can hardly be anything else."""
        start = slot.span.start - len(stem)
        if not self._opens(start, counties):
            return None
        rights = self._nearest(stem, counties, BOTH if slot.kind is SlotKind.HUB and len(counties) == 1 else ONE)
        rights = [(near, town) for near, town in rights if near.distance == 1 or near.kind is Likeness.SHAPE]
        if not rights or self.gazetteer.named(stem):
            return None
        if rights[0][0].distance <= ONE and (is_ordinary(stem) or self._is_near(stem, counties, 0)):
            return None
        return self._misnamed(Span(start, slot.span.start), rights)

    def _is_elsewhere(self, slot: Slot, span: Span, right: tuple[Alike, Place]) -> bool:
        """Whether a town of this name may well be meant that lies elsewhere.

        What looks like a slip may be a real town far away. In an article that names no other county it hardly is.
        """
        stem, kind = self.text[span.start : slot.span.start], slot.span.of(self.text)
        if any(
            self.gazetteer.named(self.text[span.start - length : span.start])
            for length in (2, 3)
            if length <= span.start
        ):
            return True
        if any(self.gazetteer.towns_named(one + kind) for one in slot.stems if len(one) > len(stem)):
            return True
        near, town = right
        exists = bool(self.gazetteer.towns_named(stem + kind))
        if self.where.is_local:
            doubtful = exists and (near.distance > 1 or not town.name.endswith(kind))
            return doubtful or self._is_near(stem, self.where.counties, 4)
        return exists or self._is_near(stem, self.where.counties)

    def _is_near(self, stem: str, counties: Sequence[Place], digits: int = 2) -> bool:
        """Whether a town in the province of one of the counties, or in its city, has this name."""
        areas = {county.code[:digits] for county in counties}
        return any(town.code[:digits] in areas for town in self.gazetteer.towns_named(stem))

    def _misnamed(self, span: Span, rights: list[tuple[Alike, Place]]) -> Misnamed:
        near, first = rights[0]
        county = self.gazetteer.parent(first)
        assert county
        towns = tuple(town for _, town in rights if town.parent == county.code)
        return Misnamed(span, span.of(self.text), county, towns[:MOST_PROPOSED], near.kind)

    def _again(self, one: Misnamed, stem: str) -> Iterator[Misnamed]:
        """The same wrong name without its type, or with another: 涪沱 in 涪沱物流园 and in 涪沱园区."""
        if not one.rights or is_ordinary(stem) or self.gazetteer.towns_named(stem):
            return
        at = self.text.find(stem)
        while at >= 0:
            found = TOWN_TYPE.match(self.text, at + len(stem))
            span = Span(at, found.end() if found else at + len(stem))
            yield Misnamed(span, span.of(self.text), one.county, one.rights, one.likeness)
            at = self.text.find(stem, at + len(stem))

    def _opens(self, at: int, counties: Sequence[Place]) -> bool:
        """Whether a name can begin here: after a mark, after a small word, after a county's name or one above it."""
        before = self.text[at - 1 : at]
        if not "\u4e00" <= before <= "\u9fff" or before in BEFORE_NAME:
            return True
        above = {place for county in counties for place in (county, *self.gazetteer.ancestors(county))}
        return any(self.text.endswith((place.name, place.short), max(0, at - LONGEST_ABOVE), at) for place in above)

    @cached_property
    def _known(self) -> frozenset[str]:
        """The stems of all towns that the article may speak of."""
        places = (self.gazetteer.place(code) for code in self.where.reach)
        return frozenset(self._stems(place for place in places if place))

    def _nearest(self, stem: str, counties: Iterable[Place], most: int) -> list[tuple[Alike, Place]]:
        """The towns whose names are alike, the likest first."""
        towns = (town for county in counties for town in self.gazetteer.towns(county) if len(town.short) > 1)
        found = ((word_alike(stem, town.short), town) for town in towns)
        known = [(near, town) for near, town in found if near and near.distance <= most]
        return sorted(known, key=lambda one: (one[0].distance, one[0].kind is Likeness.SOUND, one[1].code))

    def _stems(self, counties: Iterable[Place]) -> set[str]:
        return set().union(*(self._stems_of(county) for county in counties))

    def _stems_of(self, county: Place) -> frozenset[str]:
        if county.code not in self._cache:
            self._cache[county.code] = frozenset(town.short for town in self.gazetteer.towns(county))
        return self._cache[county.code]

    def _sibling_with(self, county: Place, name: str) -> Place | None:
        """The other county of the city, or of the municipality, that has a town of this name."""
        above = self.gazetteer.parent(county)
        if above is None or (above.level is Level.PROVINCE and above.name[-1] != "市"):
            return None
        homes = [self.gazetteer.parent(town) for town in self.gazetteer.towns_named(name) if town.name == name]
        near = [home for home in homes if home and home.parent == above.code and home.short != county.short]
        return near[0] if len(near) == 1 else None


def _may_open(before: str) -> bool:
    """Whether a name of two or three characters can begin in the words before a type: 在新城镇, 洛川县新城镇."""
    return len(before) <= 3 or any(
        before[-length] in BEFORE_NAME or before[-length] in COUNTY_TYPES for length in (3, 4)
    )

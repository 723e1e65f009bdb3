"""Towns that are not where the text has them, while one nearby is spelt almost the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.extraction.localities import Localities, Spot
from checker.extraction.slots import Slot, SlotKind, slots
from checker.gazetteer import Gazetteer, Level, Place
from checker.lexicon.alike import Alike, Likeness, word_alike
from checker.lexicon.words import is_ordinary
from checker.patterns import pattern
from checker.spans import Span

# What may stand directly before a name that no place name introduces.
BEFORE_NAME = frozenset("的在从到往去至与和及向对于由为把将被经过自赴驻入进达抵距离邻是有让如了、")
TOWN_TYPE = pattern("街道(?:办事处|办)?|街办|镇|乡")
MOST_PROPOSED = 3
TWO_SIMPLE, BOTH = 2, 4
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

    def found(self) -> tuple[Misnamed, ...]:
        """Every occurrence of every misspelt town, in order."""
        wrong: dict[Span, Misnamed] = {}
        for slot in slots(self.text):
            one = self._wrong(slot)
            if one:
                wrong.setdefault(one.span, one)
                for other in self._again(one):
                    wrong.setdefault(other.span, other)
        return tuple(wrong[span] for span in sorted(wrong))

    def _wrong(self, slot: Slot) -> Misnamed | None:
        if slot.generic and len(slot.before) < 3:
            return None
        spot = self.where.spot(slot.span.start)
        if spot and spot.after is not None:
            return self._adjacent(slot, spot, self.text[spot.after : slot.span.start])
        return None if slot.generic else self._loose(slot, spot)

    def _adjacent(self, slot: Slot, spot: Spot, stem: str) -> Misnamed | None:
        """A name with its county's before it: 洛川县士基镇."""
        if is_ordinary(stem) or stem in self._stems([spot.county]) or slot.before[-len(stem) :] != stem:
            return None
        span = Span(slot.span.start - len(stem), slot.span.end)
        if slot.kind is not SlotKind.TOWN:
            return self._named_after(slot, stem, [spot.county])
        name = span.of(self.text)
        rights = _nearest(stem, self.gazetteer.towns(spot.county), TWO_SIMPLE)
        if rights:
            return self._misnamed(span, name, spot.county, rights)
        home = self._sibling_with(spot.county, name)
        return Misnamed(span, name, spot.county, home=home) if home else None

    def _loose(self, slot: Slot, spot: Spot | None) -> Misnamed | None:
        """A name whose county stands elsewhere."""
        counties = [spot.county] if spot else [*self.where.counties] if len(self.where.counties) <= 6 else []
        for length in range(2, len(slot.before) + 1):
            stem = slot.before[-length:]
            if stem in self._known:
                return None
            if slot.kind is not SlotKind.TOWN:
                one = self._named_after(slot, stem, counties)
            else:
                one = self._town(slot, stem, counties)
            if one:
                return one
        return None

    def _town(self, slot: Slot, stem: str, counties: Sequence[Place]) -> Misnamed | None:
        towns = [town for county in counties for town in self.gazetteer.towns(county)]
        rights = _nearest(stem, towns, TWO_SIMPLE)
        span = Span(slot.span.start - len(stem), slot.span.end)
        if not rights or is_ordinary(stem) or self._exists(slot, counties):
            return None
        return self._misnamed(span, span.of(self.text), self._county(rights[0][1]), rights)

    def _named_after(self, slot: Slot, stem: str, counties: Sequence[Place]) -> Misnamed | None:
        """A station, a port, a zone: it is named after a town only where the name can hardly be anything else."""
        start = slot.span.start - len(stem)
        if not self._opens(start):
            return None
        towns = [town for county in counties for town in self.gazetteer.towns(county)]
        rights = _nearest(stem, towns, BOTH if slot.kind is SlotKind.HUB else TWO_SIMPLE)
        rights = [
            (near, town) for near, town in rights if near.distance == 1 or near.kind is Likeness.SHAPE
        ]
        if not rights or self.gazetteer.named(stem) or stem in self._known:
            return None
        both = rights[0][0].distance > TWO_SIMPLE
        if not both and (is_ordinary(stem) or self._exists(slot, counties)):
            return None
        return self._misnamed(Span(start, slot.span.start), stem, self._county(rights[0][1]), rights)

    def _misnamed(self, span: Span, name: str, county: Place, rights: list[tuple[Alike, Place]]) -> Misnamed:
        towns = tuple(dict.fromkeys(town for _, town in rights))
        return Misnamed(span, name, county, towns[:MOST_PROPOSED], rights[0][0].kind)

    def _again(self, one: Misnamed) -> Iterator[Misnamed]:
        """The same wrong name without its type, or with another: 涪沱 in 涪沱物流园 and in 涪沱园区."""
        stem = TOWN_TYPE.sub("", one.name)
        if not one.rights or is_ordinary(stem) or self.gazetteer.towns_named(stem):
            return
        at = self.text.find(stem)
        while at >= 0:
            found = TOWN_TYPE.match(self.text, at + len(stem))
            span = Span(at, found.end() if found else at + len(stem))
            yield Misnamed(span, span.of(self.text), one.county, one.rights, one.likeness)
            at = self.text.find(stem, at + len(stem))

    def _exists(self, slot: Slot, counties: Sequence[Place]) -> bool:
        """Whether any reading of the words before the type is a town elsewhere: with its type in the whole country,
        without it in the provinces of these counties."""
        provinces = {county.code[:2] for county in counties}
        for length in range(2, len(slot.before) + 1):
            stem = slot.before[-length:]
            if slot.kind is SlotKind.TOWN and self.gazetteer.towns_named(stem + slot.span.of(self.text)):
                return True
            if any(town.code[:2] in provinces for town in self.gazetteer.towns_named(stem)):
                return True
        return False

    def _opens(self, at: int) -> bool:
        """Whether a name can begin here."""
        before = self.text[at - 1 : at]
        return not "\u4e00" <= before <= "\u9fff" or before in BEFORE_NAME or at in self._ends

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(mention.span.end for mention in self.where.mentions)

    @cached_property
    def _known(self) -> frozenset[str]:
        """The stems of all towns that the article may speak of."""
        places = (self.gazetteer.place(code) for code in self.where.reach)
        return frozenset(self._stems(place for place in places if place))

    def _stems(self, counties: Iterable[Place]) -> set[str]:
        return {town.short for county in counties for town in self.gazetteer.towns(county)}

    def _county(self, town: Place) -> Place:
        county = self.gazetteer.parent(town)
        assert county
        return county

    def _sibling_with(self, county: Place, name: str) -> Place | None:
        """The other county of the city, or of the municipality, that has a town of this name."""
        above = self.gazetteer.parent(county)
        if above is None or (above.level is Level.PROVINCE and above.name[-1] != "市"):
            return None
        homes = [self._county(town) for town in self.gazetteer.towns_named(name) if town.name == name]
        near = [home for home in homes if home.parent == above.code]
        return near[0] if len(near) == 1 else None


def _nearest(stem: str, towns: Iterable[Place], most: int) -> list[tuple[Alike, Place]]:
    """The towns whose names are alike, the likest first."""
    found = ((word_alike(stem, town.short), town) for town in towns if len(town.short) == len(stem) > 1)
    known = [(near, town) for near, town in found if near and near.distance <= most]
    return sorted(known, key=lambda one: (one[0].distance, one[0].kind is Likeness.SOUND, one[1].code))

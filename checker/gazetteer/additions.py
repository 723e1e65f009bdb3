"""Places that a newsroom adds to the table: new districts, towns, villages, parks, institutions."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from checker.gazetteer.finding import Gazetteer
from checker.gazetteer.model import Level, Place
from checker.gazetteer.table import Table

TOWN_TYPES = ("街道", "镇", "乡", "苏木")
DISTRICT_TYPES = ("区", "县", "市", "旗")
CITY_TYPES = ("市", "州", "盟", "地区")
TYPES = ("街道", "社区", "新区", "苏木", "嘎查", *"镇乡村区县市旗州盟")
"""What a place is called without, the longer before the shorter."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A place as a newsroom knows it. ``within`` is the place that it lies in, by its full name.

    Where several places have that name, those above stand before it: 吉林省吉林市. ``short`` is the name without its
    type, told from the name where it is not given; ``also`` are other names in use.
    """

    within: str
    name: str
    short: str = ""
    also: tuple[str, ...] = ()


class UnknownParent(ValueError):
    """An addition lies in no place, or in one of several. ``within`` is what was said."""

    def __init__(self, within: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.within, self.remedy = within, remedy


@lru_cache(maxsize=8)
def supplemented(additions: tuple[Addition, ...]) -> Gazetteer:
    """The gazetteer with these places too: the same object for the same places. What it has already stays as it is.

    An addition may lie in one that comes before it. Raises UnknownParent.
    """
    if not additions:
        return Gazetteer.load()
    made = Gazetteer()
    for number, one in enumerate(additions):
        above = _parent(made, one.within)
        if not any(place.name == one.name for place in made.children(above)):
            made.take(_place(one, above, _level(made, one.name, above), number))
    return made


def _place(one: Addition, above: Place, level: Level, number: int) -> Place:
    """The place. Its code, which no official one is like, begins as those of its sisters do."""
    begins = above.code[: {Level.PREFECTURE: 2, Level.COUNTY: 4}.get(level, 99)]
    if level is Level.COUNTY and above.level is Level.PROVINCE:
        begins = above.code[:2] + ("01" if above.name.endswith("市") else "90")
    return Place(f"{begins}+{number}", one.name, one.short or _short(one.name), level, above.code, one.also)


def _level(table: Table, name: str, above: Place) -> Level:
    """What a place is: told by its type and by what it lies in."""
    if name.endswith(TOWN_TYPES) and (above.level is Level.COUNTY or table.towns(above)):
        return Level.TOWN
    if above.level is Level.PROVINCE and not above.name.endswith("市") and name.endswith(CITY_TYPES):
        return Level.PREFECTURE
    if above.level in (Level.PROVINCE, Level.PREFECTURE) and name.endswith(DISTRICT_TYPES):
        return Level.COUNTY
    return Level.LOCAL


def _short(name: str) -> str:
    """The name without its type, if two characters are left.

    >>> [_short(name) for name in ("云溪镇", "龙潭街道", "云溪新区", "河镇", "实验小学")]
    ['云溪', '龙潭', '云溪', '河镇', '实验小学']
    """
    kind = next((one for one in TYPES if name.endswith(one)), "")
    return name.removesuffix(kind) if len(name) - len(kind) >= 2 else name


def _parent(table: Table, within: str) -> Place:
    found = tuple(dict.fromkeys(_meant(table, within)))
    if len(found) == 1:
        return found[0]
    if not found:
        close = get_close_matches(within, table.full_names, 1)
        remedy = f"did you mean {close[0]!r}?" if close else "write its full name, such as 江津区 or 重庆市江津区"
        raise UnknownParent(within, f"the gazetteer knows no {within!r}", remedy)
    chains = sorted("".join(one.name for one in (*reversed([*table.ancestors(place)]), place)) for place in found)
    listed = "、".join(chains[:4]) + ("…" if len(chains) > 4 else "")
    raise UnknownParent(within, f"{within!r} is the name of {len(found)} places: {listed}", f"write {chains[0]!r}")


def _meant(table: Table, words: str) -> Iterator[Place]:
    """The places of this full name, or of a full name after those of places above."""
    yield from _called(table, words)
    for at in range(2, len(words) - 1):
        uppers = [place for place in _called(table, words[:at]) if place.level is not Level.TOWN]
        for lower in _meant(table, words[at:]) if uppers else ():
            if any(table.contains(upper, lower) for upper in uppers):
                yield lower


def _called(table: Table, name: str) -> Iterator[Place]:
    yield from table.divisions(table.full_names.get(name, ()))
    yield from (town for town in table.towns_named(name) if town.name == name and town.valid_to is None)

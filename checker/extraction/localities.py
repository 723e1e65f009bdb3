"""Which county a spot of the text is in: by the name before it, its section, its sentence, its article."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.document import BlockKind, Document
from checker.extraction.slots import LONGEST_NAME
from checker.extraction.topics import Topic
from checker.gazetteer import Gazetteer, Level, Mention, Place
from checker.patterns import pattern
from checker.spans import Span, find_each

DATELINE = pattern(
    "(?:本报|本网|新华社|中新社|中新网)?([\u4e00-\u9fff]{2,4}?)(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:电|讯|消息|[：:])"
)
# 林区 and 特区 end in it, whatever follows.
COUNTY_TYPE = pattern("[县市区旗](?:(?![域场民]|级(?!市))|(?<=[林特]区))")
CITY_TYPE = pattern("[市州盟](?![场民价值际])|地区")
TYPE_AFTER = pattern("[区市县州旗盟镇乡村屯寨省](?![民场域间级])|街道|社区|[岸麓侧坡缘端]")
LENGTHS = (11, 10, 9, 8, 7, 6, 5, 4, 3, 2)
BEFORE_COUNTY = frozenset("在到从与和对向给的为是由于至赴及往来进位驻、")
NAME = pattern("(?![的和与及至到])[\u4e00-\u9fff]+")
MOST_NEAR = 6
LONGEST_TITLE = 60
MOST_SHORTS = 60
MOST_NAMESAKES = 4
"""An article that names more counties than this is about none of them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands. ``counties`` are counties, districts or cities without any: several where namesakes are.

    ``after`` is where the name of the county ends that stands directly before it; None where the county is known from
    the sentence, the section or the article alone.
    """

    counties: tuple[Place, ...]
    after: int | None = None


class Localities:
    """The counties that an article names, and where."""

    def __init__(self, document: Document, topics: tuple[Topic, ...], gazetteer: Gazetteer) -> None:
        self.document, self.topics, self.gazetteer = document, topics, gazetteer
        self.text = document.text

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place above the towns that the article names, in order; short names where it is about the place."""
        names = self._headed()
        return tuple(self.gazetteer.mentions(self.text, scope=self.gazetteer.scope(self.text, names)))

    def _headed(self) -> Iterator[str]:
        """What headings, captions and bylines are filed under, what the title holds, what the first lines open with."""
        yield from (block.name.of(self.text) for block in self.document.blocks if block.name)
        for block in self.document.blocks[:4]:
            if block.kind is BlockKind.TITLE:
                title = block.span.of(self.text)[:LONGEST_TITLE]
                yield from (title[at : at + length] for length in (2, 3, 4) for at in range(len(title) - 1))
            elif found := DATELINE.match(self.text, block.span.start, block.span.end):
                yield found[1]

    @cached_property
    def _counties(self) -> list[tuple[Span, tuple[Place, ...]]]:
        """The names that mean a county, or one of a few of that name, in order."""
        full = list(self._in_full())
        shorts = {place.short: places for _, places in full for place in places}
        for name in self._headed():
            if name in self.gazetteer.short_names:
                shorts.setdefault(name, self._counties_named(name))
        starts = {span.start for span, _ in full}
        few = shorts if len(shorts) <= MOST_SHORTS else {}
        found = find_each(self.text, [name for name, places in few.items() if places and self._is_free(name)])
        short = [
            (Span(at, at + len(name)), shorts[name])
            for name, spots in found.items()
            for at in spots
            if at not in starts and not TYPE_AFTER.match(self.text, at + len(name))
        ]
        return sorted((*full, *short), key=lambda one: one[0])

    def _is_free(self, name: str) -> bool:
        """Whether a short name means nothing else: 吉安 may be the city, 平安 is a word."""
        named = self.gazetteer.named(name)
        return len(name) > 1 and name not in self.gazetteer.ordinary and all(map(self._holds_towns, named))

    def _in_full(self) -> Iterator[tuple[Span, tuple[Place, ...]]]:
        """By their types, which are far between: 江津区, not 江津."""
        names, free = self.gazetteer.full_names, 0
        for found in COUNTY_TYPE.finditer(self.text):
            end = found.end()
            for length in LENGTHS:
                start = end - length
                name = self.text[max(start, 0) : end]
                if start >= free and name in names:
                    if (places := self._counties_named(name)) and self._is_whole(start, name, places):
                        yield Span(start, end), places
                        free = end
                    break

    def _is_whole(self, start: int, name: str, places: tuple[Place, ...]) -> bool:
        """沿海城市 is not 海城市, nor 山和县 和县; a word (城区, 和平区) counts only after the place it is in."""
        before = self.text[max(0, start - 1) : start]
        if name in self.gazetteer.ordinary:
            return self._is_inside(start, places)
        if len(name) > 2 and not name.endswith("城市"):
            return True
        return not "\u4e00" <= before <= "\u9fff" or before in BEFORE_COUNTY or self._is_inside(start, places)

    def _is_inside(self, start: int, places: tuple[Place, ...]) -> bool:
        """Whether the name of a place above one of these ends at ``start``."""
        above = {one.code for place in places for one in self.gazetteer.ancestors(place)}
        names = (self.text[start - length : start] for length in LENGTHS if length <= start)
        return any(place.code in above for name in names for place in self.gazetteer.named(name))

    def _counties_named(self, name: str) -> tuple[Place, ...]:
        """The counties of this name; of several those whose city or province the article names, if it does."""
        places = tuple(filter(self._holds_towns, self.gazetteer.named(name)))
        near = tuple(place for place in places if len(places) > 1 and self._names_above(place))
        return (near or places) if len(places) <= MOST_NAMESAKES else near[:MOST_NAMESAKES]

    def _names_above(self, place: Place) -> bool:
        return any(above.short in self.text for above in self.gazetteer.ancestors(place))

    def _holds_towns(self, place: Place) -> bool:
        """A county, or a city that has none: its towns lie directly below it."""
        return place.level is Level.COUNTY or (place.level is Level.PREFECTURE and bool(self.gazetteer.towns(place)))

    @cached_property
    def counties(self) -> tuple[Place, ...]:
        """Every county that the article names, once, in the order of the text, its topics before all."""
        topical = (topic.place for topic in self.topics if topic.place)
        return tuple(dict.fromkeys((*topical, *(place for _, places in self._counties for place in places))))

    @cached_property
    def reach(self) -> frozenset[str]:
        """The codes of all counties whose towns the article may name: those it names, and those of cities it names."""
        return frozenset(place.code for place in (*self.counties, *self.in_cities))

    @cached_property
    def in_cities(self) -> tuple[Place, ...]:
        """The counties of the cities that the article names in full."""
        names, cities = self.gazetteer.full_names, dict[Place, None]()
        for found in CITY_TYPE.finditer(self.text):
            words = (self.text[max(0, found.end() - length) : found.end()] for length in LENGTHS[:-1])
            codes = next((names[name] for name in words if name in names), [])
            cities |= dict.fromkeys(one for one in self.gazetteer.divisions(codes) if one.level is Level.PREFECTURE)
        below = (county for city in cities for county in self.gazetteer.children(city))
        return tuple(county for county in below if county.level is Level.COUNTY)

    def spot(self, at: int, reach: int = LONGEST_NAME + 1) -> Spot | None:
        """The county of what is named by the ``reach`` characters and fewer that end at ``at``."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0:
            span, counties = self._counties[index]
            if at - reach <= span.end <= at - 2 and NAME.fullmatch(self.text, span.end, at):
                return Spot(counties, span.end)
        around = self._around(index, at)
        return Spot(around) if around else None

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self._counties]

    def _around(self, index: int, at: int) -> tuple[Place, ...]:
        """The county last named in the paragraph, else what the section is about, else the only one there is."""
        block = self._block(at)
        if index >= 0 and block and self._counties[index][0].start >= block.start:
            return self._counties[index][1]
        topic = self._topic(at)
        if topic and topic.place:
            return (topic.place,)
        return self.counties if self._is_one(self.counties) else ()

    def _topic(self, at: int) -> Topic | None:
        index = bisect_right(self._topic_starts, at) - 1
        topic = self.topics[index] if index >= 0 else None
        return topic if topic and topic.section.span.covers(Span(at, at)) else None

    @cached_property
    def _topic_starts(self) -> list[int]:
        return [topic.section.span.start for topic in self.topics]

    def _is_one(self, counties: tuple[Place, ...]) -> bool:
        return len({county.name for county in counties}) == 1

    @cached_property
    def is_local(self) -> bool:
        """Whether the article names one county and nothing that lies elsewhere."""
        own = {code for county in self.counties for code in self._line(county)}
        return self._is_one(self.counties) and all(
            any(place.code in own for place in mention.places) for mention in self.mentions
        )

    def _line(self, place: Place) -> set[str]:
        """The codes of a place and of all above it."""
        return {place.code, *(above.code for above in self.gazetteer.ancestors(place))}

    def _block(self, at: int) -> Span | None:
        blocks = self.document.blocks
        index = bisect_right(self._block_starts, at) - 1
        return blocks[index].span if index >= 0 else None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.document.blocks]

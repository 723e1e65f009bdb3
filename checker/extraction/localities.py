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
from checker.spans import Span

DATELINE = pattern(
    "(?:本报|本网|新华社|中新社|中新网)?([\u4e00-\u9fff]{2,4}?)(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:电|讯|消息|[：:])"
)
LEADING = pattern("[\u4e00-\u9fff]{2,4}")
SHORT_COUNTY = pattern("(?:[位处]于|[走来前]进|来到|前往|[在到赴从、，。；：“\\n])([\u4e00-\u9fff][县旗])")
"""义县 and 代县 are found by their names alone only where something says that a place comes."""
HAN = pattern("[\u4e00-\u9fff]+")
MOST_NEAR = 6
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

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place above the towns that the article names, in order; short names where it is about the place."""
        text = self.document.text
        scope = self.gazetteer.scope(text, self._headed())
        return tuple(self.gazetteer.mentions(text, scope=scope))

    def _headed(self) -> Iterator[str]:
        """What headings, captions and bylines are filed under, and the name that the title opens with."""
        text = self.document.text
        yield from (block.name.of(text) for block in self.document.blocks if block.name)
        for block in self.document.blocks[:4]:
            if block.kind is BlockKind.PARAGRAPH and (found := DATELINE.match(text, block.span.start, block.span.end)):
                yield found[1]
            elif block.kind is BlockKind.TITLE and (found := LEADING.match(text, block.span.start, block.span.end)):
                yield from (found[0][:length] for length in (2, 3, 4))
        yield from (found[1] for found in SHORT_COUNTY.finditer(text))

    @cached_property
    def _counties(self) -> list[tuple[Span, tuple[Place, ...]]]:
        """The mentions that mean a county, or one of a few of that name."""
        return [
            (mention.span, mention.places)
            for mention in self.mentions
            if len(mention.places) <= MOST_NAMESAKES and all(map(self._holds_towns, mention.places))
        ]

    def _holds_towns(self, place: Place) -> bool:
        return place.level is Level.COUNTY or (place.level is Level.PREFECTURE and bool(self.gazetteer.towns(place)))

    @cached_property
    def counties(self) -> tuple[Place, ...]:
        """Every county that the article names, once, in the order of the text, its topics before all."""
        topical = (topic.place for topic in self.topics if topic.place)
        return tuple(dict.fromkeys((*topical, *(place for _, places in self._counties for place in places))))

    @cached_property
    def reach(self) -> frozenset[str]:
        """The codes of all counties whose towns the article may name: those it names, and those of cities it names."""
        cities = [place for one in self.mentions for place in one.places if place.level is Level.PREFECTURE]
        below = (county for city in dict.fromkeys(cities) for county in self.gazetteer.children(city))
        return frozenset(place.code for place in (*self.counties, *below) if place.level is not Level.TOWN)

    def spot(self, at: int, reach: int = LONGEST_NAME + 1) -> Spot | None:
        """The county of what is named by the ``reach`` characters and fewer that end at ``at``."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0:
            span, counties = self._counties[index]
            if at - reach <= span.end <= at - 2 and HAN.fullmatch(self.document.text, span.end, at):
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
        topic = next((one for one in self.topics if one.section.span.covers(Span(at, at)) and one.place), None)
        if topic and topic.place:
            return (topic.place,)
        return self.counties if self._is_one(self.counties) else ()

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

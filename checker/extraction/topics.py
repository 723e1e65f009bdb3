"""What each section is about: the place that its heading names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document, Section
from checker.gazetteer import Gazetteer, Place


@dataclass(frozen=True, slots=True)
class Topic:
    """A section that is about ``place``, one of several such sections side by side."""

    section: Section
    place: Place


def topics(document: Document, gazetteer: Gazetteer) -> tuple[Topic, ...]:
    """The sections of a round-up, each about a place of one family: the districts of a city, the towns of a county.

    A heading's name alone proves nothing (新兴, 和平 and 资源 are counties as well as words). Two sections side by side
    that are named for children of one parent do.
    """
    found: list[Topic] = []
    for siblings in _siblings(document.sections):
        named = [(section, _places(document, section, gazetteer)) for section in siblings]
        parents = Counter(parent for _, places in named for parent in {place.parent for place in places})
        family, votes = min(parents.items(), key=lambda one: (-one[1], one[0])) if parents else ("", 0)
        if votes >= 2:
            for section, places in named:
                found += [Topic(section, place) for place in places if place.parent == family][:1]
    return tuple(found)


def _siblings(sections: Sequence[Section]) -> Iterator[list[Section]]:
    """Named sections of one level."""
    levels: dict[int, list[Section]] = {}
    for section in sections:
        if section.heading.name:
            levels.setdefault(section.heading.level, []).append(section)
    yield from (group for group in levels.values() if len(group) >= 2)


def _places(document: Document, section: Section, gazetteer: Gazetteer) -> tuple[Place, ...]:
    assert section.heading.name
    return gazetteer.named(section.heading.name.of(document.text))

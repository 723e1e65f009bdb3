"""What each section is about: the place, company or school that its heading names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document, Section
from checker.gazetteer import Gazetteer, Place
from checker.patterns import pattern

KINDS = """
    街道 社区 镇 乡 村 公司 集团 大学 学院 中学 小学 幼儿园 医院 支队 大队 中队 分局 车间 班组 合作社
    园区 开发区 俱乐部 队
    """
"""What a name ends in that is no district: two headings of one kind are about two of that kind."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A section that is about ``name``, one of several such sections side by side.

    ``place`` is the district, county or city of that name; None where it is a town, a company, a school.
    """

    section: Section
    name: str
    place: Place | None = None


def topics(document: Document, gazetteer: Gazetteer) -> tuple[Topic, ...]:
    """The sections of a round-up, each about one of a family: districts of a city, towns of a county, schools.

    A heading's name alone proves nothing (新兴, 和平 and 资源 are counties as well as words). Two sections side by side
    that are named for children of one parent do, or two names of one kind.
    """
    found: list[Topic] = []
    for siblings in _siblings(document.sections):
        found += _places(document, siblings, gazetteer) or _kind(document, siblings)
    return tuple(sorted(found, key=lambda one: one.section.span))


def _siblings(sections: Sequence[Section]) -> Iterator[list[Section]]:
    """Named sections of one level."""
    levels: dict[int, list[Section]] = {}
    for section in sections:
        if section.heading.name:
            levels.setdefault(section.heading.level, []).append(section)
    yield from (group for group in levels.values() if len(group) >= 2)


def _name(document: Document, section: Section) -> str:
    return section.heading.name.of(document.text) if section.heading.name else ""


def _places(document: Document, sections: Sequence[Section], gazetteer: Gazetteer) -> list[Topic]:
    """The sections whose names are children of the parent that most of them share."""
    named = [(section, gazetteer.named(_name(document, section))) for section in sections]
    parents = Counter(parent for _, places in named for parent in {place.parent or "" for place in places})
    family, votes = min(parents.items(), key=lambda one: (-one[1], one[0])) if parents else ("", 0)
    if votes < 2:
        return []
    return [
        Topic(section, place.name, place)
        for section, places in named
        for place in [one for one in places if (one.parent or "") == family][:1]
    ]


def _kind(document: Document, sections: Sequence[Section]) -> list[Topic]:
    """The sections whose names end alike: 河口镇 and 新桥镇, two schools."""
    kinds: dict[str, list[Topic]] = {}
    for section in sections:
        name = _name(document, section)
        kind = KIND.search(name)
        if kind and len(name) > len(kind[0]):
            family = "镇" if kind[0] in TOWNS else kind[0]
            kinds.setdefault(family, []).append(Topic(section, name))
    return [topic for group in kinds.values() if len({one.name for one in group}) >= 2 for topic in group]


KIND = pattern(f"(?:{'|'.join(KINDS.split())})$")
TOWNS = frozenset(("镇", "乡", "街道"))

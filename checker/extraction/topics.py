"""What each section is about: the place, company or school that its heading names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document, Section
from checker.extraction.openings import runs
from checker.extraction.stems import grown, sort_of, stems
from checker.gazetteer import Gazetteer, Place
from checker.spans import Span


@dataclass(frozen=True, slots=True)
class Topic:
    """A section that is about ``name``, one of several such sections side by side.

    ``place`` is the district, county or city of that name; None where it is a town, a company, a school. ``also`` are
    other names that the text may have for it. A section without a heading (``headed`` is false) begins with the
    paragraph that names it.
    """

    section: Section
    name: str
    place: Place | None = None
    also: tuple[str, ...] = ()
    headed: bool = True

    @property
    def body(self) -> Span:
        """The section without its heading."""
        span = self.section.span
        return Span(self.section.heading.span.end, span.end) if self.headed else span


def topics(document: Document, gazetteer: Gazetteer) -> tuple[Topic, ...]:
    """The sections of a round-up, each about one of a family: districts of a city, towns of a county, schools.

    A heading's name alone proves nothing (新兴, 和平 and 资源 are counties as well as words). Two sections side by side
    that are named for children of one parent do, or two names of one sort that their own sections speak of. Where no
    heading names anybody, paragraphs that open with one of a family after the other are sections too.
    """
    found: list[Topic] = []
    for siblings in _siblings(document.sections):
        places, others = _places(document, siblings, gazetteer), _of_one_sort(document, siblings)
        found += places if len(places) >= len(others) else others
    return tuple(sorted(found, key=lambda one: one.section.span)) or _headless(document, gazetteer)


def _siblings(sections: Sequence[Section]) -> Iterator[list[Section]]:
    """Sections of one level."""
    levels: dict[int, list[Section]] = {}
    for section in sections:
        levels.setdefault(section.heading.level, []).append(section)
    yield from (group for group in levels.values() if len(group) >= 2)


def _places(document: Document, sections: Sequence[Section], gazetteer: Gazetteer) -> list[Topic]:
    """The sections whose names are children of the parent that most of them share."""
    named = [(section, _named(document, section, gazetteer)) for section in sections]
    return [Topic(section, place.name, place, (place.short, *place.also)) for section, place in _family(named) if place]


def _named(document: Document, section: Section, gazetteer: Gazetteer) -> tuple[Place, ...]:
    for stem in stems(document.text, section.heading):
        if places := gazetteer.named(stem):
            return places
    return ()


def _family(named: Sequence[tuple[Section, tuple[Place, ...]]]) -> Iterator[tuple[Section, Place]]:
    parents = Counter(parent for _, places in named for parent in {place.parent or "" for place in places})
    family, votes = min(parents.items(), key=lambda one: (-one[1], one[0])) if parents else ("", 0)
    for section, places in named if votes >= 2 else ():
        yield from ((section, place) for place in [one for one in places if (one.parent or "") == family][:1])


def _of_one_sort(document: Document, sections: Sequence[Section]) -> list[Topic]:
    """The sections whose names end alike (河口镇 and 新桥镇, two schools) and stand in what they head.

    A short name without its ending joins a family of towns or districts that others make out.
    """
    sorts: dict[str, list[Topic]] = {}
    short: list[Topic] = []
    for section in sections:
        body = Span(section.heading.span.end, section.span.end)
        for stem in stems(document.text, section.heading):
            name = stem if sort_of(stem) else grown(document.text, body, stem)
            if sort := sort_of(name):
                also = (stem,) if stem != name else ()
                sorts.setdefault(sort, []).append(Topic(section, name, None, also))
                break
        else:
            short += [Topic(section, stem) for stem in list(stems(document.text, section.heading))[:1]]
    families = [group for group in sorts.values() if _is_family(document.text, group)]
    if len(families) == 1 and sort_of(families[0][0].name) in ("town", "village", "district"):
        families[0] += [one for one in short if document.text.count(one.name, one.body.start, one.body.end) > 1]
    return [topic for group in families for topic in group]


def _is_family(text: str, group: Sequence[Topic]) -> bool:
    """Whether two of them at least are spoken of in their own sections."""
    spoken = {
        one.name
        for one in group
        if any(text.find(name, one.body.start, one.body.end) >= 0 for name in (one.name, *one.also))
    }
    return len(spoken) >= 2


def _headless(document: Document, gazetteer: Gazetteer) -> tuple[Topic, ...]:
    return tuple(
        Topic(
            Section(document.blocks[run.first], document.blocks[run.first + 1 : run.last + 1]),
            run.name,
            run.place,
            (run.place.short, *run.place.also) if run.place else (),
            headed=False,
        )
        for run in runs(document, gazetteer)
    )

"""What each section is about: the place, company or school that its heading names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from checker.document import BlockKind, Document, Section
from checker.extraction.openings import runs
from checker.extraction.stems import grown, shortened, sort_of, stems
from checker.gazetteer import Gazetteer, Place
from checker.patterns import pattern
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

    A heading's name alone proves nothing (新兴, 和平 and 资源 are counties as well as words). Two sections that are
    named for children of one parent do, or two names of one sort that their own sections speak of. Where no heading
    names anybody, paragraphs that tell of one of a family after the other are sections too.
    """
    sections = [*_under_the_title(document), *document.sections]
    if len(sections) < 2:
        return _headless(document, gazetteer)
    named = [(section, tuple(stems(document.text, section.heading))) for section in sections]
    places, others = _places(named, gazetteer), _of_one_sort(document, named)
    found = places if len(places) >= len(others) else others
    return tuple(_cut(sorted(found, key=lambda one: one.section.span))) or _headless(document, gazetteer)


LIKELY = pattern("^..?.?$|[省市区县旗州盟]$|特区|林区")
"""A place's short name has two or three characters, as a rule; reading the gazetteer takes time."""

MOST = 100
"""No round-up has more sections."""

Named = tuple[Section, tuple[str, ...]]
"""A section and what its heading may be named for, the likeliest first."""


def _under_the_title(document: Document) -> Iterator[Section]:
    """The first section, where its heading was taken for a subtitle or a byline."""
    end = document.sections[0].heading.span.start if document.sections else 0
    before = [block for block in document.blocks if block.span.start < end]
    at = next((index for index, one in enumerate(before) if one.kind is BlockKind.PARAGRAPH), 0)
    if at > 1:
        yield Section(before[at - 1], tuple(before[at:]))


def _cut(found: Sequence[Topic]) -> Iterator[Topic]:
    """Each section up to the next: a heading of another form may lie inside the one before."""
    for one, after in zip_longest(found, found[1:]):
        end = after.section.heading.span.start if after else one.section.span.end
        blocks = tuple(block for block in one.section.blocks if block.span.start < end)
        yield replace(one, section=Section(one.section.heading, blocks))


def _places(named: Sequence[Named], gazetteer: Gazetteer) -> list[Topic]:
    """The sections whose names are children of one parent, each with the parent that most of the others share."""
    likely = [(section, [word for word in words if LIKELY.search(word)]) for section, words in named]
    if sum(bool(words) for _, words in likely) < 2:
        return []
    known = [(section, next(filter(None, map(gazetteer.named, words)), ())) for section, words in likely]
    votes = Counter(parent for _, places in known for parent in {place.parent or "" for place in places})
    found = []
    for section, places in known:
        place = max(places, key=lambda one: votes[one.parent or ""], default=None)
        if place and votes[place.parent or ""] >= 2:
            found.append(Topic(section, place.name, place, (place.short, *place.also)))
    return found


def _of_one_sort(document: Document, named: Sequence[Named]) -> list[Topic]:
    """The sections whose names end alike (河口镇 and 新桥镇, two schools) and stand in what they head.

    A short name without its ending joins a family of towns or districts that others make out.
    """
    sorts: dict[str, list[Topic]] = {}
    short: list[Topic] = []
    for section, words in named:
        body = Span(section.heading.span.end, section.span.end)
        names = (_whole(document.text, body, stem, elsewhere=len(named) <= MOST) for stem in words)
        name = next(filter(sort_of, names), "")
        if name:
            sorts.setdefault(sort_of(name), []).append(Topic(section, name, None, shortened(name)))
        elif words:
            short.append(Topic(section, words[0]))
    families = [group for group in sorts.values() if len(group) <= MOST and _is_family(document.text, group)]
    if len(families) == 1 and shortened(families[0][0].name):
        families[0] += [one for one in short if document.text.count(one.name, one.body.start, one.body.end) > 1]
    return [topic for group in families for topic in group]


def _whole(text: str, body: Span, stem: str, *, elsewhere: bool) -> str:
    """The name that the text gives a stem; 金杨新村 may be a street's short name."""
    sort = sort_of(stem)
    return stem if sort and sort != "village" else grown(text, body, stem, elsewhere=elsewhere) or stem


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

"""Who holds which office: the titles that stand together before a name, and the body they belong to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.document import Document
from checker.extraction.name_forms import title_before, title_behind
from checker.extraction.persons import Person, is_press
from checker.lexicon.people import Sort, titles
from checker.spans import Span, places_of

LONGEST_BODY = 14
NOT_IN_A_BODY = frozenset("的了在是与和及由向从据对为被将把请给找到让使等以该")
DEPUTY = "副"


@dataclass(frozen=True, slots=True)
class Office:
    """``person`` with the titles said of him in one place, ``titles[-1]`` the one next to the name.

    ``body`` is what stands before that title (青石镇 in 青石镇镇长), as far as it may be a body's name; empty where the
    title opens its clause, follows another title or stands behind the name. ``span`` covers that title and the name.
    """

    person: Person
    titles: tuple[str, ...]
    body: str
    span: Span

    @property
    def title(self) -> str:
        """The title next to the name."""
        return self.titles[-1]


def offices(document: Document, persons: Sequence[Person]) -> Iterator[Office]:
    """Every office that the text gives to somebody by name, in order."""
    text = document.text
    for person in sorted((*persons, *_named_again(text, persons)), key=lambda one: one.span):
        title = person.title
        if not title or is_press(person) or sort_of(title) not in (Sort.HEAD, Sort.OFFICE):
            continue
        start = person.span.start - len(title)
        if not text.startswith(title, max(0, start)):
            yield Office(person, (title,), "", Span(person.span.start, person.span.end + len(title)))
            continue
        body = _body(text, start)
        yield Office(person, (*_chain(text, start - len(body)), title), body, Span(start, person.span.end))


def _named_again(text: str, persons: Sequence[Person]) -> Iterator[Person]:
    """Where somebody who is introduced elsewhere has a title beside the name: 副校长程立新扳着指头算, 程立新校长说."""
    seen = {person.span for person in persons}
    known = {one.name: one for one in persons if len(one.name) > 2}
    sizes = sorted({len(name) for name in known})
    for at in places_of({name[0] for name in known}, text):
        for person in [known[name] for size in sizes if (name := text[at : at + size]) in known]:
            span = Span(at, at + len(person.name))
            title = span not in seen and (title_before(text, at) or title_behind(text, span.end))
            if title:
                yield replace(person, span=span, title=title)


def sort_of(title: str) -> Sort | None:
    """The sort of a title, a deputy's too."""
    return titles().get(title) or titles().get(title.removeprefix(DEPUTY))


def _body(text: str, end: int) -> str:
    start = end
    while start > max(0, end - LONGEST_BODY) and "\u4e00" <= text[start - 1] <= "\u9fff":
        if text[start - 1] in NOT_IN_A_BODY:
            break
        start -= 1
    return text[start:end]


def _chain(text: str, end: int) -> list[str]:
    """The titles before a 、: 区委副书记、区长张三."""
    found: list[str] = []
    for _ in range(4):
        if text[end - 1 : end] not in ("、", "兼", "，"):
            break
        title = title_before(text, end - 1)
        if not title:
            break
        found.insert(0, title)
        end -= 1 + len(title)
        end -= len(_body(text, end))
    return found

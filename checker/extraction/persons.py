"""Persons, found by form alone in slots that only a name can fill.

No name is guessed from bare text. A name is told by what stands on both sides of it: a title before it and a word that
no name holds behind it (馆长|程立新|说), a clause's edge and a word of speech (，|程立新|告诉记者), a byline.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from checker.document import Document
from checker.extraction import name_forms
from checker.extraction.name_forms import HAN, body_before, is_name, name_end, takes_office, title_before
from checker.extraction.transliterated import transliterated
from checker.lexicon.people import Sort, surnames, titles
from checker.patterns import pattern
from checker.spans import Span

CALLINGS = frozenset("师员匠农工手商户长民")
"""What words for callings end in: no table holds them all."""

AUTHOR, EDITOR = "记者", "编辑"


class Slot(StrEnum):
    """What makes a name certain."""

    TITLE = "title"
    SPEECH = "speech"
    LABEL = "label"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in a slot.

    ``title`` is the title that stands directly before it, else behind it, or empty; ``body`` the last characters of
    what it belongs to.
    """

    span: Span
    name: str
    slot: Slot
    title: str = ""
    body: str = ""


def persons(document: Document) -> tuple[Person, ...]:
    """Every name in a slot, in order; a name in two slots counts once, by the slot that says more of it."""
    found: dict[int, Person] = {}
    text = document.text
    for one in (*_titled(text), *_labelled(text), *_bylines(text), *_spoken(text), *_transliterated(text)):
        found.setdefault(one.span.start, one)
    press = {one.name for one in found.values() if is_press(one)}
    for one in _bracketed(text, press):
        found.setdefault(one.span.start, one)
    return tuple(found[start] for start in sorted(found))


def _titled(text: str) -> Iterator[Person]:
    for match in name_forms.titled().finditer(text):
        title = title_before(text, match.start())
        end = name_end(text, match.start()) if title else None
        if not title and text[match.start() - 1] in CALLINGS:
            yield from _speaker(text, match.start())
        if end:
            span = Span(match.start(), end)
            yield Person(span, span.of(text), Slot.TITLE, title, body_before(text, span.start - len(title)))
            gap = GAP.match(text, end) if titles().get(title) is Sort.PRESS else None
            if gap:
                yield from _row(text, gap.end(), _role(title))


def half_told(document: Document) -> Iterator[Person]:
    """Names of two given characters behind a title or a calling, with words behind that do not tell where they end.

    护林员杜振海巡山 may be about 杜振: such a name is none before the text holds it, or nearly, once more. Nor is one
    behind a calling that no table has, where nobody speaks (拾穗员杜振海把), or in a caption's beginning.
    """
    text = document.text
    for match in name_forms.titled().finditer(text):
        start = match.start()
        title = title_before(text, start)
        if not title and text[start - 1] not in CALLINGS:
            continue
        name = text[start : start + 3]
        end = name_end(text, start)
        named = is_name(name) and not takes_office(text, start)
        if name[:2] in surnames()[1] or not named or (end and (title or end - start != len(name))):
            continue
        if title and titles().get(title) is not Sort.PRESS:
            yield Person(Span(start, start + 3), name, Slot.TITLE, title, body_before(text, start - len(title)))
        elif not title:
            yield Person(Span(start, start + 3), name, Slot.LABEL)
    for match in name_forms.captioned().finditer(text):
        name = text[match.end() : match.end() + 3]
        if name_end(text, match.end()) == match.end() + 3 and is_name(name):
            yield Person(Span(match.end(), match.end() + 3), name, Slot.LABEL)
    for match in name_forms.labelled().finditer(text):
        name = text[match.end() : match.end() + 3]
        if (
            match[0].endswith("的")
            and name[:2] not in surnames()[1]
            and is_name(name)
            and not name_end(text, match.end())
        ):
            yield Person(Span(match.end(), match.end() + 3), name, Slot.LABEL)


def _speaker(text: str, start: int) -> Iterator[Person]:
    """Somebody of a calling that no table has, if he speaks: 修脚师陈立介绍."""
    end = name_end(text, start)
    if end and name_forms.said().match(text, end):
        yield Person(Span(start, end), text[start:end], Slot.LABEL)


def _spoken(text: str) -> Iterator[Person]:
    for match in name_forms.spoken().finditer(text):
        start, end = match.span("name")
        if is_name(match["name"]):
            yield Person(Span(start, end), match["name"], Slot.SPEECH, match["title"] or "")


def _labelled(text: str) -> Iterator[Person]:
    for match in name_forms.labelled().finditer(text):
        if match[0][0] in "（(":
            name = next((text[match.start() - n : match.start()] for n in (3, 2) if _edged(text, match.start(), n)), "")
            start = match.start() - len(name)
            end: int | None = match.start() if name else None
        else:
            start, end = match.end(), name_end(text, match.end())
        if end:
            yield Person(Span(start, end), text[start:end], Slot.LABEL)


def _edged(text: str, end: int, length: int) -> bool:
    """Whether the ``length`` characters before ``end`` are a name with a title or a mark before it."""
    start = end - length
    if start < 0 or not is_name(text[start:end]):
        return False
    before = text[start - 1 : start]
    return not "\u4e00" <= before <= "\u9fff" or before == "由" or bool(title_before(text, start))


TOKEN = pattern(f"[{HAN}·]{{2,8}}")
GAP = pattern("[ \u3000、,，/／|｜]{1,3}")
WORK_END = pattern("(?:摄影报道|摄影|文图|图文|摄|文|图)$")


def _transliterated(text: str) -> Iterator[Person]:
    for span, title in transliterated(text):
        yield Person(span, span.of(text), Slot.TITLE if title else Slot.SPEECH, title)


def _bylines(text: str) -> Iterator[Person]:
    for match in name_forms.signed().finditer(text):
        yield from _row(text, match.end(), _role(match[0]))
    for match in name_forms.taken().finditer(text):
        end = match.start()
        while end and text[end - 1] in " \u3000/／：:":
            end -= 1
        for length in (4, 3, 2):
            if _edged(text, end, length):
                yield Person(Span(end - length, end), text[end - length : end], Slot.BYLINE, AUTHOR)
                break


def _bracketed(text: str, press: AbstractSet[str]) -> Iterator[Person]:
    """Names in brackets, where one of them is that of somebody who made the article: （余启明 韩柯文）."""
    for match in name_forms.bracketed().finditer(text) if press else ():
        names = list(TOKEN.finditer(text, *match.span("names")))
        if any(name[0] in press for name in names) and all(is_name(name[0]) for name in names):
            yield from (Person(Span(*name.span()), name[0], Slot.BYLINE, AUTHOR) for name in names)


def _row(text: str, at: int, role: str) -> Iterator[Person]:
    """Names one after the other: 余启明 韩柯文 苏盛宇图."""
    while token := TOKEN.match(text, at):
        name = token[0]
        work = WORK_END.search(name)
        if work and (len(name) - len(work[0]) == 3 or len(work[0]) > 1):
            name = name[: work.start()]
        if len(name) < 2 or not is_name(name):
            return
        if not (work and len(name) == 3 and name == token[0]):
            yield Person(Span(at, at + len(name)), name, Slot.BYLINE, role)
        gap = GAP.match(text, token.end())
        if not gap:
            return
        at = gap.end()


def _role(words: str) -> str:
    """Who made an article is its author or its editor; authors write and take pictures."""
    return EDITOR if any(word in words for word in ("编", "校对")) else AUTHOR


def is_press(person: Person) -> bool:
    """Whether this is somebody who made the article."""
    return person.slot is Slot.BYLINE or titles().get(person.title) is Sort.PRESS

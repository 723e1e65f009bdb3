"""A person's name with one of two given characters left out: 站长杜振海 … 站长杜海."""

from collections.abc import Iterator, Sequence

from checker.document import Document
from checker.extraction.persons import Person, is_press
from checker.extraction.respelt import Respelt
from checker.lexicon.alike import Alike, Likeness
from checker.lexicon.people import beside, surnames
from checker.lexicon.vocabulary import ordinary
from checker.spans import Span, find_all

WHOLE, SHORT = 3, 2


def clipped(document: Document, persons: Sequence[Person]) -> Iterator[Respelt]:
    """Every place of a short name that bears the title of a longer one, where no sentence has both.

    What anybody may be called (村民) tells nothing: 村民杜海 is somebody else than 村民杜振海.
    """
    told = [person for person in persons if person.title and not is_press(person)]
    titled: dict[str, set[str]] = {}
    for person in told:
        if person.title not in beside("anybody"):
            titled.setdefault(person.name, set()).add(person.title)
    shorts = [name for name in titled if len(name) == SHORT]
    for right in [name for name in titled if len(name) == WHOLE and name[:2] not in surnames()[1]]:
        for wrong in shorts:
            if wrong in (right[:2], right[0] + right[2]) and titled[wrong] == titled[right]:
                yield from _clipped(document, told, wrong, right)


def _clipped(document: Document, told: Sequence[Person], wrong: str, right: str) -> Iterator[Respelt]:
    text = document.text
    rights = list(find_all(text, right))
    spans = [person.span for person in told if person.name == wrong]
    if not _is_whole(text, rights) or len(spans) > 1 or len(spans) >= len(rights):
        return
    here = [one.span for one in document.sentences if one.span.covers(spans[0])]
    if not any(one.covers(span) for one in here for span in rights):
        yield Respelt(spans[0], wrong, rights[0], right, len(rights), Alike(1, Likeness.LENGTH))


def _is_whole(text: str, places: Sequence[Span]) -> bool:
    """Whether the last character is the name's: different words follow it, and it begins none of them (李明|亮出)."""
    behind = {text[span.end : span.end + 1] for span in places}
    return len(behind) > 1 and not any(text[span.end - 1 : span.end + 1] in ordinary() for span in places)

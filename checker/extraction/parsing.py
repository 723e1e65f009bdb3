"""The words of an article with their parts of speech, cut where its own numbers, times and names begin and end."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.lexicon.clauses import words
from checker.lexicon.speech import Part, is_closed, part_of, tagged
from checker.spans import Span

DONE = frozenset("了着过")
"""Right behind these a word is a verb, whatever else the dictionary has it for."""


MEANT = frozenset(words("meant"))
LEADS = frozenset((Part.VERB, Part.PREPOSITION, Part.ADVERB, Part.TIME))
"""Before these, what is meant or asked for is a verb: 计划|到2030年…"""

NOTHING = ("", Part.MARK)
OBJECTS = frozenset((Part.NOUN, Part.NAME, Part.ADJECTIVE, Part.MARK))


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands, and what part of speech it is."""

    start: int
    end: int
    text: str
    part: Part


class Words:
    """Finds words by offset. What the article's own grammar has found (``known``) is a word each."""

    def __init__(self, text: str, known: Iterable[tuple[Span, Part]], *, unknown: bool = True) -> None:
        self.text = text
        self.words = list(_cut(text, _disjoint(known), unknown=unknown))
        self.starts = [one.start for one in self.words]

    def around(self, span: Span) -> Sequence[Word]:
        """The words that a span has any of, whole."""
        first = max(0, bisect_left(self.starts, span.start + 1) - 1)
        return self.words[first : bisect_left(self.starts, span.end)]

    def has(self, span: Span) -> bool:
        """Whether a span is made of whole words."""
        found = self.around(span)
        return bool(found) and found[0].start >= span.start and found[-1].end <= span.end

    def between(self, start: int, end: int) -> Sequence[Word]:
        """The words between two places; one that only one of these cuts is cut."""
        first = max(0, bisect_left(self.starts, start + 1) - 1)
        found = list[Word]()
        for word in self.words[first : bisect_left(self.starts, end)]:
            at, to = max(start, word.start), min(end, word.end)
            if at < to:
                whole = (at, to) == (word.start, word.end)
                found.append(word if whole else Word(at, to, self.text[at:to], part_of(self.text[at:to], "n")))
        return found


def _disjoint(known: Iterable[tuple[Span, Part]]) -> Iterator[tuple[Span, Part]]:
    """The spans that no earlier or longer one overlaps."""
    end = 0
    for span, part in sorted(known, key=lambda one: (one[0].start, -one[0].end)):
        if span.start >= end and len(span):
            end = span.end
            yield span, part


def _cut(text: str, known: Iterable[tuple[Span, Part]], *, unknown: bool) -> Iterator[Word]:
    at = 0
    for span, part in known:
        yield from _tagged(text, at, span.start, unknown=unknown)
        yield Word(span.start, span.end, span.of(text), part)
        at = span.end
    yield from _tagged(text, at, len(text), unknown=unknown)


def _tagged(text: str, at: int, end: int, *, unknown: bool) -> Iterator[Word]:
    found = [(word, part_of(word, tag)) for word, tag in tagged(text[at:end], unknown=unknown)]
    for nth, (word, part) in enumerate(found):
        before = found[nth - 1][1] if nth else None
        after = found[nth + 1] if nth + 1 < len(found) else NOTHING
        yield Word(at, at + len(word), word, _here(word, part, before, after))
        at += len(word)


def _here(word: str, part: Part, before: Part | None, after: tuple[str, Part]) -> Part:
    """What a word is between its neighbours, where the dictionary has one part for several uses."""
    known = part in (Part.NOUN, Part.NOMINAL) or (part is Part.ADVERB and not is_closed(word))
    if known and len(word) > 1 and after[0] in DONE:
        return Part.VERB
    if (part is Part.NOMINAL and before is Part.ADVERB) or (
        word in MEANT and after[1] in LEADS and before is not Part.OF
    ):
        return Part.VERB
    if word == "将" and after[1] in OBJECTS:
        return Part.PREPOSITION
    return Part.ADJECTIVE if part is Part.ADVERB and after[1] is Part.NOUN and not is_closed(word) else part

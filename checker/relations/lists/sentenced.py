"""Terms of imprisonment that are more or fewer than those who serve them: 判处甲某、乙某、丙某有期徒刑六年、四年.

No 分别 stands between; that there is one term for each is told by the list of terms itself. Always for a reader to look
at, as two may share one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.patterns import pattern
from checker.relations.passage import Passage
from checker.spans import Span

PERSON = "(?!被告|等)[\u4e00-\u9fff]{2,4}?"
TERM = (
    "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:年(?:[零又]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})个月)?|个月)"
)
PEOPLE = f"(?:被告人)?(?P<people>{PERSON}(?:、{PERSON})+(?:[和及与]{PERSON})?)"
TERMS = f"(?:有期徒刑|拘役)(?P<terms>{TERM}(?:、{TERM})*(?:[、和及]{TERM}))(?=[，。；])"
SENTENCED = (
    pattern(f"判处{PEOPLE}{TERMS}"),
    pattern(f"(?:^|(?<=[，。；：])){PEOPLE}被(?:依法|一审)?判处{TERMS}"),
)
APART = pattern("[、和及与]")
SHARED = pattern("[各均都等]|同样|分别")


@dataclass(frozen=True, slots=True)
class Sentenced:
    """The people, the terms, and the words between the two lists."""

    people: tuple[Span, ...]
    terms: tuple[Span, ...]
    words: Span


def sentenced(passage: Passage) -> Iterator[Sentenced]:
    """Every list of people with a list of terms behind it, where neither number is a multiple of the other."""
    said = passage.words(passage.span)
    if "判处" not in said:
        return
    for found in (found for shape in SENTENCED for found in shape.finditer(said)):
        people, terms = (_cut(passage, Span(*found.span(name))) for name in ("people", "terms"))
        if SHARED.search(found[0]) or len(people) % len(terms) == 0 or len(terms) % len(people) == 0:
            continue
        yield Sentenced(people, terms, Span(people[-1].end, terms[0].start))


def _cut(passage: Passage, whole: Span) -> tuple[Span, ...]:
    """The parts of a list that stands so far into the sentence."""
    head, tail = passage.span.start + whole.start, passage.span.start + whole.end
    marks = [one.span() for one in APART.finditer(passage.text, head, tail)]
    starts = [head, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), tail]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))

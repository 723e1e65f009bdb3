"""Short names that a text declares, spelt in a second way: 证券简称：青恒新材 … 清恒新材.

What a text calls itself or somebody by from here on is certain from its first to its last character, so that no ending
need tell where it stops.
"""

from collections.abc import Iterator, Mapping

from checker.document import Document
from checker.extraction.respelt import Respelt, one_apart
from checker.patterns import near, pattern
from checker.spans import Span, find_each

NAME = "(?P<name>[\u4e00-\u9fff]{4,8})"
DECLARED = pattern(
    rf"(?:简称|下称|简称为|简称是)[：:]?[ \u3000]?[“\"「]?{NAME}(?=[”\"」）)。，；、\s\u3000]|$)"
    rf"|(?:^|(?<=[\s。，；、：“（(]))(?P<firm>[\u4e00-\u9fff]{{4,8}}?)(?=(?:集团)?(?:股份|科技)?有限公司)"
)
SIGN = pattern("简称|下称|有限公司")
MOST = 40
"""A list of hundreds of firms is no text about a few."""


def declared_spellings(document: Document) -> Iterator[Respelt]:
    """Every place that differs from a declared name in one character which looks or sounds like the right one."""
    text = document.text
    names: dict[str, Span] = {}
    for match in near(DECLARED, SIGN, text, before=12, behind=24):
        group = "name" if match["name"] else "firm"
        names.setdefault(match[group], Span(*match.span(group)))
    if len(names) > MOST:
        return
    halves = find_each(text, (half for name in names for half, _ in _halves(name)))
    for name, first in names.items():
        for span in sorted(set(_near(text, name, halves))):
            yield from _spelt(text, name, first, span, names)


def _halves(name: str) -> tuple[tuple[str, int], tuple[str, int]]:
    """Both halves of a name and where they begin in it."""
    middle = len(name) // 2
    return (name[:middle], 0), (name[middle:], middle)


def _near(text: str, name: str, halves: Mapping[str, list[int]]) -> Iterator[Span]:
    """Where one half of a name stands, and the other half may be misspelt."""
    for half, back in _halves(name):
        for found in halves[half]:
            start = found - back
            if start >= 0 and start + len(name) <= len(text):
                yield Span(start, start + len(name))


def _spelt(text: str, name: str, first: Span, span: Span, names: dict[str, Span]) -> Iterator[Respelt]:
    words = span.of(text)
    likeness = one_apart(name, words)
    if likeness and words not in names:
        yield Respelt(span, words, first, name, text.count(name), likeness)

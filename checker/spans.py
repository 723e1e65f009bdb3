"""Offsets: the only place that does arithmetic on them.

Every offset in the program counts Unicode code points of the decoded text (after a byte-order mark, before any
normalisation), so ``text[span.start:span.end]`` is always the quoted words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.frozen import frozen
from checker.patterns import pattern

ASTRAL = pattern("[\U00010000-\U0010ffff]")
LINE_END = pattern(r"[\n\r\u2028\u2029](?:(?<=\r)\n)?")


@frozen(order=True)
class Span:
    """A half-open range of code points: ``text[span.start:span.end]``."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # Written out: a check after the made one would be a second call for each of a hundred thousand spans.
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        self.start = start  # type: ignore[misc]
        self.end = end  # type: ignore[misc]

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """An empty span is a place too (an insertion point), so every span is true."""
        return True

    def of(self, text: str) -> str:
        """The words this span covers in ``text``."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """The same range ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def join(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@frozen()
class Position:
    """Where a person finds an offset: 1-based line and column (in code points) and non-empty line."""

    line: int
    column: int
    paragraph: int


class SourceMap:
    """Turns offsets into lines, columns and paragraphs of one text.

    A line ends at LF, CR, CRLF, U+2028 or U+2029. A paragraph is a line that holds more than white space, as an
    editor counts them; an offset on an empty line belongs to the paragraph before it.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> list[Span]:
        """Every line without its line end, in order; a text that ends in a line end has no empty last line."""
        spans, start = [], 0
        for end in LINE_END.finditer(self.text):
            spans.append(Span(start, end.start()))
            start = end.end()
        if start < len(self.text) or not spans:
            spans.append(Span(start, len(self.text)))
        return spans

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _paragraphs(self) -> list[int]:
        counts, seen = [], 0
        for line in self.lines:
            seen += not line.of(self.text).isspace() and len(line) > 0
            counts.append(seen)
        return counts

    def locate(self, offset: int) -> Position:
        """The place of ``offset``. Raises ValueError when it lies outside the text."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside a text of {len(self.text)} code points")
        index = bisect_right(self._starts, offset) - 1
        return Position(index + 1, offset - self._starts[index] + 1, max(1, self._paragraphs[index]))

    def paragraph(self, offset: int) -> int:
        """The paragraph of ``offset``, which lies in the text."""
        return max(1, self._paragraphs[bisect_right(self._starts, offset) - 1])

    @cached_property
    def _astral(self) -> list[int]:
        return [found.start() for found in ASTRAL.finditer(self.text)]

    def locate_utf16(self, offset: int) -> tuple[int, int]:
        """1-based line and column of ``offset``, the column in UTF-16 code units, as most editors count.

        >>> SourceMap("𠮷野家").locate_utf16(1)
        (1, 3)
        """
        place = self.locate(offset)
        start = self._starts[place.line - 1]
        pairs = bisect_left(self._astral, offset) - bisect_left(self._astral, start)
        return place.line, place.column + pairs


@dataclass(frozen=True, slots=True)
class Projection:
    """A changed copy of a text (folded, masked, with characters left out) that still knows where each stood.

    ``offsets[i]`` is the offset in the source of ``text[i]``.
    """

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, fold: Callable[[str], str], span: Span | None = None) -> "Projection":
        """Replace every character by ``fold(character)``, which may be empty or several characters long."""
        whole = span or Span(0, len(text))
        folded, offsets = [], []
        for offset in range(whole.start, whole.end):
            for character in fold(text[offset]):
                folded.append(character)
                offsets.append(offset)
        return cls("".join(folded), tuple(offsets))

    def source(self, start: int, end: int) -> Span:
        """The span of the source that ``text[start:end]`` came from. The range must not be empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a source that stay as they are (``start`` on in the changed text), or one written in several."""

    start: int
    source: Span
    plain: bool = True


class Flow:
    """A text from which some characters of its source are left out, and which still knows where each stood.

    >>> flow = Flow("开工16个", [Run(0, Span(0, 2)), Run(2, Span(5, 8))])
    >>> flow.source(Span(0, 3)), flow.here(Span(5, 7))
    (Span(start=0, end=6), Span(start=2, end=4))
    """

    def __init__(self, text: str, runs: list[Run]) -> None:
        self.text, self.runs = text, runs
        self._starts = [run.start for run in runs]
        self._ends = [run.source.end for run in runs]

    def source(self, span: Span) -> Span:
        """Where the characters at ``span`` stand in the source; an empty span lies behind the character before it."""
        if not len(span):
            at = self._end(span.start) if span.start else 0
            return Span(at, at)
        return Span(self._start(span.start), self._end(span.end))

    def here(self, span: Span) -> Span:
        """What is left here of a span of the source."""
        start = self._left(span.start)
        return Span(start, max(start, self._left(span.end)))

    def _start(self, at: int) -> int:
        run = self.runs[bisect_right(self._starts, at) - 1]
        return run.source.start + (at - run.start if run.plain else 0)

    def _end(self, at: int) -> int:
        run = self.runs[bisect_right(self._starts, at - 1) - 1]
        return run.source.start + at - run.start if run.plain else run.source.end

    def _left(self, at: int) -> int:
        """How many characters are left of those before ``at``."""
        index = bisect_right(self._ends, at)
        if index == len(self.runs):
            return len(self.text)
        run = self.runs[index]
        inside = max(0, at - run.source.start)
        return run.start + (inside if run.plain else 0)


def places_of(characters: Iterable[str], text: str) -> list[int]:
    """Where any of these characters stands, in order."""
    letters = "".join(sorted(characters))
    return [one.start() for one in re.finditer(f"[{re.escape(letters)}]", text)] if letters else []


def find_each(text: str, words: Iterable[str]) -> dict[str, list[int]]:
    """Where each of these words stands, overlapping ones too: in one pass over the text, as there may be hundreds."""
    places: dict[str, list[int]] = {word: [] for word in words}
    beginning: dict[str, list[str]] = {}
    for word in places:
        beginning.setdefault(word[0], []).append(word)
    for at in places_of(beginning, text):
        for word in beginning[text[at]]:
            if text.startswith(word, at):
                places[word].append(at)
    return places


def find_all(text: str, words: str) -> Iterator[Span]:
    """Every place where ``words`` stand in ``text``, overlapping ones too."""
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)

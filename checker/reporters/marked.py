"""An article cut into pieces for marking up: overlapping marks are split where any of them begins or ends."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.findings import Severity
from checker.spans import SourceMap, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark on the page.

    ``kind`` names the look, ``weight`` which look wins where marks overlap (the lower the graver). ``anchor`` is the
    id by which others reach the mark, ``target`` the id of what it leads to, ``badge`` the number of its card.
    """

    span: Span
    kind: str
    weight: int
    anchor: str
    target: str
    badge: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line under the same marks; empty at an insertion point.

    ``lead`` is the shortest of the marks, the one that a click means. ``kinds`` are the looks of all of them, with
    ``deep`` where findings lie inside one another. ``begins`` are the marks that have their first piece here, ``ends``
    those that have their last.
    """

    text: str
    lead: Mark | None
    kinds: tuple[str, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank (or has marks), with its paragraph number."""

    number: int
    span: Span
    pieces: tuple[Piece, ...]


def lines(source: SourceMap, marks: Sequence[Mark]) -> Iterator[Line]:
    """The text line by line. The pieces of a line put together are the line."""
    sweep = _Sweep(marks)
    for span in source.lines:
        pieces = tuple(sweep.line(source.text, span))
        if span.of(source.text).strip() or any(piece.lead for piece in pieces):
            yield Line(source.locate(span.start).paragraph, span, pieces)
    end = len(source.text)
    if rest := tuple(sweep.reach(end)):  # marks on the last line end, or after it
        yield Line(source.locate(end).paragraph, Span(end, end), rest)


def _rank(mark: Mark) -> tuple[int, int, str]:
    return len(mark.span), mark.weight, mark.anchor


class _Sweep:
    """One pass over the text from mark border to mark border; what it costs does not depend on how deep marks nest."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.opens: dict[int, list[Mark]] = {}
        self.closes: dict[int, list[Mark]] = {}
        for mark in marks:
            self.opens.setdefault(mark.span.start, []).append(mark)
            self.closes.setdefault(mark.span.end, []).append(mark)
        self.cuts = sorted({*self.opens, *self.closes})
        self.at = 0
        self.open: list[Mark] = []  # the shortest first
        self.looks: Counter[str] = Counter()
        self.unseen: dict[str, Mark] = {}

    def line(self, text: str, span: Span) -> Iterator[Piece]:
        """The pieces of the next line."""
        start = span.start
        while True:
            yield from self.reach(start)
            end = min(self.cuts[self.at], span.end) if self.at < len(self.cuts) else span.end
            if start >= end:
                return
            yield self._piece(text[start:end], end)
            start = end

    def reach(self, offset: int) -> Iterator[Piece]:
        """Open and close what begins or ends up to ``offset``; what would never be seen becomes an empty piece."""
        while self.at < len(self.cuts) and self.cuts[self.at] <= offset:
            cut = self.cuts[self.at]
            self.at += 1
            for mark in self.closes.get(cut, ()):
                if len(mark.span):
                    yield from self._close(mark)
            for mark in self.opens.get(cut, ()):
                self._open(mark)
                if not len(mark.span):
                    yield from self._close(mark)

    def _open(self, mark: Mark) -> None:
        self.unseen[mark.anchor] = mark
        insort(self.open, mark, key=_rank)
        self.looks[mark.kind] += 1

    def _close(self, mark: Mark) -> Iterator[Piece]:
        if self.unseen.pop(mark.anchor, None):
            yield Piece("", mark, (mark.kind,), (mark,), (mark,))
        del self.open[bisect_left(self.open, _rank(mark), key=_rank)]
        self.looks[mark.kind] -= 1

    def _piece(self, text: str, end: int) -> Piece:
        lead = self.open[0] if self.open else None
        begins, self.unseen = tuple(self.unseen.values()), {}
        ends = tuple(mark for mark in self.closes.get(end, ()) if len(mark.span))
        return Piece(text, lead, self._kinds(), begins, ends)

    def _kinds(self) -> tuple[str, ...]:
        kinds = tuple(kind for kind in sorted(self.looks) if self.looks[kind])
        findings = sum(self.looks[severity.value] for severity in Severity)
        return (*kinds, "deep") if findings > 1 else kinds

"""An article cut into pieces for marking up: overlapping marks are split where any of them begins or ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
    """A stretch of one line under the same marks, the one it belongs to first; empty at an insertion point.

    ``begins`` are the marks that have their first piece here, ``ends`` those that have their last.
    """

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]

    @property
    def kinds(self) -> list[str]:
        """The looks of all marks here, the gravest first; ``deep`` where findings lie inside one another."""
        kinds = [mark.kind for mark in sorted(self.marks, key=lambda mark: mark.weight)]
        deep = sum(mark.badge > 0 for mark in self.marks) > 1
        return list(dict.fromkeys([*kinds, "deep"] if deep else kinds))


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
        if span.of(source.text).strip() or any(piece.marks for piece in pieces):
            yield Line(source.locate(span.start).paragraph, span, pieces)


@dataclass(slots=True)
class _Sweep:
    """One pass over the text from mark border to mark border."""

    marks: Sequence[Mark]
    opens: dict[int, list[Mark]] = field(default_factory=dict)
    closes: dict[int, list[Mark]] = field(default_factory=dict)
    cuts: list[int] = field(default_factory=list)
    at: int = 0
    open: dict[str, Mark] = field(default_factory=dict)
    unseen: dict[str, Mark] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mark in self.marks:
            self.opens.setdefault(mark.span.start, []).append(mark)
            self.closes.setdefault(mark.span.end, []).append(mark)
        self.cuts = sorted({*self.opens, *self.closes})

    def line(self, text: str, span: Span) -> Iterator[Piece]:
        start = span.start
        while True:
            yield from self._reach(start)
            end = min(self.cuts[self.at], span.end) if self.at < len(self.cuts) else span.end
            if start >= end:
                return
            yield self._piece(text[start:end], end)
            start = end

    def _reach(self, offset: int) -> Iterator[Piece]:
        """Open and close what begins or ends up to ``offset``; what would never be seen becomes an empty piece."""
        while self.at < len(self.cuts) and self.cuts[self.at] <= offset:
            cut = self.cuts[self.at]
            self.at += 1
            for mark in self.closes.get(cut, ()):
                yield from self._close(mark)
            for mark in self.opens.get(cut, ()):
                self.open[mark.anchor] = self.unseen[mark.anchor] = mark
                if not len(mark.span):
                    yield from self._close(mark)

    def _close(self, mark: Mark) -> Iterator[Piece]:
        if self.unseen.pop(mark.anchor, None):
            yield Piece("", (mark,), (mark,), (mark,))
        self.open.pop(mark.anchor, None)

    def _piece(self, text: str, end: int) -> Piece:
        marks = tuple(sorted(self.open.values(), key=lambda mark: (len(mark.span), mark.weight, mark.anchor)))
        begins, self.unseen = tuple(self.unseen.values()), {}
        ends = tuple(mark for mark in self.closes.get(end, ()) if mark.anchor in self.open)
        return Piece(text, marks, begins, ends)

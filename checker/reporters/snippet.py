"""Pieces of the source with marks under the right columns, for a screen of fixed cells.

A line that is too long is cut to a window round the marked words; marked words that are themselves too long, or that
run over several lines, are shown by their beginning and their end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.reporters.cells import advance, draw, width
from checker.spans import LINE_END, SourceMap, Span

CUT = "…"
GAP = "..."


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to point at. The primary mark is drawn with ``^``, others with ``-``; ``note`` stands under the mark."""

    span: Span
    note: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a printed row. ``role`` is gutter, text, primary or secondary."""

    text: str
    role: str


Row = list[Run]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a mark that lies within line ``line`` (an index) and is narrow enough to show."""

    line: int
    focus: Span
    mark: Mark
    note: str


@dataclass(frozen=True, slots=True)
class _Window:
    """What of a line is shown. ``lead`` is the cells before its first character (those of the ellipsis)."""

    span: Span
    lead: int
    trail: int


def snippet(source: SourceMap, marks: Sequence[Mark], cells: int) -> Iterator[Row]:
    """Rows that show ``marks``, the one named first on top, each row at most ``cells`` wide."""
    digits = len(str(1 + max(_line(source, mark.span.end) for mark in marks)))
    room = max(8, cells - digits - 3)
    pieces = [piece for mark in marks for piece in _pieces(source, mark, room)]
    yield [Run(f"{'':{digits}} |", "gutter")]
    for index, group in enumerate(_groups(source.text, pieces, room)):
        if index:
            yield [Run(GAP, "gutter")]
        yield from _rows(source, group, room, digits)


def _line(source: SourceMap, offset: int) -> int:
    return source.locate(max(0, offset)).line - 1


def _pieces(source: SourceMap, mark: Mark, room: int) -> Iterator[_Piece]:
    """The whole of a short mark; the beginning and the end of a long one."""
    span = _trim(source.text, mark.span)
    first, last = _line(source, span.start), _line(source, max(span.start, span.end - 1))
    if first == last and _fits(source.text, span, room - 2):
        yield _Piece(first, span, mark, mark.note)
        return
    part, start, end = room * 2 // 3, source.lines[first], source.lines[last]
    yield _Piece(first, _head(source.text, Span(min(span.start, start.end), min(span.end, start.end)), part), mark, "")
    yield _Piece(
        last, _tail(source.text, Span(min(max(span.start, end.start), span.end), span.end), part), mark, mark.note
    )


def _trim(text: str, span: Span) -> Span:
    """Without blank lines round it: they would be shown instead of the words. Spaces on one line stay."""
    words = span.of(text)
    if not words.strip() or not LINE_END.search(words):
        return span
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def _groups(text: str, pieces: Sequence[_Piece], room: int) -> list[list[_Piece]]:
    """Pieces of one line that fit into one window are shown in it; the groups keep the order of their first pieces."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        for group in groups:
            whole = _extent([*group, piece])
            if group[0].line == piece.line and _fits(text, whole, room - 2):
                group.append(piece)
                break
        else:
            groups.append([piece])
    return groups


def _extent(pieces: Sequence[_Piece]) -> Span:
    return Span(min(piece.focus.start for piece in pieces), max(piece.focus.end for piece in pieces))


def _fits(text: str, span: Span, room: int) -> bool:
    return len(_head(text, span, room)) == len(span)


def _head(text: str, span: Span, room: int) -> Span:
    """The longest beginning of ``span`` that takes no more than ``room`` cells."""
    used = 0
    for offset in range(span.start, span.end):
        used += advance(text[offset])
        if used > room:
            return Span(span.start, offset)
    return span


def _tail(text: str, span: Span, room: int) -> Span:
    used = 0
    for offset in range(span.end - 1, span.start - 1, -1):
        used += advance(text[offset])
        if used > room:
            return Span(offset + 1, span.end)
    return span


def _window(text: str, line: Span, focus: Span, room: int) -> _Window:
    """As much of ``line`` round ``focus`` as there is room for, the slack shared between both sides."""
    slack = room - 2 - width(focus.of(text))
    left = _tail(text, Span(min(line.start, focus.start), focus.start), slack // 2)
    right = _head(text, Span(focus.end, max(line.end, focus.end)), slack - width(left.of(text)))
    left = _tail(text, Span(min(line.start, focus.start), focus.start), slack - width(right.of(text)))
    return _Window(left.join(right), int(left.start > line.start), int(right.end < line.end))


def _rows(source: SourceMap, group: Sequence[_Piece], room: int, digits: int) -> Iterator[Row]:
    text, line = source.text, group[0].line
    window = _window(text, source.lines[line], _extent(group), room)
    gutter = Run(f"{'':{digits}} | ", "gutter")
    yield [Run(f"{line + 1:>{digits}} | ", "gutter"), *_source_row(text, window, group)]
    edges = _edges(text, window)
    yield [gutter, *_mark_row(group, window, edges)]
    columns = [(edges[_clip(piece.mark.span, window).start - window.span.start], piece) for piece in group]
    for row in _note_rows([(column, piece.note) for column, piece in columns if piece.note], room):
        yield [gutter, Run(row, "secondary")]


def _clip(span: Span, window: _Window) -> Span:
    start = min(max(span.start, window.span.start), window.span.end)
    return Span(start, max(start, min(span.end, window.span.end)))


def _edges(text: str, window: _Window) -> list[int]:
    """The cell at which each character of the window begins, and the one after the last."""
    edges = [window.lead]
    for character in window.span.of(text):
        edges.append(edges[-1] + advance(character))
    return edges


def _source_row(text: str, window: _Window, group: Sequence[_Piece]) -> Row:
    start, end = window.span.start, window.span.end
    roles = _paint(["text"] * (end - start), group, window, range(end - start + 1), least=0)
    runs = [Run(draw(words), role) for words, role in _runs(text[start:end], roles)]
    return [Run(CUT * window.lead, "gutter"), *runs, Run(CUT * window.trail, "gutter")]


def _mark_row(group: Sequence[_Piece], window: _Window, edges: Sequence[int]) -> Row:
    roles = _paint(["text"] * (edges[-1] + 1), group, window, edges, least=1)
    signs = "".join({"primary": "^", "secondary": "-"}.get(role, " ") for role in roles)
    return [Run(words, role) for words, role in _runs(signs.rstrip(), roles)]


def _paint(
    roles: list[str], group: Sequence[_Piece], window: _Window, edges: Sequence[int], *, least: int
) -> list[str]:
    """Give every place under a mark its role, the primary mark last, and ``least`` places to a mark of no width."""
    for piece in sorted(group, key=lambda one: one.mark.primary):
        seen = _clip(piece.mark.span, window).shift(-window.span.start)
        start = edges[seen.start]
        for at in range(start, min(len(roles), max(start + least, edges[seen.end]))):
            roles[at] = "primary" if piece.mark.primary else "secondary"
    return roles


def _runs(text: str, roles: Sequence[str]) -> Iterator[tuple[str, str]]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or roles[at] != roles[start]:
            yield text[start:at], roles[start]
            start = at


def _note_rows(notes: Sequence[tuple[int, str]], room: int) -> list[str]:
    """Notes under their marks, moved to the left where they would leave the screen, in as few rows as they fit."""
    rows: list[tuple[str, int]] = []
    for column, note in sorted(notes):
        words = draw(_head(note, Span(0, len(note)), room).of(note))
        wide = width(words)
        at = max(0, min(column, room - wide))
        for index, (row, used) in enumerate(rows):
            if used < at or not used:
                rows[index] = (row + " " * (at - used) + words, at + wide)
                break
        else:
            rows.append((" " * at + words, at + wide))
    return [row for row, _ in rows]

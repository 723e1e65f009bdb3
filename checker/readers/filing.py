"""Captions among their neighbours: which circled numbers count pictures, and what each picture is filed under."""

from collections.abc import Sequence
from dataclasses import replace

from checker.document import BlockKind
from checker.readers.captions import are_captions, referred
from checker.readers.markers import skip_space
from checker.readers.shapes import Shape
from checker.spans import Span


def number_captions(text: str, shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes with runs of lines that open with circled numbers turned into captions where they are."""
    result = list(shapes)
    tail = len(result)
    while tail and (result[tail - 1].kind is BlockKind.BYLINE or result[tail - 1].circled):
        tail -= 1
    known = referred(text)
    start = 0
    while start < len(result):
        end = start
        while end < len(result) and result[end].circled:
            end += 1
        run = result[start:end]
        before = result[start - 1].span if start else None
        if run and are_captions(text, [one.span for one in run], before, start >= tail, known):
            result[start:end] = [replace(one, kind=BlockKind.CAPTION) for one in run]
        start = end + 1
    return result


def file_captions(text: str, shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes with every nameless caption filed under the heading whose name its words open with."""
    names = {one.name.of(text) for one in shapes if one.form and one.name}
    lengths = sorted({len(name) for name in names}, reverse=True)
    return [_filed(text, one, names, lengths) if one.kind is BlockKind.CAPTION else one for one in shapes]


def _filed(text: str, one: Shape, names: set[str], lengths: Sequence[int]) -> Shape:
    if one.name:
        return one
    start = skip_space(text, one.marker.end if one.marker else one.span.start, one.span.end)
    if start < one.span.end and text[start] in "▲△▼▽↑↓、.．：:｜|":
        start = skip_space(text, start + 1, one.span.end)
    found = next((length for length in lengths if text[start : start + length] in names), 0)
    return replace(one, name=Span(start, start + found)) if found else one

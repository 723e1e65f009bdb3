"""The lines of a text as an author meant them: lines broken by a typesetter are put together again."""

from collections import Counter
from unicodedata import east_asian_width

from checker.frozen import frozen
from checker.patterns import pattern
from checker.spans import LINE_END, Span

CLOSED = tuple("。！？!?：:；;…”’）)」』》】")
FILLED = pattern("[^\n\r\u2028\u2029]+")
SAMPLE = 400
FEWEST = 6


@frozen()
class Line:
    """A non-empty line without the white space around it, or several that were joined.

    ``number`` counts non-empty lines of the text from 1. ``indented`` is how far it starts from the margin,
    ``apart`` whether an empty line stands before it.
    """

    span: Span
    number: int
    indented: int = 0
    apart: bool = False


def lines(text: str) -> list[Line]:
    """The non-empty lines, joined where hard breaks run through sentences beyond doubt."""
    found = list[Line]()
    end = 0
    for line in FILLED.finditer(text):
        words = line[0]
        kept = words.strip()
        if kept:
            indented = len(words) - len(words.lstrip())
            start = line.start() + indented
            apart = bool(found) and len(LINE_END.findall(text, end, line.start())) > 1
            found.append(Line(Span(start, start + len(kept)), len(found) + 1, indented, apart))
            end = start + len(kept)
    width = _measure(text, found)
    return _join(text, found, width) if width else found


def _cells(text: str, span: Span) -> int:
    """The width on the page: Chinese characters take two cells."""
    return sum(1 + (east_asian_width(character) in "WF") for character in span.of(text))


def _measure(text: str, found: list[Line]) -> int:
    """The width at which the lines are broken, or 0 if they are not.

    Broken are lines that nearly all stop within a character or two of one width, most of them in mid-sentence: a
    poem, a table or a list does not look so.
    """
    sample = found[:SAMPLE]
    if len(sample) < FEWEST or any(len(line.span) > 120 for line in sample):
        return 0
    width = Counter(_cells(text, line.span) // 2 for line in sample).most_common(1)[0][0] * 2
    full = [line for line in sample if abs(_cells(text, line.span) + 2 * line.indented - width) <= 4]
    open_ended = sum(not line.span.of(text).endswith(CLOSED) for line in full)
    unmistakable = width >= 32 and len(full) * 10 >= len(sample) * 6 and open_ended * 10 >= len(full) * 7
    return width if unmistakable else 0


def _join(text: str, found: list[Line], width: int) -> list[Line]:
    joined = [found[0]]
    full = _is_full(text, found[0], width)
    for line in found[1:]:
        last = joined[-1]
        if full and not line.apart and not line.indented:
            joined[-1] = Line(last.span.join(line.span), last.number, last.indented, last.apart)
        else:
            joined.append(line)
        full = _is_full(text, line, width)
    return joined


def _is_full(text: str, line: Line, width: int) -> bool:
    return _cells(text, line.span) + 2 * line.indented >= width - 4 and not line.span.of(text).endswith("。")

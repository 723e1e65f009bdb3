"""Markdown: the article's own words, with front matter, code and the targets of links left alone.

The text stays as it is, so offsets need no correction; what is not the article's is veiled for the checks.
"""

import re
from collections.abc import Iterator

from checker.document import Document
from checker.patterns import pattern
from checker.readers import html
from checker.readers import text as plain
from checker.readers.veiling import NOTHING, veiled
from checker.spans import Span

LONGEST_FRONT = 100
"""So many lines are searched for the end of the front matter."""
LINE = pattern("[^\n\r]*(?:\r\n|\n|\r|$)")
TITLE = pattern("title[ \t]*:[ \t]*[\"']?(?P<words>[^\"'\n\r]*)")
FENCE = pattern(" {0,3}(`{3,}|~{3,})")
RULER = frozenset("|:- \t\r\n")
REFERENCE = pattern(" {0,3}\\[[^\\[\\]\n]{1,200}\\]:[ \t]*[^ \t\n]")
INLINE = pattern(
    "(?P<all>`[^`\n\r]{1,500}`|<!--[^<>]{0,2000}-->|</?(?P<name>[A-Za-z][A-Za-z0-9]*)[^<>\n\r]{0,500}>)"
    "|(?P<open>!?\\[)[^\\[\\]\n\r]{0,500}"
    "(?P<close>\\]\\([ \t]*[^ \t\n\r()]{0,2000}(?:\\([^ \t\n\r()]{0,200}\\)[^ \t\n\r()]{0,200})?"
    '(?:[ \t]+"[^"\n\r]{0,200}")?[ \t]*\\))'
)
# Marks of emphasis around words, as CommonMark pairs them; underscores only where no word goes on.
EMPHASIS = pattern(
    r"(?<![*\\])(?P<stars>\*{1,3})(?![\s*])[^*\n\r]{1,500}(?<!\s)(?P<closing>(?P=stars))"
    r"|(?<![\w\\])(?P<lines>_{1,3})(?![\s_])[^_\n\r]{1,500}(?<!\s)(?P<ending>(?P=lines))(?!\w)"
)


Hidden = tuple[Span, bool]
"""What is to be veiled, and whether words stand there; else it is marks that others read on across."""


def read(data: bytes, path: str) -> Document:
    """The document in ``data``. Raises ReadError, with byte and line, when it is not text."""
    document = plain.read(data, path)
    return veiled(document, marked(document.text), [span for span, holds in _hidden(document.text) if holds])


def veil(text: str) -> str:
    """``text`` with blanks for what is not the article's, and tabs between the cells of tables; as long as before."""
    return marked(text).replace(NOTHING, " ")


def marked(text: str) -> str:
    """The same with ``NOTHING`` where words read on."""
    parts, done = list[str](), 0
    for span, holds in _hidden(text):
        parts += [text[done : span.start], _blank(span.of(text)) if holds else NOTHING * len(span)]
        done = span.end
    return _tables("".join((*parts, text[done:])))


def _hidden(text: str) -> Iterator[Hidden]:
    """What is to be veiled, in order."""
    lines = [Span(*line.span()) for line in LINE.finditer(text) if line[0]]
    at = _front(text, lines)
    yield from ((span, True) for span in _front_matter(text, lines[:at]))
    unclosed = dict[str, int]()
    while at < len(lines):
        end = _fenced(text, lines, at, unclosed)
        if end > at:
            yield lines[at].join(lines[end - 1]), True
        elif REFERENCE.match(text, lines[at].start, lines[at].end):
            yield lines[at], True
        else:
            yield from _inline(text, lines[at])
        at = max(end, at + 1)


def _front(text: str, lines: list[Span]) -> int:
    """How many lines the front matter takes, its fences among them."""
    if not lines or lines[0].of(text).rstrip() != "---":
        return 0
    ends = (index for index, line in enumerate(lines[1:LONGEST_FRONT], 2) if line.of(text).rstrip() in ("---", "..."))
    return next(ends, 0)


def _front_matter(text: str, lines: list[Span]) -> Iterator[Span]:
    """All of it but the words of the title, which readers see."""
    for line in lines:
        title = TITLE.match(text, line.start, line.end)
        if title:
            yield Span(line.start, title.start("words"))
            yield Span(title.end("words"), line.end)
        else:
            yield line


def _fenced(text: str, lines: list[Span], at: int, unclosed: dict[str, int]) -> int:
    """Where the code that begins with this line ends; ``at`` where none does, or it is never closed.

    ``unclosed`` remembers the shortest fence of each sort that nothing further down closes.
    """
    opening = FENCE.match(text, lines[at].start, lines[at].end)
    if not opening or len(opening[1]) >= unclosed.get(opening[1][0], len(text)):
        return at
    for index in range(at + 1, len(lines)):
        closing = FENCE.match(text, lines[index].start, lines[index].end)
        if closing and closing[1].startswith(opening[1]) and not text[closing.end() : lines[index].end].strip():
            return index + 1
    unclosed[opening[1][0]] = len(opening[1])
    return at


def _inline(text: str, line: Span) -> Iterator[Hidden]:
    done = line.start
    for found in INLINE.finditer(text, line.start, line.end):
        spans = [Span(*found.span(group)) for group in ("all", "open", "close") if found[group]]
        for span in spans:
            yield from _emphasis(text, Span(done, span.start))
            yield span, _holds_words(found)
            done = span.end
    yield from _emphasis(text, Span(done, line.end))


def _holds_words(found: re.Match[str]) -> bool:
    """Whether code or a picture is veiled, or an element that does more than dress words."""
    if found["name"]:
        return found["name"].lower() not in html.DRESSING.split()
    return found[0].startswith(("`", "!"))


def _emphasis(text: str, words: Span) -> Iterator[Hidden]:
    """The marks around emphasised words; the words themselves are read."""
    for found in EMPHASIS.finditer(text, words.start, words.end):
        for group in ("stars", "closing", "lines", "ending"):
            if found[group]:
                yield Span(*found.span(group)), False


def _tables(text: str) -> str:
    """The text with tabs in the place of the bars of every table, and without its ruler."""
    if "|" not in text:
        return text
    lines = [line[0] for line in LINE.finditer(text)]
    inside = False
    for index, line in enumerate(lines):
        inside = "|" in line and (inside or (index + 1 < len(lines) and _is_ruler(lines[index + 1])))
        if inside:
            lines[index] = _blank(line) if _is_ruler(line) else line.replace("|", "\t")
    return "".join(lines)


def _is_ruler(line: str) -> bool:
    return "|" in line and "-" in line and RULER.issuperset(line)


def _blank(words: str) -> str:
    return "".join(one if one in "\n\r" else " " for one in words)

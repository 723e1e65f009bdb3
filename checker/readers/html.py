"""HTML: the words of the article, with tags, scripts and what surrounds the article left alone.

As in Markdown the text stays as it is and what is not the article's is veiled, so that offsets are those of the file. A
tag that begins a block is a line end; words read on across one that only dresses them (<b>), and any white space of the
source is one blank. A character that is written by name (&ldquo;) stands at the end of its name, or at its beginning
where it closes something.
"""

import re
from collections.abc import Iterator

from checker.document import Document
from checker.patterns import pattern
from checker.readers import text as plain
from checker.readers.veiling import NOTHING, veiled
from checker.spans import Span

BLOCKS = """
    address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody tfoot thead title tr ul
    """
"""Elements that begin and end a line."""

CELLS = ("td", "th")
DRESSING = "a abbr acronym b bdi bdo big cite em font i ins label mark q small span strong time tt u var wbr"
"""Elements that change how words look and not what they say; a raised 2 is not of the number before it."""

SILENT = "head script style noscript template svg math iframe nav header footer aside form button select textarea"
"""Elements whose words are none of the article's."""

FRAMES = ("article", "main")
"""What holds the article; where a page has just one of a sort, everything outside of it is silent."""

TAG = pattern(
    r"<!--(?:[^-]|-(?!->)){0,20000}-->|<[!?][^<>]{0,2000}>|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)[^<>]{0,5000}>"
)
NAMED = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
CLOSING = frozenset("”’）》」』】〉〕〗!?,.;:，。；：！？、")
SPACES = frozenset(" \u00a0\u2002\u2003\u2009")
UNSEEN = frozenset("\u200b\u200c\u200d\ufeff")
WHITE = pattern(r"[ \t\r\n]+")


def read(data: bytes, path: str) -> Document:
    """The document in ``data``. Raises ReadError, with byte and line, when it is not text."""
    document = plain.read(data, path)
    return veiled(document, marked(document.text))


def veil(text: str) -> str:
    """``text`` with blanks for what is not the article's; as long as before."""
    return marked(text).replace(NOTHING, " ")


def marked(text: str) -> str:
    """The same with ``NOTHING`` where words read on."""
    tags = [tag for tag in TAG.finditer(text) if tag["name"] or tag[0][1] in "!?"]
    silent = _silent(text, tags)
    shown = list(_shown(text, tags))
    for span in silent:
        shown[span.start : span.end] = " " * len(span)
    return "".join(shown)


def _shown(text: str, tags: list[re.Match[str]]) -> Iterator[str]:
    """The characters of the text, those of tags blank."""
    done, blocks, dressing = 0, frozenset(BLOCKS.split()), frozenset(DRESSING.split())
    for tag in tags:
        yield from _words(text[done : tag.start()])
        name = (tag["name"] or "").lower()
        blank = NOTHING if name in dressing or tag[0].startswith("<!--") else " "
        yield "\n" if name in blocks else "\t" if name in CELLS and not tag["close"] else blank
        yield from blank * (tag.end() - tag.start() - 1)
        done = tag.end()
    yield from _words(text[done:])


def _words(words: str) -> Iterator[str]:
    """Words between two tags: their line ends as blanks, and characters for their names."""
    from html import unescape

    done = 0
    for found in NAMED.finditer(words):
        yield from _flat(words[done : found.start()])
        yield from _named(unescape(found[0]), len(found[0]))
        done = found.end()
    yield from _flat(words[done:])


def _named(character: str, length: int) -> str:
    """What stands in the place of a character's name."""
    if character in UNSEEN:
        return NOTHING * length
    if character in SPACES:
        return " ".ljust(length, NOTHING)
    if len(character) != 1 or character in "\r\n":
        return " " * length
    return character.ljust(length, NOTHING) if character in CLOSING else character.rjust(length, NOTHING)


def _flat(words: str) -> str:
    return WHITE.sub(lambda found: " ".ljust(len(found[0]), NOTHING), words)


def _silent(text: str, tags: list[re.Match[str]]) -> list[Span]:
    """The stretches that hold none of the article's words."""
    found = list(_elements(tags, frozenset(SILENT.split())))
    for frame in FRAMES:
        held = list(_elements(tags, frozenset((frame,))))
        if len(held) == 1:
            inside = [one for one in found if held[0].start <= one.start and one.end <= held[0].end]
            return [Span(0, held[0].start), *inside, Span(held[0].end, len(text))]
    return found


def _elements(tags: list[re.Match[str]], names: frozenset[str]) -> Iterator[Span]:
    """The outermost elements with these names that are closed."""
    opened: re.Match[str] | None = None
    depth = 0
    for tag in tags:
        name = (tag["name"] or "").lower()
        if opened is None:
            if name in names and not tag["close"] and not tag[0].endswith("/>"):
                opened, depth = tag, 1
        elif name == opened["name"].lower():
            depth += -1 if tag["close"] else 1
            if not depth:
                yield Span(opened.start(), tag.end())
                opened = None

"""lacking-part and doubled-part: frames of words of which one part is missing, or that say one part twice."""

from collections.abc import Iterator, Sequence

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import by_head, one_of, pattern
from checker.spans import Span

SENTENCE_END = pattern("[。！？!?\n]")
CLAUSE_END = pattern("[，。；：！？…,;!?\n]")
MARKS = "，。；：！？…,;!?\n"
QUOTES = ("“", "‘", "「")
OPEN = pattern("(?<![可所得足难予加用])以(?![来上下后前内外及至免便])[^为]+$")
"""A frame that its clause does not close."""

PAIRS = ("（）", "“”", "‘’", "《》")
FARTHEST = 160
"""No frame is held open for longer than this many characters."""

FEW = 24
"""So many words are looked for one by one."""

NEXT = 4
"""The missing part may open the sentence that follows: 他之所以来。是因为…"""


class LackingParams(Params):
    """One ``part`` must stand with one of its ``partners``, ``after`` it or ``before`` it, in one sentence or clause.

    ``within`` is ``sentence`` or ``clause``, ``side`` is ``after`` or ``before``. Where ``ends`` are given, only a
    clause that ends with one of them counts. ``unless`` are words that the part itself may belong to; they end with it.
    Where ``then`` is given, the part counts only inside a clause, with one of these or the clause's end behind it;
    where ``opens`` is, only in a clause that begins with one of them; where ``holds`` is, only in one that has one.
    The words of ``row`` are shared: 以公路为核心，水路为补充的, and 以 by all clauses of 以抓生产，促增收为内容的.
    """

    part: tuple[str, ...]
    partners: tuple[str, ...]
    side: str = "after"
    within: str = "sentence"
    ends: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    row: tuple[str, ...] = ()


class DoubledParams(Params):
    """``first`` and ``second`` say the same; both in one clause, at most ``gap`` characters apart, are one too many.

    ``unless`` are words between the two that make both right.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    gap: int = 20
    unless: tuple[str, ...] = ()


def check_lacking(article: Article, params: LackingParams) -> Iterator[Hit]:
    """Every part that stands alone."""
    text = article.text
    whole = params.within == "sentence"
    for start, part in _places(text, params.part):
        end = start + len(part)
        if params.side == "after":
            span, reach = Span(start, _end(text, end)), text[end : _end(text, end, sentence=whole)]
        else:
            span, reach = Span(_start(text, start), end), text[_start(text, start, sentence=whole) : start]
        if _counts(text, span, end, params) and not any(partner in reach for partner in params.partners):
            yield Hit(span, {"part": part})


def _counts(text: str, span: Span, end: int, params: LackingParams) -> bool:
    """Whether the part that ends there is one, in a clause that needs the other part."""
    if any(text.endswith(word, 0, end) for word in params.unless):
        return False
    if params.ends and not text.endswith(params.ends, span.start, span.end):
        return False
    if params.holds and not any(word in text[span.start : end] for word in params.holds):
        return False
    if params.row and _is_shared(text, span, end, params):
        return False
    if params.opens and not text.startswith(params.opens, span.start + text.startswith(QUOTES, span.start)):
        return False
    if not params.then:
        return True
    words = span.of(text)
    whole = all(words.count(pair[0], 1) == words.count(pair[1]) for pair in PAIRS)
    inside = whole and len(span) > max(map(len, params.part))
    return inside and (text.startswith(params.then, end) or _end(text, end) == end)


def _is_shared(text: str, span: Span, end: int, params: LackingParams) -> bool:
    """Whether a clause before in the sentence has the other part of the frame, and this one too."""
    start = _start(text, span.start, sentence=True)
    *earlier, last = text[start : span.start].split("，")
    if last or not earlier:
        return False
    framed = earlier[-1].endswith(params.part) and any(word in earlier[-1] for word in params.row)
    return framed or (text.startswith("的", end) and any(OPEN.search(one) for one in earlier))


def check_doubled(article: Article, params: DoubledParams) -> Iterator[Hit]:
    """Every pair of parts of which one is too many."""
    text = article.text
    second = pattern(one_of(params.second))
    for start, part in _places(text, params.first):
        end = start + len(part)
        found = second.search(text, end, min(_end(text, end), end + params.gap))
        if found and not any(word in text[end : found.start()] for word in params.unless):
            yield Hit(Span(start, found.end()), {"first": part, "second": found[0]})


def _places(text: str, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where the words stand. One pattern is faster than a few searches only where all begin alike."""
    if len({word[0] for word in words}) == 1 or len(words) > FEW:
        yield from ((found.start(), found[0]) for found in pattern(by_head(words)).finditer(text))
        return
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at, word
            at = text.find(word, at + len(word))


def _end(text: str, start: int, *, sentence: bool = False) -> int:
    """Where the clause ends, or the sentence with the first words of the next one."""
    found = (SENTENCE_END if sentence else CLAUSE_END).search(text, start, start + FARTHEST)
    if found is None:
        return min(len(text), start + FARTHEST)
    return found.end() + NEXT if sentence else found.start()


def _start(text: str, end: int, *, sentence: bool = False) -> int:
    """Where the clause or the sentence begins."""
    floor = max(0, end - FARTHEST)
    marks = "。！？!?\n" if sentence else MARKS
    return max(floor, *(text.rfind(mark, floor, end) + 1 for mark in marks))


LACKING = Kind(check_lacking, frozenset({"part"}), LackingParams)
DOUBLED = Kind(check_doubled, frozenset({"first", "second"}), DoubledParams)

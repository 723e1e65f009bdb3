"""missing-stop: a paragraph that just breaks off, in an article whose other paragraphs all end with a mark."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.document import Block, BlockKind
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.spans import Span

FINAL = frozenset("。！？…!?—：；:;")
CLOSING = "”’」』）)】》〉 \u3000"
# What a sentence may break off with: a character, a digit, a unit; a comma is a fault of its own.
BROKEN = pattern("[\u4e00-\u9fff0-9０-９%％℃，、]$")
INNER = pattern("[。！？；]")
LONG = 45
"""A line with two commas and so many characters is no heading."""

HEADING = pattern("\\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十]{1,3}[章节部])")
"""A heading that ran into the paragraph above it."""

SIGNED = pattern("(?:[ \u3000](?:供图|制图|摄影|图表|[图摄文绘])|(?:—|―|─|-){2,}[^，。！？；—]{1,12})$")
"""Whose picture or note it is: …韦长河 图, ——编者."""

PROMOTED = pattern("[^，。！？；]{2,24}——")
"""头条——…: a column's name and the headline of another article."""


class StopParams(Params):
    """A paragraph counts from ``least`` characters on. For each that breaks off, ``others`` must end as they should;
    ``most`` may break off."""

    least: int = 30
    others: int = 3
    most: int = 2


def check(article: Article, params: StopParams) -> Iterator[Hit]:
    """Long paragraphs without a final mark, where nearly all long paragraphs have one."""
    text = article.text
    long = [block for block in article.document.of_kind(BlockKind.PARAGRAPH) if len(block.span) >= params.least]
    broken = [block for block in long if _breaks_off(text, block) and not _is_deck(article, block)]
    if 0 < len(broken) <= params.most and len(long) >= (params.others + 1) * len(broken):
        for block in broken:
            yield _hit(text, block)


def _is_deck(article: Article, block: Block) -> bool:
    """Whether it is a headline's second line: no sentence stands in it, and none before it."""
    text = article.text
    before = text[: block.span.start]
    return not INNER.search(block.span.of(text)) and block.span.of(text)[-1] not in "，、" and not INNER.search(before)


def _breaks_off(text: str, block: Block) -> bool:
    words = block.span.of(text)
    bare = words.rstrip(CLOSING)
    if words[-1] in CLOSING or bare[-1:] in FINAL or not BROKEN.search(words):
        return False
    if PROMOTED.match(words) or SIGNED.search(words):
        return False
    ends = [stop.end() for stop in INNER.finditer(words)]
    if ends:
        return not HEADING.match(words, ends[-1])
    return words[-1] in "，、" or (words.count("，") > 1 and len(words) >= LONG)


def _hit(text: str, block: Block) -> Hit:
    end = block.span.end
    if text[end - 1] in "，、":
        span, edit = Span(end - 1, end), Edit(Span(end - 1, end), "。")
    else:
        span, edit = Span(max(block.span.start, end - 4), end), Edit(Span(end, end), "。")
    data = {"words": text[max(block.span.start, end - 8) : end]}
    return Hit(span, data, proposals=(Proposal("stop", (edit,), data),))


KIND = Kind(check, frozenset({"words"}), StopParams, fixes=frozenset({"stop"}))

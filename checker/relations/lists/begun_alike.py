"""Lists of clauses that all begin with the word that is counted: “四个凡是”：凡是…，一律…；凡是…，一概…."""

from checker.patterns import pattern
from checker.relations.passage import Passage
from checker.spans import Span

SHARED_WORD = pattern(
    r"[“‘「](?P<count>[两三四五六七八九]个?(?P<each>(?!个)[\u4e00-\u9fff]{2}))[”’」][^，,；;。：:、“”（(]{0,8}(?:[：:（(]|——|，?即(?:是|为)?)"
)
SEMICOLON, STOP, ITEM = pattern("[；;]"), pattern("[。！？\\n]"), pattern("[^，,；;。]+")


def by_semicolons(passage: Passage, at: int, word: str) -> list[Span]:
    """Where each item of a list that semicolons part begins, if all of them begin with the word; else nothing."""
    stop = STOP.search(passage.text, at, passage.span.end)
    end = stop.start() if stop else passage.span.end
    starts = [at, *(mark.end() for mark in SEMICOLON.finditer(passage.text, at, end))]
    if len(starts) < 2 or not all(passage.text.startswith(word, one) for one in starts):
        return []
    items = [ITEM.match(passage.text, one, end) for one in starts]
    return [Span(*one.span()) for one in items if one is not None]


def begins_each(passage: Passage, count: Span) -> bool:
    """Whether the number of a list is of a word that each of its items begins with."""
    match = SHARED_WORD.match(passage.text, max(0, count.start - 1), passage.span.end)
    return match is not None and bool(by_semicolons(passage, match.end(), match["each"]))

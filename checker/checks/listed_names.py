"""listed-name: words that are nearly a name of the newsroom's list, and works called by another genre."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.lexicon.genres import genre_before, genres
from checker.spans import Span, find_all


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every near miss, the same words one cause; every listed work with the wrong genre before it."""
    for miss in article.near_misses:
        yield _hit(article.text, miss.span, miss.right.name, "name")
    for right in article.names.right if article.names else ():
        if right.kind in genres():
            yield from _genre(article.text, right.name, right.kind)


def _genre(text: str, name: str, kind: str) -> Iterator[Hit]:
    for work in find_all(text, f"《{name}》"):
        genre = genre_before(text, work.start)
        if genre and not kind.endswith(genre):
            yield _hit(text, Span(work.start - len(genre), work.start), kind, "genre")


def _hit(text: str, span: Span, right: str, variant: str) -> Hit:
    words = {"words": span.of(text), "right": right}
    proposal = Proposal("right", (Edit(span, right),), words)
    return Hit(span, words, proposals=(proposal,), variant=variant, cause=f"{words}", explains=(span,))


FIELDS = frozenset(("words", "right"))
KIND = Kind(check, FIELDS, variants=frozenset(("name", "genre")), fixes=frozenset(("right",)))

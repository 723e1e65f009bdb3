"""set-phrase: a set phrase of news language with a character missing, mistaken or out of its place."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.phrases import Damage, damaged
from checker.findings import Edit, Hit, Proposal


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every damaged phrase, with the phrase as it should be. Of those that overlap the longest is taken."""
    end = 0
    for one in sorted(damaged(article.text, article.pairs), key=lambda one: (one.span.start, -one.span.end)):
        if one.span.start < end:
            continue
        end = one.span.end
        data = {"words": one.span.of(article.text), "meant": one.meant}
        proposals = (Proposal("meant", (Edit(one.span, one.meant),), data),)
        yield Hit(one.span, data, proposals=proposals, explains=(one.span,), variant=one.damage)


KIND = Kind(check, frozenset({"words", "meant"}), variants=frozenset(Damage), fixes=frozenset({"meant"}))

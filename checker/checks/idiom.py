"""idiom: an idiom with a character that was written for another one."""

from collections.abc import Iterator
from itertools import groupby

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.misspelt import misspelt
from checker.findings import Edit, Hit, Proposal
from checker.lexicon import slips
from checker.spans import Span

KNOWN = ("misspelt", "spelling")
"""The tables of misspellings that are sure, and of other spellings: they are other rules'."""

MOST = 3
"""How many idioms are proposed at most."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every run of characters that is an idiom but for one, with the idioms that may be meant."""
    known = frozenset[str]().union(*map(slips.forms, KNOWN))
    for span, group in groupby(misspelt(article.text, article.pairs), key=lambda one: one.span):
        if span.of(article.text) in known:
            continue
        candidates = list(group)[:MOST]
        first = candidates[0]
        data = {"words": span.of(article.text), "meant": first.meant}
        proposals = tuple(
            Proposal(
                "meant",
                (Edit(Span(span.start + one.at, span.start + one.at + 1), one.meant[one.at]),),
                {"meant": one.meant},
            )
            for one in candidates
        )
        yield Hit(span, data, proposals=proposals)


KIND = Kind(check, frozenset({"words", "meant"}), fixes=frozenset({"meant"}))

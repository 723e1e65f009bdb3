"""abolished: a county or city by a name that it no longer had, or by a type that it does not have."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every former name that is used for the present; all places of one name are one cause."""
    for one in article.former_names:
        words = one.span.of(article.text)
        fixes = tuple(Proposal("now", (Edit(one.span, now),), {"now": now}) for now in one.now.split("、"))
        yield Hit(
            one.span,
            {"name": words, "now": one.now, "year": str(one.year or "")},
            proposals=fixes,
            variant="abolished" if one.year else "level",
            cause=words,
        )


KIND = Kind(
    check,
    frozenset({"name", "now", "year"}),
    variants=frozenset({"abolished", "level"}),
    fixes=frozenset({"now"}),
)

"""one-place: one place in two spellings inside one article."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every place of the spelling that is less likely right."""
    for one in article.spellings:
        yield Hit(
            one.span,
            {"name": one.span.of(article.text), "other": one.right},
            related=(Related(one.first, "other", {"other": one.right}),),
            proposals=(Proposal("other", (Edit(one.span, one.right),), {"other": one.right}),),
            variant="known" if one.known else "rarer",
            cause=f"{one.span.of(article.text)} {one.right}",
        )


KIND = Kind(
    check,
    frozenset({"name", "other"}),
    variants=frozenset({"known", "rarer"}),
    notes=frozenset({"other"}),
    fixes=frozenset({"other"}),
)

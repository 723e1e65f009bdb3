"""reference: a figure is not the one of the newsroom's reference facts."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every departure; it is doubtful where the text does not say of when it speaks."""
    for one in article.departures:
        entry = one.fact.entry
        data = {
            "subject": entry.subject,
            "metric": (entry.scope or "") + entry.metric,
            "period": entry.period or "",
            "right": entry.value,
            "found": one.figure.span.of(article.text),
            "source": entry.source,
            "where": one.fact.where,
        }
        variant = ("dated" if entry.period else "standing") if one.dated else "undated"
        fixes = (Proposal("right", (Edit(one.figure.span, entry.value),), data),)
        yield Hit(one.figure.span, data, proposals=fixes, variant=variant, doubtful=one.doubtful or not one.dated)


FIELDS = frozenset(("subject", "metric", "period", "right", "found", "source", "where"))
KIND = Kind(check, FIELDS, variants=frozenset(("dated", "standing", "undated")), fixes=frozenset(("right",)))

"""uncovered: numbers of the article that no claim of the ledger covers."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.claims.changes import NUMBERED, place_of, uncovered
from checker.extraction.article import Article
from checker.findings import Hit, Related

SHOWN = 8


class Allowed(Params):
    """``percent`` of the numbers may go uncovered."""

    percent: int = 0


def check(article: Article, params: Allowed) -> Iterator[Hit]:
    """One hit for all of them, on the first: those that a draft has. What took a claim's place is told as that."""
    if article.ledger is None or article.fresh is None:
        return
    numbers = [one for one in article.fresh.ledger.claims if one.kind in NUMBERED]
    taken = {one.now.id for one in article.astray if one.now}
    loose = [place_of(article.fresh, one) for one in uncovered(article.ledger, article.fresh) if one.id not in taken]
    if loose and 100 * len(loose) > params.percent * len(numbers):
        listed = "、".join(span.of(article.text) for span in loose[:SHOWN]) + ("等" if loose[SHOWN:] else "")
        data = {"count": str(len(loose)), "total": str(len(numbers)), "listed": listed}
        related = tuple(Related(span, "other") for span in loose[1 : SHOWN + 1])
        yield Hit(loose[0], data, related, identity="uncovered")


KIND = Kind(check, frozenset(("count", "total", "listed")), Allowed, notes=frozenset(("other",)))

"""uncovered: numbers of the article that no claim of the ledger covers."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related

SHOWN = 8


class Allowed(Params):
    """``percent`` of the numbers may go uncovered."""

    percent: int = 0


def check(article: Article, params: Allowed) -> Iterator[Hit]:
    """One hit for all of them, on the first. 一个, 一批 are no numbers; what took a claim's place is told as that."""
    if article.ledger is None:
        return
    spans, at = article.ledger.spans, 0
    numbers = [one for one in article.quantities if not one.is_article]
    loose = []
    changed = frozenset(one.span for one in article.astray if one.changed)
    for one in numbers:
        while at < len(spans) and spans[at].end <= one.number.start:
            at += 1
        if (at == len(spans) or not spans[at].overlaps(one.number)) and one.span not in changed:
            loose.append(one.span)
    if loose and 100 * len(loose) > params.percent * len(numbers):
        listed = "、".join(span.of(article.text) for span in loose[:SHOWN]) + ("等" if loose[SHOWN:] else "")
        data = {"count": str(len(loose)), "total": str(len(numbers)), "listed": listed}
        related = tuple(Related(span, "other") for span in loose[1 : SHOWN + 1])
        yield Hit(loose[0], data, related, identity="uncovered")


KIND = Kind(check, frozenset(("count", "total", "listed")), Allowed, notes=frozenset(("other",)))

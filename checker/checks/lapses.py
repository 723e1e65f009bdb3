"""waiver-expired, waiver-unused: waivers that no longer do their work."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.astray import whole
from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.spans import Span

if TYPE_CHECKING:
    from checker.claims.waivers import Lapse


def expired(article: Article, _params: Params) -> Iterator[Hit]:
    """Waivers whose day is over, on the finding that they let stand."""
    for one in article.lapses:
        if one.span is not None:
            yield _hit(one, one.span)


def unused(article: Article, _params: Params) -> Iterator[Hit]:
    """Waivers that meet no finding."""
    for one in article.lapses:
        if one.span is None:
            yield _hit(one, whole(article.document))


def _hit(one: "Lapse", span: Span) -> Hit:
    waiver = one.waiver
    data = {
        "rule": waiver.rule,
        "fingerprint": waiver.fingerprint,
        "reason": waiver.reason,
        "who": waiver.who,
        "until": waiver.until.isoformat(),
        "where": one.where,
    }
    return Hit(span, data, identity=f"{waiver.rule} {waiver.fingerprint}")


FIELDS = frozenset(("rule", "fingerprint", "reason", "who", "until", "where"))
EXPIRED = Kind(expired, FIELDS, late=True)
UNUSED = Kind(unused, FIELDS, late=True)

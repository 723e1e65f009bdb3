"""scan: so many look-alikes in one article that it must have come from a scanner, and the whole of it wants a look."""

from collections.abc import Iterator

from checker.checks import slip
from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit


class ScanParams(Params):
    """``table`` names a table of slips, ``least`` says how many different ones make it sure."""

    table: str
    least: int = 3


def check(article: Article, params: ScanParams) -> Iterator[Hit]:
    """One hit at the first slip, which has all of them on its card."""
    hits = list(slip.check(article, slip.SlipParams(params.table)))
    words = list(dict.fromkeys(hit.data["words"] for hit in hits))
    if len(words) >= params.least:
        data = {"count": str(len(words)), "words": "、".join(words)}
        yield Hit(hits[0].span, data, explains=tuple(hit.span for hit in hits))


KIND = Kind(check, frozenset({"count", "words"}), ScanParams)

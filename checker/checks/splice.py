"""splice: a block of one section pasted into another, with all its symptoms."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.document import Document
from checker.extraction.article import Article
from checker.extraction.splices import Splice
from checker.findings import Hit, Related

EXCERPT = 10


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every pasted block, once."""
    for splice in article.splices:
        yield _hit(article.document, splice)


def _hit(document: Document, splice: Splice) -> Hit:
    source = splice.source
    first, last = (document.blocks[index].number for index in splice.blocks)
    section, origin = splice.topic.name, splice.name
    data = {
        "section": section,
        "origin": origin,
        "where": f"第{first}段" if first == last else f"第{first}—{last}段",
        "head": splice.span.of(document.text)[:EXCERPT],
        "tail": splice.span.of(document.text)[-EXCERPT:],
    }
    related = [Related(splice.topic.section.heading.span, "heading", data)]
    if source:
        related.append(Related(source, "source", data))
    explains = (splice.span, source) if source else (splice.span,)
    return Hit(splice.span, data, tuple(related), variant="copied" if source else "foreign", explains=explains)


KIND = Kind(
    check,
    frozenset({"section", "origin", "where", "head", "tail"}),
    variants=frozenset({"copied", "foreign"}),
    notes=frozenset({"heading", "source"}),
)

"""Where clauses end: marks, and the blanks that stand for them."""

from collections.abc import Iterator

from checker.document import BlockKind, Document
from checker.patterns import pattern

MARK = pattern("(?<![0-9]),|,(?![0-9]{3})|[，；;。：:！!？?\n（）()◾■●▲◆]")
GAP = pattern("(?<=[^0-9A-Za-z][^0-9A-Za-z])[ \u3000](?=[^ ]{3})")
APART = pattern("(?<=[一-鿿”》）。])[ \u3000]+(?=(?:[0-9.]{1,8})?[一-鿿]{4})")
SPACED = pattern("[0-9] [一-鿿]|[一-鿿] [0-9.]{1,9} ")
"""An article that puts blanks around its numbers."""


def breaks(document: Document) -> list[int]:
    """The offsets of all marks and gaps between clauses, in order."""
    text = document.text
    marks = {one.start() for one in MARK.finditer(text)}
    lines = () if SPACED.search(text) else (one.start() for one in APART.finditer(text))
    return sorted(marks.union(_gaps(document), lines))


def _gaps(document: Document) -> Iterator[int]:
    """The blanks that part a headline: 大会十一月召开 3位专家出席."""
    title = document.title
    for block in [*([title] if title else []), *document.of_kind(BlockKind.HEADING)]:
        yield from (one.start() for one in GAP.finditer(document.text, block.span.start, block.span.end))

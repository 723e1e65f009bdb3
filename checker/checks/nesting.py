"""nesting: quotation marks of the wrong level: “…“…”…” for “…‘…’…”, and ‘…’ that stands alone."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.document import Block, Quotation
from checker.extraction.article import Article
from checker.extraction.marks import marks, unpaired
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.spans import Span

SINGLE = pattern("‘[^‘’“”\\n]{1,40}’")
OTHER = {"“": "‘’", "‘": "“”"}


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every quotation of the wrong level in a paragraph whose marks pair.

    A text that prefers ‘’ throughout is of a house that does.
    """
    text, blocks = article.text, article.document.blocks
    if "“" not in text:
        return
    wrong = list(_wrong(text, article.document.quotations))
    single = sum(text[one.span.start] == "‘" for one in wrong)
    outer = sum(one.depth == 1 and text[one.span.start] == "“" for one in article.document.quotations)
    at = 0
    for one in wrong:
        while blocks[at].span.end <= one.span.start:
            at += 1
        if (text[one.span.start] == "“" or single <= outer) and _sound(text, blocks[at]):
            yield _hit(text, one)


def _wrong(text: str, quotations: tuple[Quotation, ...]) -> Iterator[Quotation]:
    """Marks of the same kind as those around them, and single ones with nothing around them."""
    around: list[Quotation] = []
    for one in quotations:
        while around and around[-1].span.end <= one.span.start:
            around.pop()
        mark = text[one.span.start]
        outer = text[around[-1].span.start] if around else ""
        if (mark == "“" and outer == "“") or (mark == "‘" and not outer and SINGLE.fullmatch(one.span.of(text))):
            yield one
        around.append(one)


def _sound(text: str, block: Block) -> bool:
    return not unpaired(text, marks(text, block.span))


def _hit(text: str, one: Quotation) -> Hit:
    given = text[one.span.start]
    wanted = OTHER[given]
    first, last = Span(one.span.start, one.span.start + 1), Span(one.span.end - 1, one.span.end)
    data = {"words": one.span.of(text), "wanted": wanted}
    change = Proposal("change", (Edit(first, wanted[0]), Edit(last, wanted[1])), data)
    return Hit(one.span, data, proposals=(change,), variant="inner" if given == "“" else "outer")


KIND = Kind(
    check,
    frozenset({"words", "wanted"}),
    variants=frozenset({"inner", "outer"}),
    fixes=frozenset({"change"}),
)

"""anchor-lost, value-changed: words that the ledger's claims stand on are not in the article any more."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.document import Document
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.spans import Span

if TYPE_CHECKING:
    from checker.extraction.astray import Astray

SIGNED = frozenset(("confirmed", "partly"))
"""What somebody answers for: if that is gone the article departs from what was checked."""


UNDECIDED = frozenset(("unchecked", "checking"))


def whole(document: Document) -> Span:
    """The place for what concerns the whole article: its title, else its first block."""
    first = document.title or (document.blocks[0] if document.blocks else None)
    return first.span if first else Span(0, 0)


def lost(article: Article, _params: Params) -> Iterator[Hit]:
    """Claims whose words are gone, or were changed around the same value."""
    for one in article.astray:
        if not one.changed:
            span = one.span or whole(article.document)
            yield _hit(article, one, span, "reworded" if one.span else "gone")
    yield from _parted(article)


def _parted(article: Article) -> Iterator[Hit]:
    """Claims that were decided about, whose own words stand, but of another subject or time."""
    binding = article.ledger
    for index, claim in enumerate(binding.ledger.claims) if binding else ():
        if binding and claim.id in binding.parted and claim.status.value not in UNDECIDED:
            data = {
                "id": claim.id,
                "quote": claim.anchor.quote,
                "was": "”“".join(binding.parted[claim.id]),
                "now": claim.anchor.quote,
                "paragraph": str(claim.anchor.paragraph),
                "where": binding.ledger.place("claims", index, "anchor"),
            }
            span = binding.values.get(claim.id) or binding.anchors[claim.id]
            yield Hit(span, data, variant="parted", doubtful=True, identity=f"{claim.id} parted")


def changed(article: Article, _params: Params) -> Iterator[Hit]:
    """Claims in whose place another value stands."""
    for one in article.astray:
        if one.changed and one.span:
            yield _hit(article, one, one.span, "")


def _hit(article: Article, one: "Astray", span: Span, variant: str) -> Hit:
    claim, ledger = one.claim, article.ledger
    value = claim.value.literal if claim.value else claim.anchor.quote
    data = {
        "id": claim.id,
        "quote": claim.anchor.quote,
        "was": value if one.changed else claim.anchor.quote,
        "now": span.of(article.text),
        "paragraph": str(claim.anchor.paragraph),
        "where": ledger.ledger.place("claims", one.index, "anchor", "quote") if ledger else "",
    }
    doubtful = claim.status.value not in SIGNED or variant == "reworded"
    fixes = (Proposal("restore", (Edit(span, data["was"]),), data),) if one.span else ()
    return Hit(span, data, proposals=fixes, variant=variant, doubtful=doubtful, identity=claim.id)


FIELDS = frozenset(("id", "quote", "was", "now", "paragraph", "where"))
LOST = Kind(lost, FIELDS, variants=frozenset(("gone", "reworded", "parted")), fixes=frozenset(("restore",)))
CHANGED = Kind(changed, FIELDS, fixes=frozenset(("restore",)))

"""two-spellings: one name written in two ways."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import zip_longest

from checker.checks.kind import Kind, Params
from checker.document import BlockKind
from checker.extraction.article import Article
from checker.extraction.respelt import Respelt
from checker.findings import Edit, Hit, Proposal, Related

HEADLINES = frozenset((BlockKind.TITLE, BlockKind.HEADING))


class SpellingParams(Params):
    """What is compared, and where the rarer spelling stands.

    ``of`` is ``person``, ``organisation``, ``rare`` or ``any``, ``where`` is ``headline`` or ``text``.
    """

    of: str = "any"
    where: str = "text"


def check(article: Article, params: SpellingParams) -> Iterator[Hit]:
    """Every place of the rarer spelling; the places of one spelling are one cause."""
    starts = [block.span.start for block in article.document.blocks]
    for spelling in _found(article, params.of):
        block = article.document.blocks[bisect_right(starts, spelling.span.start) - 1]
        if (block.kind in HEADLINES) is (params.where == "headline"):
            yield _hit(spelling)


def _found(article: Article, of: str) -> Iterator[Respelt]:
    if of in ("person", "any"):
        yield from article.person_spellings
    if of in ("organisation", "any"):
        yield from article.organisation_spellings
    if of in ("rare", "any"):
        yield from article.rare_spellings


def _hit(spelling: Respelt) -> Hit:
    name, usual = spelling.name, spelling.usual
    here, there = next((one, two) for one, two in zip_longest(name, usual, fillvalue="") if one != two)
    words = {"name": name, "usual": usual, "here": here, "there": there, "count": str(spelling.count)}
    return Hit(
        spelling.span,
        words,
        related=(Related(spelling.other, "usual", words),),
        proposals=(Proposal("usual", (Edit(spelling.span, usual),), words),),
        variant=spelling.likeness.kind.value,
        cause=name,
    )


FIELDS = frozenset(("name", "usual", "here", "there", "count"))
KIND = Kind(
    check,
    FIELDS,
    SpellingParams,
    variants=frozenset(("shape", "sound", "order", "length")),
    notes=frozenset(("usual",)),
    fixes=frozenset(("usual",)),
)

"""slip: a word that is written wrong, out of a table."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.lexicon import slips
from checker.spans import Span


class SlipParams(Params):
    """``table`` names one of the lexicon's tables of slips."""

    table: str


def check(article: Article, params: SlipParams) -> Iterator[Hit]:
    """Every wrong form of the table, with the right one. Of two that overlap the longer one is taken."""
    end = 0
    for span, slip in sorted(_found(article, params.table), key=lambda one: (one[0].start, -one[0].end)):
        if span.start >= end:
            end = span.end
            data = {"words": slip.wrong, "meant": slip.right}
            yield Hit(span, data, proposals=(Proposal("meant", (Edit(span, slip.right),), data),))


def _found(article: Article, table: str) -> Iterator[tuple[Span, slips.Slip]]:
    rows = slips.slips(table)
    for pair in rows.keys() & article.pairs.keys():
        for slip in map(slips.slip, rows[pair]):
            offset = slip.wrong.find(pair, min(slip.at, len(slip.wrong) - 2))
            for at in article.pairs[pair]:
                if slip.stands(article.text, at - offset):
                    yield Span(at - offset, at - offset + len(slip.wrong)), slip


KIND = Kind(check, frozenset({"words", "meant"}), SlipParams, fixes=frozenset({"meant"}))

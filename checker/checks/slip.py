"""slip: a word that is written wrong, out of a table."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.lexicon import slips
from checker.patterns import pattern
from checker.spans import Span

NAMED = pattern("(?:行动|计划|工程|模式|品牌|工作室|[节号奖杯])$")
"""“团园行动” plays with its words on purpose."""

SHORT = 7
"""So many characters at most from the first mark of a coined name to its last."""


class SlipParams(Params):
    """``table`` names one of the lexicon's tables of slips."""

    table: str


def check(article: Article, params: SlipParams) -> Iterator[Hit]:
    """Every wrong form of the table, with the right one. Of two that overlap the longer one is taken."""
    end = 0
    for span, slip in sorted(_found(article, params.table), key=lambda one: (one[0].start, -one[0].end)):
        if span.start >= end:
            end = span.end
            coined = _coined(article.text, span)
            if NAMED.search(coined):
                continue
            data = {"words": slip.wrong, "meant": slip.right}
            proposals = (Proposal("meant", (Edit(span, slip.right),), data),)
            yield Hit(span, data, proposals=proposals, doubtful=bool(coined))


def _coined(text: str, span: Span) -> str:
    """The short name in quotation marks that the words stand in, which may play with them; empty if there is none."""
    opened = text.rfind("“", max(0, span.start - SHORT), span.start)
    shut = text.find("”", span.end, span.end + SHORT)
    inside = opened >= 0 and shut >= 0 and shut - opened <= SHORT and "”" not in text[opened : span.start]
    return text[opened + 1 : shut] if inside else ""


def _found(article: Article, table: str) -> Iterator[tuple[Span, slips.Slip]]:
    rows = slips.slips(table)
    for pair in rows.keys() & article.pairs.keys():
        for slip in map(slips.slip, rows[pair]):
            offset = slip.wrong.find(pair, min(slip.at, len(slip.wrong) - 2))
            for at in article.pairs[pair]:
                if slip.stands(article.text, at - offset):
                    yield Span(at - offset, at - offset + len(slip.wrong)), slip


KIND = Kind(check, frozenset({"words", "meant"}), SlipParams, fixes=frozenset({"meant"}))

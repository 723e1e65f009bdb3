"""Where the words before a number begin that are led by a list: of sorts of a thing, of fields that it is told for."""

from checker.extraction.wordings import INCLUDED, LAST
from checker.patterns import pattern
from checker.spans import Span

FIELDS = pattern(
    "(?:[在对向]|用于|投向)(?P<all>[一-鿿]{1,8}(?:、[一-鿿]{1,8}){1,6}等(?:方面|领域|行业|环节)的?[一-鿿]{2,10})$"
)
"""A list of fields that something is told for together: 在农业、林业等方面支出."""

BEING = pattern("以[一-鿿、]{2,24}为[一-鿿]{1,4}的(?=[一-鿿])")
"""Of what sort things are, a list in it maybe: 以软件、芯片为主体的|产业."""


def begun(text: str, before: Span, start: int) -> int:
    """Where what is told begins, ``start`` being behind the last mark of the words ``before`` a number."""
    words = before.of(text)
    fields, being = FIELDS.search(words), BEING.search(words)
    if being and before.start + being.start() < start < before.start + being.end():
        return before.start + being.start()
    return before.start + fields.start("all") if fields else start + _unlisted(text, start, before.end)


def _unlisted(text: str, start: int, end: int) -> int:
    """How far the last member of a list goes that only says of what sort a thing is: 电池等|绿色产品出口, 在内的|…."""
    words = text[start:end]
    inside = INCLUDED.match(words)
    if inside:
        return inside.end()
    last = LAST.match(words) if text[start - 1 : start] == "、" else None
    return last.end() if last else 0

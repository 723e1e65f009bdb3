"""Run one bundled rule over a text: what the tests of marks and units share."""

from checker.extraction.article import Article
from checker.findings import Hit
from checker.packs import bundled
from checker.readers import text as reader

RULES = {rule.id: rule for rule in bundled()}


def hits(rule: str, text: str) -> list[Hit]:
    """The rule's hits in the order of the text."""
    article = Article(reader.read(text.encode(), "marks"))
    return sorted(RULES[rule].kind.check(article, RULES[rule].params), key=lambda hit: hit.span)


def words(rule: str, text: str) -> list[str]:
    """The words that the rule points at."""
    return [hit.span.of(text) for hit in hits(rule, text)]


def mended(text: str, hit: Hit, which: int = 0) -> str:
    """The text after one of the hit's proposals."""
    for edit in sorted(hit.proposals[which].edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text

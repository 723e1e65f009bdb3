"""What a bundled rule finds in a text, and at what cost."""

from functools import cache

from checker.extraction.article import Article
from checker.findings import Hit
from checker.packs import Rule, bundled
from checker.readers import text as reader


@cache
def rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in bundled()}


def hits(rule: str, text: str) -> list[Hit]:
    article = Article(reader.read(text.encode(), "article"))
    return list(rules()[rule].kind.check(article, rules()[rule].params))


def found(rule: str, text: str) -> list[str]:
    return [hit.span.of(text) for hit in hits(rule, text)]


def fixed(rule: str, text: str) -> list[str]:
    """The text after each of the proposals of its only hit."""
    [hit] = hits(rule, text)
    texts = []
    for proposal in hit.proposals:
        mended = text
        for edit in sorted(proposal.edits, key=lambda one: one.span, reverse=True):
            mended = mended[: edit.span.start] + edit.text + mended[edit.span.end :]
        texts.append(mended)
    return texts

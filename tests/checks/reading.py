"""What one kind of check finds in a text."""

from collections.abc import Iterable

from checker.checks import KINDS
from checker.extraction.article import Article
from checker.findings import Hit
from checker.packs import bundled
from checker.readers import read

RULES = {rule.id: rule for rule in bundled()}


def hits(rule: str, text: str) -> list[Hit]:
    """The hits of a bundled rule with its own settings, in the order of the text."""
    article = Article(read("a.txt", data=text.encode()))
    found: Iterable[Hit] = KINDS[RULES[rule].file.kind].check(article, RULES[rule].params)
    return sorted(found, key=lambda hit: hit.span)


def told(rule: str, text: str) -> list[tuple[str, str, bool]]:
    """Of every hit the words, the variant and whether it is doubtful."""
    return [(hit.span.of(text), hit.variant, hit.doubtful) for hit in hits(rule, text)]


def mended(rule: str, text: str) -> list[str]:
    """The text after each proposal of the first hit."""
    results = []
    for proposal in hits(rule, text)[0].proposals:
        changed = text
        for edit in sorted(proposal.edits, key=lambda one: one.span, reverse=True):
            changed = changed[: edit.span.start] + edit.text + changed[edit.span.end :]
        results.append(changed)
    return results

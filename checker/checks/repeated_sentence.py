"""repeated-sentence: a sentence that was typed or pasted twice."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.copies import Copy, length, recurring_sentences, repeated_sentences
from checker.findings import Edit, Hit, Proposal, Related


class SentenceParams(Params):
    """``least`` letters and digits: shorter sentences are repeated for effect; ``later`` where others stand between."""

    least: int = 10
    later: int = 18


def check(article: Article, params: SentenceParams) -> Iterator[Hit]:
    """The second of two equal sentences, in a row or later in the paragraph. Exclamations are repeated for effect."""
    for copy in repeated_sentences(article.document):
        if copy.shared >= params.least and not copy.second.of(article.text).rstrip("”’」』）)").endswith(("！", "!")):
            yield _again(article, copy, "next")
    for copy in recurring_sentences(article.document, params.later):
        yield _again(article, copy, "later")


def _again(article: Article, copy: Copy, variant: str) -> Hit:
    return Hit(
        copy.second,
        {"length": str(length(copy.second.of(article.text)))},
        related=(Related(copy.first, "original"),),
        proposals=(Proposal("remove", (Edit(copy.second, ""),)),),
        variant=variant,
        doubtful=variant == "later",
    )


KIND = Kind(
    check,
    frozenset({"length"}),
    SentenceParams,
    variants=frozenset({"next", "later"}),
    notes=frozenset({"original"}),
    fixes=frozenset({"remove"}),
)

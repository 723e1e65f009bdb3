"""mixed-forms: one thing written two ways, in one sentence or in one article."""

from collections.abc import Iterable, Iterator
from itertools import islice

from checker.checks.forms import Form, matches
from checker.checks.kind import Kind, Params
from checker.document import BlockKind, Sentence
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.spans import Span
from checker.widths import FULL

SHOWN = 8
Place = tuple[Span, Form]


class MixtureParams(Params):
    """``forms`` as for written-form, two at least; the fourth part names each.

    ``within`` is ``article``, ``sentence`` or ``byline``: where the forms may not meet (bylines all together).
    """

    forms: tuple[str, ...]
    within: str = "article"


def check(article: Article, params: MixtureParams) -> Iterator[Hit]:
    """What is written the rarer way, wherever both ways meet; the first place stands for all."""
    found: list[Place] = []
    two = len(params.forms) == 2
    as_written = any(digit in line for digit in FULL for line in params.forms)
    for line in params.forms:
        # Of the second of two ways in an article, one place more than the first has tells that it is the common one.
        most = len(found) + 1 if two and found and params.within != "sentence" else None
        places = list(islice(_places(article, line, params.within, as_written), most))
        if not places and two:
            return
        found += places
    found.sort(key=lambda one: one[0])
    groups = _inside(found, article.document.sentences) if params.within == "sentence" else [found]
    for group in groups:
        yield from _mixed(article.text, group)


def _places(article: Article, line: str, within: str, as_written: bool) -> Iterator[Place]:
    """Where a form stands; forms that tell the widths of digits apart count as they are written."""
    whole: list[Span] | list[None] = [None]
    if within == "byline":
        whole = [block.span for block in article.document.of_kind(BlockKind.BYLINE)]
    found = (pair for span in whole for pair in matches(article.text, (line,), span, as_written=as_written))
    return ((Span(*match.span()), form) for match, form in found)


def _inside(found: list[Place], sentences: Iterable[Sentence]) -> Iterator[list[Place]]:
    """The matches that stand in one sentence."""
    at = 0
    for place in (sentence.span for sentence in sentences):
        while at < len(found) and found[at][0].start < place.start:
            at += 1
        start = at
        while at < len(found) and found[at][0].end <= place.end:
            at += 1
        if at > start:
            yield found[start:at]


def _mixed(text: str, group: list[Place]) -> Iterator[Hit]:
    """The rarer ways against the commonest; where two are as common, the one that comes first has it."""
    ways: dict[str, list[Span]] = {}
    for span, form in group:
        ways.setdefault(form.reason, []).append(span)
    if len(ways) < 2:
        return
    common = max(ways, key=lambda name: len(ways[name]))
    rare = sorted((span, name) for name, spans in ways.items() if name != common for span in spans)
    first, name = rare[0]
    yield Hit(
        first,
        {
            "words": first.of(text),
            "name": name,
            "other": ways[common][0].of(text),
            "common": common,
            "count": str(len(rare)),
        },
        related=(
            Related(ways[common][0], "common", {"common": common}),
            *(Related(span, "also") for span, _ in rare[1 : SHOWN + 1]),
        ),
    )


KIND = Kind(
    check,
    frozenset({"words", "name", "other", "common", "count"}),
    MixtureParams,
    notes=frozenset({"common", "also"}),
)

"""The harness that proves a rule by its own examples: the tests, ``checker rules test`` and ``explain`` share it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from checker.document import Document
from checker.extraction.article import Article
from checker.findings import fingerprint
from checker.packs.loader import bundled, load_examples
from checker.packs.rule import Rule
from checker.patterns import pattern
from checker.readers import text as reader
from checker.spans import Span

if TYPE_CHECKING:
    from checker.claims.anchors import Binding
    from checker.claims.facts import Facts
    from checker.claims.models import Ledger
    from checker.claims.waivers import Lapse, Placed
    from checker.lexicon.names import Names
    from checker.packs.model import Examples

MARK = pattern(r"[【】]")


@dataclass(frozen=True, slots=True)
class Example:
    """An example's text without its marks, and the spans that must be hit, in order; none for a clean one.

    ``published`` and what follows it are what the rule's file gives all its examples.
    """

    text: str
    expected: tuple[Span, ...]
    published: date | None = None
    names: "Names | None" = None
    ledger: "Ledger | None" = None
    facts: "Facts | None" = None
    waivers: "tuple[Placed, ...]" = ()

    @classmethod
    def flagged(cls, marked: str) -> "Example":
        """Reads the 【】 of a flagged example. Raises ValueError when they do not pair."""
        plain, spans, start = [], list[Span](), None
        length = last = 0
        for mark in MARK.finditer(marked):
            plain.append(marked[last : mark.start()])
            length += mark.start() - last
            last = mark.end()
            if mark[0] == "【" and start is None:
                start = length
            elif mark[0] == "】" and start is not None:
                spans.append(Span(start, length))
                start = None
            else:
                raise ValueError(f"【】 do not pair at {mark.start()}")
        if start is not None or not spans:
            raise ValueError("a flagged example marks what is wrong with 【】")
        return cls("".join(plain) + marked[last:], tuple(spans))

    @classmethod
    def clean(cls, text: str) -> "Example":
        """A text in which the rule must find nothing."""
        return cls(text, ())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule did with an example. ``messages`` are the formatted findings."""

    example: Example
    found: tuple[Span, ...]
    messages: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether exactly the marked words were hit."""
        return self.found == self.example.expected

    def __str__(self) -> str:
        text = self.example.text
        wanted = [one.of(text) for one in self.example.expected]
        return f"wanted {wanted}, found {[one.of(text) for one in self.found]} in: {text}"


def run_example(rule: Rule, example: Example) -> Outcome:
    """Run one rule over one example."""
    hits = sorted(rule.kind.check(article(example), rule.params), key=lambda hit: hit.span)
    return Outcome(example, tuple(hit.span for hit in hits), tuple(rule.message(hit) for hit in hits))


def article(example: Example) -> Article:
    """The example as an article, with all that is kept about it."""
    document = reader.read(example.text.encode("utf-8"), "example")
    made = Article(document, example.published, example.names, _laid(example, document), example.facts)
    return replace(made, lapses=_lapses(made, example)) if example.waivers else made


def _laid(example: Example, document: Document) -> "Binding | None":
    if example.ledger is None:
        return None
    from checker.claims import trace

    return trace(example.ledger, document)


def _lapses(made: Article, example: Example) -> "tuple[Lapse, ...]":
    """What became of the example's waivers, once the bundled rules that they name have run."""
    from checker.claims.waivers import Waivers

    named = {one.waiver.rule for one in example.waivers}
    places: dict[tuple[str, str], tuple[Span, str]] = {}
    for rule in bundled():
        if rule.id in named:
            for hit in sorted(rule.kind.check(made, rule.params), key=lambda one: one.span):
                places[rule.id, fingerprint(rule.id, hit.span.of(made.text))] = hit.span, rule.message(hit)
    owned = tuple(replace(one, owned=True) for one in example.waivers)
    return Waivers(owned, example.published).lapses(places, named)


def examples(rule: Rule) -> list[Example]:
    """All examples of a rule, flagged ones first."""
    texts = load_examples(rule)
    plain = [Example.flagged(one) for one in texts.flagged] + [Example.clean(one) for one in texts.clean]
    return [kept_with(one, texts) for one in plain]


def kept_with(example: Example, texts: "Examples") -> Example:
    """The example with what its rule's file gives all of them."""
    return replace(
        example,
        published=texts.date,
        names=texts.names,
        ledger=texts.ledger,
        facts=texts.facts,
        waivers=texts.waivers,
    )

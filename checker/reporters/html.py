"""The report as one self-contained page: the article with marks, the cards beside it, the account under both.

Nothing is loaded from anywhere, no script runs, and a content security policy says so. The same report always makes
the same bytes.
"""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.findings import Severity, Verdict
from checker.report import CheckedRelation, DocumentReport, Report
from checker.reporters import wording
from checker.reporters.cards import Card, cards, changes, context, quoted
from checker.reporters.marked import Line, Mark, lines
from checker.reporters.options import Options
from checker.reporters.statistics import USAGE, rates, usage
from checker.reporters.visible import shorten, visible
from checker.spans import SourceMap

_QUOTED = 120  # characters of a quotation on a card


@dataclass(frozen=True, slots=True)
class Page:
    """One document, ready for the template. ``id`` is its number in the report, part of every anchor on it."""

    id: int
    report: DocumentReport
    cards: list[Card]
    lines: list[Line]

    @property
    def pressing(self) -> list[Card]:
        """The cards that are not only 可改."""
        return [card for card in self.cards if card.severity is not Severity.STYLE]

    @property
    def style(self) -> list[Card]:
        """The cards that are folded."""
        return [card for card in self.cards if card.severity is Severity.STYLE]

    @property
    def relations(self) -> list[tuple[int, CheckedRelation]]:
        """With their numbers, in the order of the account."""
        listed = list(enumerate(self.report.relations, start=1))
        return [one for verdict in wording.VERDICT for one in listed if one[1].verdict is verdict]

    def is_heading(self, line: Line) -> bool:
        """Whether a line is one of the article's headings."""
        return any(line.span.covers(span) for span in self.report.headings)


def render(report: Report, options: Options) -> str:
    """The whole page."""
    environment = _environment()
    style = environment.get_template("report.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    pages = [_page(number, document) for number, document in enumerate(report.documents, start=1)]
    page = environment.get_template("report.html").render(
        report=report,
        pages=pages,
        style=Markup(style),
        digest=digest,
        statistics=options.statistics,
    )
    return page.rstrip() + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("checker.reporters"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals.update(
        wording=wording, context=context, changes=changes, quoted=quoted, shorten=shorten, QUOTED=_QUOTED
    )
    environment.globals.update(USAGE=USAGE, usage=usage, rates=rates)
    return environment


def _shown(value: object) -> object:
    """What the template prints: text with its invisible characters escaped, our own markup as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _page(number: int, document: DocumentReport) -> Page:
    made = cards(document)
    marks = [*_finding_marks(number, made), *_number_marks(number, document)]
    return Page(number, document, made, list(lines(SourceMap(document.text), marks)))


def _finding_marks(page: int, made: list[Card]) -> Iterator[Mark]:
    for card in made:
        target = f"c{page}-{card.number}"
        for index, finding in enumerate(card.findings()):
            anchor = f"m{page}-{card.number}-{index}"
            again = _repeats(card, index)
            kind, badge = ("again", 0) if again else (finding.severity.value, card.number)
            yield Mark(finding.place.span, kind, finding.severity.rank, anchor, target, badge)
        for index, note in enumerate(card.finding.related):
            yield Mark(note.place.span, "related", 3, f"s{page}-{card.number}-{index}", target)


def _repeats(card: Card, index: int) -> bool:
    """Whether a symptom stands on the very words of the leading finding, which already carry the number."""
    return index > 0 and card.symptoms[index - 1].place.span == card.finding.place.span


def _number_marks(page: int, document: DocumentReport) -> Iterator[Mark]:
    for number, relation in enumerate(document.relations, start=1):
        if relation.verdict is not Verdict.INCONSISTENT:
            for index, operand in enumerate(relation.operands):
                anchor = f"o{page}-{number}-{index}"
                yield Mark(operand.place.span, relation.verdict.value, 4, anchor, f"r{page}-{number}")
    for index, place in enumerate(document.unclaimed):
        yield Mark(place.span, "unchecked", 5, f"u{page}-{index}", f"v{page}-{index}")

"""Annotations on the changed files of a pull request: GitHub's workflow commands, one a cause.

GitHub shows ten errors and ten warnings of a step and drops the rest, so the gravest stand first.
"""

from collections.abc import Iterator

from checker.findings import Severity
from checker.report import DocumentReport, Report
from checker.reporters.cards import Card, cards
from checker.reporters.options import Options
from checker.reporters.paths import relative
from checker.reporters.telling import lines
from checker.reporters.visible import visible
from checker.spans import SourceMap

COMMAND = {Severity.ERROR: "error", Severity.VERIFY: "warning", Severity.STYLE: "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - a command has one look
    """One command a line, errors of all documents first; nothing but a line feed when there is nothing to say."""
    found = [
        (card.severity.rank, number, line) for number, one in enumerate(report.documents) for card, line in _of(one)
    ]
    return "\n".join(line for *_, line in sorted(found, key=lambda one: one[:2])) + "\n"


def _of(document: DocumentReport) -> Iterator[tuple[Card, str]]:
    source = SourceMap(document.text)
    for card in cards(document):
        yield card, _command(document, source, card)


def _command(document: DocumentReport, source: SourceMap, card: Card) -> str:
    span = card.finding.place.span
    (line, column), (end_line, end_column) = source.locate_utf16(span.start), source.locate_utf16(span.end)
    properties = {"file": relative(document.path), "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub takes columns on one line only
        properties |= {"col": str(column), "endColumn": str(end_column)}
    properties["title"] = card.finding.rule
    written = ",".join(f"{name}={visible(value).translate(PROPERTY)}" for name, value in properties.items())
    told = "\n".join(visible(one) for one in lines(document, card))
    return f"::{COMMAND[card.severity]} {written}::{told.translate(DATA)}"

"""Leaves of a report what touches changed lines."""

from collections.abc import Iterable
from dataclasses import replace

from checker.cli.git import Lines
from checker.document import Document
from checker.findings import Finding
from checker.report import DocumentReport
from checker.spans import Span


def restricted(document: Document, report: DocumentReport, lines: Lines | None) -> DocumentReport:
    """The report with the findings that touch one of ``lines`` with their own or a related place, or by their cause.

    ``lines`` are counted as git counts them; None means all of them.
    """
    if lines is None or not report.findings:
        return report
    spans = {span for one in report.findings for span in _spans(one)}
    numbers = _numbers(document, {at for span in spans for at in (span.start, max(span.start, span.end - 1))})
    changed = {number for run in lines for number in run}
    touched = {
        span
        for span in spans
        if not changed.isdisjoint(range(numbers[span.start], numbers[max(span.start, span.end - 1)] + 1))
    }
    causes = {one.cause for one in report.findings if one.cause and not touched.isdisjoint(_spans(one))}
    kept = [one for one in report.findings if one.cause in causes or not touched.isdisjoint(_spans(one))]
    return replace(report, findings=tuple(kept))


def _spans(finding: Finding) -> list[Span]:
    return [finding.place.span, *(note.place.span for note in finding.related)]


def _numbers(document: Document, offsets: Iterable[int]) -> dict[int, int]:
    """The line of each offset as git counts: by the bytes 0A, whatever the encoding makes of them."""
    numbers, number, done = {}, 1, 0
    for offset in sorted(offsets):
        number += document.text[done:offset].encode(document.encoding, "surrogatepass").count(b"\n")
        numbers[offset], done = number, offset
    return numbers

"""The report for programs: ``checker.report/1``, one JSON object whose bytes depend on the input alone."""

from checker.findings import CheckedRelation, DocumentReport, Finding, Fix, Numbers, Place, Report, Severity, Verdict
from checker.reporters.dumping import dump
from checker.reporters.options import Options
from checker.reporters.records import (
    CheckRecord,
    DocumentRecord,
    FindingRecord,
    FixRecord,
    NumbersRecord,
    ReportRecord,
    SpanRecord,
)


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - JSON has one look
    """The report as one JSON object with a line feed at its end."""
    return dump(record(report))


def record(report: Report) -> ReportRecord:
    """The report in its published shape."""
    return {
        "schema": "checker.report/1",
        "documents": [_document(document) for document in report.documents],
        "summary": {
            "documents": len(report.documents),
            "findings": {
                "error": report.count(Severity.ERROR),
                "verify": report.count(Severity.VERIFY),
                "style": report.count(Severity.STYLE),
            },
            "checks": {
                "consistent": report.verdicts(Verdict.CONSISTENT),
                "inconsistent": report.verdicts(Verdict.INCONSISTENT),
                "undecided": report.verdicts(Verdict.UNDECIDED),
            },
        },
    }


def _document(document: DocumentReport) -> DocumentRecord:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "findings": [finding(one) for one in document.findings],
        "checks": [_check(relation) for relation in document.relations if relation.is_published],
        "numbers": _numbers(document.numbers),
    }


def finding(found: Finding) -> FindingRecord:
    """One finding in its published shape."""
    return {
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "span": _span(found.place),
        "related": [{"span": _span(one.place), "note": one.note} for one in found.related],
        "fixes": [_fix(fix) for fix in found.fixes],
        "cause": found.cause,
        "fingerprint": found.fingerprint,
    }


def _fix(fix: Fix) -> FixRecord:
    return {
        "description": fix.description,
        "edits": [{"start": one.span.start, "end": one.span.end, "text": one.text} for one in fix.edits],
        "safe": fix.safe,
    }


def _check(relation: CheckedRelation) -> CheckRecord:
    return {
        "relation": relation.relation,
        "rule": relation.rule,
        "verdict": relation.verdict,
        "operands": [
            {"role": one.role, "span": _span(one.place), "value": one.value, "unit": one.unit}
            for one in relation.operands
        ],
        "working": relation.working,
    }


def _span(place: Place) -> SpanRecord:
    return {
        "start": place.span.start,
        "end": place.span.end,
        "line": place.position.line,
        "column": place.position.column,
        "paragraph": place.position.paragraph,
        "quote": place.quote,
    }


def _numbers(numbers: Numbers) -> NumbersRecord:
    return {
        "total": numbers.total,
        "checked": numbers.checked,
        "claimed": numbers.claimed,
        "unchecked": numbers.unchecked,
    }

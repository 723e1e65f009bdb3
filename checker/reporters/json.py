"""The report for programs: ``checker.report/1``, one JSON object whose bytes depend on the input alone."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.findings import Finding, Fix, Place, Severity, Verdict
from checker.report import CheckedRelation, DocumentReport, KeptRelations, Numbers, Report
from checker.reporters.dumping import encoded
from checker.reporters.options import Options

if TYPE_CHECKING:
    from checker.reporters.records import (
        CheckRecord,
        DocumentRecord,
        FindingRecord,
        FixRecord,
        NumbersRecord,
        ReportRecord,
        SpanRecord,
    )

DOCUMENTS = b'\n  "documents": []'
CHECKS = b'\n      "checks": []'
"""Where empty lists stand in the report, and in the record of a document; no string in JSON holds a line feed."""


def render(report: Report, options: Options) -> str:
    """The report as one JSON object with a line feed at its end."""
    return b"".join(pieces(report, options)).decode()


def pieces(report: Report, options: Options) -> Iterator[bytes]:  # noqa: ARG001 - JSON has one look
    """The report as it is written, one document after the other: all of it at once would fill the memory."""
    before, after = encoded(_report(report, [])).split(DOCUMENTS)
    yield before + DOCUMENTS[:-1]
    for number, document in enumerate(report.documents):
        yield b",\n    " if number else b"\n    "
        head, tail = encoded(_document(document, []), 2).split(CHECKS)
        yield head + CHECKS[:-2]
        yield checks(document.relations)
        yield tail
    yield (b"\n  ]" if report.documents else b"]") + after + b"\n"


def checks(relations: Sequence[CheckedRelation]) -> bytes:
    """The relations of the published list as they stand in the report."""
    return relations.record() if isinstance(relations, KeptRelations) else encoded(_checks(relations), 3)


def record(report: Report) -> "ReportRecord":
    """The report in its published shape."""
    return _report(report, [_document(document, _checks(document.relations)) for document in report.documents])


def _report(report: Report, documents: "list[DocumentRecord]") -> "ReportRecord":
    return {
        "schema": "checker.report/1",
        "documents": documents,
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


def _document(document: DocumentReport, checks: "list[CheckRecord]") -> "DocumentRecord":
    return {
        "path": document.path,
        "sha256": document.sha256,
        "findings": [finding(one) for one in document.findings],
        "checks": checks,
        "numbers": _numbers(document.numbers),
    }


def finding(found: Finding) -> "FindingRecord":
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


def _fix(fix: Fix) -> "FixRecord":
    return {
        "description": fix.description,
        "edits": [{"start": one.span.start, "end": one.span.end, "text": one.text} for one in fix.edits],
        "safe": fix.safe,
    }


def _checks(relations: Sequence[CheckedRelation]) -> "list[CheckRecord]":
    return [_check(relation) for relation in relations if relation.is_published]


def _check(relation: CheckedRelation) -> "CheckRecord":
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


def _span(place: Place) -> "SpanRecord":
    return {
        "start": place.span.start,
        "end": place.span.end,
        "line": place.position.line,
        "column": place.position.column,
        "paragraph": place.position.paragraph,
        "quote": place.quote,
    }


def _numbers(numbers: Numbers) -> "NumbersRecord":
    return {
        "total": numbers.total,
        "checked": numbers.checked,
        "claimed": numbers.claimed,
        "unchecked": numbers.unchecked,
    }

"""GitLab's code quality report: every finding with its lines, what a merge request shows beside the change."""

import hashlib
from collections.abc import Iterator
from typing import Any

from checker.findings import Severity
from checker.report import DocumentReport, Report
from checker.reporters.dumping import dump
from checker.reporters.options import Options
from checker.reporters.paths import relative
from checker.reporters.visible import visible
from checker.spans import SourceMap

SEVERITY = {Severity.ERROR: "critical", Severity.VERIFY: "major", Severity.STYLE: "info"}


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - JSON has one look
    """One array over all documents."""
    return dump([issue for document in report.documents for issue in _issues(document)])


def _issues(document: DocumentReport) -> Iterator[dict[str, Any]]:
    path, source = relative(document.path), SourceMap(document.text)
    for finding in document.findings:
        end = source.locate(finding.place.span.end)
        yield {
            "description": visible(finding.message),
            "check_name": finding.rule,
            "fingerprint": _fingerprint(path, finding.fingerprint),
            "severity": SEVERITY[finding.severity],
            "location": {"path": path, "lines": {"begin": finding.place.position.line, "end": end.line}},
        }


def _fingerprint(path: str, mark: str) -> str:
    """One of its own for every document: GitLab takes equal ones for one issue."""
    return hashlib.sha256(f"{path}\n{mark}".encode("utf-8", "surrogatepass")).hexdigest()[:32]

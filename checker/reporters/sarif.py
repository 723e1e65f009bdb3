"""SARIF 2.1.0 (OASIS Standard), for code scanning and whatever else reads static analysis results.

Columns are counted in UTF-16 code units and the run says so: a viewer that ignores ``columnKind`` counts them, too.
Character offsets are left out, since they would have to be counted one way only.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from checker.findings import Finding, Fix, Place, Severity
from checker.patterns import pattern
from checker.report import DocumentReport, Manual, Report, Suppressed
from checker.reporters.dumping import dump
from checker.reporters.options import Options
from checker.reporters.paths import is_absolute, relative, uri
from checker.reporters.visible import visible
from checker.spans import SourceMap, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL = {Severity.ERROR: "error", Severity.VERIFY: "warning", Severity.STYLE: "note"}
PROBLEM = {Severity.ERROR: "error", Severity.VERIFY: "warning", Severity.STYLE: "recommendation"}
NEWLINES = ["\r\n", "\n", "\r", "\u2028", "\u2029"]
"""Where SourceMap ends a line, the longest first."""
ROOT = "%SRCROOT%"
MARKS = pattern(r"\{|\}|\](?=\()")

Record = dict[str, Any]


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - SARIF has one look
    """The report as a log of one run."""
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report).record()]})


class _Run:
    """One run; its rules and artifacts are numbered, and results point at them."""

    def __init__(self, report: Report) -> None:
        self.report = report
        manuals = {one.rule: one for one in report.manuals}
        found = {one.rule for document in report.documents for one in _all(document)}
        self.rules: Mapping[str, Manual | None] = {name: manuals.get(name) for name in sorted(manuals.keys() | found)}
        self.index = {name: number for number, name in enumerate(self.rules)}
        self.suppresses = any(document.suppressed or document.known for document in report.documents)

    def record(self) -> Record:
        documents = self.report.documents
        return {
            "tool": {"driver": _driver(self.rules)},
            "invocations": [{"executionSuccessful": True, "exitCode": int(self.report.failed)}],
            "language": "zh-CN",
            "columnKind": "utf16CodeUnits",
            "newlineSequences": NEWLINES,
            "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
            "artifacts": [_artifact(document) for document in documents],
            "results": [one for number, document in enumerate(documents) for one in self.results(document, number)],
        }

    def results(self, document: DocumentReport, number: int) -> Iterator[Record]:
        pages = _Pages(document, number)
        for finding in document.findings:
            yield self.result(pages, finding, None)
        for one in document.suppressed:
            yield self.result(pages, one.finding, one)
        for finding in document.known:
            yield self.result(pages, finding, Suppressed(finding, "基线里已有"))

    def result(self, pages: "_Pages", finding: Finding, suppressed: Suppressed | None) -> Record:
        record: Record = {
            "ruleId": finding.rule,
            "ruleIndex": self.index[finding.rule],
            "level": LEVEL[finding.severity],
            "message": {"text": _message(finding.message)},
            "locations": [{"physicalLocation": pages.location(finding.place)}],
            "partialFingerprints": {"checkerFinding/v1": finding.fingerprint},
        }
        if finding.related:
            record["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": pages.location(note.place),
                    "message": {"text": _message(note.note)},
                }
                for number, note in enumerate(finding.related, start=1)
            ]
        fixes = [pages.fix(fix) for fix in finding.fixes if fix.edits]
        if fixes:
            record["fixes"] = fixes
        if self.suppresses:
            record["suppressions"] = _suppressions(suppressed)
        if finding.cause:
            record["properties"] = {"cause": finding.cause}
        return record


class _Pages:
    """Places of one document."""

    def __init__(self, document: DocumentReport, number: int) -> None:
        self.source = SourceMap(document.text)
        self.artifact: Record = {**_location(document.path), "index": number}

    def location(self, place: Place) -> Record:
        region = self.region(place.span)
        return {"artifactLocation": self.artifact, "region": {**region, "snippet": {"text": place.quote}}}

    def region(self, span: Span) -> Record:
        """The end is the column after the last character; an insertion point has no width."""
        line, column = self.source.locate_utf16(span.start)
        end_line, end_column = self.source.locate_utf16(span.end)
        return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}

    def fix(self, fix: Fix) -> Record:
        replacements = []
        for edit in fix.edits:
            one: Record = {"deletedRegion": self.region(edit.span)}
            if edit.text:
                one["insertedContent"] = {"text": edit.text}
            replacements.append(one)
        return {
            "description": {"text": _message(fix.description)},
            "artifactChanges": [{"artifactLocation": self.artifact, "replacements": replacements}],
            "properties": {"safe": fix.safe},
        }


def _all(document: DocumentReport) -> Iterator[Finding]:
    yield from document.findings
    yield from (one.finding for one in document.suppressed)
    yield from document.known


def _driver(rules: Mapping[str, Manual | None]) -> Record:
    driver: Record = {"name": "checker", "language": "zh-CN"}
    with suppress(PackageNotFoundError):  # run from its sources
        driver["version"] = version("checker")
    driver["rules"] = [_rule(name, manual) for name, manual in rules.items()]
    return driver


def _rule(name: str, manual: Manual | None) -> Record:
    if manual is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": _message(manual.summary)},
        "fullDescription": {"text": _message(manual.why)},
        "help": {"text": _message(manual.why), "markdown": manual.page},
        "defaultConfiguration": {"level": LEVEL[manual.severity]},
        "properties": {
            "tags": list(dict.fromkeys([name.partition("/")[0], *manual.taxonomy])),
            "problem.severity": PROBLEM[manual.severity],
        },
    }


def _artifact(document: DocumentReport) -> Record:
    record: Record = {"location": _location(document.path), "roles": ["analysisTarget"]}
    if document.sha256:
        record["hashes"] = {"sha-256": document.sha256}
    return record


def _location(path: str) -> Record:
    """Where a document lies: under the repository's root, unless the path leads elsewhere."""
    record: Record = {"uri": uri(path)}
    if not is_absolute(path) and not relative(path).startswith("../"):
        record["uriBaseId"] = ROOT
    return record


def _suppressions(suppressed: Suppressed | None) -> list[Record]:
    if suppressed is None:
        return []
    return [{"kind": "external", "status": "accepted", "justification": visible(suppressed.reason)}]


def _message(text: str) -> str:
    """Words as the text of a message, in which braces mean placeholders (3.11.5) and ``[…](…)`` a link (3.11.6)."""
    return MARKS.sub(lambda found: f"\\{found[0]}" if found[0] == "]" else found[0] * 2, visible(text))

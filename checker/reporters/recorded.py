"""A JSON report read back: ``checker.report/1`` to the findings that it was written from.

What the format does not hold stays empty: the article's text, why a rule matters, what was waived.
"""

import json

from pydantic import TypeAdapter, ValidationError

from checker.errors import ReadError
from checker.findings import Edit, Finding, Fix, Note, Place
from checker.report import CheckedOperand, CheckedRelation, DocumentReport, Numbers, Report
from checker.reporters.records import CheckRecord, DocumentRecord, FindingRecord, ReportRecord, SpanRecord
from checker.spans import Position, Span

REMEDY = "write it with 'checker lint --format json'"


def parse(data: bytes, path: str) -> Report:
    """The report in ``data``; ``path`` names it in errors. Raises ReadError for whatever is not such a report."""
    try:
        read = json.loads(data)
    except UnicodeDecodeError as problem:
        raise ReadError(path, f"not UTF-8 at byte {problem.start}", remedy=REMEDY) from None
    except RecursionError:
        raise ReadError(path, "not a report: its parts lie too deep in each other", remedy=REMEDY) from None
    except json.JSONDecodeError as problem:
        raise ReadError(path, f"not JSON: {problem.msg}", problem.lineno, problem.colno, REMEDY) from None
    if not isinstance(read, dict) or read.get("schema") != "checker.report/1":
        raise ReadError(path, "not a checker.report/1", remedy=REMEDY)
    try:
        record = TypeAdapter(ReportRecord).validate_python(read)
        return Report(tuple(_document(one) for one in record["documents"]))
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ReadError(path, f"{where}: {first['msg']}", remedy=REMEDY) from None
    except ValueError as problem:
        raise ReadError(path, str(problem), remedy=REMEDY) from None


def _document(record: DocumentRecord) -> DocumentReport:
    return DocumentReport(
        path=record["path"],
        sha256=record["sha256"],
        text="",
        findings=tuple(map(_finding, record["findings"])),
        relations=tuple(map(_relation, record["checks"])),
        numbers=Numbers(**record["numbers"]),
    )


def _finding(record: FindingRecord) -> Finding:
    return Finding(
        rule=record["rule"],
        severity=record["severity"],
        message=record["message"],
        why="",
        place=_place(record["span"]),
        related=tuple(Note(_place(one["span"]), one["note"]) for one in record["related"]),
        fixes=tuple(
            Fix(
                one["description"],
                tuple(Edit(Span(edit["start"], edit["end"]), edit["text"]) for edit in one["edits"]),
                one["safe"],
            )
            for one in record["fixes"]
        ),
        fingerprint=record["fingerprint"],
        cause=record["cause"],
    )


def _relation(record: CheckRecord) -> CheckedRelation:
    operands = tuple(
        CheckedOperand(one["role"], _place(one["span"]), one["value"], one["unit"]) for one in record["operands"]
    )
    return CheckedRelation(record["relation"], record["rule"], record["verdict"], operands, record["working"])


def _place(record: SpanRecord) -> Place:
    position = Position(record["line"], record["column"], record["paragraph"])
    return Place(Span(record["start"], record["end"]), position, record["quote"])

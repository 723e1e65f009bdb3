"""The shape of ``checker.report/1``: the keys of the JSON report, in their order.

These types hold the writer to the shape (mypy) and publish its JSON Schema (pydantic). Plain dictionaries instead of
models: a report of 10,000 records is built and written in 0.25 s, with models in 1.5 s.
"""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict  # the standard library's own satisfies pydantic only from 3.12 on

from checker.findings import Severity, Verdict

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_closed = with_config(ConfigDict(extra="forbid"))

Count = Annotated[int, Field(ge=0)]
Ordinal = Annotated[int, Field(ge=1)]
Offset = Annotated[int, Field(ge=0, description="In Unicode code points of the decoded text.")]


@_closed
class SpanRecord(TypedDict):
    """Where words stand, and the words: text[start:end] is the quote."""

    start: Offset
    end: Offset
    line: Ordinal
    column: Annotated[int, Field(ge=1, description="In code points, like the offsets.")]
    paragraph: Annotated[int, Field(ge=1, description="Counts the lines or blocks that are not empty.")]
    quote: str


@_closed
class RelatedRecord(TypedDict):
    """Another place that a finding speaks of."""

    span: SpanRecord
    note: str


@_closed
class EditRecord(TypedDict):
    """Put text in the place of a range; an empty range is an insertion."""

    start: Offset
    end: Offset
    text: str


@_closed
class FixRecord(TypedDict):
    """A way to mend a finding."""

    description: str
    edits: list[EditRecord]
    safe: Annotated[bool, Field(description="Whether --fix may apply it: never for numbers, names and speech.")]


@_closed
class FindingRecord(TypedDict):
    """What is wrong, or should be asked about, in one place."""

    rule: Annotated[str, Field(description="family/fault")]
    severity: Severity
    message: str
    span: SpanRecord
    related: list[RelatedRecord]
    fixes: list[FixRecord]
    cause: Annotated[str | None, Field(description="The fingerprint of the leading finding of a group with one root.")]
    fingerprint: Annotated[str, Field(description="Stays while the rule and the quoted words do.")]


@_closed
class OperandRecord(TypedDict):
    """One number or name of a relation."""

    role: str
    span: SpanRecord
    value: Annotated[str, Field(description="In plain digits, 万 and 亿 expanded.")]
    unit: str


@_closed
class CheckRecord(TypedDict):
    """A relation that was computed."""

    relation: str
    rule: str
    verdict: Verdict
    operands: list[OperandRecord]
    working: str


@_closed
class NumbersRecord(TypedDict):
    """What became of the numbers of a document; one may be both an operand that was checked and claimed."""

    total: Count
    checked: Count
    claimed: Count
    unchecked: Count


@_closed
class DocumentRecord(TypedDict):
    """Everything found out about one document, in the order of its text."""

    path: str
    sha256: str
    findings: list[FindingRecord]
    checks: list[CheckRecord]
    numbers: NumbersRecord


@_closed
class FindingCounts(TypedDict):
    """Findings by severity."""

    error: Count
    verify: Count
    style: Count


@_closed
class CheckCounts(TypedDict):
    """Relations by verdict."""

    consistent: Count
    inconsistent: Count
    undecided: Count


@_closed
class SummaryRecord(TypedDict):
    """The counts of the whole run."""

    documents: Count
    findings: FindingCounts
    checks: CheckCounts


@_closed
class ReportRecord(TypedDict):
    """The JSON report of the fact checker."""

    schema: Literal["checker.report/1"]
    documents: list[DocumentRecord]
    summary: SummaryRecord


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the report, as the types that write it define it."""
    return {"$schema": DRAFT, **TypeAdapter(ReportRecord).json_schema(mode="serialization")}

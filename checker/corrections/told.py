"""A comparison as people and programs read it: in plain text, and in JSON as ``checker.diff/1``."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict  # the standard library's own satisfies pydantic only from 3.12 on

from checker.corrections.comparing import Change, Comparison, Status
from checker.findings import Finding
from checker.report import DocumentReport
from checker.reporters import wording
from checker.reporters.cards import quoted
from checker.reporters.dumping import dump
from checker.reporters.json import finding as finding_record
from checker.reporters.records import DRAFT, Count, FindingRecord
from checker.reporters.visible import visible

WORD = {Status.STILL: "未改", Status.NEW: "新出", Status.MENDED: "已改"}
"""What is left comes first."""

_closed = with_config(ConfigDict(extra="forbid"))


@_closed
class StateRecord(TypedDict):
    """The article as it was, or is."""

    path: str
    sha256: str


@_closed
class ChangeRecord(TypedDict):
    """What became of one finding."""

    status: Status
    touched: Annotated[bool | None, Field(description="Whether its words were changed; null where that is not known.")]
    now: Annotated[str | None, Field(description="What stands in the place of mended words, where that is certain.")]
    old: FindingRecord | None
    new: FindingRecord | None


@_closed
class ComparisonRecord(TypedDict):
    """Two states of one article."""

    old: StateRecord
    new: StateRecord
    findings: list[ChangeRecord]


@_closed
class CountsRecord(TypedDict):
    """Findings by what became of them."""

    mended: Count
    still: Count
    new: Count


@_closed
class DiffRecord(TypedDict):
    """What became of the findings of earlier reports."""

    schema: Literal["checker.diff/1"]
    documents: list[ComparisonRecord]
    summary: CountsRecord


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the comparison."""
    return {"$schema": DRAFT, **TypeAdapter(DiffRecord).json_schema(mode="serialization")}


def as_json(comparisons: Sequence[Comparison]) -> str:
    """The comparison for programs; the same input gives the same bytes."""
    counts = {status: sum(len(one.of(status)) for one in comparisons) for status in Status}
    record: DiffRecord = {
        "schema": "checker.diff/1",
        "documents": [
            {"old": _state(one.old), "new": _state(one.new), "findings": [_change(change) for change in one.changes]}
            for one in comparisons
        ],
        "summary": {"mended": counts[Status.MENDED], "still": counts[Status.STILL], "new": counts[Status.NEW]},
    }
    return dump(record)


def as_text(comparisons: Sequence[Comparison]) -> str:
    """The comparison for the desk: what is left first, what was mended last."""
    return "\n".join("\n".join(_lines(one)) + "\n" for one in comparisons)


def _lines(comparison: Comparison) -> Iterator[str]:
    counts = "、".join(f"{word} {len(comparison.of(status))}" for status, word in WORD.items())
    yield visible(f"{comparison.old.path} → {comparison.new.path}：{counts}")
    for status, word in WORD.items():
        changes = comparison.of(status)
        if changes:
            yield f"\n{word}（{len(changes)} 处）"
            yield from (visible(f"  {_line(one)}") for one in changes)


def _line(change: Change) -> str:
    finding = change.finding
    told = f"[{wording.SEVERITY[finding.severity]}] {wording.where(finding.place)} {quoted(finding.place.quote, 24)}"
    return f"{told} {finding.message}{_note(change)} [{finding.rule}]"


def _note(change: Change) -> str:
    match change.status, change.touched:
        case Status.STILL, True:
            was = change.old.place.quote if change.old else ""
            return f"（原作{quoted(was, 24)}，改过，仍不对）"
        case Status.MENDED, False:
            return "（这处文字没有动，因别处改了或规则、台账变了，不再报）"
        case Status.MENDED, True if change.now is not None:
            return f"（现作{quoted(change.now, 24)}）" if change.now else "（已删）"
        case Status.NEW, True:
            return "（改动带出）"
        case Status.NEW, False:
            return "（这段文字没有动，上次没有报）"
    return ""


def _state(report: DocumentReport) -> StateRecord:
    return {"path": report.path, "sha256": report.sha256}


def _change(change: Change) -> ChangeRecord:
    return {
        "status": change.status,
        "touched": change.touched,
        "now": change.now,
        "old": _finding(change.old),
        "new": _finding(change.new),
    }


def _finding(found: Finding | None) -> FindingRecord | None:
    return finding_record(found) if found else None

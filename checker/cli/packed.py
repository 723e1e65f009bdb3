"""A document's report as bytes and back: what the cache keeps and what a worker sends.

The form is a private one: compressed JSON without names, in the order of the classes' fields. The text is not in it
where the file's bytes are the text in UTF-8, nor are quotes that stand in the text at their place.
"""

import json
import zlib
from datetime import date
from typing import Any

from checker.findings import (
    CheckedOperand,
    CheckedRelation,
    DocumentReport,
    Edit,
    Finding,
    Fix,
    Mended,
    Note,
    Numbers,
    Place,
    Severity,
    Suppressed,
    Verdict,
)
from checker.spans import Position, Span

QUICK = 1
"""The level of compression: more takes longer than it saves."""

SEVERITIES = {one.value: one for one in Severity}
VERDICTS = {one.value: one for one in Verdict}
Packed = list[Any]


def pack(report: DocumentReport, data: bytes, seal: str = "") -> bytes:
    """The report on a file that holds ``data``; ``seal`` must be told again to open it."""
    text = report.text
    packed = [
        seal,
        report.sha256,
        None if _decoded(data) == text else text,
        [_finding(one, text) for one in report.findings],
        [_relation(one, text) for one in report.relations],
        [report.numbers.total, report.numbers.checked, report.numbers.claimed, report.numbers.unchecked],
        [_place(one, text) for one in report.unclaimed],
        report.title,
        [[one.start, one.end] for one in report.headings],
        [_suppressed(one, text) for one in report.suppressed],
        [_finding(one, text) for one in report.known],
        [[one.rule, one.fingerprint, one.quote, one.message] for one in report.mended],
    ]
    return zlib.compress(json.dumps(packed, separators=(",", ":")).encode(), QUICK)


def unpack(packed: bytes, path: str, data: bytes, seal: str = "") -> DocumentReport | None:
    """The report that was packed, as one on ``path``; None where these bytes are none of ours."""
    try:
        sealed, digest, text, findings, relations, numbers, unclaimed, title, headings, *settled = json.loads(
            zlib.decompress(packed)
        )
        if sealed != seal:
            return None
        words = data.decode() if text is None else text
        suppressed, known, mended = settled
        return DocumentReport(
            path,
            digest,
            words,
            tuple(_to_finding(one, words) for one in findings),
            tuple(_to_relation(one, words) for one in relations),
            Numbers(*numbers),
            tuple(_to_place(one, words) for one in unclaimed),
            title,
            tuple(Span(start, end) for start, end in headings),
            tuple(_to_suppressed(one, words) for one in suppressed),
            tuple(_to_finding(one, words) for one in known),
            tuple(Mended(*one) for one in mended),
        )
    except (ValueError, TypeError, KeyError, zlib.error):
        return None


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _place(place: Place, text: str) -> Packed:
    at = place.position
    packed = [place.span.start, place.span.end, at.line, at.column, at.paragraph]
    return packed if place.quote == place.span.of(text) else [*packed, place.quote]


# Half of a run in which nothing is new goes into making places. Filling the slots of bare objects takes a third of the
# time that the classes' own way takes; what it would check was checked before it was packed, and zlib tells what broke.
_NEW = object.__new__
_START, _END = (getattr(Span, name).__set__ for name in ("start", "end"))
_LINE, _COLUMN, _PARAGRAPH = (getattr(Position, name).__set__ for name in ("line", "column", "paragraph"))
_SPAN, _POSITION, _QUOTE = (getattr(Place, name).__set__ for name in ("span", "position", "quote"))


def _to_place(packed: Packed, text: str) -> Place:
    start, end, line, column, paragraph = packed[:5]
    place, span, position = _NEW(Place), _NEW(Span), _NEW(Position)
    _START(span, start)
    _END(span, end)
    _LINE(position, line)
    _COLUMN(position, column)
    _PARAGRAPH(position, paragraph)
    _SPAN(place, span)
    _POSITION(place, position)
    _QUOTE(place, packed[5] if len(packed) > 5 else text[start:end])
    return place


def _finding(one: Finding, text: str) -> Packed:
    return [
        one.rule,
        one.severity.value,
        one.message,
        one.why,
        _place(one.place, text),
        [[_place(note.place, text), note.note] for note in one.related],
        [
            [fix.description, [[edit.span.start, edit.span.end, edit.text] for edit in fix.edits], fix.safe]
            for fix in one.fixes
        ],
        one.fingerprint,
        one.cause,
    ]


def _to_finding(packed: Packed, text: str) -> Finding:
    rule, severity, message, why, place, related, fixes, fingerprint, cause = packed
    return Finding(
        rule,
        SEVERITIES[severity],
        message,
        why,
        _to_place(place, text),
        tuple(Note(_to_place(at, text), note) for at, note in related),
        tuple(
            Fix(description, tuple(Edit(Span(start, end), words) for start, end, words in edits), safe)
            for description, edits, safe in fixes
        ),
        fingerprint,
        cause,
    )


def _suppressed(one: Suppressed, text: str) -> Packed:
    return [_finding(one.finding, text), one.reason, one.who, one.until and one.until.isoformat()]


def _to_suppressed(packed: Packed, text: str) -> Suppressed:
    finding, reason, who, until = packed
    return Suppressed(_to_finding(finding, text), reason, who, date.fromisoformat(until) if until else None)


def _relation(one: CheckedRelation, text: str) -> Packed:
    operands = [[each.role, _place(each.place, text), each.value, each.unit] for each in one.operands]
    return [one.relation, one.rule, one.verdict.value, operands, one.working]


def _to_relation(packed: Packed, text: str) -> CheckedRelation:
    relation, rule, verdict, operands, working = packed
    return CheckedRelation(
        relation,
        rule,
        VERDICTS[verdict],
        tuple(CheckedOperand(role, _to_place(place, text), value, unit) for role, place, value, unit in operands),
        working,
    )

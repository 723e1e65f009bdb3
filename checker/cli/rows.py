"""Findings and relations as plain lists and back: without names, in the order of the classes' fields.

Quotes that stand in the text at their place are not in them.
"""

from datetime import date
from typing import Any

from checker.findings import Edit, Finding, Fix, Note, Place, Severity, Verdict
from checker.report import CheckedOperand, CheckedRelation, Suppressed
from checker.spans import Position, Span

SEVERITIES = {one.value: one for one in Severity}
VERDICTS = {one.value: one for one in Verdict}
Row = list[Any]


def place_row(place: Place, text: str) -> Row:
    """A place; its words are those at its place unless it has others."""
    at = place.position
    row = [place.span.start, place.span.end, at.line, at.column, at.paragraph]
    return row if place.quote == place.span.of(text) else [*row, place.quote]


def to_place(row: Row, text: str) -> Place:
    """A place again."""
    start, end, line, column, paragraph, *quote = row
    return Place(Span(start, end), Position(line, column, paragraph), quote[0] if quote else text[start:end])


def finding_row(one: Finding, text: str) -> Row:
    """A finding."""
    return [
        one.rule,
        one.severity.value,
        one.message,
        one.why,
        place_row(one.place, text),
        [[place_row(note.place, text), note.note] for note in one.related],
        [
            [fix.description, [[edit.span.start, edit.span.end, edit.text] for edit in fix.edits], fix.safe]
            for fix in one.fixes
        ],
        one.fingerprint,
        one.cause,
    ]


def to_finding(row: Row, text: str) -> Finding:
    """A finding again."""
    rule, severity, message, why, place, related, fixes, fingerprint, cause = row
    return Finding(
        rule,
        SEVERITIES[severity],
        message,
        why,
        to_place(place, text),
        tuple(Note(to_place(at, text), note) for at, note in related),
        tuple(
            Fix(description, tuple(Edit(Span(start, end), words) for start, end, words in edits), safe)
            for description, edits, safe in fixes
        ),
        fingerprint,
        cause,
    )


def suppressed_row(one: Suppressed, text: str) -> Row:
    """A finding that was let stand."""
    return [finding_row(one.finding, text), one.reason, one.who, one.until and one.until.isoformat()]


def to_suppressed(row: Row, text: str) -> Suppressed:
    """A finding that was let stand, again."""
    finding, reason, who, until = row
    return Suppressed(to_finding(finding, text), reason, who, date.fromisoformat(until) if until else None)


def relation_row(one: CheckedRelation, text: str) -> Row:
    """A relation."""
    operands = [[each.role, place_row(each.place, text), each.value, each.unit] for each in one.operands]
    return [one.relation, one.rule, one.verdict.value, operands, one.working]


def to_relation(row: Row, text: str) -> CheckedRelation:
    """A relation again."""
    relation, rule, verdict, operands, working = row
    return CheckedRelation(
        relation,
        rule,
        VERDICTS[verdict],
        tuple(CheckedOperand(role, to_place(place, text), value, unit) for role, place, value, unit in operands),
        working,
    )

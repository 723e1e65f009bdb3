"""The cards of a document: one a cause, with what a reader needs to judge it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.findings import Edit, Finding, Fix, Place, Severity, Verdict
from checker.report import CheckedRelation, DocumentReport, outcomes
from checker.reporters.visible import shorten, visible
from checker.spans import LINE_END, Span


@dataclass(frozen=True, slots=True)
class Card:
    """One cause. ``number`` counts the document's cards from 1, the gravest first.

    ``symptoms`` are the other findings of the cause, ``working`` is the sum behind the finding where the message does
    not give it already.
    """

    number: int
    finding: Finding
    symptoms: tuple[Finding, ...]
    working: str

    @property
    def severity(self) -> Severity:
        """That of the leading finding."""
        return self.finding.severity

    def findings(self) -> Iterator[Finding]:
        """All of them, the leading one first."""
        yield self.finding
        yield from self.symptoms


@dataclass(frozen=True, slots=True)
class Echo:
    """Findings of one rule on the same words: a name that is wrong in four places."""

    rule: str
    message: str
    places: tuple[Place, ...]


def cards(document: DocumentReport) -> list[Card]:
    """The cards in the order in which they should be dealt with."""
    sums = _contradictions(document.relations) if document.findings else {}
    return [
        Card(number, lead, tuple(rest), _working(lead, sums))
        for number, (lead, *rest) in enumerate(document.cards(), start=1)
    ]


def echoes(findings: Sequence[Finding]) -> list[Echo]:
    """The findings grouped by rule and quoted words, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.place.quote), []).append(finding)
    return [Echo(rule, group[0].message, tuple(one.place for one in group)) for (rule, _), group in groups.items()]


def _contradictions(relations: Sequence[CheckedRelation]) -> dict[tuple[str, Span], str]:
    if not any(verdict is Verdict.INCONSISTENT for verdict, _ in outcomes(relations)):
        return {}
    return {
        (relation.rule, operand.place.span): relation.working
        for relation in relations
        if relation.verdict is Verdict.INCONSISTENT
        for operand in relation.operands
    }


def _working(finding: Finding, sums: dict[tuple[str, Span], str]) -> str:
    working = sums.get((finding.rule, finding.place.span), "")
    known = working.rpartition("，")[0] or working  # the last words only repeat the verdict
    return "" if known in finding.message else working


@dataclass(frozen=True, slots=True)
class Context:
    """A quotation with a few characters of its own line on each side; an ellipsis marks what is cut."""

    before: str
    quote: str
    after: str


def context(text: str, place: Place, reach: int = 8) -> Context:
    """What stands around ``place``: at most ``reach`` characters a side, never past the end of the line."""
    start, end = place.span.start, place.span.end
    before = LINE_END.split(text[max(0, start - reach - 1) : start])[-1]
    after = LINE_END.split(text[end : end + reach + 1])[0]
    return Context(
        f"…{before[1:]}" if len(before) > reach else before,
        place.quote,
        f"{after[:-1]}…" if len(after) > reach else after,
    )


def changes(text: str, fix: Fix, limit: int = 3) -> str:
    """What a fix does to the words: ``“64.3%”改为“57.1%”；删去“市”``. Empty where its description says it already."""
    if all(edit.text and edit.text in fix.description for edit in fix.edits):
        return ""
    told = "；".join(_change(text, edit) for edit in fix.edits[:limit])
    return f"{told}；等 {len(fix.edits)} 处" if len(fix.edits) > limit else told


def quoted(words: str, limit: int = 40) -> str:
    """``words``, visible and shortened, in quotation marks that they do not hold themselves."""
    short = visible(shorten(words, limit))
    return f"「{short}」" if set("“”") & set(words) else f"“{short}”"


def _change(text: str, edit: Edit) -> str:
    old, new = edit.span.of(text), edit.text
    if not old:
        return f"加上{quoted(new, 24)}"
    return f"{quoted(old, 24)}改为{quoted(new, 24)}" if new else f"删去{quoted(old, 24)}"

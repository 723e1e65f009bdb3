"""Settling: which findings count, which somebody lets stand, and which were known before."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.recognising import recognise
from checker.findings import Finding, Mended
from checker.report import DocumentReport, Suppressed

if TYPE_CHECKING:
    from checker.claims.baseline import Entry
    from checker.claims.waivers import Waivers


def settle(
    report: DocumentReport, waivers: "Waivers | None", baseline: "Sequence[Entry]", ran: Collection[str]
) -> DocumentReport:
    """The report with its waived and known findings set apart.

    Each is told by its rule, its words and what was said about them, so that a fault that was mended never makes room
    for another one. A waived finding is waived even where the baseline knows it. ``ran`` are the rules of this run: an
    entry of another rule is not called mended.
    """
    holding = waivers.holding() if waivers else {}
    known = recognise(report.findings, baseline, report.text) if baseline else {}
    waived, old, counting = list[Suppressed](), list[Finding](), list[Finding]()
    for index, finding in enumerate(report.findings):
        held = holding.get((finding.rule, finding.fingerprint), ())
        waiver = next((one for one in held if one.lets_stand(finding.message)), None)
        if waiver is not None:
            waived.append(Suppressed(finding, waiver.reason, waiver.who, waiver.until))
        else:
            (old if index in known else counting).append(finding)
    met = frozenset(known.values())
    mended = [
        Mended(one.rule, one.fingerprint, one.quote, one.message)
        for index, one in enumerate(baseline)
        if index not in met and one.rule in ran
    ]
    return replace(
        report, findings=tuple(_led(counting)), suppressed=tuple(waived), known=tuple(old), mended=tuple(mended)
    )


def _led(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings with their causes put right: a cause is led by a finding that is left, and holds two at least."""
    sizes = Counter(one.cause for one in findings if one.cause)
    there = {one.fingerprint for one in findings}
    leaders: dict[str, str] = {}
    for one in findings:
        if one.cause:
            leaders.setdefault(one.cause, one.cause if one.cause in there else one.fingerprint)
    for one in findings:
        yield replace(one, cause=leaders[one.cause] if sizes[one.cause] > 1 else None) if one.cause else one

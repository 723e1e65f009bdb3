"""An estimate of the rate of errors, counted as the trade counts them.

The weights follow 《报纸编校差错率计算方法》, published with 《报纸期刊质量管理规定》 (国新出发〔2020〕10号).
The method counts what proofreaders found on paper; what a program reports can only estimate it, and every report says
so.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker.findings import Finding, Severity
from checker.report import DocumentReport, Report
from checker.spans import Span

PASS = 3
"""Errors per 10,000 characters up to which a newspaper passes."""
SAME = 3
"""How often the same error counts within one issue."""
TENTH = Fraction(1, 10)
USAGE_MOST = Fraction(1)
"""What all faults in the usage of numerals may count for together."""

MARKS = frozenset({"punctuation", "quotation"})
"""Families of which each fault counts a tenth."""
NUMERALS = frozenset(
    {"units/digit-width", "units/mixed-numerals", "units/numerals", "units/percent-range", "units/range"}
)
"""Rules on how numerals are written (GB/T 15835), not on what they say."""
DOUBLE = frozenset({"naming", "timing", "headline", "structure/captions"})
"""Families and rules on important names, times, titles and pictures."""
KEEPING = frozenset(
    {
        *("ledger/anchor-lost", "ledger/same-hands", "ledger/stale", "ledger/uncovered", "ledger/unsourced"),
        *("ledger/waiver-expired", "ledger/waiver-unused"),
    }
)
"""Rules on how ledger and waivers are kept: none of their faults is printed."""
REDUNDANT = frozenset({"duplication", "structure/splice"})
"""Families and rules on words that are too many: they count by their length."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """``certain`` counts what the text itself proves, ``possible`` also what should be looked at. Both are weighted."""

    characters: int
    certain: Fraction
    possible: Fraction

    @property
    def rate(self) -> Fraction:
        """Certain errors per 10,000 characters."""
        return self.certain * 10_000 / max(1, self.characters)

    @property
    def highest(self) -> Fraction:
        """The rate if everything that was reported is an error."""
        return self.possible * 10_000 / max(1, self.characters)


def estimate(report: Report) -> Estimate:
    """Over all documents. Each counts as an issue of its own for what is capped by issue."""
    certain = [sum(_weights(document, certain=True), Fraction()) for document in report.documents]
    possible = [sum(_weights(document, certain=False), Fraction()) for document in report.documents]
    characters = sum(len("".join(document.text.split())) for document in report.documents)
    return Estimate(characters, sum(certain, Fraction()), sum(possible, Fraction()))


def weight(finding: Finding, *, heading: bool = False) -> Fraction:
    """What one finding counts for; ``heading`` when it stands in a title or heading."""
    family = finding.rule.partition("/")[0]
    if finding.rule in NUMERALS or family in MARKS:
        base = TENTH
    elif finding.severity is Severity.STYLE or finding.rule in KEEPING:
        return Fraction()
    elif {family, finding.rule} & REDUNDANT:
        base = _by_length(len(finding.place.quote))
    else:
        base = Fraction(1)
    return base * 2 if heading or {family, finding.rule} & DOUBLE else base


def _by_length(characters: int) -> Fraction:
    return Fraction(1 if characters == 1 else 2 if characters <= 5 else 4)


def _weights(document: DocumentReport, *, certain: bool) -> Iterator[Fraction]:
    seen: Counter[tuple[str, str]] = Counter()
    usage = Fraction()
    headings = sorted(document.headings)
    for finding in _counted(document):
        if certain and finding.severity is not Severity.ERROR:
            continue
        same = finding.rule, finding.place.quote
        seen[same] += 1
        if seen[same] > SAME:
            continue
        counts = weight(finding, heading=_within(headings, finding.place.span))
        if finding.rule in NUMERALS:
            usage += counts
        else:
            yield counts
    yield min(usage, USAGE_MOST)


def _within(headings: Sequence[Span], span: Span) -> bool:
    """Whether one of the headings, which are sorted and do not overlap, covers ``span``."""
    at = bisect_right(headings, span.start, key=lambda one: one.start)
    return at > 0 and headings[at - 1].covers(span)


def _counted(document: DocumentReport) -> Iterator[Finding]:
    """The findings without the symptoms of another rule's: one cause is one error, a name wrong in four places four."""
    for card in document.cards():
        yield from (finding for finding in card if finding.rule == card[0].rule)

"""What a run reports: on each document its findings, the relations that were computed, the account of its numbers."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from checker.findings import Finding, Mended, Place, Severity, Verdict
from checker.spans import Span

SEQUENCE = "sequence"
"""What was compared without a number that says how many there should be: runs of markers, the order of bylines.

An editor is told of it; it is no relation of the published list.
"""


@dataclass(frozen=True, slots=True)
class CheckedOperand:
    """One number (or name) of a relation. ``value`` is the plain number with 万/亿 expanded, ``unit`` may be empty."""

    role: str
    place: Place
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class CheckedRelation:
    """A relation that was found and what came of computing it. ``rule`` is the rule that reports its faults."""

    relation: str
    rule: str
    verdict: Verdict
    operands: tuple[CheckedOperand, ...]
    working: str

    @property
    def is_published(self) -> bool:
        """Whether it is of the published list of relations."""
        return self.relation != SEQUENCE


Outcome = tuple[Verdict, bool]
"""What came of a relation, and whether it is of the published list."""


class KeptRelations(Sequence[CheckedRelation]):
    """Relations kept from an earlier run, made only when they are looked at: most runs need but how many came out how.

    ``record`` is what the JSON report has of them.
    """

    __slots__ = ("_made", "outcomes")

    def __init__(self, outcomes: Mapping[Outcome, int]) -> None:
        self.outcomes = outcomes
        self._made: tuple[CheckedRelation, ...] | None = None

    @abstractmethod
    def make(self) -> tuple[CheckedRelation, ...]:
        """The relations."""

    @abstractmethod
    def record(self) -> bytes:
        """The relations of the published list as JSON, indented as they stand in a report."""

    def _all(self) -> tuple[CheckedRelation, ...]:
        if self._made is None:
            self._made = self.make()
        return self._made

    @overload
    def __getitem__(self, index: int) -> CheckedRelation: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[CheckedRelation]: ...

    def __getitem__(self, index: int | slice) -> CheckedRelation | Sequence[CheckedRelation]:
        return self._all()[index]

    def __len__(self) -> int:
        return sum(self.outcomes.values())

    def __iter__(self) -> Iterator[CheckedRelation]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == tuple(other) if isinstance(other, tuple | KeptRelations) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())


def outcomes(relations: Sequence[CheckedRelation]) -> Mapping[Outcome, int]:
    """How many of the relations came out how."""
    if isinstance(relations, KeptRelations):
        return relations.outcomes
    return Counter((one.verdict, one.is_published) for one in relations)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The account of an article's numbers.

    ``checked`` are operands of a computed relation, ``claimed`` are covered by a claim of the ledger, ``unchecked``
    are neither.
    """

    total: int = 0
    checked: int = 0
    claimed: int = 0
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that people have decided to let stand: the reason they gave, who, and through which day."""

    finding: Finding
    reason: str
    who: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """Everything that was found out about one document. Findings and relations stand in the order of the text.

    ``findings`` are those that count. Kept beside them are ``suppressed``, those that were let stand, and ``known``,
    those that the baseline has; ``mended`` are those that it has and the document has no more.
    ``unclaimed`` are the numbers that ``Numbers.unchecked`` counts. ``title`` and ``headings`` (the title's own line
    among them) only serve to show the article as an article; both may be empty.
    """

    path: str
    sha256: str
    text: str
    findings: tuple[Finding, ...] = ()
    relations: Sequence[CheckedRelation] = ()
    numbers: Numbers = Numbers()
    unclaimed: tuple[Place, ...] = ()
    title: str = ""
    headings: tuple[Span, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    known: tuple[Finding, ...] = ()
    mended: tuple[Mended, ...] = ()

    def cards(self) -> list[tuple[Finding, ...]]:
        """Findings by cause, one tuple a card, the leading finding first, the gravest card first.

        Of cards as grave as each other, facts (names, numbers, whose section it is) come before language.
        """
        groups: dict[str, list[Finding]] = {}
        for index, finding in enumerate(self.findings):
            groups.setdefault(finding.cause or f"#{index}", []).append(finding)
        cards = [tuple(sorted(group, key=lambda one: one.fingerprint != one.cause)) for group in groups.values()]
        return sorted(cards, key=lambda card: (card[0].severity.rank, card[0].of_language, card[0].place.span))


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule is for, in words. ``page`` is its manual page in Markdown."""

    rule: str
    severity: Severity
    summary: str
    why: str
    taxonomy: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class Report:
    """One run over one or more documents, in the order of their paths.

    ``manuals`` tell of the rules that ran, for formats that carry them. ``fail_on`` is the least severity that makes
    the run a failure, None for none.
    """

    documents: tuple[DocumentReport, ...] = ()
    manuals: tuple[Manual, ...] = ()
    fail_on: Severity | None = Severity.ERROR

    def fails(self, finding: Finding) -> bool:
        """Whether this finding makes the run a failure."""
        return self.fail_on is not None and finding.severity.rank <= self.fail_on.rank

    @property
    def failed(self) -> bool:
        """Whether anything was found at or above the least severity that counts."""
        return any(self.fails(one) for document in self.documents for one in document.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(one.severity is severity for document in self.documents for one in document.findings)

    def verdicts(self, verdict: Verdict) -> int:
        """How many relations of the published list came out so."""
        return sum(outcomes(document.relations).get((verdict, True), 0) for document in self.documents)

"""What the checker has to say: hits (what a check noticed) and findings (what the engine made of them)."""

import hashlib
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import overload

from checker.spans import Position, Span

LANGUAGE = frozenset(("wording", "punctuation", "quotation"))
"""The families of rules about words and marks."""


class Severity(StrEnum):
    """How sure the text itself makes us: 错, 请核, 可改."""

    ERROR = "error"
    VERIFY = "verify"
    STYLE = "style"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Verdict(StrEnum):
    """What became of a relation that was computed."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of ``span``; an empty span is an insertion point."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a hit speaks of. ``note`` names the wording in the rule file's ``notes``."""

    span: Span
    note: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A way to mend a hit. ``key`` names the wording in the rule file's ``fixes``.

    ``safe`` is for punctuation and width alone: numbers, names and quoted speech are never safe.
    """

    key: str
    edits: tuple[Edit, ...]
    data: Mapping[str, str] = field(default_factory=dict)
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check noticed: a place and facts, no wording.

    ``variant`` names one of the rule's messages where it has several. ``cause`` joins hits of one rule that share
    one root (a name wrong in four places): any string that is equal for them. ``explains`` are places whose other
    findings become symptoms on this one's card, if they are of the rules that the rule file ``joins``. ``identity``
    names what the hit is about where that is not the words it stands on (a claim of the ledger). A ``doubtful`` hit is
    one that only the strict reading of the numbers supports: it is reported as ``verify``.
    """

    span: Span
    data: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    variant: str = ""
    cause: str | None = None
    explains: tuple[Span, ...] = ()
    doubtful: bool = False
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A span as a person sees it."""

    span: Span
    position: Position
    quote: str


@dataclass(frozen=True, slots=True)
class Note:
    """A related place with its wording."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding, worded. Never applied by itself unless ``safe``."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit stamped with its rule's id, severity and wording.

    ``fingerprint`` stays the same while the rule and the quoted words do. ``cause`` is the fingerprint of the
    leading finding of a group, on every member of it.
    """

    rule: str
    severity: Severity
    message: str
    why: str
    place: Place
    related: tuple[Note, ...]
    fixes: tuple[Fix, ...]
    fingerprint: str
    cause: str | None = None

    @property
    def of_language(self) -> bool:
        """Whether it is about words and marks, not about facts."""
        return self.rule.partition("/")[0] in LANGUAGE


FINGERPRINT_LENGTH = 16


def fingerprint(rule: str, quote: str, nth: int = 0) -> str:
    """A name for a finding that lasts while its rule and its quoted words do, wherever they move.

    ``nth`` tells equal quotes of one document apart, counted from 0 in the order of the text.
    """
    words = f"{rule}\n{quote}" + (f"\n{nth}" if nth else "")
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT_LENGTH]


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding that the baseline knew and that is no more."""

    rule: str
    fingerprint: str
    quote: str
    message: str


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

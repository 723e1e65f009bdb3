"""What the checker has to say: hits (what a check noticed) and findings (what the engine made of them)."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checker.frozen import frozen
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

    def moved(self, place: Callable[[Span], Span]) -> "Hit":
        """The hit at the places of another text."""
        return replace(
            self,
            span=place(self.span),
            related=tuple(replace(one, span=place(one.span)) for one in self.related),
            proposals=tuple(
                replace(one, edits=tuple(replace(edit, span=place(edit.span)) for edit in one.edits))
                for one in self.proposals
            ),
            explains=tuple(map(place, self.explains)),
        )


@frozen()
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

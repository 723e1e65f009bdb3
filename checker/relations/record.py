"""A relation: how printed numbers must fit together, and what came of computing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.findings import Verdict
from checker.frozen import frozen
from checker.quantities.model import Quantity
from checker.spans import Span


@frozen()
class Operand:
    """One number (or, for listings, one name) with the role that the relation gives it."""

    role: str
    span: Span
    value: str
    unit: str = ""

    @classmethod
    def of(cls, role: str, quantity: Quantity) -> "Operand":
        """The operand that a printed quantity is."""
        return cls(role, quantity.span, quantity.plain(), quantity.unit.name)


COMPUTED = "computed"
CUT, AVERAGED = "cut", "averaged"
"""What a fit may need: digits that were cut off, or a value per unit that is but an average."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one operand would have to be if all the others are right.

    ``slip`` names the slip of the pen that turns one into the other (``digit``, ``swap``, ``point``, ``scale``), or
    is ``computed`` where no single slip does. ``span`` is the words to put ``text`` in place of.
    """

    role: str
    span: Span
    text: str
    slip: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed record of numbers that belong together.

    ``kind`` and the operands' roles are the names of the published list of relations. ``words`` are the words of the
    text that made us see it. ``focus`` is where a fault would be reported. ``working`` is the computation as a
    newsroom writes it down. A ``doubtful`` inconsistency vanishes when trailing zeros are taken for rounding.
    ``variant`` tells apart faults of one kind that different rules report. ``data`` holds further facts for a rule's
    message. ``lenient`` is what its numbers are granted where they fit by that alone.
    """

    kind: str
    operands: tuple[Operand, ...]
    verdict: Verdict
    working: str
    words: tuple[Span, ...]
    focus: Span
    doubtful: bool = False
    data: Mapping[str, str] = field(default_factory=dict)
    candidates: Sequence[Candidate] = ()
    variant: str = ""
    lenient: str = ""

    @property
    def span(self) -> Span:
        """From the first operand to the last."""
        return Span(min(one.span.start for one in self.operands), max(one.span.end for one in self.operands))

    @property
    def by_slip(self) -> bool:
        """Whether it is a fault that one slip of the pen explains: a digit, two turned, a decimal point."""
        return self.verdict is Verdict.INCONSISTENT and any(one.slip != COMPUTED for one in self.candidates)

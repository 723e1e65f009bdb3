"""A number with the words around it, of which its indicator is made."""

from dataclasses import dataclass

from checker.extraction.led import Led
from checker.extraction.naming import Naming
from checker.extraction.parsing import Words
from checker.extraction.phrasing import REMARK
from checker.extraction.wordings import (
    MEASURES,
)
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.spans import Span


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number with the words before it (``before``) and how far those behind it go."""

    lexed: Words
    quantity: Quantity
    before: Span
    end: int
    taken: int

    @property
    def text(self) -> str:
        """The article."""
        return self.lexed.text

    @property
    def led(self) -> Led:
        """What the words before the number do."""
        return Led(self.lexed, self.before)

    @property
    def kind(self) -> UnitClass:
        """What its unit measures."""
        return self.quantity.unit_class

    @property
    def words(self) -> str:
        """The words before the number, without remarks in brackets."""
        return REMARK.sub("", self.before.of(self.text))

    @property
    def behind(self) -> int:
        """Where the words behind it begin."""
        return self.quantity.span.end

    @property
    def is_rate(self) -> bool:
        """Whether it is a rate or points."""
        return self.kind in (UnitClass.RATE, UnitClass.POINTS)

    def made(self, metric: str, act: Act = Act.LEVEL, *, end: int = 0, own: bool = True, suffix: str = "") -> Naming:
        """An indicator of this number."""
        stem = metric.removesuffix(suffix) if suffix else metric
        return Naming(metric, self.before.start, max(end, self.behind), act, own=own, suffix=suffix, stem=stem)

    def measure(self) -> str:
        """What makes a name of a thing that of its measure."""
        return "额" if self.kind is UnitClass.MONEY else MEASURES.get(self.kind, "")

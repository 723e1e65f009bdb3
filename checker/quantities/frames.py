"""A numeral with its unit, between reading and reckoning."""

from dataclasses import dataclass

from checker.quantities.model import Unit
from checker.quantities.numerals import Numeral
from checker.spans import Span


@dataclass(frozen=True, slots=True)
class Frame:
    """A numeral with its unit, before hedges and intervals."""

    numeral: Numeral
    unit: Unit
    start: int
    end: int
    unit_span: Span | None

"""A numeral with its unit, between reading and reckoning."""

from checker.frozen import frozen
from checker.quantities.model import Unit
from checker.quantities.numerals import Numeral
from checker.spans import Span


@frozen()
class Frame:
    """A numeral with its unit, before hedges and intervals."""

    numeral: Numeral
    unit: Unit
    start: int
    end: int
    unit_span: Span | None

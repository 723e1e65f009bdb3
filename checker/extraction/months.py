"""Months told: 一季度, 1—4月, 上半年 as runs of months, so that they can be held against one another."""

from dataclasses import dataclass

from checker.quantities.model import Period, Token
from checker.spans import Span


@dataclass(frozen=True, slots=True)
class Months:
    """A run of months inside one year. ``year`` is None where it is not written."""

    first: int
    last: int
    year: int | None
    relative: str
    span: Span

    @property
    def run(self) -> tuple[int, int]:
        """The first and the last month."""
        return self.first, self.last

    @property
    def length(self) -> int:
        """How many months."""
        return self.last - self.first + 1


def months(token: Token) -> Months | None:
    """The months that a token stands for; None for years, plans, decades, days and runs over the turn of a year."""
    if not isinstance(token, Period) or token.start is None or token.end is None:
        return None
    first, last = token.start, token.end
    if first.month is None or last.month is None or first.day or last.day or first.month >= last.month:
        return None
    if first.year is not None and last.year is not None and first.year != last.year:
        return None
    return Months(first.month, last.month, last.year or first.year, first.relative or last.relative, token.span)

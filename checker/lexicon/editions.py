"""Editions of well-known events: which one fell, or is to fall, in which year."""

from dataclasses import dataclass
from functools import cache

from checker.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Series:
    """An event whose edition ``number`` was that of ``year``, every ``step`` years, as far back as ``since``."""

    name: str
    number: int
    year: int
    step: int
    since: int

    def year_of(self, number: int) -> int | None:
        """The year of an edition; None before the table holds."""
        year = self.year + self.step * (number - self.number)
        return year if year >= self.since else None


@cache
def series() -> dict[str, Series]:
    """The events by each of their names."""
    return {
        name: Series(name, int(number), int(year), int(step), int(since))
        for names, number, year, step, since in rows("editions.tsv")
        for name in names.split("/")
    }

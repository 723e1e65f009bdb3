"""The almanac: on which day of a year a solar term begins, a feast is kept, a day of the Chinese calendar falls."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from checker.lexicon.tables import rows

Day = tuple[int, int]
"""Month and day."""


@dataclass(frozen=True, slots=True)
class Term:
    """A solar term and the first and the last day on which it can begin; it lasts up to the next one."""

    name: str
    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that is kept every year. ``rule`` is as the table writes it, ``since`` its first year."""

    name: str
    rule: str
    since: int = 0


def _day(words: str) -> Day:
    month, _, number = words.partition("-")
    return int(month), int(number)


@cache
def terms() -> dict[str, Term]:
    """The solar terms by name."""
    return {name: Term(name, _day(first), _day(last)) for name, first, last in rows("solar_terms.tsv")}


@cache
def feasts() -> dict[str, Feast]:
    """The feasts by each of their names."""
    found = {}
    for names, rule, *since in rows("feasts.tsv"):
        first = names.partition("/")[0]
        for name in names.split("/"):
            found[name] = Feast(first, rule, int(since[0]) if since else 0)
    return found


def kept(feast: Feast, year: int | None) -> date | None:
    """The day on which a feast is kept; None if the year must be known and is not, or lies outside the tables."""
    if feast.rule.startswith("lunar "):
        month, number = _day(feast.rule.removeprefix("lunar "))
        if year is None:
            return None
        if (month, number) == (12, 30):
            first = lunar(year, 1, 1)
            return first - timedelta(days=1) if first else None
        # The twelfth month of one year of the Chinese calendar lies in January of the next.
        days = (lunar(one, month, number) for one in (year, year - 1))
        return next((one for one in days if one and one.year == year), None)
    if "/" in feast.rule:
        month, nth, weekday = (int(one) for one in feast.rule.split("/"))
        return _nth(year, month, nth, weekday) if year else None
    month, number = _day(feast.rule)
    return date(year or 2000, month, number)


def _nth(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth weekday of a month; the fifth of four is the last."""
    first = date(year, month, 1)
    number = 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1)
    last = monthrange(year, month)[1]
    return date(year, month, number if number <= last else number - 7)


@cache
def _years() -> dict[int, tuple[date, int, str]]:
    return {
        int(year): (date(int(year), *_day(first)), int(leap), lengths)
        for year, first, leap, lengths in rows("lunar.tsv")
    }


def lunar(year: int, month: int, number: int, leap: bool = False) -> date | None:
    """The day of ours on which a day of the Chinese calendar falls; None for one that does not exist.

    >>> lunar(2025, 8, 15), lunar(2025, 1, 30)
    (datetime.date(2025, 10, 6), None)
    """
    if year not in _years() or not 1 <= month <= 12:
        return None
    first, extra, lengths = _years()[year]
    if leap and month != extra:
        return None
    index = month - 1 + (bool(extra) and (month > extra or leap))
    if not 1 <= number <= 29 + int(lengths[index]):
        return None
    return first + timedelta(days=sum(29 + int(one) for one in lengths[:index]) + number - 1)

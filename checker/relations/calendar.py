"""The calendar: which year a date means, and how many days, months and years lie between two of them."""

from dataclasses import dataclass, replace
from datetime import date

from checker.quantities.model import Date, Period
from checker.relations.passage import Passage

YEARS_AWAY = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
LONG_AGO = 1000
"""Years before this one are read as numbers that are no years."""


def dated(found: Date, published: date | None) -> Date:
    """The date with its year, where 今年 and the like tell it."""
    if found.year is None and found.relative in YEARS_AWAY and published is not None:
        return replace(found, year=published.year + YEARS_AWAY[found.relative])
    return found


def ends(token: object) -> tuple[Date, ...]:
    """The dates that a token gives: itself, or both ends of a period."""
    if isinstance(token, Date):
        return (token,)
    if isinstance(token, Period) and token.start and token.end:
        return (token.start, token.end)
    return ()


def day(year: int | None, month: int | None, number: int | None) -> date | None:
    """The day in the calendar; None for one that does not exist or is not all told."""
    if year is None or month is None or number is None:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def mentions_another_year(passage: Passage, year: int) -> bool:
    """Whether this sentence or the one before it speaks of another year: a date without a year may belong to it."""
    tokens = (*(passage.earlier.tokens if passage.earlier else ()), *passage.tokens)
    return any(
        (one.year is not None and one.year != year)
        or (one.relative and one.relative[-1] == "年" and one.relative not in ("今年", "本年"))
        for token in tokens
        for one in ends(token)
    )


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The least and the most that usage makes of the time between two dates, in one unit.

    The least counts what is full, the most counts first and last as well: from the 14th to the 17th are three or four
    days, from 2011 to 2025 are 14 or 15 years.
    """

    least: int
    most: int


def elapsed(start: Date, end: Date, unit: str) -> Elapsed | None:
    """The time between two dates in years (年), months (个月) or days (天), None where they do not tell it."""
    if unit == "天":
        return _days(start, end)
    if start.month is not None and end.month is not None and (start.year is None) is (end.year is None):
        months = 12 * ((end.year or 0) - (start.year or 0)) + end.month - start.month
        late = bool(start.day and end.day and end.day < start.day)
        if unit == "个月":
            return Elapsed(months - (1 if late or not (start.day and end.day) else 0), months + 1)
        if start.year is not None and end.year is not None:
            full = (months - 1 if late or not (start.day and end.day) else months) // 12
            return Elapsed(full, end.year - start.year + 1)
    if unit != "年" or start.year is None or end.year is None:
        return None
    return Elapsed(end.year - start.year, end.year - start.year + 1)


def _days(start: Date, end: Date) -> Elapsed | None:
    year = start.year or end.year
    first = day(year or 2000, start.month, start.day)
    last = day(end.year or year or 2000, end.month, end.day)
    if first is None or last is None:
        return None
    return Elapsed((last - first).days, (last - first).days + 1)

"""The calendar: which year a date means, and how many days, months and years lie between two of them."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from checker.quantities.model import Date, Period, Token
from checker.relations.passage import Passage

YEARS_AWAY = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
WINDOW = 16
"""How many tokens before and after a date are told with it."""


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


def around(passage: Passage, at: int) -> tuple[Token, ...]:
    """The tokens of the sentence near an offset: what is told with it, however long the sentence is."""
    index = bisect_left(passage.tokens, at, key=lambda one: one.span.start)
    return passage.tokens[max(0, index - WINDOW) : index + WINDOW]


def mentions_another_year(passage: Passage, at: int, year: int) -> bool:
    """Whether another year is spoken of near ``at`` or in the sentence before: a date may belong to it."""
    earlier = passage.earlier.tokens[-WINDOW:] if passage.earlier else ()
    tokens = (*earlier, *around(passage, at))
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


def year_of(published: date | None) -> int | None:
    """The year of the day of issue, where that is known."""
    return published.year if published else None


def elapsed(start: Date, end: Date, unit: str) -> Elapsed | None:
    """The time between two dates in years (年), months (个月) or days (天), None where they do not tell it."""
    if unit == "天":
        return _days(start, end)
    if start.month is not None and end.month is not None and (start.year is None) is (end.year is None):
        months = 12 * ((end.year or 0) - (start.year or 0)) + end.month - start.month
        full = months - _unfinished(start, end)
        if unit == "个月":
            return Elapsed(full, months + 1)
        if start.year is not None and end.year is not None:
            return Elapsed(full // 12, end.year - start.year + 1)
    if unit != "年" or start.year is None or end.year is None:
        return None
    return Elapsed(end.year - start.year, end.year - start.year + 1)


def _unfinished(start: Date, end: Date) -> int:
    """1 if the last month is not full, or may not be."""
    if start.day is None or end.day is None:
        return 0 if start.day is end.day else 1
    return 1 if end.day < start.day else 0


def _days(start: Date, end: Date) -> Elapsed | None:
    """Days between two dates; without a year February may have 29 days or 28, and the end may lie in the next year."""
    year = start.year or end.year
    counts = []
    for first_year in (year,) if year else (2000, 2001):
        first = day(first_year, start.month, start.day)
        last = day(end.year if year and end.year else first_year, end.month, end.day)
        if first and last and last < first and end.year in (None, start.year):
            last = day(first_year + 1, end.month, end.day)
        if first and last:
            counts.append((last - first).days)
    return Elapsed(min(counts), max(counts) + 1) if counts else None

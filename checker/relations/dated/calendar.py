"""The calendar: which year a date means, and how many days, months and years lie between two of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import zip_longest

from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Period, Quantity, Token
from checker.relations.passage import Passage
from checker.spans import Span

YEARS_AWAY = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
WINDOW = 16
"""How many tokens before and after a date are told with it."""


TODAY = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1, "明日": 1}
AGAINST = pattern("(?:比|较|同|与|相对于)$")
"""Before a date that something is compared with."""
AWAY = pattern("(?:的[^，。；]{1,6})?[，,]?(?:整整)?(?:提前|提早|推迟|延后|延迟|推后|偏?[早晚])")
"""Behind such a date: how far off it is in the year, 比去年11月18日提前12天."""
IN_BRACKETS = pattern("[（(是]")
BEFORE = 6
LONG_WAY = 3
"""By how many months a date may lie before the one told earlier; else it is of the next year."""


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


def counted(text: str, span: Span, length: int, unit: str) -> Quantity:
    """How many days or months the words at a span stand for: 上半年 is six months."""
    exact, none = Interval.exactly(length), Fraction(0)
    words = span.of(text)
    return Quantity(span, span, words, Fraction(length), none, none, units.unit(unit), None, (), exact, exact, exact)


def around(passage: Passage, at: int) -> tuple[Token, ...]:
    """The tokens of the sentence near an offset: what is told with it, however long the sentence is."""
    index = bisect_left(passage.tokens, at, key=lambda one: one.span.start)
    return passage.tokens[max(0, index - WINDOW) : index + WINDOW]


AGO = {"去年": 1, "前年": 2, "明年": -1, "后年": -2}
"""How many years before this one others lie."""


def years_told(passage: Passage, at: int, year: int) -> frozenset[int]:
    """The years other than this one that are spoken of shortly before ``at`` or in the sentence before.

    A date may belong to one of them, and after a year told by its number (2019年建站) to any later one: that is 0. What
    follows does not count: 4月23日（星期三），市图书馆发布2024年报告.
    """
    earlier = passage.earlier.tokens[-WINDOW:] if passage.earlier else ()
    tokens = (*earlier, *(token for token in around(passage, at) if token.span.start < at))
    told = (_year_told(one, year) for token in tokens for one in ends(token))
    return frozenset(one for one in told if one is not None)


def _year_told(one: Date, year: int) -> int | None:
    if one.year is not None:
        return None if one.year == year else 0
    if not one.relative.endswith("年") or one.relative in ("今年", "本年"):
        return None
    return year - AGO[one.relative] if one.relative in AGO else 0


def mentions_another_year(passage: Passage, at: int, year: int) -> bool:
    """Whether another year is spoken of shortly before ``at`` or in the sentence before."""
    return bool(years_told(passage, at, year))


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
            return Elapsed(full // 12, _years_at_most(start, end, months))
    if unit != "年" or start.year is None or end.year is None:
        return None
    return Elapsed(end.year - start.year, end.year - start.year + 1)


def _years_at_most(start: Date, end: Date, months: int) -> int:
    """Years that are begun; between two days those of the calendar are not counted by their numbers."""
    years = (end.year or 0) - (start.year or 0)
    return years + 1 if start.day is None or end.day is None else max(years, -(-(months + 1) // 12))


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


def is_fine(one: Date, unit: str) -> bool:
    """Whether a date is told as finely as a length in this unit."""
    return (one.day if unit == "天" else one.month if unit == "个月" else one.year) is not None


def days_told(passage: Passage, tokens: Sequence[Token]) -> Iterator[Date]:
    """The dates of a sentence, each with the month and the year of the one before it where it has none."""
    last: Date | None = None
    written = [one for token in tokens for one in _written(token)]
    for one, following in zip_longest(written, written[1:]):
        if one and not _is_told_again(passage, last, one, following):
            against = _is_against(passage, one)
            if against and not (last and AWAY.match(passage.text, one.span.end, passage.span.end)):
                continue
            one = _on(dated(one, passage.published), passage.published)
            if against and last and one.day is not None:
                one = replace(one, year=last.year, relative="")
            if last is not None and one.month is None and one.day is not None and not one.relative:
                one = replace(one, month=last.month)
            if last is not None and one.year is None and last.year is not None and one.month is not None:
                year = last.year + (one.month < (last.month or 0) - LONG_WAY)
                one = replace(one, year=year)
            if one.month is not None:
                last = one
            yield one


def _written(token: Token) -> tuple[Date, ...]:
    """The dates of a token; none of 上半年 or 18世纪, whose ends are not written."""
    found = ends(token)
    return found if len({one.span for one in found}) == len(found) else ()


def _is_told_again(passage: Passage, last: Date | None, one: Date, following: Date | None) -> bool:
    """今天（4月28日）: the same day twice, of which the one that is written counts."""
    if one.relative in TODAY and one.day is None and following is not None and following.day is not None:
        return IN_BRACKETS.fullmatch(passage.text, one.span.end, following.span.start) is not None
    return last is not None and IN_BRACKETS.fullmatch(passage.text, last.span.end, one.span.start) is not None


def _is_against(passage: Passage, one: Date) -> bool:
    return AGAINST.search(passage.text, max(passage.span.start, one.span.start - BEFORE), one.span.start) is not None


def _on(one: Date, published: date | None) -> Date:
    if one.relative in TODAY and published is not None:
        day = published + timedelta(TODAY[one.relative])
        return replace(one, year=day.year, month=day.month, day=day.day)
    return one

"""The time that a statement speaks of: its words, and the days they mean where text or issue date settle them."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Date, Period, Token
from checker.relations.dated import calendar
from checker.spans import Span

VAGUE = pattern(
    "截至目前|截止目前|近年来|多年来|近[几两三]年来?|[一两三]年来|这一年|过去一年|日前|近日|近期|目前|当前|如今"
)
NOW = pattern("截至目前|截止目前|目前|当前|如今")
"""A state is told as of the day of issue."""

DAYS_AWAY = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1}
MONTHS_AWAY = {"上月": -1, "上个月": -1, "本月": 0, "这个月": 0, "下月": 1, "下个月": 1}
COMPARED = frozenset("比较与同于占由从")
AS_OF = pattern("截至|截止|末$|底$")
BESIDE = pattern(r"[\s（(,，]*")


@dataclass(frozen=True, slots=True)
class Spell:
    """A time as printed, its first and last day as far as they are settled, and the day of a state (截至…)."""

    span: Span
    start: date | None = None
    end: date | None = None
    as_of: date | None = None


class Spells:
    """The times of an article."""

    def __init__(self, document: Document, tokens: Sequence[Token], published: date | None) -> None:
        self.text = document.text
        self.published = published
        told = [one for one in tokens if isinstance(one, Date | Period) and (isinstance(one, Date) or one.start)]
        timed = [one for last, one in zip([None, *told], told, strict=False) if not self._repeats(last, one)]
        self.found = sorted(
            [(one.span, one) for one in timed]
            + [(Span(*one.span()), None) for one in VAGUE.finditer(self.text) if not _inside(one.span(), timed)],
            key=lambda pair: pair[0],
        )
        self.starts = [span.start for span, _ in self.found]

    def _repeats(self, last: Date | Period | None, one: Date | Period) -> bool:
        """Whether a weekday only says once more which day the date before it is: 4月20日（星期日）."""
        weekday = isinstance(one, Date) and _is_weekday(one)
        return last is not None and weekday and BESIDE.fullmatch(self.text, last.span.end, one.span.start) is not None

    def before(self, at: int, floor: int) -> Spell | None:
        """The last time that is told before ``at`` and not before ``floor``."""
        index = bisect_left(self.starts, at) - 1
        while index >= 0 and self.found[index][0].start >= floor:
            span, token = self.found[index]
            if self.text[span.start - 1 : span.start] not in COMPARED or not span.start:
                return self.of(span, token)
            index -= 1
        return None

    def of(self, span: Span, token: Date | Period | None) -> Spell:
        """The time of a token; one that is told in other words has no days."""
        if token is None:
            return Spell(span, as_of=self.published if NOW.fullmatch(span.of(self.text)) else None)
        first, last = (token, token) if isinstance(token, Date) else (token.start, token.end)
        if first is None or last is None:
            return Spell(span)
        start, end = self._day(first, first=True), self._day(last, first=False)
        if start is None or end is None or start > end:
            return Spell(span)
        state = AS_OF.search(self.text[max(0, span.start - 2) : span.end])
        return Spell(span, None, None, end) if state else Spell(span, start, end)

    def _day(self, one: Date, *, first: bool) -> date | None:
        """The first or the last day of a date. A month without a year is of the year of issue if it is over by then.

        A weekday by itself, and a day without its month, are days of which nothing tells the month.
        """
        if not (one.year or one.month or one.relative):
            return None
        known = calendar.dated(one, self.published)
        year, month, day = known.year, known.month, known.day
        if one.relative in DAYS_AWAY and self.published:
            return self.published + timedelta(days=DAYS_AWAY[one.relative])
        if one.relative in MONTHS_AWAY and self.published and not known.day:
            month = self.published.year * 12 + self.published.month - 1 + MONTHS_AWAY[one.relative]
            year, month = divmod(month, 12)
            return date(year, month + 1, 1 if first else monthrange(year, month + 1)[1])
        if one.relative and one.relative not in calendar.YEARS_AWAY:
            return None
        if year is None and self.published and (month or (isinstance(one, Date) and not one.relative)):
            year = self.published.year
            if date(year, month or 1, min(day or 1, 28)) > self.published:
                return None
        if year is None or not 1 <= year <= 9999:
            return None
        if one.span.of(self.text)[-1:] == "旬":
            return self._third(one, year, month, first=first)
        month = month or (1 if first else 12)
        if not 1 <= month <= 12:
            return None
        return calendar.day(year, month, day or (1 if first else monthrange(year, month)[1]))

    def _third(self, one: Date, year: int, month: int | None, *, first: bool) -> date | None:
        """上旬、中旬 and 下旬 are the first ten days of a month, the next ten and the rest."""
        if not month:
            return None
        part = "上中下".find(one.span.of(self.text)[-2])
        if part < 0:
            return None
        last = (10, 20, monthrange(year, month)[1])[part]
        return date(year, month, 10 * part + 1 if first else last)


def _is_weekday(one: Date) -> bool:
    """Whether it tells a weekday and nothing else."""
    return one.weekday is not None and not (one.year or one.month or one.day or one.relative)


def _inside(place: tuple[int, int], tokens: Sequence[Date | Period]) -> bool:
    at = bisect_right(tokens, place[0], key=lambda one: one.span.start) - 1
    return at >= 0 and tokens[at].span.end > place[0]

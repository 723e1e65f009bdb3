"""weekday: a date falls on the day of the week that stands with it.

The two stand side by side or in brackets: 4月21日（星期一）, 4月21日周一, 5月31日是端午节，也是星期六, 周三（4月16日）.
Several dates go with as many days of the week in order. A date without a year belongs to the year in which the article
appears; next to a mention of another year nothing is decided.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Code, Date, Period, Token
from checker.relations.dated import calendar
from checker.relations.passage import Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.spans import Span

KIND = "weekday"
LINK = pattern(" ?(?:[、和及与]|以及|至|到|——|[—–~～-]) ?")
TIME_OF_DAY = "上午|中午|下午|傍晚|晚上?|夜里|深夜|清晨|早上?|凌晨"
SIDE = pattern(
    f"[ \u3000]?(?:{TIME_OF_DAY})?(?:[（(，,、][ \u3000]?)?"
    "(?:[农阴旧]历[^，。；（）()]{1,8}[，,、 ])?"
    f"(?:{TIME_OF_DAY}|当天|当日|[那这]一?[天日])*[，,]?"
    "(?:也?就?正?好?是个?|即|(?:正好?|恰好?|刚好|又)?(?:赶上|碰上|遇上|撞上)|恰好?[逢是为]个?|正值|正[逢好]是?|[适刚正]好?[逢值是]个?|为|又是|也是)?(?:[本下上这]个?)?"
)
FEAST = pattern(
    "[，,]?(?:正?是|恰逢|正值|适逢|为)[^，。；（）()]{1,10}(?:[，,]?(?:也|又|还|恰|正|同时|恰好|正好)+|[，,][那这当]一?[天日])[是逢为]"
)
OPENED = pattern("[（(]|[，,]?(?:也就是|即|亦即|也即)")
BESIDE, CLOSED = pattern("[，,、 \u3000]"), pattern("(?![前起以至到之之后内—–~～-])")
TO = pattern(f" ?(?:——|[—–～~-]|至|到) ?(?:{TIME_OF_DAY})*")
HOURS = 2
"""How many times of day may stand between a date and the day of the week."""
CAUGHT, ENDED = pattern("[赶碰遇撞]上"), pattern("[，,。；;！？）)]|$")
"""1月9日赶上周六 is what day it was, unless more follows: 赶上周六的末班车."""

THAT_DAY = pattern("[那这当][一]?[天日](?:正好?|恰好?|刚好)?是个?$")
DATELINE = pattern(" ?[讯电]|消息")
LUNAR = pattern("[农阴旧]历")
SAME_DAY = frozenset({"当天", "当日"})
NOT_A_DAY = pattern("[均报刊末线常度]")
NAMES = "一二三四五六日"
NEAR_BY = timedelta(days=200)
"""A date without a year lies at most so far from the day of issue; the year before or after may fit as well."""

OF_DAYS = timedelta(days=8)
"""A day without a month lies at most so far from the day of issue."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every date of the sentence that stands with a day of the week, judged."""
    tokens = passage.tokens
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and _is_weekday(tokens[end]) and (end == at or _linked(passage, tokens, end)):
            end += 1
        if end > at and not NOT_A_DAY.match(passage.text, tokens[end - 1].span.end, passage.span.end):
            yield from _paired(passage, at, end)
        at = max(end, at + 1)


def _is_weekday(token: Token) -> bool:
    return isinstance(token, Date) and token.weekday is not None


def _linked(passage: Passage, tokens: Sequence[Token], index: int) -> bool:
    return LINK.fullmatch(passage.text, tokens[index - 1].span.end, tokens[index].span.start) is not None


def _paired(passage: Passage, at: int, end: int) -> Iterator[Relation]:
    """The days of the week from ``at`` to ``end`` with the dates before them, or with those in brackets after them."""
    tokens = passage.tokens
    days = _before(passage, at, end) or _after(passage, end, OPENED)
    beside = [] if days else _after(passage, end, BESIDE)
    if len(days or beside) == end - at:
        for found, weekday in zip(days or beside, tokens[at:end], strict=True):
            relation = _verify(passage, found, weekday) if isinstance(weekday, Date) else None
            if relation and (
                days
                or _is_that_day(passage, at, found)
                or (relation.verdict is Verdict.CONSISTENT and CLOSED.match(passage.text, found.span.end))
            ):
                yield relation


def _is_that_day(passage: Passage, at: int, found: Date) -> bool:
    """Whether a date stands alone behind the day that it was: 那天是星期三，2023年10月14日，…."""
    start, text = passage.tokens[at].span.start, passage.text
    told = THAT_DAY.search(text, max(passage.span.start, start - 8), start)
    return told is not None and found.year is not None and ENDED.match(text, found.span.end) is not None


def _before(passage: Passage, at: int, end: int) -> list[Date]:
    tokens, text = passage.tokens, passage.text
    here = tokens[at].span.start
    last = tokens[at - 1] if at else None
    if at > 1 and isinstance(last, Date) and (last.relative in SAME_DAY or _is_lunar(passage, last)):
        at -= 1
    at, here = _before_hours(passage, at, here)
    if at == 0:
        return []
    gap = (tokens[at - 1].span.end, here)
    if not (SIDE.fullmatch(text, *gap) or FEAST.fullmatch(text, *gap)):
        return []
    if CAUGHT.search(text, *gap) and not ENDED.match(text, tokens[end - 1].span.end):
        return []
    if isinstance(last := tokens[at - 1], Date) and last.relative in calendar.TODAY:
        return _by_dateline(passage, last)
    first = at - 1
    while first > 0 and _days(tokens[first - 1]) and _linked(passage, tokens, first):
        first -= 1
    return [one for token in tokens[first:at] for one in _days(token)]


def _by_dateline(passage: Passage, today: Date) -> list[Date]:
    """本报大连10月19日讯 今天是星期日: today is the day of the dateline, tomorrow the one behind."""
    head = passage
    while head.earlier is not None:
        head = head.earlier
    date = next((one for one in head.tokens if isinstance(one, Date)), None)
    if date is None or not DATELINE.match(passage.text, date.span.end) or date.span.end > today.span.start:
        return []
    if any(mark in passage.text[date.span.end : today.span.start] for mark in "“”"):
        return []
    away = calendar.TODAY[today.relative]
    year = date.year or calendar.year_of(passage.published)
    first = calendar.day(year, date.month, date.day)
    if not away or first is None:
        return [date] if not away and date.month and date.day else []
    told = first + timedelta(away)
    return [replace(today, year=told.year, month=told.month, day=told.day, relative="")]


def _before_hours(passage: Passage, at: int, here: int) -> tuple[int, int]:
    """Where the hours begin that stand between a date and the day of the week: 7月15日14:30—16:30（星期二）."""
    tokens, text, first = passage.tokens, passage.text, at
    while first and first > at - HOURS and _is_clock(tokens[first - 1]):
        gap = (tokens[first - 1].span.end, here)
        told = _closed(passage, at) if text[gap[0] : gap[0] + 1] in "，," else True
        if not (told and (SIDE if first == at else TO).fullmatch(text, *gap)):
            break
        first, here = first - 1, tokens[first - 1].span.start
    return first, here


def _is_clock(token: Token) -> bool:
    return isinstance(token, Code) and token.kind == "clock"


def _closed(passage: Passage, at: int) -> bool:
    """Whether a day of the week has a place of its own: 9时，星期二，开标; not 9时，星期三的讲座."""
    return passage.text[passage.tokens[at].span.end : passage.tokens[at].span.end + 1] in "，,。；）)"


def _is_lunar(passage: Passage, one: Date) -> bool:
    """农历九月十九, which is told beside the day of the calendar."""
    return LUNAR.search(passage.text, max(passage.span.start, one.span.start - 2), one.span.start) is not None


def _after(passage: Passage, end: int, link: re.Pattern[str]) -> list[Date]:
    tokens = passage.tokens
    if end == len(tokens) or not link.fullmatch(passage.text, tokens[end - 1].span.end, tokens[end].span.start):
        return []
    last = end
    while last < len(tokens) and _days(tokens[last]) and (last == end or _linked(passage, tokens, last)):
        last += 1
    return [one for token in tokens[end:last] for one in _days(token)]


def _days(token: Token) -> tuple[Date, ...]:
    """The days that a token gives; none if it is a month, a year or a day of the week."""
    found = calendar.ends(token) if isinstance(token, (Date, Period)) else ()
    return found if all(one.day is not None for one in found) else ()


def _verify(passage: Passage, found: Date, weekday: Date) -> Relation | None:
    told = _told(passage, found)
    words = found.span.of(passage.text)
    said = weekday.span.of(passage.text)
    operands = (Operand("date", found.span, words), Operand("weekday", weekday.span, said))
    span = (Span(*sorted((found.span.end, weekday.span.start))),)
    bare = told.month is None and told.year is None and not told.relative
    possible = _in_months_near(passage, told) if bare else _possible(passage, told)
    either = [] if possible or bare or found.month is None else _in_years_told(passage, told)
    if either and all(one.isoweekday() != weekday.weekday for one in either):
        possible = either
    if not possible:
        if told.year and told.month:
            return None
        working = f"{words}未写明年份，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, working, span, weekday.span)
    right = next((one for one in possible if one.isoweekday() == weekday.weekday), None)
    shown = right or possible[0]
    working = f"{shown.year}年{shown.month}月{shown.day}日是星期{NAMES[shown.weekday()]}"
    if right:
        return Relation(KIND, operands, Verdict.CONSISTENT, f"{working}，一致", span, weekday.span)
    data = {"name": words, "working": f"{working}，文中写{said}", "computed": f"星期{NAMES[shown.weekday()]}"}
    return Relation(
        KIND,
        operands,
        Verdict.INCONSISTENT,
        f"{working}，文中写{said}，不一致",
        span,
        weekday.span,
        doubtful=bare or bool(either),
        data=data,
        candidates=(
            Candidate("weekday", weekday.span, f"{_style(said)}{NAMES[shown.weekday()]}", "digit"),
            *_other_day(found, shown, weekday.weekday or 0, passage.text),
        ),
    )


def _told(passage: Passage, found: Date) -> Date:
    """The date with the month, and the year if it is told with the month, of the date before it in the sentence."""
    found = calendar.dated(found, passage.published)
    if found.year is not None or found.relative:
        return found
    for token in reversed(calendar.around(passage, found.span.start)):
        if token.span.start < found.span.start:
            for one in reversed(calendar.ends(token)):
                if one.month is not None and one.span.start < found.span.start:
                    month = found.month or one.month
                    return replace(found, month=month, year=one.year if month >= one.month else None)
    return found


def _possible(passage: Passage, told: Date) -> list[date]:
    """The days that the date can mean, the nearest to the day of issue first."""
    if told.year is not None:
        found = calendar.day(told.year, told.month, told.day)
        return [found] if found else []
    published = passage.published
    if published is None or told.relative or calendar.mentions_another_year(passage, told.span.start, published.year):
        return []
    return _near(told, published)


def _near(told: Date, published: date) -> list[date]:
    """The days around the day of issue that a date without a year can mean, the nearest first."""
    days = [calendar.day(published.year + away, told.month, told.day) for away in (-1, 0, 1)]
    return sorted(
        (one for one in days if one and abs(one - published) <= NEAR_BY), key=lambda one: abs(one - published)
    )


def _in_years_told(passage: Passage, told: Date) -> list[date]:
    """The days that a date without a year can mean where other years are spoken of, those of this one first."""
    now = passage.published
    if now is None or told.relative or told.year is not None or told.month is None:
        return []
    others = calendar.years_told(passage, told.span.start, now.year)
    if 0 in others:
        return []
    days = (calendar.day(year, told.month, told.day) for year in sorted(others))
    return [*_near(told, now), *(one for one in days if one)]


def _in_months_near(passage: Passage, told: Date) -> list[date]:
    """记者7日（周一）获悉: the day of this month, the last or the next that is within days of the day of issue."""
    now = passage.published
    if now is None or told.day is None or _tells_months(passage, told):
        return []
    months = [divmod(now.year * 12 + now.month - 1 + away, 12) for away in (-1, 0, 1)]
    days = [calendar.day(year, month + 1, told.day) for year, month in months]
    return [one for one in days if one and abs(one - now) <= OF_DAYS]


def _tells_months(passage: Passage, told: Date) -> bool:
    """Whether a month is spoken of here or in the sentence before, to which the day may belong."""
    earlier = passage.earlier.tokens[-calendar.WINDOW :] if passage.earlier else ()
    tokens = (*earlier, *calendar.around(passage, told.span.start))
    return any(one.month is not None or one.relative[-1:] == "月" for token in tokens for one in calendar.ends(token))


def _style(said: str) -> str:
    return said[:-1]


def _other_day(found: Date, shown: date, weekday: int, text: str) -> Iterator[Candidate]:
    """The nearest day of the same month that is such a day of the week, printed in the same way."""
    words = found.span.of(text)
    digits = pattern("([0-9]{1,2})(?= ?[日号])").search(words)
    away = (weekday - shown.isoweekday() + 3) % 7 - 3
    other = shown + timedelta(days=away)
    if digits and digits[1] == str(shown.day) and other.month == shown.month:
        yield Candidate(
            "date", found.span, words[: digits.start()] + str(other.day) + words[digits.end() :], "computed"
        )

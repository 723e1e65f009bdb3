"""impossible-date: a day, month or hour that no calendar and no clock has, or an hour outside its part of the day."""

import re
from calendar import monthrange
from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import near, pattern
from checker.quantities import dates
from checker.quantities.lettering import fold
from checker.quantities.model import Date, Period
from checker.spans import Span

DATE = pattern(
    "(?<![0-9.])(?:(?P<y>[12][0-9]{3}) ?年 ?)?(?P<m>[0-9]{1,2}) ?月(?:份? ?(?P<d>[0-9]{1,2}) ?[日号](?!均))?"
)
MONTH = pattern("月(?<=[0-9 ].)")
HOUR = pattern(
    r"(?P<h>[0-9]{1,2})(?:[时点](?![0-9代期段])|[时点:](?P<min>[0-9]{2})(?!\.?[0-9:])(?P<unit>分(?![之钟]))?)"
)
CLOCK = pattern("[时点:](?<=[0-9].)")
SPELT_HOUR = pattern("十(?P<ones>[一二三四五六七八九]?)[时点](?![代期段])")
CLOSING = pattern(":[0-5][0-9] ?(?:——|[—–~-]|至|到)+ ?(?:次日)?(?P<h>[0-9]{1,2}):(?P<min>[0-9]{2})(?![0-9:.])")
OPENING = pattern("(?<![0-9:.])(?:[01]?[0-9]|2[0-3])$")
"""9:00—17:30: what stands behind a dash and a time is a time."""
DAY = "日"
DIGITAL = frozenset("0123456789.:")
MORNING, EVENING = range(13), (*range(3), *range(5, 13), *range(17, 25))
HOURS = {
    "上午": MORNING,
    "早上": MORNING,
    "早晨": MORNING,
    "清晨": MORNING,
    "凌晨": (*range(7), 12, 24),
    "中午": (*range(1, 3), *range(10, 15)),
    "下午": range(19),
    "傍晚": (*range(4, 9), *range(16, 21)),
    "晚上": EVENING,
    "晚间": EVENING,
    "夜间": (*range(13), *range(17, 25)),
    "深夜": (*range(5), *range(9, 13), *range(21, 25)),
    "当晚": EVENING,
    "今晚": EVENING,
    "昨晚": EVENING,
}
LUNAR = pattern("[农阴旧夏]历.{0,6}$")


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every date and hour that cannot be."""
    printed = article.text
    text = fold(printed)
    for match in near(DATE, MONTH, text, before=10, behind=12):
        fact = _date_fact(match, text)
        if fact:
            yield _hit(Span(*match.span()), printed, "date", fact)
    for match in near(HOUR, CLOCK, text, before=2, behind=10):
        if text[match.start() - 1 : match.start()] not in DIGITAL:
            yield from _hours(match, _part(text, match.start()), printed)
    for match in CLOSING.finditer(text):
        if OPENING.search(text, max(0, match.start() - 3), match.start()):
            yield from _closing(match, printed)
    for match in SPELT_HOUR.finditer(text):
        yield from _spelt(match, printed)
    for token in article.tokens:
        if isinstance(token, (Date, Period)):
            yield from _written_out(token, printed)


def _date_fact(match: re.Match[str], text: str) -> str:
    """Why the date cannot be, or nothing. A month alone needs its year: 20月 may be anything."""
    month, day = int(match["m"]), int(match["d"]) if match["d"] else None
    if (match["y"] is None and day is None) or LUNAR.search(text, max(0, match.start() - 8), match.start()):
        return ""
    if not 1 <= month <= 12:
        return "一年只有十二个月"
    return _day_fact(int(match["y"]) if match["y"] else None, month, day)


def _day_fact(year: int | None, month: int, day: int | None) -> str:
    last = monthrange(year or 2000, month)[1]
    if day is None or 1 <= day <= last:
        return ""
    return f"{f'{year}年' if year and month == 2 else ''}{month}月只有{last}天"


def _part(text: str, at: int) -> Span | None:
    """The part of the day, or the 日 of a date, right before an hour."""
    at -= text.startswith(" ", at - 1) and at > 0
    if text[at - 2 : at] in HOURS and at > 1:
        return Span(at - 2, at)
    return Span(at - 1, at) if text[at - 1 : at] == DAY else None


def _hours(match: re.Match[str], before: Span | None, text: str) -> Iterator[Hit]:
    hour, minute, part = int(match["h"]), int(match["min"] or 0), before.of(text) if before else None
    span = Span(before.start if before and part in HOURS else match.start(), match.end())
    told = part is not None or match["unit"] is not None
    if told and hour > 24 and (part != DAY or match["min"] or "时" in match[0]):
        yield _hit(span, text, "hour", "一天只有二十四小时")
    elif told and hour == 24 and minute:
        yield _hit(span, text, "hour", "24时以后是次日0时")
    elif told and minute > 59:
        yield _hit(span, text, "hour", "一小时只有六十分")
    elif part in HOURS and hour not in HOURS[part]:
        yield _hit(span, text, "part", f"{hour}时不在{part}")


def _spelt(match: re.Match[str], text: str) -> Iterator[Hit]:
    """下午二十一点."""
    start = match.start() - (text[match.start() - 1 : match.start()] == "二")
    before = _part(text, start)
    part = before.of(text) if before else ""
    hour = dates.number(text[start : match.start()] + "十" + match["ones"]) or 0
    if before and part in HOURS and hour not in HOURS[part]:
        yield _hit(Span(before.start, match.end()), text, "part", f"{hour}时不在{part}")


def _closing(match: re.Match[str], text: str) -> Iterator[Hit]:
    hour, minute = int(match["h"]), int(match["min"])
    if hour > 24 or (hour == 24 and minute):
        yield _hit(Span(match.start("h"), match.end()), text, "hour", "24时以后是次日0时")
    elif minute > 59:
        yield _hit(Span(match.start("h"), match.end()), text, "hour", "一小时只有六十分")


def _written_out(token: Date | Period, text: str) -> Iterator[Hit]:
    """二月三十日 in Chinese numerals; the old calendar says no 日."""
    ends = (token.start, token.end) if isinstance(token, Period) else (token,)
    for one in ends:
        if not isinstance(one, Date) or one.month is None or one.day is None:
            continue
        words = one.span.of(text)
        if any(mark.isdecimal() for mark in words) or not words.endswith(("日", "号")):
            continue
        fact = _day_fact(one.year, one.month, one.day)
        if fact and not LUNAR.search(text, max(0, one.span.start - 8), one.span.start):
            yield _hit(one.span, text, "date", fact)


def _hit(span: Span, text: str, variant: str, fact: str) -> Hit:
    return Hit(span, {"found": span.of(text), "fact": fact}, variant=variant)


KIND = Kind(check, frozenset({"found", "fact"}), variants=frozenset({"date", "hour", "part"}))

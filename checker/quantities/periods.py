"""Stretches of time: quarters, halves, runs of months and years, five-year plans, decades and centuries."""

import re
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities import dates
from checker.quantities.figures import DIGITS
from checker.quantities.model import Date, Period
from checker.spans import Span

DASH = pattern(" ?(?:——|[—–~―-]|至|到) ?")
HEAD = pattern(
    "(?P<n>[12][0-9]{3}|3[01]|[12][0-9]|0?[1-9]|十[一二]?|二?十[一二三四五六七八九]|[一二三四五六七八九])"
    f"{DASH.pattern}"
)
PART = pattern(
    "第?(?P<q>[一二三四1-4])季度|第(?P<q2>[一二三四])季"
    "|前(?P<to>[一二三2-3两])个?季度|(?P<h>上半年|下半年)|(?P<all>全年)|首季度?|(?P<front>前[0-9一二三四五六七八九十两]{1,2})个?月"
)
YEAR = pattern(
    "(?:(?P<y>[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3}) ?年度?|(?P<r>今年|去年|前年|明年|上年|当年|同年))"
)
PLAN = pattern(
    '[“‘"]?((?:十[一二三四五六七八]|[一二三四五六七八九十])五)[”’"]?(?=[”’"]|期间|规划|时期|以来|末|开局|收官|计划)'
)
DECADE = pattern(
    "(?:(?P<c>[12][0-9]|[一二]?十[一二三四五六七八九]?)世纪|(?P<last>上个?世纪)"
    "|(?P<y>[12][0-9](?=[0-9]0年代)))?(?P<d>[0-9]0|[二三四五六七八九]十)年代(?P<t>初|末|中期|初期|末期|后期)?"
)
CENTURY = pattern("(?P<c>[12]?[0-9]|[一二]?十[一二三四五六七八九]?)世纪")
LONGEST_DECADE = 12
PLAN_ONE = 1953


def period(text: str, at: int) -> Period | None:
    """The stretch of time that starts at ``at`` of a folded text."""
    return _decade(text, at) or plan(text, at) or _part(text, at) or _run(text, at)


def _make(text: str, start: int, end: int, first: Date | None, last: Date | None) -> Period:
    return Period(Span(start, end), first, last, text[start:end])


def _part(text: str, at: int) -> Period | None:
    """一季度, 前三季度, 上半年, 全年, with the year before it if one is written."""
    year = YEAR.match(text, at)
    match = PART.match(text, year.end() if year else at)
    if match is None:
        return None
    if not year and text[at] in "前上下" and at and text[at - 1] in "以之提此":
        return None
    first, last = _months(match)
    span = Span(at, match.end())
    written = dates.number(year["y"]) if year else None
    relative = (year["r"] or "") if year else ""
    return _make(
        text,
        at,
        match.end(),
        Date(span, written, first, relative=relative),
        Date(span, written, last, relative=relative),
    )


def _months(match: re.Match[str]) -> tuple[int, int]:
    season = match["q"] or match["q2"]
    if season:
        quarter = int(DIGITS.get(season, 0) or season)
        return 3 * quarter - 2, 3 * quarter
    if match["to"]:
        return 1, 3 * int(DIGITS.get(match["to"], 0) or match["to"])
    if match["front"]:
        return 1, dates.number(match["front"][1:].replace("两", "二")) or 12
    if match["h"]:
        return (1, 6) if match["h"] == "上半年" else (7, 12)
    return (1, 12) if match["all"] else (1, 3)


def _run(text: str, at: int) -> Period | None:
    """1—4月, 2021—2024年, 4月20日至25日: what the first date leaves out the second one gives, and the other way."""
    first = dates.day(text, at)
    if first is not None:
        dash = DASH.match(text, first.span.end)
        last = dates.day(text, dash.end()) if dash else None
        if last is not None and not last.relative:
            return _join(text, at, first, last)
    return _headed(text, at, first)


def _headed(text: str, at: int, first: Date | None) -> Period | None:
    """1—4月, 2025年1—4月, 4月20—25日: the number before the dash has no word of its own."""
    start = at
    if first is not None and first.day is None and text[first.span.end - 1] not in "初底末旬":
        start = first.span.end
    elif first is not None:
        return None
    head = HEAD.match(text, start)
    last = dates.day(text, head.end()) if head else None
    if head is None or last is None or last.relative:
        return _years(text, at) if first is None or first.month is None else None
    field = _first_field(last)
    value = dates.number(head["n"])
    if field is None or value is None or (field == "year") != (value > 31):
        return None
    begun = first or Date(Span(start, head.end("n")))
    if field == "month":
        begun = replace(begun, month=value)
    elif field == "day":
        begun = replace(begun, day=value)
    else:
        begun = replace(begun, year=value)
    return _join(text, at, begun, last)


YEARS = pattern(
    "(19[0-9]{2}|20[0-9]{2})[—–~-](?:(?P<long>19[0-9]{2}|20[0-9]{2})|(?P<short>[0-9]{2})(?:年(?![前后多来以之内间级代龄]))?)(?![0-9.年-])"
)


def _years(text: str, at: int) -> Period | None:
    """2021—2024 without 年, 2021—24年."""
    match = YEARS.match(text, at)
    if match is None:
        return None
    first = Date(Span(*match.span(1)), int(match[1]))
    end = int(match["long"] or match[1][:2] + match["short"])
    if end <= int(match[1]):
        return None
    return _make(text, at, match.end(), first, Date(Span(*match.span(match.lastgroup or 2)), end))


def _first_field(date: Date) -> str | None:
    for field in ("year", "month", "day"):
        if getattr(date, field) is not None:
            return field
    return None


def _join(text: str, at: int, first: Date, last: Date) -> Period:
    if last.year is None:
        last = replace(last, year=first.year, relative=first.relative if first.month or last.month else "")
    if last.month is None and last.day is not None:
        last = replace(last, month=first.month)
    return _make(text, at, last.span.end, first, last)


def plan(text: str, at: int) -> Period | None:
    """“十四五” is 2021 to 2025: the first five-year plan began in 1953, the sixth in 1981."""
    match = PLAN.match(text, at)
    if match is None:
        return None
    index = dates.number(match[1][:-1]) or 0
    quoted = text[at] in '“‘"'
    if not quoted and not match[1].startswith("十"):
        return None
    start = PLAN_ONE + 5 * (index - 1) if index < 3 else 1981 + 5 * (index - 6)
    span = Span(*match.span(1))
    return _make(text, span.start, span.end, Date(span, start), Date(span, start + 4))


def _decade(text: str, at: int) -> Period | None:
    words = text[at : at + LONGEST_DECADE]
    if "年代" not in words and "世纪" not in words:
        return None
    match = DECADE.match(text, at)
    if match is None or text[at - 1 : at].isdecimal():
        century = CENTURY.match(text, at)
        if century is None:
            return None
        start = (dates.number(century["c"]) or 1) * 100 - 100
        return _span(text, at, century.end(), start, start + 99)
    tens = dates.number(match["d"]) or 0
    if match["c"]:
        start = (dates.number(match["c"]) or 1) * 100 - 100 + tens
    elif match["y"]:
        start = int(match["y"]) * 100 + tens
    else:
        start = 1900 + tens
    return _span(text, at, match.end(), start, start + 9)


def _span(text: str, at: int, end: int, first: int, last: int) -> Period:
    span = Span(at, end)
    return _make(text, at, end, Date(span, first), Date(span, last))

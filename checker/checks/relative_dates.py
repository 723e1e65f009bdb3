"""relative-dates: 今年, 昨日, 近日 beside a date that they cannot mean, or that belongs to another day of issue."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.tenses import misplaced
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import calendar
from checker.spans import Span

BESIDE = pattern("[（(]|[，,]?(?:即|也就是)")
YEARS = {word: away for word, away in calendar.YEARS_AWAY.items() if word != "上年"}
DAYS = {"昨日": -1, "昨天": -1, "今日": 0, "今天": 0, "明日": 1, "明天": 1, "前天": -2, "后天": 2}
RECENT = pattern("近日|日前|近几日|这几天|连日来|最近几天")
DATED_SOON = pattern("[，,]?(?:[（(])?(?:从|自)?")
LASTING = pattern("起|以来|至|到|开始|的|前|后|之|—|-|、")
DAYS_BEFORE = {"日前": 15}
RECENTLY = 30
NEXT = {"第二天": 1, "次日": 1, "翌日": 1, "第三天": 2}
NEXT_DAY = pattern("(?P<word>第二天|次日|翌日|第三天)[（(]")
NEAR_DAYS, CLOSE, LEAP = 160, 5, 2024
"""So many characters before 第二天 the day before it is told, and a slip is no more than so many days."""

LATE, EARLY = 2, 1
"""How many days older or younger than the paper a story may be: it is written before, dated after."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every word of a relative time beside a date that does not fit it."""
    yield from _years(article)
    yield from _next_days(article)
    if article.published is not None:
        yield from _days(article, article.published)
        yield from _recent(article, article.published)
        yield from _misplaced(article, article.published)


def _pairs(article: Article, words: dict[str, int]) -> Iterator[tuple[Date, Date]]:
    """A relative word and the date in brackets behind it."""
    tokens = article.tokens
    for index, token in enumerate(tokens[:-1]):
        if not isinstance(token, Date) or token.relative not in words or token.month or token.day:
            continue
        other = tokens[index + 1]
        if (
            isinstance(other, Date)
            and not other.relative
            and BESIDE.fullmatch(article.text, token.span.end, other.span.start)
        ):
            yield token, other


def _years(article: Article) -> Iterator[Hit]:
    """今年（2024年）: against the day of issue, and against 去年（2022年） of the same article."""
    first: tuple[int, Date, Date] | None = None
    for word, other in _pairs(article, YEARS):
        if other.year is None or (other.month is not None and other.day is None):
            continue
        now = other.year - YEARS[word.relative]
        if article.published is not None and now != article.published.year:
            right = article.published.year + YEARS[word.relative]
            yield _hit(article, word, other, "issue", f"{right}年", doubtful=True)
        elif first is not None and now != first[0]:
            said = Span(first[1].span.start, first[2].span.end).of(article.text)
            yield _hit(article, word, other, "other", said, first[2].span)
        first = first or (now, word, other)


def _days(article: Article, published: date) -> Iterator[Hit]:
    """昨日（4月20日）."""
    for word, other in _pairs(article, DAYS):
        if other.day is None:
            continue
        month = other.month or published.month
        day = _nearest(other.year, month, other.day, published)
        right = published + timedelta(days=DAYS[word.relative])
        if day and not -LATE <= (day - right).days <= EARLY and (other.month or abs((day - right).days) < 25):
            yield _hit(article, word, other, "issue", f"{right.month}月{right.day}日", doubtful=True)


def _next_days(article: Article) -> Iterator[Hit]:
    """第二天（7月24日） where the day before it in the text is 22 July."""
    dates = [one for one in article.tokens if isinstance(one, Date) and one.day and one.month and not one.relative]
    for found in NEXT_DAY.finditer(article.text):
        at = next((index for index, one in enumerate(dates) if one.span.start == found.end()), 0)
        last, told = dates[at - 1] if at else None, dates[at]
        if last is None or found.start() - last.span.end > NEAR_DAYS or None in (last.month, last.day, told.month):
            continue
        first, second = (calendar.day(one.year or LEAP, one.month or 1, one.day or 1) for one in (last, told))
        apart = (second - first).days if first and second else 0
        if apart and apart != NEXT[found["word"]] and abs(apart - NEXT[found["word"]]) <= CLOSE:
            data = {"word": found["word"], "date": told.span.of(article.text), "right": last.span.of(article.text)}
            yield Hit(told.span, data, (Related(last.span, "other"),), variant="other", doubtful=True)


def _recent(article: Article, published: date) -> Iterator[Hit]:
    """近日，…3月2日 of a paper of May."""
    if not RECENT.search(article.text):
        return
    starts = {one.span.start: one for one in article.tokens if isinstance(one, Date) and not one.relative and one.month}
    for match in RECENT.finditer(article.text):
        after = DATED_SOON.match(article.text, match.end())
        other = starts.get(after.end() if after else match.end())
        if other is None or other.month is None or LASTING.match(article.text, other.span.end):
            continue
        day = _nearest(other.year, other.month, other.day or 28, published)
        if day and (published - day).days > DAYS_BEFORE.get(match[0], RECENTLY):
            yield _hit(article, match, other, "recent", f"{(published - day).days}天")


def _misplaced(article: Article, published: date) -> Iterator[Hit]:
    """将于3月开园 of a paper of April."""
    for one in misplaced(article.document, article.moments, published):
        span = one.moment.date.span
        data = {"word": "将于" if one.past else "已于", "date": span.of(article.text), "right": f"{published:%Y-%m-%d}"}
        yield Hit(span, data, variant="past" if one.past else "future", doubtful=True)


def _nearest(year: int | None, month: int, number: int, published: date) -> date | None:
    """The day that is meant: without a year, the nearest to the day of issue."""
    years = (year,) if year else (published.year - 1, published.year, published.year + 1)
    days = [one for each in years if (one := calendar.day(each, month, number))]
    return min(days, key=lambda one: abs(one - published), default=None)


def _hit(
    article: Article,
    word: Date | re.Match[str],
    other: Date,
    variant: str,
    right: str,
    first: Span | None = None,
    *,
    doubtful: bool = False,
) -> Hit:
    said = word.span.of(article.text) if isinstance(word, Date) else word[0]
    data = {"word": said, "date": other.span.of(article.text), "right": right}
    related = (Related(first, "other"),) if first else ()
    return Hit(other.span, data, related, variant=variant, doubtful=doubtful or variant == "recent")


KIND = Kind(
    check,
    frozenset({"word", "date", "right"}),
    variants=frozenset({"issue", "other", "recent", "past", "future"}),
    notes=frozenset({"other"}),
)

"""coverage: the headline's figures are of one period, the body's of another; or a period is told before it is over."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from checker.checks.kind import Kind, Params
from checker.document import BlockKind
from checker.extraction.article import Article
from checker.extraction.months import Months, months
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.dated import calendar
from checker.relations.passage import Passage
from checker.spans import Span

PLANNED = pattern(
    "预[计期测算报]|计划|目标|力争|有望|争取|确保|将|拟|安排|可望|展望|前瞻|任务|部署|谋划|要|指引|同期|去年|上年|往年|历年"
)
HALF_YEAR = pattern("季|上半年|前[^，。]{1,2}个?月|半年|1[—-]")
SINCE = pattern("以[来后]|开局|伊始")
MAY, DECEMBER = 5, 12
"""Before May, when the last annual reports are out, an article still tells of the year that is over."""
NEARLY_OVER, NEAR, FEW = 20, 24, 3
"""The day on which a month is as good as over; how far and how many figures behind its months a figure may be."""
LAST_DAYS = 27
"""After this day of a month its figures are told as if it were over."""

OFTEN = 2
"""So many times the months before are told where the running one is but a slip."""

THIS = ("", "今年", "本年")
LEAD = 2
"""How many paragraphs behind the headline are the lead."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Periods that do not cover what they are told to cover."""
    yield from _headline(article)
    if article.published is not None:
        yield from _too_early(article, article.published)


def _headline(article: Article) -> Iterator[Hit]:
    title = article.document.title
    if title is None or not HALF_YEAR.search(article.text, title.span.start, title.span.end):
        return
    told = [one for token in article.tokens if title.span.covers(token.span) and (one := months(token))]
    body = [one for one in article.passages if one.span.start >= title.span.end]
    if len(told) != 1 or told[0].first != 1 or not body:
        return
    runs = [(passage, one) for passage in body for token in passage.tokens if (one := months(token))]
    if any(one.run == told[0].run for _, one in runs) or _named(article, told[0], title.span.end):
        return
    figures = [one for one in article.quantities if title.span.covers(one.span) and _is_amount(one)]
    for passage, one in runs:
        same = any(_alike(figure.quantity, other) for figure in passage.figures for other in figures)
        if one.first == 1 and one.year == told[0].year and (same or _in_lead(article, passage)):
            said = told[0].span.of(article.text)
            data = {"found": one.span.of(article.text), "other": said}
            yield Hit(one.span, data, (Related(told[0].span, "other"),), variant="headline")
            return


def _named(article: Article, told: Months, start: int) -> bool:
    """Whether the body names the months of the headline in any other way: 截至3月末, 6月底."""
    return any(one.date.month == told.last and one.date.span.start >= start for one in article.moments)


def _in_lead(article: Article, passage: Passage) -> bool:
    paragraphs = article.document.of_kind(BlockKind.PARAGRAPH)[:LEAD]
    return bool(paragraphs) and paragraphs[0].span.start <= passage.span.start < paragraphs[-1].span.end


def _too_early(article: Article, published: date) -> Iterator[Hit]:
    """上半年 … in a paper of May."""
    seen: set[tuple[int, int]] = set()
    odd = _odd_one(article, published)
    for passage in article.passages:
        told = [one for token in passage.tokens if (one := months(token))]
        runs = [one for one in told if _is_ahead(one, published) or one.span == odd]
        if not runs or PLANNED.search(passage.text, passage.span.start, passage.span.end):
            continue
        starts = [figure.quantity.span.start for figure in passage.figures]
        for one in runs:
            dated = one.year is not None or one.relative
            whole = any(each.last > one.last and each.year in (None, one.year) for each in told)
            doubtful = published.month < MAY or whole or SINCE.match(article.text, one.span.end)
            if (
                not dated
                and one.span != odd
                and (doubtful or calendar.mentions_another_year(passage, one.span.start, published.year))
            ):
                continue
            at = bisect_left(starts, one.span.end)
            figures = passage.figures[at : at + FEW]
            if one.run not in seen and any(_is_told(figure.quantity, one) for figure in figures):
                seen.add(one.run)
                data = {"found": one.span.of(article.text), "other": f"{published:%Y-%m-%d}"}
                yield Hit(one.span, data, variant="early")


def _odd_one(article: Article, published: date) -> Span | None:
    """The only months that hold the one that is not over yet, where all else is told of those to the month before."""
    if published.day > LAST_DAYS:
        return None
    told = [one for passage in article.passages for token in passage.tokens if (one := months(token))]
    runs = [one for one in told if one.first == 1 and one.year in (None, published.year) and one.relative in THIS]
    odd = [one for one in runs if one.last == published.month]
    rest = [one for one in runs if one.last == published.month - 1]
    return odd[0].span if len(odd) == 1 and len(rest) >= OFTEN and odd[0].last < DECEMBER else None


def _is_ahead(one: Months, published: date) -> bool:
    """Whether months from January on were not over on the day of issue."""
    if one.first != 1 or one.last == DECEMBER or one.year not in (None, published.year):
        return False
    over = one.last < published.month or (one.last == published.month and published.day > NEARLY_OVER)
    return one.relative in THIS and not over


def _is_told(quantity: Quantity, one: Months) -> bool:
    """Whether a figure stands behind the months as for a time that is over."""
    return quantity.span.start - one.span.end < NEAR and _is_amount(quantity)


def _alike(one: Quantity, two: Quantity) -> bool:
    return one.unit == two.unit and one.interval.meets(two.interval)


def _is_amount(quantity: Quantity) -> bool:
    return quantity.unit_class not in (UnitClass.DURATION, UnitClass.NONE) and not quantity.is_article


KIND = Kind(check, frozenset({"found", "other"}), variants=frozenset({"headline", "early"}), notes=frozenset({"other"}))

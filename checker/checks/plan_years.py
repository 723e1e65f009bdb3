"""plan-years: a five-year plan that stands with years which are not its own: “十四五” is 2021 to 2025."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import pattern
from checker.quantities.model import Date, Period, Token
from checker.relations.dated import calendar
from checker.spans import Span

NAME = pattern("(?:十?[一二三四五六七八]|十|九)五")
OPENED = pattern('[”’"]?(?:时期|期间|规划期?间?|建设时期|发展时期|五年)?[（(]')
YEARS_FIRST = pattern('[（(]?(?:的|是|即)?[“‘"]?')
IS = pattern(
    '[，,]?(?:既|正|恰|也|又|还)?(?:是|为|作为|恰逢|正值|适逢)(?:我[国省市县区]|全[国省市县区]|实施|国家|的)*[“‘"]?'
)
PLACE = pattern(
    '[”’"]?(?:规划|时期|期间)?的?(?:(?P<first>开局|起步|首|第一)|(?P<last>收官|最后一))(?:之?年|起步(?:之?年)?)'
)
OF_THE_YEAR = pattern("(?:[（(]|的|——|，即)")


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every plan beside years that it does not have."""
    if "五" not in article.text:
        return
    tokens = article.tokens
    for index, token in enumerate(tokens):
        if not isinstance(token, Period) or not NAME.fullmatch(token.literal):
            continue
        near = tokens[max(0, index - 1) : index] + tokens[index + 1 : index + 2]
        yield from (hit for one in near if (hit := _of_run(article, token, one)))
        hit = _first_or_last(article, index, token)
        if hit:
            yield hit


def _years(period: Period) -> tuple[int, int]:
    if period.start is None or period.end is None:
        return 0, 0
    return period.start.year or 0, period.end.year or 0


def _of_run(article: Article, plan: Period, other: Token) -> Hit | None:
    """“十四五”时期（2021—2025年）, 2021—2025年“十四五”期间. A part of the years may be meant on purpose."""
    if not isinstance(other, Period) or NAME.fullmatch(other.literal):
        return None
    text = article.text
    behind = other.span.start > plan.span.end and OPENED.fullmatch(text, plan.span.end, other.span.start)
    before = other.span.end <= plan.span.start and YEARS_FIRST.fullmatch(text, other.span.end, plan.span.start)
    (start, end), (first, last) = _years(plan), _years(other)
    if not (behind or before) or not first or not last or start <= first <= last <= end:
        return None
    return _hit(article, other.span, plan, f"{start}年至{end}年", doubtful=last == end and first == start - 1)


def _first_or_last(article: Article, index: int, plan: Period) -> Hit | None:
    """2021年是“十四五”开局之年, “十四五”收官之年的2025年."""
    match = PLACE.match(article.text, plan.span.end)
    if match is None:
        return None
    right = _years(plan)[0 if match["first"] else 1]
    tokens = article.tokens
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    year: Date | None = None
    if isinstance(before, Date) and IS.fullmatch(article.text, before.span.end, plan.span.start):
        year = before
    elif isinstance(after, Date) and OF_THE_YEAR.fullmatch(article.text, match.end(), after.span.start):
        year = after
    told = calendar.dated(year, article.published).year if year else None
    if year is None or told is None or told == right or year.month is not None:
        return None
    name = f"{right}年是{'开局' if match['first'] else '收官'}之年"
    return _hit(article, year.span, plan, name, doubtful=year.year is None)


def _hit(article: Article, span: Span, plan: Period, right: str, *, doubtful: bool) -> Hit:
    data = {"found": span.of(article.text), "plan": plan.literal, "right": right}
    return Hit(span, data, doubtful=doubtful)


KIND = Kind(check, frozenset({"found", "plan", "right"}))

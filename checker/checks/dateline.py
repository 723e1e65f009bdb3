"""dateline: news sent on a later day than it appeared."""

from collections.abc import Iterator
from datetime import date

from checker.checks.kind import Kind, Params
from checker.document import BlockKind
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.spans import Span

LINE = pattern(
    "[\u4e00-\u9fff（）() 　·]{0,24}?(?P<date>(?:(?P<year>[12][0-9]{3})年)?"
    "(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12][0-9]|0?[1-9])日)"
    "(?:专电|电|讯|消息)(?=[\\s（(）)】\\]，：:]|$)"
)
STAMP = pattern(
    "(?P<date>(?P<year>20[0-9]{2})(?:年|[-/.])(?P<month>1[0-2]|0?[1-9])(?:月|[-/.])(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9]))"
)
STAMPED = pattern("发布|时间|日期|来源|[0-9]:[0-9]{2}|[0-9]{4}[^\\u4e00-\\u9fff]{0,8}$")
FIRST = 8
"""A dateline and the time of publication stand in the first lines."""

HEAD = frozenset((BlockKind.TITLE, BlockKind.BYLINE))
LONGEST = 180
"""A dateline of 12月31日 in a paper of 2 January is of the year before, not 363 days ahead."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """A dateline that is later than the day of publication, told with the article or printed in its head."""
    text = article.text
    published, where = article.published, None
    for block in article.document.blocks[:FIRST]:
        stamp = STAMP.search(text, block.span.start, min(block.span.end, block.span.start + 80))
        if stamp and published is None and block.kind in HEAD and STAMPED.search(block.span.of(text)):
            published, where = _day(stamp["year"], stamp["month"], stamp["day"]), Span(*stamp.span("date"))
        line = LINE.match(text, block.span.start, block.span.end)
        if line and published:
            sent = _day(line["year"] or str(published.year), line["month"], line["day"])
            if sent and 0 < (sent - published).days <= LONGEST:
                related = (Related(where, "published"),) if where else ()
                data = {"sent": line["date"], "published": f"{published.year}年{published.month}月{published.day}日"}
                yield Hit(Span(*line.span("date")), data, related)
            return


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


KIND = Kind(check, frozenset({"sent", "published"}), notes=frozenset({"published"}))

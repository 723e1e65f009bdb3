"""echo: a slogan with a number in the title (“六心驿站”) that the article never comes back to."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.document import BlockKind
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import pattern

# A number that is part of a name, not one by itself: 六心驿站, 四本账, 357; 一 is mostly no number (一张网).
SLOGAN = pattern(
    "[\\u4e00-\\u9fff]{0,6}[二三四五六七八九十两][\\u4e00-\\u9fff]{1,7}|[0-9]{3,6}|[0-9](?:[+＋][0-9NXn]){1,4}"
)
IDIOM = pattern("十分|十足|三农|四季|八方|五湖|四海|千万|十年|百年|万家|三伏|三秋|两手|双|二十|十[一二三四五六七八九]")
FEWEST = 3
"""An article of fewer paragraphs may be a brief that only its title sums up."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every such slogan of the title that stands nowhere in the body."""
    document, text = article.document, article.text
    title = document.title
    body = document.of_kind(BlockKind.PARAGRAPH, BlockKind.HEADING)
    if title is None or len(body) < FEWEST or "“" not in title.span.of(text):
        return
    for one in document.quotations:
        if title.span.covers(one.span):
            words = text[one.span.start + 1 : one.span.end - 1]
            named = SLOGAN.fullmatch(words) and not IDIOM.search(words)
            if named and not any(words in block.span.of(text) for block in body):
                yield Hit(one.span, {"words": words})


KIND = Kind(check, frozenset({"words"}))

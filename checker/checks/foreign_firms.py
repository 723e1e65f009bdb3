"""foreign-firm: the foreign name of a firm run together with its form: JA&ZCOLTD公司."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import pattern
from checker.spans import Span

FORM = pattern("LTD[.．]?(?![A-Za-z])")
GLUED = pattern("[A-Z0-9&]{2,20}CO[.．]?[,，]?LTD[.．]?$")
CHINESE = pattern("(?:股份)?(?:有限)?(?:责任)?公司")
REACH = 30


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every CO., LTD that is glued to the name before it, with 公司 where that stands behind."""
    text = article.text
    for form in FORM.finditer(text):
        glued = GLUED.search(text, max(0, form.start() - REACH), form.end())
        if glued:
            again = CHINESE.match(text, form.end())
            span = Span(glued.start(), again.end() if again else form.end())
            yield Hit(span, {"name": span.of(text)})


KIND = Kind(check, frozenset(("name",)))

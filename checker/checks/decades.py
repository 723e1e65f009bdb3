"""decades: 80年代 without its century, and a decade or century beside a year that lies in another."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.widths import narrow

BARE = pattern("[5-9]0年代|[五六七八九]十年代")
BESIDE = pattern("(?:末|初|[中后前]期)?(?:[（(](?:即|也就是)?|的|[，,]?(?:即|也就是|亦即|具体[是说]))")
FAULTS = ("bare", "wrong")


class DecadeParams(Params):
    """Which ``fault`` the rule is about: ``bare`` decades, or ``wrong`` years."""

    fault: str = "wrong"

    def __post_init__(self) -> None:
        if self.fault not in FAULTS:
            raise ValueError(f"fault is one of {', '.join(FAULTS)}, not {self.fault!r}")


def check(article: Article, params: DecadeParams) -> Iterator[Hit]:
    """The first decade of the article without a century, or every decade beside a year outside of it."""
    if "年代" in article.text or "世纪" in article.text:
        yield from _bare(article) if params.fault == "bare" else _wrong(article)


def _bare(article: Article) -> Iterator[Hit]:
    text = article.text
    for token in article.tokens:
        if not isinstance(token, Period):
            continue
        if "世纪" in token.literal or narrow(token.literal[:2]) in ("19", "20"):
            return
        if BARE.match(token.literal):
            at = token.span.start
            if text[at - 1 : at] in tuple("—-~至、到和后" + "“‘"):
                return
            quoted = any(one.span.start < at < one.span.end for one in article.document.quotations)
            if not quoted:
                yield Hit(token.span, {"found": token.literal, "years": ""})
            return


def _wrong(article: Article) -> Iterator[Hit]:
    tokens = article.tokens
    for index, token in enumerate(tokens[:-1]):
        if not isinstance(token, Period) or not narrow(token.literal).startswith(("1", "2", "上", "二", "十")):
            continue
        if ("年代" not in token.literal and "世纪" not in token.literal) or token.start is None or token.end is None:
            continue
        other = tokens[index + 1]
        if not isinstance(other, Date) or other.year is None or not token.start.year or not token.end.year:
            continue
        if BESIDE.fullmatch(article.text, token.span.end, other.span.start) and not (
            token.start.year <= other.year <= token.end.year + 1
        ):
            years = f"{token.start.year}年至{token.end.year}年"
            yield Hit(other.span, {"found": f"{token.literal}与{other.span.of(article.text)}", "years": years})


KIND = Kind(check, frozenset({"found", "years"}), DecadeParams)

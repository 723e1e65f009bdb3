"""range-scale, range-percent, range-dash: how the two ends of a range are written."""

from collections.abc import Callable, Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import pattern
from checker.quantities.model import Period, Range
from checker.spans import Span

DASH = pattern("[—–―～~-]{1,2}")
SCALE = pattern("[万亿]{1,2}$")
WHOLE = pattern("[0-9０-９]{1,6}$")
SHOWN = 8


def check_scale(article: Article, _params: Params) -> Iterator[Hit]:
    """9—16亿元: the first number alone is nine."""
    yield from _told(article, _scale)


def check_percent(article: Article, _params: Params) -> Iterator[Hit]:
    """75—80%: the first number has no sign."""
    yield from _told(article, _percent)


def _told(article: Article, missing: Callable[[str, Range], str]) -> Iterator[Hit]:
    """The first such range of the article, the others under it, with one fix that writes the word in all of them."""
    text = article.text
    found = [(one, missing(text, one)) for one in article.tokens if isinstance(one, Range)]
    found = [one for one in found if one[1]]
    if not found:
        return
    first, word = found[0]
    low, high = first.low.number, first.high
    end = max(high.number.end, high.unit_span.end if high.unit_span else 0)
    span = Span(low.start, end)
    data = {
        "words": span.of(text),
        "instead": text[low.start : low.end] + word + text[low.end : end],
        "low": low.of(text),
        "scale": word,
        "count": str(len(found)),
    }
    edits = tuple(Edit(Span(one.low.number.end, one.low.number.end), missed) for one, missed in found)
    yield Hit(
        span,
        data,
        related=tuple(Related(one.span, "also") for one, _ in found[1 : SHOWN + 1]),
        proposals=(Proposal("write", edits, data),),
    )


def _between(text: str, one: Range) -> str:
    return text[one.low.number.end : one.high.number.start].strip()


def _scale(text: str, one: Range) -> str:
    """The scale that the first of two whole numbers wants; nobody takes 2.60—2.90亿元 for two and a half."""
    scale = SCALE.search(one.high.number.of(text))
    low, high = one.low.number.of(text), one.high.number.of(text)
    if scale is None or not WHOLE.match(low) or not WHOLE.match(high[: -len(scale[0])]):
        return ""
    return scale[0] if DASH.fullmatch(_between(text, one)) and one.low.value > int(low) else ""


def _percent(text: str, one: Range) -> str:
    unit = one.high.unit_span
    if unit is None or unit.of(text) not in ("%", "％", "‰") or one.low.unit_span != unit:
        return ""
    return unit.of(text) if DASH.fullmatch(_between(text, one)) else ""


def check_dash(article: Article, _params: Params) -> Iterator[Hit]:
    """The rarer of the dashes that the ranges of one article are written with."""
    dashes: dict[str, list[Span]] = {}
    for token in article.tokens:
        if isinstance(token, Period) or (isinstance(token, Range) and token.high.unit_span is not None):
            sign = DASH.search(article.text, token.span.start, token.span.end)
            if sign:
                dashes.setdefault(sign[0], []).append(token.span)
    if len(dashes) < 2:
        return
    common = max(dashes, key=lambda dash: len(dashes[dash]))
    rare = sorted((span, dash) for dash, spans in dashes.items() if dash != common for span in spans)
    span, dash = rare[0]
    yield Hit(
        span,
        {"words": span.of(article.text), "dash": dash, "common": common, "count": str(len(rare))},
        related=(
            Related(dashes[common][0], "common"),
            *(Related(other, "also") for other, _ in rare[1 : SHOWN + 1]),
        ),
    )


SCALES = Kind(
    check_scale,
    frozenset({"words", "instead", "low", "scale", "count"}),
    notes=frozenset({"also"}),
    fixes=frozenset({"write"}),
)
PERCENTS = Kind(
    check_percent,
    frozenset({"words", "instead", "low", "scale", "count"}),
    notes=frozenset({"also"}),
    fixes=frozenset({"write"}),
)
DASHES = Kind(check_dash, frozenset({"words", "dash", "common", "count"}), notes=frozenset({"common", "also"}))

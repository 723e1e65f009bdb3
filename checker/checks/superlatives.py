"""superlative: a claim to be the most or the first that names no source; two that claim the same."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern

if TYPE_CHECKING:
    from checker.extraction.superlatives import Superlative

FAULTS = ("unsourced", "rivals")
IS = pattern("(?P<who>[\u4e00-\u9fffA-Za-z0-9]{2,14}?)(?:已|也|就|目前|现)?(?:是|成为|成|建成了?|作为|拥有)$")
NOUN = pattern("[\u4e00-\u9fff]{2,}")
LIGHT = pattern("之一|，|。")


class SuperlativeParams(Params):
    """Which ``fault`` the rule is about."""

    fault: str = "unsourced"

    def __post_init__(self) -> None:
        if self.fault not in FAULTS:
            raise ValueError(f"fault is one of {', '.join(FAULTS)}, not {self.fault!r}")


def check(article: Article, params: SuperlativeParams) -> Iterator[Hit]:
    """One hit an article for claims without a source; one for each claim that another takes away."""
    if params.fault == "rivals":
        yield from _rivals(article)
        return
    bare = [one for one in article.superlatives if not one.sourced]
    if bare:
        first, *others = bare
        data = {"found": first.span.of(article.text), "other": ""}
        yield Hit(first.span, data, tuple(Related(one.span, "other") for one in others[:9]))


def _rivals(article: Article) -> Iterator[Hit]:
    seen: dict[tuple[str, str, str], tuple[str, Superlative]] = {}
    for one in article.superlatives:
        match = IS.search(one.who)
        if match is None or "之一" in one.noun or not NOUN.fullmatch(one.noun):
            continue
        who, other = seen.setdefault((one.scope, one.word, one.noun), (match["who"], one))
        if who != match["who"] and who not in match["who"] and match["who"] not in who:
            data = {"found": f"{one.span.of(article.text)}的{one.noun}", "other": who}
            yield Hit(one.span, data, (Related(other.span, "other"),))


KIND = Kind(check, frozenset({"found", "other"}), SuperlativeParams, notes=frozenset({"other"}))

"""body-type: one body is called an institute here and an office there (市质检院, 市质检所)."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.past import Past
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import pattern
from checker.spans import Span

RIVALS = frozenset(map(frozenset, (("院", "所"), ("委", "局"), ("局", "办"), ("厅", "局"))))
"""Types of which a body has one: a place has no 质检院 beside its 质检所, no 卫健局 beside its 卫健委."""

LEVELS = "省市县区州旗"
BODY = pattern(
    f"(?<!全)[{LEVELS}](?P<stem>(?![{LEVELS}场民内外])[\u4e00-\u9fff]{{2,5}}?)(?P<type>[院所委局厅办])(?![长士谓有在员域面地部理公事法])"
)
PLACE = 2
"""So many characters before the level must agree, where both names have a place before it."""

FREE = frozenset("的在到由经向对从与和及据被让请找为是给")
"""What stands before a name and belongs to none."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """The later of two names of one body that differ in nothing but the type, once a body."""
    places: dict[str, list[tuple[Span, str]]] = {}
    for found in BODY.finditer(article.text):
        name = article.text[found.start() : found.end("stem")]
        places.setdefault(name, []).append((Span(*found.span()), found["type"]))
    for mentions in places.values():
        if len({kind for _, kind in mentions}) > 1:
            yield from _rivals(article, mentions)


def _rivals(article: Article, mentions: Sequence[tuple[Span, str]]) -> Iterator[Hit]:
    past = Past(article.document)
    for (one, first), (two, second) in combinations(mentions, 2):
        if frozenset((first, second)) not in RIVALS or not _one_place(article.text, one, two):
            continue
        if past.tells(one) or past.tells(two):
            continue
        words = {"name": two.of(article.text), "other": one.of(article.text)}
        edit = Edit(Span(two.end - 1, two.end), first)
        yield Hit(two, words, (Related(one, "other", words),), (Proposal("other", (edit,), words),))
        return


def _one_place(text: str, one: Span, two: Span) -> bool:
    here, there = (_before(text, span.start) for span in (one, two))
    return not here or not there or here == there


def _before(text: str, end: int) -> str:
    """The last characters of the place before a body's level, empty where none is named."""
    words = text[max(0, end - PLACE) : end]
    named = len(words) == PLACE and all("\u4e00" <= one <= "\u9fff" for one in words) and FREE.isdisjoint(words)
    return words if named else ""


FIELDS = frozenset(("name", "other"))
KIND = Kind(check, FIELDS, notes=frozenset(("other",)), fixes=frozenset(("other",)))

"""Lists told clause by clause: 六大行业：化工、建材分别增长6%、3%，纺织下降1%，造纸、家具、皮革持平."""

from dataclasses import dataclass

from checker.patterns import pattern
from checker.relations.lists.enumeration import Stretch
from checker.relations.lists.grouped import LINK, VERBS
from checker.relations.lists.trimming import SHARED
from checker.spans import Span

SINCE = "(?:同比|环比|[较比]上?[年月周期]|[较比]上年同期|当月|累计)"
PIECE = pattern(
    rf"(?:其中|同时|此外|另外|而)?(?P<names>[^▓▞，,；;。]{{1,60}}?){SINCE}?(?P<each>分别|均|都|也|则|全部|略有?|小幅)*{SINCE}?"
    rf"(?:(?:{VERBS}){LINK}(?P<values>▓+(?:[、和与及]+▓+)*)|"
    rf"(?:总体|基本|继续|保持|价格|与?上[年月]|{SINCE})*(?P<flat>持平|不变|平稳|稳定))[░\s]*"
)
FIGURES = pattern("▓+")
OTHER = pattern("等|总体|整体|总的|走势|其余|其他[^、]{0,2}$|各[^、]{0,4}$|供应|市场")
SHORT = 8


@dataclass(frozen=True, slots=True)
class Apart:
    """The names of a list told clause by clause, and how many they can be at least and at most.

    ``plain`` where all of them are short.
    """

    names: tuple[Span, ...]
    least: int
    most: int
    plain: bool


def apart(body: Stretch) -> Apart | None:
    """The list, where every clause to the end of the sentence names some of its things and says how they moved."""
    names: list[Span] = []
    spare = 0
    clauses = [one for one in body.clauses() if one.words.strip()]
    for clause in clauses:
        piece = PIECE.fullmatch(clause.words)
        if piece is None or OTHER.search(piece["names"]):
            return None
        start, end = piece.span("names")
        near = clause.part(start, end)
        values = len(FIGURES.findall(piece["values"] or ""))
        found = near.split(values if values > 1 else len(near.dots()) + 1) or _one(near)
        if not found:
            return None
        spare += len(near.joins()) if values < 2 else 0
        names.extend(_bare(near, one) for one in found)
    if len(clauses) < 2 or len(names) < 3:
        return None
    return Apart(tuple(names), len(names), len(names) + spare, all(len(one) <= SHORT for one in names))


def _one(near: Stretch) -> tuple[Span, ...]:
    name = near.name(0, len(near.words))
    return (name,) if name and not near.dots() else ()


def _bare(near: Stretch, name: Span) -> Span:
    """A name without what is measured of it."""
    words = near.words[name.start - near.start : name.end - near.start]
    metric = SHARED.search(words, 1)
    return Span(name.start, name.start + metric.start()) if metric else name

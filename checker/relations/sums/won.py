"""Matches that were won and lost by verbs, and how many were played: 打了15场球，赢下12场，只输了3场."""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.sums.row import Row, Sum
from checker.spans import Span

SIGNS = "赢胜"
ROUNDS = frozenset("场局盘轮战")
VERB = "(?:下|了|得|过|掉|去)*(?:其中|整整|足足)?"
ONLY = "(?:其中|共|总共|一共|仅仅|[仅只才也还又就却有])*"
ENDS = {
    "won": pattern(f"(?:^|[，,、；;])[\u4e00-\u9fff]{{0,6}}?{ONLY}(?:赢|获?胜|拿下|取胜){VERB}$"),
    "lost": pattern(f"^[，,、；;]?{ONLY}(?:输|负|告负|落败|失利|败|不敌){VERB}$"),
    "drawn": pattern(f"^[，,、；;]?{ONLY}(?:战?平|打平|踢平|言和|平局){VERB}$"),
}
OF_SOME = pattern("主场|客场|[近后前剩余另]|对阵|对手|最后|最近|连[胜败负]?$|其余")
"""What is told of some of them, or of others."""


def won(row: Row) -> Iterator[Sum]:
    """Each number won with those lost (and drawn) behind it, and the number before of all that were played.

    Where draws are not told there may be some, so that those won and lost need only lie in it.
    """
    for index in range(max(row.first, 1), len(row.figures) - 1):
        whole = index - 1
        if not _called(row, index, "won") or not _played(row, whole):
            continue
        parts, told = [index], set[str]()
        for one in range(index + 1, min(index + 3, len(row.figures))):
            sort = next((sort for sort in ("lost", "drawn") if sort not in told and _called(row, one, sort)), None)
            if sort is None:
                break
            parts.append(one)
            told.add(sort)
        alike = all(row.quantity(one).unit.name == row.quantity(whole).unit.name for one in parts)
        if "lost" in told and alike:
            words = Span(row.quantity(whole).span.end, row.starts[index])
            quantities = tuple(row.quantity(one) for one in parts)
            yield Sum(row.quantity(whole), quantities, (words,), exhaustive="drawn" in told, likely=True)


def _called(row: Row, index: int, sort: str) -> bool:
    quantity = row.quantity(index)
    counted = quantity.unit.name in ROUNDS and quantity.unit_class is UnitClass.COUNT and not quantity.hedges
    return counted and ENDS[sort].search(row.before(index)) is not None


def _played(row: Row, whole: int) -> bool:
    """Whether the figure is of all matches till then, in the sentence itself."""
    quantity = row.quantity(whole)
    if whole < row.first or quantity.unit.name not in ROUNDS or quantity.hedges or row.figures[whole].bracket:
        return False
    return not OF_SOME.search(row.before(whole)) and not OF_SOME.search(row.between(whole, whole + 1)[:12])

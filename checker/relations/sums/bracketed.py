"""A whole with its parts in the bracket behind it: 12人（男7人、女5人）."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.relations.sums import classes
from checker.relations.sums.fine import is_fine
from checker.relations.sums.row import OPEN, Row, Sum, same_unit
from checker.spans import Span

ETC = pattern("等")
HUNG = pattern(r"[\u4e00-\u9fff]{0,8}[（(]\s*[\u4e00-\u9fff“”]{0,10}")
"""Words from a whole to the first part of a list in brackets."""

EACH = pattern("[每一][场局盘次个人票件项天]$")
"""胜一场2分: what each of them is worth."""

OUTCOMES = pattern("出院|治愈|痊愈|康复|死亡|病亡")
"""What became of the sick; of those who are still ill nothing is said."""

FEW, BARE = 2, pattern("[\u4e00-\u9fff]{2,4}")
"""A list of more than so many names of places, bare, is all of it: 57例（云南50例，广东4例，天津3例）."""

LEAST = 2
"""So many parts divide another."""

JOINED = pattern(r"[\u4e00-\u9fff]{0,6}[、，和及与][\u4e00-\u9fff]{0,12}")


def hung(row: Row) -> Iterator[Sum]:
    """12人（男7人、女5人）, 412家酒店（259家直营店及153家加盟店）: nothing but parts in the bracket behind a whole."""
    for whole in range(row.first, len(row.figures) - 2):
        first = row.figures[whole + 1]
        if not first.bracket or first.bracket == row.figures[whole].bracket or not row.adds(whole):
            continue
        match = HUNG.fullmatch(row.between(whole, whole + 1))
        parts = list(_in_bracket(row, whole))
        if match and len(parts) > 1 and not OPEN.search(match[0]) and _closes(row, parts[-1]):
            words = Span(row.quantity(whole).span.end, row.starts[whole + 1])
            for outer, inner in _layers(row, whole, parts):
                found = _inside(row, outer, inner, words)
                cured = all(OUTCOMES.search(row.name(one)) for one in inner)
                yield replace(found, exhaustive=False, slip=False) if cured else found


def _layers(row: Row, whole: int, parts: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """The whole with its parts, and a part with those behind it that divide it: 成人34人，男26人，女8人，儿童2人."""
    for at in range(len(parts) - LEAST):
        for end in range(at + 1 + LEAST, len(parts) + 1):
            inner, outer = parts[at + 1 : end], [*parts[: at + 1], *parts[end:]]
            if len(outer) > 1 and _divides(row, whole, parts, outer, inner):
                yield whole, outer
                yield parts[at], inner
                return
    yield whole, parts


def _divides(row: Row, whole: int, parts: Sequence[int], outer: Sequence[int], inner: Sequence[int]) -> bool:
    """Whether some parts divide the one before them by sex and the like: the rest, or they, come out without them."""
    if classes.complete([row.name(one) for one in inner], "") is None or _adds_up(row, whole, parts):
        return False
    return _adds_up(row, whole, outer) or _adds_up(row, parts[parts.index(inner[0]) - 1], inner)


def _adds_up(row: Row, whole: int, parts: Sequence[int]) -> bool:
    total, *numbers = (row.quantity(one) for one in (whole, *parts))
    return sum(one.value * one.unit.factor for one in numbers) == total.value * total.unit.factor


def _inside(row: Row, whole: int, parts: Sequence[int], words: Span) -> Sum:
    """The sum of a bracket. What falls short may leave some out, unless the names say no.

    Of 713例（出院264例，死亡1例） the others are still ill.
    """
    total, *numbers = (row.quantity(one) for one in (whole, *parts))
    closed = classes.complete([row.name(one) for one in parts], row.before(whole)) is not None
    short = sum(one.value * one.unit.factor for one in numbers) < total.value * total.unit.factor
    slip = short and not closed and not _named_alike([row.name(one) for one in parts])
    exhaustive = not slip or is_fine([total, *numbers])
    return Sum(total, tuple(numbers), (words,), exhaustive, likely=True, slip=slip)


def _named_alike(names: Sequence[str]) -> bool:
    """Whether three parts at least have bare short names, as places have: a list of them leaves none out."""
    return len(names) > FEW and all(BARE.fullmatch(one) for one in names)


def _in_bracket(row: Row, whole: int) -> Iterator[int]:
    """The parts in the bracket, none if anything else is counted or compared there."""
    inside = row.figures[whole + 1].bracket
    index = whole + 1
    while index < len(row.figures) and row.figures[index].bracket == inside:
        joined = index == whole + 1 or JOINED.fullmatch(row.between(index - 1, index))
        if (
            not row.adds(index)
            or not joined
            or not same_unit(row.quantity(whole), row.quantity(index))
            or row.past(index)
            or EACH.search(row.before(index))
        ):
            return
        yield index
        index += 1


def _closes(row: Row, index: int) -> bool:
    """Whether the bracket closes behind a part and what it counts, with no 等."""
    return re.match(r"[\u4e00-\u9fff]{0,8}[)）]", row.text[row.quantity(index).span.end :][:10]) is not None and not (
        ETC.search(row.called_after(index))
    )

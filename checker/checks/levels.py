"""levels: a mark inside a clause that parts more than the mark between the parallel clauses."""

from bisect import bisect_left
from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.clauses import RANK, Clause, after, before, clauses, holding
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import pattern
from checker.spans import Span

LONGEST = 8
"""Parallel clauses of more parts than this are tables."""

FEWEST = 4
"""Two clauses of two figures."""

FIGURES = frozenset("0123456789０１２３４５６７８９-")
NO_SUBJECT = ("其中", "升幅", "涨幅", "增幅", "降幅", "跌幅")
"""What opens so goes on about the clause before: 环比上升2.69点，升幅为2.98%；同比下降7.67点."""

WHEN = pattern(
    "(?:[去上前今本]年|[0-9０-９]{2,4}年|年[初末底])?的?(?:[上前]?[0-9０-９一二三四五六七八九十]{0,3}个?(?:月份?|季度|周|日|天)|[上下]半年|同期|底|末)?"
)
"""，9月为294万户: with nothing but its time a number tells what the clause before it is held against."""

LABEL = 2
"""So many characters before the number say that two clauses measure the same."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every mark that is too strong for its place, with the boundary that is too weak."""
    text = article.text
    found = holding([one.span for one in article.document.sentences], list(_suspects(article)))
    if not found:
        return
    starts = [quantity.span.start for quantity in article.quantities]
    for sentence in found:
        if bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start) < FEWEST:
            continue
        told: set[Span] = set()
        for border, inner in _pairs(clauses(text, sentence, article.quantities, starts)):
            if inner.mark_span not in told:
                told.add(inner.mark_span)
                yield _swap(text, border, inner)


def _suspects(article: Article) -> Iterator[int]:
    """Where a number ends with a mark of the wrong sort: ``；``, and ``、`` that may part whole clauses."""
    text = article.text
    last = len(text) - 1
    for quantity in article.quantities:
        end = quantity.span.end
        if end < last and (text[end] == "；" or (text[end] == "、" and text[end + 1] not in FIGURES)):
            yield end


def _pairs(parts: list[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """The clause that a second group opens with, and the one behind a stronger mark inside either group."""
    for middle in range(2, len(parts) - 1):
        for size in range(2, min(LONGEST, middle, len(parts) - middle) + 1):
            one, two = parts[middle - size : middle], parts[middle : middle + size]
            inner = max((*one[1:], *two[1:]), key=lambda clause: RANK[clause.mark])
            if RANK[inner.mark] > RANK[two[0].mark] and _parallel(one, two):
                yield two[0], inner
                break


def _parallel(one: list[Clause], two: list[Clause]) -> bool:
    """The same measures in the same order, of two subjects."""
    first, second = one[0], two[0]
    if not first.units or not second.units or first.dependent or second.dependent or first.skeleton == second.skeleton:
        return False
    if second.skeleton.startswith(NO_SUBJECT) or (WHEN.fullmatch(second.label) and not WHEN.fullmatch(first.label)):
        return False
    if not all(a.measures_as(b) for a, b in zip(one[1:], two[1:], strict=True)):
        return False
    if all(clause.dependent for clause in one[1:]):
        return True
    return first.units == second.units and (len(one) > 2 or first.label[-LABEL:] == second.label[-LABEL:])


def _swap(text: str, border: Clause, inner: Clause) -> Hit:
    """Offers to exchange the two marks."""
    edits = sorted((Edit(border.mark_span, inner.mark), Edit(inner.mark_span, border.mark)), key=lambda one: one.span)
    data = {
        "mark": inner.mark,
        "wanted": border.mark,
        "before": before(text, inner.mark_span.start),
        "after": after(text, border.span.start),
    }
    return Hit(
        inner.mark_span,
        data,
        related=(Related(border.mark_span, "border", {"mark": border.mark}),),
        proposals=(Proposal("swap", tuple(edits), data),),
    )


KIND = Kind(
    check,
    frozenset({"mark", "wanted", "before", "after"}),
    notes=frozenset({"border"}),
    fixes=frozenset({"swap"}),
)

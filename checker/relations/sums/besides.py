"""All but some, of what was told before: 共捐书1.2万册。…除老沈捐的2000册外，其余1万册来自各地.

The whole is the nearest amount of the unit in the sentences before that is told as all (共, 累计, 总).
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.passage import Passage
from checker.relations.sums import stretches
from checker.relations.sums.row import OPEN, Sum, row_of
from checker.relations.sums.stretches import Amount

BUT = pattern("除了?[^，。；]{0,16}$")
OUTSIDE = pattern("[^，。；0-9]{0,8}?(?:以外|之外|外)[，,](?:其余|其他|其它|余下|剩下|剩余|另外)的?[^，。；0-9]{0,4}")
ALL = pattern("共|总|累计|合计|全部")
SIGN, BACK, LINES = "除", 4, 2
NEAR, LONGEST = Fraction(1, 4), 40


def told(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """The whole with those that are set apart and all others."""
    passage = passages[number]
    if SIGN not in passage.words(passage.span):
        return
    row = row_of(passage)
    for index in range(row.first + 1, min(len(row.figures), row.first + LONGEST)):
        but, others = Amount(row, index - 1), Amount(row, index)
        tied = OUTSIDE.fullmatch(row.between(index - 1, index)) and BUT.search(but.lead)
        if not tied or not (but.is_plain and others.is_plain):
            continue
        whole = _whole(passages, number, but)
        if whole is None or whole.size <= max(but.size, others.size):
            continue
        if abs(whole.size - but.size - others.size) <= whole.size * NEAR:
            words, parts = (row.figures[index].before,), (but.quantity, others.quantity)
            one = Sum(whole.quantity, parts, words, exhaustive=True, likely=True)
            if whole.size == but.size + others.size or not stretches.is_explained(passages, number, one):
                yield one


def _whole(passages: Sequence[Passage], number: int, like: Amount) -> Amount | None:
    own = stretches.own(like.row, like.quantity, like.quantity.span.start)
    near = [passages[number], *stretches.back(passages, number, BACK, LINES)]
    for passage in near:
        found = own if passage is passages[number] else stretches.own(row_of(passage), like.quantity, passage.span.end)
        for one in reversed(found):
            if one.is_plain and ALL.search(one.lead) and not OPEN.search(one.row.sentence(one.index)):
                return one
    return None

"""What is needed or comes in, what there is or is needed, and the rest: 需720万元，账上仅有468万元，缺口252万元.

Both amounts stand right before the third, in its sentence or the one before, and no other of the unit between them.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from re import Pattern

from checker.patterns import pattern
from checker.relations.passage import Passage
from checker.relations.sums import stretches
from checker.relations.sums.row import OPEN, Sum, row_of
from checker.relations.sums.stretches import Amount

SIGNS = "缺差富盈结余"
GAP = pattern(
    "(?:^|[，,；;“])(?:[资用]?[金水电地工])?(?:目前|眼下|还|仍|尚|存在|有|的)*(?:缺口|还差|尚差|仍差|还缺|尚缺|仍缺)(?:高?达|为|有)?$"
)
NEED, HAVE = (
    pattern("需|要|预算|造价|报价|应[付交缴筹]"),
    pattern("仅有|只有|已[筹有到募凑收]|筹[集到得措]|账上|账面|到位|募[集到得]|凑[了到]|现有"),
)
SURPLUS = pattern("(?:^|[，,；;“])(?:目前|还|仍|尚)*(?:富余|盈余|结余)(?:达|为|有|了)?$")
COMES, TAKES = (
    pattern("供应|供给|供水|供气|产量|产能|收入|进账|可供|运力"),
    pattern("需求|需要|需|用量|消费|支出|开支|花费"),
)
OTHER = pattern("另|此外|去年|上年|同期|每|平均")
Shape = Pattern[str]
NEAR, BACK, TWO, LONGEST = Fraction(1, 2), 1, 2, 40


def told(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """The whole with what there is of it and what is wanting or left."""
    passage = passages[number]
    if not any(sign in passage.words(passage.span) for sign in SIGNS):
        return
    row = row_of(passage)
    for index in range(row.first, min(len(row.figures), row.first + LONGEST)):
        last = Amount(row, index)
        pairs = [pair for shape, *pair in ((GAP, NEED, HAVE), (SURPLUS, COMES, TAKES)) if shape.search(last.lead)]
        if not pairs or not last.is_plain:
            continue
        before = stretches.own(row, last.quantity, last.quantity.span.start)[-TWO:]
        for earlier in stretches.back(passages, number, BACK) if len(before) < TWO else ():
            before = [*stretches.own(row_of(earlier), last.quantity, earlier.span.end), *before][-TWO:]
        if len(before) == TWO:
            yield from _judged(before[0], before[1], last, *pairs[0])


def _judged(whole: Amount, part: Amount, last: Amount, first: Shape, second: Shape) -> Iterator[Sum]:
    sure = all(not OPEN.search(one.lead) and not one.quantity.hedges for one in (whole, part))
    named = first.search(_clause(whole)) and second.search(_clause(part))
    gap = abs(whole.size - part.size - last.size)
    between = last.row.text[whole.quantity.span.end : last.quantity.span.start]
    if sure and named and not OTHER.search(between) and whole.size > part.size and gap <= whole.size * NEAR:
        words = (last.row.figures[last.index].before,)
        yield Sum(whole.quantity, (part.quantity, last.quantity), words, exhaustive=True, likely=True)


def _clause(one: Amount) -> str:
    return one.row.text[one.row.clause(one.index) : one.quantity.span.start]

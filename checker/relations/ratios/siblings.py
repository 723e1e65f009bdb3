"""ratio: shares told one after the other, of one whole: 男性7058人，占54.2%；女性5957人，占45.8%.

No word says what they are shares of, but the others of the row do: the whole is the amount before them that they fit.
A share of a row that does not fit it, and nothing else around, is doubtful. Where none fits, the amount is doubtful
that one slip of the pen parts from the whole which all of them lead to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.frozen import frozen
from checker.patterns import pattern
from checker.relations.elsewhere import THEN
from checker.relations.judge import Reading, is_fine
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, consistent, verify
from checker.relations.ratios.sharing import LINK, shared
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

COUNTED = pattern(rf"[，,（(、]?\s*占[\u4e00-\u9fff]{{0,8}}总[\u4e00-\u9fff]{{0,3}}(?:的)?(?:比重|比例)?{LINK}$")
"""占火灾总数的: the whole of all the row."""

NESTED = pattern(f"{THEN}|其中|当中|[中里]，|[0-9]{{2}}年|新增|新登记")
"""What divides one of the row is of that one, perhaps; what is of another year is of its whole."""

DIVIDING = pattern("[\u4e00-\u9fff]{1,14}[中里][，,][^，,。；;0-9]{0,16}")

BACK, LEAST, FINE, FEWEST = 20, 2, 50, 3
"""How many sentences back the whole may stand; how many shares make a row; how fine a share tells by its fit; how many
of one row must lead to one whole that stands nowhere.
"""
BESIDE = 5
"""So many amounts right before a row may be its whole together."""

HUNDRED, LOOSE = 100, Fraction(1, 4)
"""What all shares of a whole come to, and by how much their rounding may miss it."""


@frozen(slots=False, eq=False)
class Share:
    """A part with its share, in the sentence of that number."""

    number: int
    part: Figure
    rate: Figure
    words: Span
    nested: bool

    def of(self, whole: Figure) -> Triple:
        """This share as one of that whole."""
        return Triple("占比", (self.words,), self.part, whole, self.rate)

    def fits(self, whole: Figure, *, added: bool = False) -> bool:
        """Whether the share is that of this whole, and so fine that it is hardly so by chance.

        ``added`` where all parts of the row come to the whole: then 三成 and 一半 tell as well.
        """
        return (added or is_fine(self.rate.quantity, FINE)) and consistent(self.of(whole))


def find(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """The share of each row that does not go with the others."""
    if "占" not in document.text:
        return
    rows = list(_rows(passages))
    told = [one for row in rows for one in row]
    for row in rows:
        if len(row) >= LEAST:
            yield from _judged(passages, row, told)


def _rows(passages: Sequence[Passage]) -> Iterator[list[Share]]:
    """Shares of parts of one unit, each in the sentence of the one before or in the next."""
    row: list[Share] = []
    for share in _shares(passages):
        if row and (share.number - row[-1].number > 1 or not same_unit(share.part.quantity, row[-1].part.quantity)):
            yield row
            row = []
        row.append(share)
    if row:
        yield row


def _shares(passages: Sequence[Passage]) -> Iterator[Share]:
    for number, passage in enumerate(passages):
        for index, rate in enumerate(passage.figures):
            found = shared(passage, index, COUNTED) if rate.is_rate and rate.quantity.value > 0 else None
            if found:
                part, words = found
                start = passage.clauses[part.clause].start
                nested = NESTED.search(passage.text, start, part.quantity.span.start) is not None
                yield Share(number, part, rate, words, nested)


def _judged(passages: Sequence[Passage], row: Sequence[Share], told: Sequence[Share]) -> Iterator[Relation]:
    amounts = list(_amounts(passages, row))
    for whole in amounts:
        added = len(row) >= FEWEST and sum((_size(one.part) for one in row), Fraction(0)) == _size(whole)
        odd = [one for one in row if not one.fits(whole, added=added)]
        if not odd:
            return
        if len(odd) <= len(row) // LEAST:
            known = len(row) > LEAST or sum(each.fits(whole) for each in told) >= LEAST or _is_whole(row, whole)
            for one in odd if known else ():
                own = one.nested or _is_of_its_own(passages[one.number], one, whole)
                if not own and (added or not _goes_with_another(one, amounts, row)):
                    yield from _doubtful(passages[one.number], one, whole)
            return
    if not any(one.fits(whole) for one in row for whole in amounts):
        yield from _miscopied(passages, row, amounts)


def _amounts(passages: Sequence[Passage], row: Sequence[Share]) -> Iterator[Figure]:
    """The amounts before a row that it can be of, the nearest first."""
    first = row[0]
    start = first.part.quantity.span.start
    for passage in passages[max(0, first.number - BACK) : first.number + 1][::-1]:
        for figure in reversed(list(levels(passage, start))):
            before = figure.quantity.span.end <= start
            if before and figure.quantity.value > 0 and same_unit(figure.quantity, first.part.quantity):
                yield figure


def _is_whole(row: Sequence[Share], whole: Figure) -> bool:
    """Whether a row is all of a whole: its shares come to 100 %, or its parts to the whole."""
    shares = sum((_size(one.rate) for one in row), Fraction(0))
    parts = sum((_size(one.part) for one in row), Fraction(0))
    return abs(shares - HUNDRED) <= LOOSE or parts == _size(whole)


def _goes_with_another(one: Share, amounts: Sequence[Figure], row: Sequence[Share]) -> bool:
    """Whether a share fits another amount around, be it one of its row: 其中女生80人，占其中的40%."""
    around = (*amounts, *(each.part for each in row if each is not one))
    return any(consistent(one.of(other)) for other in around)


def _is_of_its_own(passage: Passage, one: Share, whole: Figure) -> bool:
    """Whether a share is of the amount that its own words divide: 56名书记中，大专学历的8名，占14.3%."""
    start = one.part.quantity.span.start
    before = [each for each in levels(passage, start) if each.quantity.span.end <= start]
    if not before or before[-1] is whole:
        return False
    return DIVIDING.fullmatch(passage.text, before[-1].quantity.span.end, start) is not None


def _doubtful(passage: Passage, one: Share, whole: Figure) -> Iterator[Relation]:
    relation = verify(passage, one.of(whole))
    if relation.verdict is Verdict.INCONSISTENT:
        yield replace(relation, doubtful=True)


def _miscopied(passages: Sequence[Passage], row: Sequence[Share], amounts: Sequence[Figure]) -> Iterator[Relation]:
    """The amount that differs by one slip from the whole to which all shares of a row lead."""
    if len(row) < FEWEST or any(one.nested or not is_fine(one.rate.quantity, FINE) for one in row):
        return
    low, high = _whole_of(row)
    if low is None or high is None or low > high or _come_to(amounts, low, high):
        return
    for whole in amounts:
        if len(whole.quantity.numeral) < LEAST:
            continue
        relation = verify(passages[row[0].number], row[0].of(whole))
        if any(one.role == "whole" and one.slip != "computed" for one in relation.candidates):
            yield replace(relation, doubtful=True)
            return


def _whole_of(row: Sequence[Share]) -> tuple[Fraction | None, Fraction | None]:
    """Between what two numbers the whole lies that every share of a row leads to."""
    ways = [Reading.LOOSE.of(one.part.quantity) / Reading.LOOSE.of(one.rate.quantity) for one in row]
    low = max((one.low for one in ways if one.low is not None), default=None)
    return low, min((one.high for one in ways if one.high is not None), default=None)


def _come_to(amounts: Sequence[Figure], low: Fraction, high: Fraction) -> bool:
    """Whether the nearest amounts together are that whole: 主席16名，镇长72名。其中，女性13名，占14.8%."""
    sizes = [_size(one) / HUNDRED for one in amounts[:BESIDE]]
    return any(low <= sum(sizes[:end]) <= high for end in range(LEAST, len(sizes) + 1))


def _size(figure: Figure) -> Fraction:
    """What a figure prints, in the base of its class."""
    return figure.quantity.value * figure.quantity.unit.factor

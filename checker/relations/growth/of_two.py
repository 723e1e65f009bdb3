"""change: by how much one of two is more than the other, both called by a word: 出的比进的多9万.

The unit may be left out, as what is counted was told just before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.growth.differences import Numbers
from checker.relations.growth.judging import Finding, verify
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

OVER = pattern(
    "(?:^|[，,；;、])(?P<one>[\u4e00-\u9fff]{1,4}?)的?比(?P<other>[\u4e00-\u9fff]{1,4}?)的?(?:还|要)?(?P<way>多|少)[出了]?(?:约|近)?$"
)
ENDED = pattern("[，。；！？、”]|$")
INWARD = ("进", "入")
"""出的比进的多, of 迁入 and 迁出."""

NEAREST = 6
"""How many figures before the difference the two may stand."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every such difference, judged."""
    for index, figure in enumerate(passage.figures):
        match = OVER.search(passage.words(figure.before)) if index > 1 else None
        if match is None or match["one"] == match["other"]:
            continue
        near = passage.figures[max(0, index - NEAREST) : index]
        larger = _called(passage, near, match["one"], match["other"])
        smaller = _called(passage, near, match["other"], match["one"])
        if larger is None or smaller is None or not same_unit(larger.quantity, smaller.quantity):
            continue
        change = _in_unit(passage, figure, larger.quantity)
        if change is None or larger.quantity.hedges or smaller.quantity.hedges:
            continue
        figures = {"base": smaller, "current": larger, "change": replace(figure, quantity=change)}
        sign = 1 if match["way"] == "多" else -1
        numbers = Numbers(smaller.quantity, larger.quantity, change, None, sign)
        relation = verify(Finding(figures, numbers, (figure.before,)))
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _called(passage: Passage, near: Sequence[Figure], name: str, other: str) -> Figure | None:
    """The one figure whose own words hold the one word and not the other."""
    found = [one for one in near if one.is_amount and _says(passage, one, name) and not _says(passage, one, other)]
    return found[0] if len(found) == 1 else None


def _says(passage: Passage, figure: Figure, word: str) -> bool:
    own = passage.words(figure.before).rpartition("比")[2]
    return word in own or (word in INWARD and any(each in own for each in INWARD))


def _in_unit(passage: Passage, figure: Figure, like: Quantity) -> Quantity | None:
    """The difference in the unit of the two, which it may leave out at the end of its clause."""
    quantity = figure.quantity
    if same_unit(quantity, like):
        return quantity
    if quantity.unit.name == "个" and like.unit_class is UnitClass.COUNT:
        return replace(quantity, unit=like.unit)
    bare = quantity.unit_class is UnitClass.NONE and quantity.numeral[-1:] in ("万", "亿", "千", "百")
    if not bare or not ENDED.match(passage.text, quantity.span.end):
        return None
    return replace(quantity, unit=like.unit)

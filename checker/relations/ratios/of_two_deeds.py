"""ratio: the rate of two deeds that are told one behind the other: 3258件中，调解1307件，撤诉586件，调解撤诉率58.1%.

What comes second may as well be some of what comes first (抽检500批次，合格490批次，抽检合格率98%), so that only a rate
that fits tells which is meant; where neither does, nothing is said.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.counts import counts_before, says
from checker.relations.ratios.sharing import LINK
from checker.relations.ratios.together import verify
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

NAMED = pattern(f"(?P<one>[\u4e00-\u9fff]{{2}})(?:[、和与]?)(?P<two>[\u4e00-\u9fff]{{2}})率(?:合计|共|总)?{LINK}$")
KEYS, WIDE = ("one", "two"), 12
"""How many figures before the rate the whole may stand."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every such rate that fits."""
    for index, rate in enumerate(passage.figures):
        relation = of_two(passage, index) if rate.is_rate else None
        if relation is not None and relation.verdict is Verdict.CONSISTENT:
            yield relation


def of_two(passage: Passage, index: int) -> Relation | None:
    """The rate at ``index`` as that of both deeds in its name, where each is told with a count of its own."""
    rate = passage.figures[index]
    named = NAMED.search(passage.words(rate.before))
    near = counts_before(passage, index) if named else []
    one, two = (_said(passage, near, named[key]) if named else None for key in KEYS)
    if named is None or one is None or two is None or one is two or not same_unit(one.quantity, two.quantity):
        return None
    before = [each for each in passage.figures[max(0, index - WIDE) : index] if _could_hold(each, one, two)]
    whole = max(before, key=_size, default=None)
    words = Span(rate.before.start + named.start(), rate.before.start + named.end())
    return verify([one.quantity, two.quantity], whole.quantity, rate.quantity, words) if whole else None


def _said(passage: Passage, near: Sequence[Figure], stem: str) -> Figure | None:
    return next((one for one in reversed(near) if says(passage, one, stem)), None)


def _could_hold(figure: Figure, one: Figure, two: Figure) -> bool:
    apart = figure.is_amount and figure.quantity.span.end <= min(one.quantity.span.start, two.quantity.span.start)
    return apart and same_unit(figure.quantity, one.quantity) and _size(figure) >= _size(one) + _size(two)


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor

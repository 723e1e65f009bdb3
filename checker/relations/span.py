"""span: end − start = length, of a run of days, of what began years ago, of an age.

Each wording has a module of its own; ``stretch`` judges them all.
"""

from collections.abc import Callable, Iterator

from checker.findings import Verdict
from checker.relations import across, ages, between, editions, hours, lasting, later, since, stretch
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

KIND = stretch.KIND

FINDERS: tuple[Callable[[Passage], Iterator[Relation]], ...] = (
    *(lasting.find, since.find, ages.find, across.find, between.find, later.find, hours.find, editions.find),
)


def find(passage: Passage) -> Iterator[Relation]:
    """Every time whose ends and length the text tells, judged; a length that fits its dates has no others."""
    found = [one for finder in FINDERS for one in finder(passage)]
    fitting = {_length(one) for one in found if one.verdict is Verdict.CONSISTENT}
    for one in found:
        if one.verdict is not Verdict.INCONSISTENT or _length(one) not in fitting:
            yield one


def _length(relation: Relation) -> Span:
    return next(one.span for one in relation.operands if one.role == "length")

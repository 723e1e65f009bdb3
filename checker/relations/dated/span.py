"""span: end − start = length, of a run of days, of what began years ago, of an age.

Each wording has a module of its own; ``stretch`` judges them all.
"""

from collections.abc import Callable, Iterator

from checker.findings import Verdict
from checker.quantities.model import Ordinal, Quantity, UnitClass
from checker.relations.dated import (
    across,
    ages,
    begun,
    between,
    closed,
    countdown,
    couples,
    editions,
    fitting,
    generations,
    hours,
    lasting,
    later,
    previous,
    sequels,
    since,
    stretch,
    terms,
    throughout,
    worked,
)
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

KIND = stretch.KIND

FINDERS: tuple[Callable[[Passage], Iterator[Relation]], ...] = (
    *(
        lasting.find,
        since.find,
        ages.find,
        generations.find,
        across.find,
        between.find,
        closed.find,
        later.find,
        countdown.find,
        hours.find,
        editions.find,
        sequels.find,
        terms.find,
        begun.find,
        previous.find,
        worked.find,
    ),
)


def find(passage: Passage) -> Iterator[Relation]:
    """Every time whose ends and length the text tells, judged; a length that fits its dates has no others."""
    if not _tells_times(passage) and not (passage.earlier and _tells_times(passage.earlier)):
        return
    pairs = list(couples.find(passage))
    sure = {_length(one) for one in pairs}
    found = [*pairs, *(one for finder in FINDERS for one in finder(passage) if _length(one) not in sure)]
    sound = {_length(one) for one in found if one.verdict is Verdict.CONSISTENT}
    for one in found:
        if one.verdict is not Verdict.INCONSISTENT or _length(one) not in sound:
            yield one
    told = {_length(one) for one in found}
    fits = [one for one in fitting.find(passage) if _length(one) not in told]
    yield from fits
    told |= {_length(one) for one in fits}
    yield from (one for one in throughout.find(passage) if _length(one) not in told)


def _tells_times(passage: Passage) -> bool:
    """Whether there is any length or edition; most sentences have none."""
    return any(
        isinstance(one, Ordinal)
        or (isinstance(one, Quantity) and (one.unit_class is UnitClass.DURATION or one.unit.name.endswith(hours.DAILY)))
        for one in passage.tokens
    )


def _length(relation: Relation) -> Span:
    return next(one.span for one in relation.operands if one.role == "length")

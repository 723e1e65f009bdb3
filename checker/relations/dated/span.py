"""span: end − start = length, of a run of days, of what began years ago, of an age.

Each wording has a module of its own; ``stretch`` judges them all.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Ordinal, Quantity, UnitClass
from checker.relations.dated import (
    across,
    ages,
    antiquity,
    beginnings,
    begun,
    between,
    between_ages,
    closed,
    countdown,
    couples,
    editions,
    ended_run,
    fitting,
    founded,
    generations,
    hours,
    hours_apart,
    lasting,
    later,
    lives,
    numbered_run,
    previous,
    reached,
    sequels,
    since,
    stretch,
    terms,
    throughout,
    told_ahead,
    told_before,
    two_ages,
    worked,
)
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

KIND = stretch.KIND
THIS, APART, NEAR = ("今年", "本年"), 2, 8
"""This year so many clauses behind a length, with no word of leaving near it, is told of something else."""

AGED = pattern("[0-9]岁")

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
        hours_apart.find,
        editions.find,
        sequels.find,
        terms.find,
        begun.find,
        previous.find,
        worked.find,
        antiquity.find,
        two_ages.find,
    ),
)


def find(passage: Passage) -> Iterator[Relation]:
    """Every time whose ends and length the text tells, judged; a length that fits its dates has no others."""
    told: set[Span] = set()
    for one in _worded(passage):
        told.add(_length(one))
        yield one
    yield from (one for one in lives.find(passage) if _length(one) not in told)
    yield from numbered_run.find(passage)


def _worded(passage: Passage) -> Iterator[Relation]:
    if not _tells_times(passage) and not (passage.earlier and _tells_times(passage.earlier)):
        return
    pairs = list(couples.find(passage))
    sure = {_length(one) for one in pairs}
    found = [*pairs, *(one for finder in FINDERS for one in finder(passage) if _length(one) not in sure)]
    found = [_without_stray(passage, one) for one in found]
    sound = {_length(one) for one in found if one.verdict is Verdict.CONSISTENT}
    for one in found:
        if one.verdict is not Verdict.INCONSISTENT or not (_length(one) in sound or _is_of_another(passage, one)):
            yield one
    told = {_length(one) for one in found}
    fits = [_without_stray(passage, one) for one in fitting.find(passage) if _length(one) not in told]
    yield from fits
    told |= {_length(one) for one in fits}
    for finder in (
        throughout.find,
        founded.find,
        reached.find,
        ended_run.find,
        between_ages.find,
        told_ahead.find,
        told_before.find,
    ):
        rest = [one for one in finder(passage) if _length(one) not in told]
        yield from rest
        told |= {_length(one) for one in rest}


def _is_of_another(passage: Passage, relation: Relation) -> bool:
    """Whether somebody of an age comes in before the length: 照相馆1936年开张，第三代传人吴斌今年62岁，拍了45年."""
    start, end = max(relation.operands[0].span.end, passage.span.start), _length(relation).start
    aged = any(one.role != "length" and passage.words(one.span).endswith("岁") for one in relation.operands)
    return relation.doubtful and not aged and start < end and AGED.search(passage.text, start, end) is not None


def _without_stray(passage: Passage, relation: Relation) -> Relation:
    """1985年站上讲台，整整40年，…，最小的一批今年…: this year is no end that the words further on tell of others."""
    end = next((one for one in relation.operands if one.role == "end"), None)
    at = _length(relation).end
    if end is None or end.value not in THIS or end.span.start < at:
        return relation
    gap = passage.text[at : end.span.start]
    if gap.count("，") < APART or beginnings.CLOSED.search(passage.text, end.span.end, end.span.end + NEAR):
        return relation
    return replace(relation, operands=tuple(one for one in relation.operands if one is not end))


def _tells_times(passage: Passage) -> bool:
    """Whether there is any length or edition; most sentences have none."""
    return any(
        isinstance(one, Ordinal)
        or (isinstance(one, Quantity) and (one.unit_class is UnitClass.DURATION or one.unit.name.endswith(hours.DAILY)))
        for one in passage.tokens
    )


def _length(relation: Relation) -> Span:
    return next(one.span for one in relation.operands if one.role == "length")

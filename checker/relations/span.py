"""span: end − start = length, of a run of days, of what began years ago, of an age.

Each wording has a module of its own; ``stretch`` judges them all.
"""

from collections.abc import Iterator

from checker.relations import across, ages, between, editions, hours, lasting, later, since, stretch
from checker.relations.passage import Passage
from checker.relations.record import Relation

KIND = stretch.KIND


def find(passage: Passage) -> Iterator[Relation]:
    """Every time whose ends and length the text tells, judged."""
    yield from lasting.find(passage)
    yield from since.find(passage)
    yield from ages.find(passage)
    yield from across.find(passage)
    yield from between.find(passage)
    yield from later.find(passage)
    yield from hours.find(passage)
    yield from editions.find(passage)

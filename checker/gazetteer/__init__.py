"""Districts and towns of China: a table with codes, parents and dates, and the finding of their names in a text."""

from checker.gazetteer.additions import Addition, UnknownParent, supplemented
from checker.gazetteer.finding import Gazetteer, mentions_of
from checker.gazetteer.model import Level, Mention, Place, Role
from checker.gazetteer.standing import is_subject

__all__ = [
    "Addition",
    "Gazetteer",
    "Level",
    "Mention",
    "Place",
    "Role",
    "UnknownParent",
    "is_subject",
    "mentions_of",
    "supplemented",
]

"""What every kind of check offers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from checker.extraction.article import Article
from checker.findings import Hit
from checker.relations.record import Relation


class Params(BaseModel):
    """What a rule file may set for its kind; a kind with settings subclasses it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def nothing(_article: Article, _params: Any) -> Iterator[Relation]:
    """The account of a kind that computes nothing."""
    return iter(())


def no_roles(_params: Any) -> frozenset[str]:
    """The roles of a kind that has none."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault.

    ``check`` yields hits. ``fields`` are the names that every hit's ``data`` holds, for a rule's messages.
    ``account`` yields the relations that were computed, consistent ones too, for the report's account.
    ``variants``, ``notes`` and ``fixes`` are the keys that a rule file must word. ``roles`` are further keys of both
    notes and fixes, which depend on the rule's settings.
    """

    check: Callable[[Article, Any], Iterator[Hit]]
    fields: frozenset[str] = frozenset()
    params: type[Params] = Params
    account: Callable[[Article, Any], Iterator[Relation]] = nothing
    variants: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    fixes: frozenset[str] = frozenset()
    roles: Callable[[Any], frozenset[str]] = no_roles

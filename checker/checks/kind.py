"""What every kind of check offers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self, dataclass_transform

from checker.extraction.article import Article
from checker.findings import Hit
from checker.relations.record import Relation


@dataclass_transform(frozen_default=True)
@dataclass(frozen=True)
class Params:
    """What a rule file may set for its kind; a kind with settings subclasses it.

    Subclasses are frozen dataclasses of texts, whole numbers and tuples of texts. A newsroom's own rule files are held
    to them by pydantic, which reads ``__pydantic_config__``.
    """

    __pydantic_config__: ClassVar[Any] = {"extra": "forbid"}

    def __init_subclass__(cls) -> None:
        """Make the subclass a frozen dataclass."""
        dataclass(frozen=True)(cls)

    @classmethod
    def trusted(cls, data: Mapping[str, Any]) -> Self:
        """The settings of a rule file that is known to be right: no pydantic is loaded for it."""
        readers: dict[Any, Callable[[Any], Any]] = {int: int, tuple[str, ...]: tuple}
        given = [one for one in fields(cls) if one.name in data]
        return cls(**{one.name: readers.get(one.type, str)(data[one.name]) for one in given})


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
    notes and fixes, which depend on the rule's settings. A ``late`` kind runs after the others, when it is known what
    the waivers met.
    """

    check: Callable[[Article, Any], Iterator[Hit]]
    fields: frozenset[str] = frozenset()
    params: type[Params] = Params
    account: Callable[[Article, Any], Iterator[Relation]] = nothing
    variants: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    fixes: frozenset[str] = frozenset()
    roles: Callable[[Any], frozenset[str]] = no_roles
    late: bool = False

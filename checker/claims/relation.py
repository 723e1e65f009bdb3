"""How claims' values must fit together, as people record it: one model for each relation, its roles as fields.

A role holds the id of a claim, or a list of ids where it repeats. A number that is printed once and serves two
relations is named in both.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from checker.claims.claim import Record
from checker.claims.scalars import Id, Text

Ids = Annotated[tuple[Id, ...], Field(min_length=1)]
Pair = Annotated[tuple[Id, ...], Field(min_length=2)]
NOT_ROLES = frozenset({"id", "type", "exhaustive", "note"})


class _Relation(Record):
    id: Id | None = None
    note: Text | None = None

    def named(self) -> Iterator[tuple[str, int | None, Id]]:
        """Every claim that is named, with its role as the file spells it and, in a list, its place there."""
        for name, field in type(self).model_fields.items():
            held = getattr(self, name)
            role = field.alias or name
            if name in NOT_ROLES or held is None:
                continue
            if isinstance(held, str):
                yield role, None, held
            else:
                yield from ((role, place, one) for place, one in enumerate(held))


class Ratio(_Relation):
    """part / whole = rate. Leave ``whole`` out where the text does not print it: the ratio then implies it."""

    type: Literal["ratio"]
    part: Id
    whole: Id | None = None
    rate: Id


class Change(_Relation):
    """current − base = change, change / base = rate: any three of the four, or all."""

    type: Literal["change"]
    base: Id | None = None
    current: Id | None = None
    change: Id | None = None
    rate: Id | None = None

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if sum(role is not None for role in (self.base, self.current, self.change, self.rate)) < 3:
            raise ValueError("names fewer than three of base, current, change and rate")
        return self


class Multiple(_Relation):
    """current is so many times base (到3倍), so many times more (增长2倍), or doubled so often (翻两番)."""

    type: Literal["multiple"]
    base: Id
    current: Id
    multiple: Id


class Total(_Relation):
    """The parts add up to the total when ``exhaustive``; else no part, nor their sum, is more than the total."""

    type: Literal["total"]
    total: Id
    part: Ids
    exhaustive: bool


class Shares(_Relation):
    """Shares of one whole: they add up to 100 % when ``exhaustive``, to no more when not."""

    type: Literal["shares"]
    part: Pair
    exhaustive: bool


class Product(_Relation):
    """unit_value × count = total."""

    type: Literal["product"]
    unit_value: Id
    count: Id
    total: Id


class GrowthAverage(_Relation):
    """A yearly rate compounded: from ``base`` to ``current`` in ``years``, or up to ``cumulative`` growth."""

    type: Literal["growth_average"]
    base: Id | None = None
    current: Id | None = None
    cumulative: Id | None = None
    years: Id
    rate: Id

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.cumulative is None and (self.base is None or self.current is None):
            raise ValueError("needs base and current, or cumulative")
        return self


class Pairing(_Relation):
    """As many values as items, in the same order: A、B分别增长5%和8%."""

    type: Literal["pairing"]
    item: Ids
    value: Ids


class Listing(_Relation):
    """As many items are listed as are counted: “四级调度” and the four."""

    type: Literal["listing"]
    count: Id
    item: Ids


class Same(_Relation):
    """One indicator printed more than once: the readings agree."""

    type: Literal["same"]
    value: Pair


class Conversion(_Relation):
    """One quantity in two units, by a fixed factor."""

    type: Literal["conversion"]
    from_: Annotated[Id, Field(alias="from")]
    to: Id


class Span(_Relation):
    """From ``start`` to ``end`` it is ``length``: 周年, 历时, 时隔; one more for 连续N年 and 第N个年头."""

    type: Literal["span"]
    start: Id
    end: Id
    length: Id


class Weekday(_Relation):
    """A date falls on the weekday that is printed with it."""

    type: Literal["weekday"]
    date: Id
    weekday: Id


class RankMove(_Relation):
    """from − to = move: 由第15位升至第9位，前进6位."""

    type: Literal["rank_move"]
    from_: Annotated[Id, Field(alias="from")]
    to: Id
    move: Id


class Range(_Relation):
    """low < high, in one unit."""

    type: Literal["range"]
    low: Id
    high: Id


Relation = Annotated[
    Ratio | Change | Multiple | Total | Shares | Product | GrowthAverage | Pairing | Listing | Same | Conversion | Span
    | Weekday | RankMove | Range,
    Field(discriminator="type"),
]  # fmt: skip

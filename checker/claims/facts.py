"""Reads ``facts.yaml``, the newsroom's reference facts: official figures by subject, metric, scope and period.

It may hold people with their titles and terms of office too, as a ``names.yaml`` does; they join the right names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from checker import yamlfile
from checker.claims.claim import Record
from checker.claims.models import Origin
from checker.claims.names import PersonEntry
from checker.claims.scalars import Day, Text
from checker.claims.schema import ID, relaxed
from checker.errors import InputError, LedgerError, Problems
from checker.lexicon.names import SCHEMA, Names
from checker.quantities import scan
from checker.quantities.model import Date, Period, Quantity, Range, Token
from checker.yamlfile import YamlFile
from checker.yamlfile.models import validate

Point = tuple[int, int | None, int | None]
Stretch = tuple[Point, Point]
"""The first and the last date of a time, each as far as it is written: (2024, None, None) is 2024年."""


class FactEntry(Record):
    """One official figure.

    ``also`` are other names of the subject, ``metrics`` other names of the metric. ``value`` is printed with its unit
    (12.5万人), ``period`` is the time that it is of (2024年, 2025年一季度); what holds until it is changed (an area)
    has none, but may have ``from`` and ``until``.
    """

    subject: Text
    also: tuple[Text, ...] = ()
    metric: Text
    metrics: tuple[Text, ...] = ()
    scope: Text | None = None
    value: Text
    period: Text | None = None
    start: Day | None = Field(None, alias="from")
    until: Day | None = None
    source: Text
    note: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "FactEntry":
        if self.start and self.until and self.until < self.start:
            raise ValueError("until lies before from")
        return self


class FactsFile(Record):
    """The list as it is written."""

    version: Literal["facts/1"] = Field(alias="schema")
    facts: tuple[FactEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """An official figure, its value and its period read. ``where`` is its place in the file (``facts.yaml:3``)."""

    entry: FactEntry
    value: Quantity | Range
    stretch: Stretch | None
    where: str

    def holds(self, day: date | None) -> bool:
        """Whether ``day`` lies in the time for which it is listed; unknown days do, if the list sets no bounds."""
        start, end = self.entry.start, self.entry.until
        if day is None:
            return start is None and end is None
        return (start is None or start <= day) and (end is None or day <= end)


@dataclass(frozen=True, slots=True)
class Facts:
    """All reference facts, in the order of the file. ``names`` are the people among them."""

    facts: tuple[Fact, ...] = ()
    names: Names | None = None


def load(path: str | Path) -> Facts:
    """The facts at ``path``. Raises LedgerError or Problems."""
    return parse(yamlfile.read_text(Path(path), LedgerError), str(path))


def parse(text: str, path: str = "facts.yaml") -> Facts:
    """Facts from their YAML text; ``path`` names it in errors. Raises LedgerError or Problems."""
    file = yamlfile.parse(text, path, LedgerError)
    if not isinstance(file.data, dict):
        message = "empty" if file.data is None else "not a list of facts: it has no keys"
        raise LedgerError(path, message, 1, 1, "give it schema: facts/1 and facts or people")
    model = validate(FactsFile, file)
    problems = [*_twice(model, file)]
    facts = []
    for index, entry in enumerate(model.facts):
        value, stretch = _figure(entry.value), stretch_of(entry.period) if entry.period else None
        if value is None:
            message, remedy = f"{entry.value!r} is no figure", "write one number with its unit, such as 12.5万人"
            problems.append(file.at(("facts", index, "value"), message, remedy))
        elif entry.period and stretch is None:
            message, remedy = f"{entry.period!r} is no time with its year", "write 2024年 or 2025年一季度"
            problems.append(file.at(("facts", index, "period"), message, remedy))
        else:
            facts.append(Fact(entry, value, stretch, Origin(file).place(("facts", index))))
    if problems:
        raise Problems(sorted(problems, key=lambda error: (error.line or 0, error.column or 0)))
    people = file.data.get("people")
    return Facts(tuple(facts), Names.of({"schema": SCHEMA, "people": people}) if people else None)


def stretch(token: Token) -> Stretch | None:
    """The time that a date or period names, where its year is written."""
    first, last = (token, token) if isinstance(token, Date) else _ends(token)
    if first is None or last is None or first.year is None or last.year is None:
        return None
    return (first.year, first.month, first.day), (last.year, last.month, last.day)


def stretch_of(written: str) -> Stretch | None:
    """The time that the words name from end to end."""
    tokens = scan(written)
    return stretch(tokens[0]) if len(tokens) == 1 and len(tokens[0].span) == len(written) else None


def _ends(token: Token) -> tuple[Date | None, Date | None]:
    return (token.start, token.end) if isinstance(token, Period) else (None, None)


def _figure(written: str) -> Quantity | Range | None:
    tokens = scan(written)
    whole = len(tokens) == 1 and len(tokens[0].span) == len(written)
    return tokens[0] if whole and isinstance(tokens[0], Quantity | Range) else None


def _twice(model: FactsFile, file: YamlFile) -> Iterator[InputError]:
    """Figures of one subject, metric, scope and time, by whichever of their names: the text could fit either."""
    seen = dict[tuple[object, ...], int]()
    for index, one in enumerate(model.facts):
        time = (stretch_of(one.period) or one.period) if one.period else None
        for subject, metric in product((one.subject, *one.also), (one.metric, *one.metrics)):
            key = (subject, metric, one.scope, time, one.start)
            if seen.setdefault(key, index) != index:
                yield file.at(("facts", index), f"{subject}, {metric} is listed twice", "keep one, or tell periods")
                break


def schema() -> dict[str, Any]:
    """The JSON Schema of ``facts.yaml``, draft 2020-12."""
    made: dict[str, Any] = FactsFile.model_json_schema(by_alias=True)
    return {"$schema": ID, **relaxed({**made, "title": "facts.yaml"})}

"""Reads ``names.yaml``, the newsroom's list of right names. Every mistake has its line, column and remedy."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from checker import yamlfile
from checker.claims.claim import Record
from checker.claims.scalars import Day, Text
from checker.claims.schema import ID, relaxed
from checker.errors import InputError, NamesError, Problems
from checker.lexicon.names import Names
from checker.yamlfile import YamlFile
from checker.yamlfile.models import validate


class Entry(Record):
    """What every entry has: ``from`` and ``until`` are the first and the last day on which it holds."""

    name: Text
    start: Day | None = Field(None, alias="from")
    until: Day | None = None
    source: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Entry":
        if self.start and self.until and self.until < self.start:
            raise ValueError("until lies before from")
        return self


class PersonEntry(Entry):
    """Somebody in office. ``title`` is the office with its body, ``also`` other right spellings of the name."""

    title: Text | None = None
    also: tuple[Text, ...] = ()


class BodyEntry(Entry):
    """An office, a firm, a school. ``short`` are short names in use; ``successor`` took its place after ``until``."""

    short: tuple[Text, ...] = ()
    successor: Text | None = None


class TermEntry(Entry):
    """A term, a product, a work. ``also`` are other right forms, ``kind`` what it is: 舞剧 before 《天下大足》."""

    also: tuple[Text, ...] = ()
    kind: Text | None = None


class NamesFile(Record):
    """The list as it is written."""

    version: Literal["names/1"] = Field(alias="schema")
    people: tuple[PersonEntry, ...] = ()
    bodies: tuple[BodyEntry, ...] = ()
    terms: tuple[TermEntry, ...] = ()


def load(path: str | Path) -> Names:
    """The list at ``path``. Raises NamesError or Problems."""
    return parse(yamlfile.read_text(Path(path), NamesError), str(path))


def parse(text: str, path: str = "names.yaml") -> Names:
    """A list from its YAML text; ``path`` names it in errors. Raises NamesError or Problems."""
    file = yamlfile.parse(text, path, NamesError)
    if not isinstance(file.data, dict):
        message = "empty" if file.data is None else "not a list of names: it has no keys"
        raise NamesError(path, message, 1, 1, "give it schema: names/1 and people, bodies or terms")
    model = validate(NamesFile, file)
    twice = list(_twice(model, file))
    if twice:
        raise Problems(twice)
    return Names.of(file.data)


def _twice(model: NamesFile, file: YamlFile) -> Iterator[InputError]:
    """Bodies and terms that are listed twice. A person may be: once for each office."""
    for part, entries in (("bodies", model.bodies), ("terms", model.terms)):
        seen = set[str]()
        for index, entry in enumerate(entries):
            if entry.name in seen:
                yield file.at((part, index, "name"), f"{entry.name!r} is listed twice", "keep one of the two")
            seen.add(entry.name)


def schema() -> dict[str, Any]:
    """The JSON Schema of ``names.yaml``, draft 2020-12."""
    made: dict[str, Any] = NamesFile.model_json_schema(by_alias=True)
    return {"$schema": ID, **relaxed({**made, "title": "names.yaml"})}

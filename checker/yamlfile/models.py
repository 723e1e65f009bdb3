"""From data to pydantic models, with each mistake said in plain words at its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.errors import InputError, Problems
from checker.yamlfile.file import Key, YamlFile
from checker.yamlfile.wording import worded

SUGGESTED = 200
"""How many mistakes are compared with the known words; a file that holds more is no file of ours."""

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], file: YamlFile, data: Any = None, base: Key = ()) -> Model:
    """Turn a file's data (or the part of it that stands at ``base``) into ``model``.

    Raises Problems with every mistake, each at its own line and column.
    """
    try:
        return model.model_validate(file.data if data is None else data)
    except ValidationError as problem:
        schema = model.model_json_schema(by_alias=True)
        errors = [
            _error(file, base, dict(error), schema, near=number < SUGGESTED)
            for number, error in enumerate(problem.errors(include_url=False))
        ]
        raise Problems(sorted(errors, key=lambda error: (error.line or 0, error.column or 0))) from None


def suggest(word: str, known: list[str], otherwise: str = "") -> str:
    """A remedy for a misspelt word: the nearest known one, else ``otherwise``."""
    close = get_close_matches(word, known, 1)
    return f"did you mean {close[0]!r}?" if close else otherwise


@dataclass(frozen=True, slots=True)
class _Words:
    """The keys that may stand where one was not understood, and those that may stand anywhere."""

    here: list[str]
    anywhere: list[str]

    def remedy(self, key: str) -> str:
        if key in self.anywhere:
            return "it belongs to another part of the file"
        return suggest(key, self.here) or suggest(key, self.anywhere, "remove it or correct its name")


def _error(file: YamlFile, base: Key, error: dict[str, Any], schema: dict[str, Any], *, near: bool) -> InputError:
    inside, here = _walk(schema, error["loc"])
    key = (*base, *inside)
    if error["type"] == "union_tag_invalid":
        key = (*key, error["ctx"]["discriminator"].strip("'"))
    words = _Words(list(here.get("properties", {})), list(_walk_keys(schema))) if near else _Words([], [])
    return file.at(key, *_say(error, _name(file.data, key), words))


def _say(error: dict[str, Any], name: str, words: _Words) -> tuple[str, str]:
    kind, context, given = error["type"], error.get("ctx", {}), error.get("input")
    if kind == "extra_forbidden":
        key = str(error["loc"][-1])
        return f"unknown key {key!r}", words.remedy(key)
    if kind in ("missing", "union_tag_not_found"):
        return f"{name} is missing" if kind == "missing" else f"{name}: {context['discriminator']} is missing", "add it"
    if kind == "union_tag_invalid":
        return f"{name}: unknown {context['tag']!r}", suggest(
            context["tag"], _quoted(context["expected_tags"]), f"one of: {_listed(context['expected_tags'])}"
        )
    if kind in ("literal_error", "enum"):
        return f"{name}: unknown {given!r}", suggest(
            str(given), _quoted(context["expected"]), f"one of: {_listed(context['expected'])}"
        )
    shown = f", not {given!r}" if isinstance(given, str) and given else ""
    return f"{name}: {worded(error)}{shown}", ""


def _quoted(words: str) -> list[str]:
    return re.findall(r"'([^']*)'", words)


def _listed(words: str) -> str:
    return ", ".join(_quoted(words))


def _name(data: Any, key: Key) -> str:
    """The path of keys as a person would say it: an entry with an id goes by its id, not by its place in the list."""
    parts = []
    for part in key:
        data = _child(data, part)
        own = data.get("id") if isinstance(part, int) and isinstance(data, dict) else None
        parts.append(own if isinstance(own, str) else str(part))
    return ".".join(parts)


def _child(data: Any, part: str | int) -> Any:
    try:
        return data[part]
    except (KeyError, IndexError, TypeError):
        return None


def _walk(schema: dict[str, Any], loc: Key) -> tuple[Key, dict[str, Any]]:
    """The path of keys that an error's ``loc`` stands for, and the schema of what its last key lies in.

    Where a union is told apart by a tag, ``loc`` holds the tag as well, though the file has no such level.
    """
    key: Key = ()
    holder = here = _resolved(schema, schema)
    for part in loc:
        models = here.get("discriminator", {}).get("mapping", {})
        if models:
            here = _resolved({"$ref": models.get(part, "")}, schema)
            continue
        key, holder = (*key, part), here
        step = here.get("items", {}) if isinstance(part, int) else here.get("properties", {}).get(part, {})
        here = _resolved(step, schema)
    return key, holder


def _resolved(here: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for choice in here.get("anyOf", ()):
        if "$ref" in choice or "items" in choice:
            return _resolved(choice, schema)
    if "$ref" in here:
        found: dict[str, Any] = schema["$defs"].get(here["$ref"].rpartition("/")[2], {})
        return _resolved(found, schema)
    return here


def _walk_keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _walk_keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _walk_keys(part)

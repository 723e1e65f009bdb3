"""From data to pydantic models, with each mistake said in plain words at its place."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.errors import InputError, Problems
from checker.yamlfile.file import Key, YamlFile

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
            _error(file, base, dict(error), schema if number < SUGGESTED else {})
            for number, error in enumerate(problem.errors(include_url=False))
        ]
        raise Problems(sorted(errors, key=lambda error: (error.line or 0, error.column or 0))) from None


def suggest(word: str, known: Mapping[str, Any] | list[str], otherwise: str = "") -> str:
    """A remedy for a misspelt word: the nearest known one, else ``otherwise``."""
    close = get_close_matches(word, list(known), 1)
    return f"did you mean {close[0]!r}?" if close else otherwise


def _error(file: YamlFile, base: Key, error: dict[str, Any], schema: dict[str, Any]) -> InputError:
    key = (*base, *error["loc"])
    if error["type"] == "union_tag_invalid":
        key = (*key, error["ctx"]["discriminator"].strip("'"))
    found = file.known(key)
    leaf = key[-1:] if error["type"] == "missing" else ()
    return file.at(key, *_say(error, _name(file.data, (*found, *leaf)), schema))


def _say(error: dict[str, Any], name: str, schema: dict[str, Any]) -> tuple[str, str]:
    kind, context, given = error["type"], error.get("ctx", {}), error.get("input")
    if kind == "extra_forbidden":
        key = str(error["loc"][-1])
        near = suggest(key, _keys_at(schema, error["loc"][:-1]))
        return f"unknown key {key!r}", near or suggest(key, _all_keys(schema), "remove it or correct its name")
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
    message = str(error["msg"]).removeprefix("Value error, ")
    shown = f", not {given!r}" if isinstance(given, str) else ""
    return f"{name}: {message}{shown}", ""


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


def _keys_at(schema: dict[str, Any], loc: Key) -> dict[str, Any]:
    """The keys that the model knows at this place, as far as its JSON schema tells."""
    here: Any = schema
    for part in loc:
        here = _step(_resolved(here, schema), part)
    return dict(_resolved(here, schema).get("properties", {}))


def _resolved(here: Any, schema: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(here, dict):
        return {}
    for choice in here.get("anyOf", ()):
        if "$ref" in choice or "items" in choice:
            return _resolved(choice, schema)
    if "$ref" in here:
        return _resolved(schema["$defs"][here["$ref"].rpartition("/")[2]], schema)
    return here


def _step(here: dict[str, Any], part: str | int) -> Any:
    if isinstance(part, int):
        return here.get("items", {})
    if "discriminator" in here:
        model = here["discriminator"]["mapping"].get(part)
        return {"$ref": model} if model else {}
    return here.get("properties", {}).get(part, here.get("additionalProperties", {}))


def _all_keys(schema: Any) -> dict[str, Any]:
    return dict.fromkeys(_walk_keys(schema))


def _walk_keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _walk_keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _walk_keys(part)

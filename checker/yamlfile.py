"""YAML that people write by hand: exact scalars, and a line and column for every mistake.

Scalars stay as they are written (``3.50``, ``0123``, ``no``); only a plain ``null``, ``~`` or nothing is None. A key
given twice, an anchor that expands without end, a tab: each is an error with its place.

The file is read event by event and never by recursion: libyaml's own composer runs out of C stack on deeply nested
brackets and takes the process with it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from checker.errors import InputError, Problems

Key = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MAX_DEPTH = 100
SPARE_NODES = 10_000
"""How many nodes aliases may add beyond one for each character, the most that a text can hold without them."""


@dataclass
class YamlFile:
    """One file's data (dicts, lists, strings, None) with the 1-based place of every node, by its path of keys.

    What an alias repeats has the place of the alias.
    """

    path: str
    data: Any
    marks: dict[Key, tuple[int, int]] = field(default_factory=dict)
    error: type[InputError] = InputError

    def at(self, key: Key, message: str, remedy: str = "") -> InputError:
        """An error that stands at ``key``, or at the nearest node above it that the file has."""
        line, column = self.marks.get(self.known(key), (1, 1))
        return self.error(self.path, message, line, column, remedy)

    def known(self, key: Key) -> Key:
        """``key`` without the parts that name nothing in the file, such as the tags of a union of models."""
        found: Key = ()
        for part in key:
            if (*found, part) in self.marks:
                found = (*found, part)
        return found


def read_text(path: Path, error: type[InputError]) -> str:
    """The file as UTF-8 text; raises ``error`` with the remedy when that cannot be had."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise error(str(path), f"not UTF-8 at byte {problem.start}", remedy="save the file as UTF-8") from None
    except OSError as problem:
        raise error(str(path), f"cannot be read: {problem.strerror}") from None


def parse(text: str, path: str, error: type[InputError] = InputError) -> YamlFile:
    """Read one YAML document.

    Raises ``error`` at the place of a mistake, or Problems when keys are given twice in several places.
    """
    file = YamlFile(path, None, error=error)
    builder = _Builder(file, len(text) + SPARE_NODES)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.reader.ReaderError as problem:
        line, column = _place(text, int(problem.position))
        message = f"character U+{_code_point(problem.character):04X} is not allowed in YAML"
        raise error(path, message, line, column, "remove it") from None
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise error(path, _plain(problem, text, mark), *place) from None
    except UnicodeEncodeError as problem:
        raise error(path, "half of a surrogate pair", *_place(text, problem.start), "remove it") from None
    if builder.twice:
        raise builder.twice[0] if len(builder.twice) == 1 else Problems(list(builder.twice))
    return file


def load(path: Path, error: type[InputError] = InputError) -> YamlFile:
    """Read and parse one file."""
    return parse(read_text(path, error), str(path), error)


def validate(model: type[Model], file: YamlFile, data: Any = None, base: Key = ()) -> Model:
    """Turn a file's data (or the part of it that stands at ``base``) into ``model``.

    Raises Problems with every mistake, each at its own line and column.
    """
    try:
        return model.model_validate(file.data if data is None else data)
    except ValidationError as problem:
        schema = model.model_json_schema(by_alias=True)
        errors = [_error(file, base, dict(error), schema) for error in problem.errors(include_url=False)]
        raise Problems(sorted(errors, key=lambda error: (error.line or 0, error.column or 0))) from None


def suggest(word: str, known: Mapping[str, Any] | list[str], otherwise: str = "") -> str:
    """A remedy for a misspelt word: the nearest known one, else ``otherwise``."""
    close = get_close_matches(word, list(known), 1)
    return f"did you mean {close[0]!r}?" if close else otherwise


def _events(text: str) -> Iterator[yaml.Event]:
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _code_point(character: int | str) -> int:
    return character if isinstance(character, int) else ord(character)


def _plain(problem: yaml.MarkedYAMLError, text: str, mark: yaml.Mark | None) -> str:
    lines = text.splitlines()
    if mark and mark.line < len(lines) and "\t" in lines[mark.line][: mark.column + 1]:
        return "a tab where YAML wants spaces (replace the tab by spaces)"
    return f"not YAML: {problem.problem or problem.context}"


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
        here = _step(_resolved(here, schema), part, schema)
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


def _step(here: dict[str, Any], part: str | int, schema: dict[str, Any]) -> Any:
    if isinstance(part, int):
        return here.get("items", {})
    if "discriminator" in here:
        return (
            {"$ref": here["discriminator"]["mapping"].get(part, "")} if part in here["discriminator"]["mapping"] else {}
        )
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


@dataclass(slots=True)
class _Node:
    """A value with how many nodes it holds, aliases expanded, and how many levels."""

    value: Any
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read. ``name`` is the key that waits for its value."""

    node: _Node
    key: Key
    anchor: str | None
    place: tuple[int, int]
    name: str | None = None


class _Builder:
    """Builds plain data from parser events, noting where each node stands."""

    def __init__(self, file: YamlFile, limit: int) -> None:
        self.file = file
        self.limit = limit
        self.open: list[_Open] = []
        self.anchors: dict[str, _Node | None] = {}
        self.twice: list[InputError] = []
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._error(event, "a second document", "keep one document in the file; remove the '---'")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._wants_key():
            self._key(event)
            return
        plain = event.style in (None, "") and event.tag is None
        node = _Node(None if plain and event.value in NULLS else event.value)
        if event.anchor:
            self.anchors[event.anchor] = node
        self._put(node, self._next_key(), _at(event))

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if self._wants_key():
            raise self._error(event, "a key must be plain text", "put quotes around it")
        if len(self.open) >= MAX_DEPTH:
            raise self._error(event, f"nested more than {MAX_DEPTH} levels deep", "write it flatter")
        if event.anchor:
            self.anchors[event.anchor] = None
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.open.append(_Open(_Node(value), self._next_key(), event.anchor, _at(event)))
        self.file.marks.setdefault(self.open[-1].key, self.open[-1].place)

    def _end(self) -> None:
        done = self.open.pop()
        if done.anchor:
            self.anchors[done.anchor] = done.node
        self._put(done.node, done.key, done.place)

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._wants_key():
            raise self._error(event, "a key must be plain text", "write it out")
        if event.anchor not in self.anchors:
            raise self._error(event, f"nothing is anchored as &{event.anchor}", "correct the name")
        node = self.anchors[event.anchor]
        if node is None:
            raise self._error(event, f"&{event.anchor} contains itself", "write the part out that is meant")
        if len(self.open) + node.height > MAX_DEPTH or node.size > self.limit:
            raise self._error(event, "expands to too much data", "write the aliased part out or remove it")
        self._put(node, self._next_key(), _at(event))

    def _wants_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].node.value, dict) and self.open[-1].name is None

    def _key(self, event: yaml.ScalarEvent) -> None:
        parent = self.open[-1]
        parent.name = event.value
        if event.value in parent.node.value:
            self.twice.append(self._error(event, f"key {event.value!r} is given twice", "keep one of the two"))
        self.file.marks[*parent.key, event.value] = _at(event)

    def _next_key(self) -> Key:
        if not self.open:
            return ()
        parent = self.open[-1]
        return (*parent.key, len(parent.node.value) if parent.name is None else parent.name)

    def _put(self, node: _Node, key: Key, place: tuple[int, int]) -> None:
        self.file.marks.setdefault(key, place)
        if not self.open:
            self.file.data = node.value
            return
        parent = self.open[-1]
        parent.node.size += node.size
        parent.node.height = max(parent.node.height, node.height + 1)
        if parent.node.size > self.limit:
            error, (line, column) = self.file.error, place
            message = "expands to too much data"
            raise error(self.file.path, message, line, column, "write the aliased part out or remove it")
        if parent.name is None:
            parent.node.value.append(node.value)
        else:
            parent.node.value[parent.name] = node.value
            parent.name = None

    def _error(self, event: yaml.Event, message: str, remedy: str) -> InputError:
        line, column = _at(event)
        return self.file.error(self.file.path, message, line, column, remedy)


def _at(event: yaml.Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1

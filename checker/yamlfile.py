"""YAML that people write by hand: exact scalars, and a line and column for every mistake.

Scalars stay as they are written (``3.50``, ``0123``, ``no``); only a plain ``null``, ``~`` or nothing is None. A key
given twice, an anchor that expands without end, a tab: each is an error with its place.
"""

from collections.abc import Iterator
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
MAX_NODES = 2_000_000


@dataclass
class YamlFile:
    """One file's data (dicts, lists, strings, None) with the 1-based place of every node, by its path of keys."""

    path: str
    data: Any
    marks: dict[Key, tuple[int, int]] = field(default_factory=dict)
    error: type[InputError] = InputError

    def at(self, key: Key, message: str, remedy: str = "") -> InputError:
        """An error that stands at ``key``, or at the nearest node above it that the file has."""
        while key and key not in self.marks:
            key = key[:-1]
        line, column = self.marks.get(key, (1, 1))
        return self.error(self.path, message, line, column, remedy)


def read_text(path: Path, error: type[InputError]) -> str:
    """The file as UTF-8 text; raises ``error`` with the remedy when that cannot be had."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise error(str(path), f"not UTF-8 at byte {problem.start}", remedy="save the file as UTF-8") from None
    except OSError as problem:
        raise error(str(path), f"cannot be read: {problem.strerror}") from None


def parse(text: str, path: str, error: type[InputError] = InputError) -> YamlFile:
    """Read one YAML document. Raises ``error`` at the place of the first mistake."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        raise error(
            path,
            _plain(problem, text, mark),
            mark.line + 1 if mark else None,
            mark.column + 1 if mark else None,
        ) from None
    except (yaml.YAMLError, ValueError) as problem:
        raise error(path, f"not YAML: {problem}".splitlines()[0], remedy="remove the unprintable character") from None
    file = YamlFile(path, None, error=error)
    if node is not None:
        file.data = _Reader(file).value(node, ())
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
        known = _known_keys(model)
        errors = [
            file.at((*base, *error["loc"]), *_say(dict(error), known)) for error in problem.errors(include_url=False)
        ]
        raise Problems(sorted(errors, key=lambda error: (error.line or 0, error.column or 0))) from None


def _plain(problem: yaml.MarkedYAMLError, text: str, mark: yaml.Mark | None) -> str:
    lines = text.splitlines()
    if mark and mark.line < len(lines) and "\t" in lines[mark.line][: mark.column + 1]:
        return "a tab where YAML wants spaces (replace the tab by spaces)"
    return f"not YAML: {problem.problem or problem.context}"


def _say(error: dict[str, Any], known: frozenset[str]) -> tuple[str, str]:
    name = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        key = str(error["loc"][-1])
        close = get_close_matches(key, known, 1)
        return f"unknown key {key!r}", f"did you mean {close[0]!r}?" if close else "remove it or correct its name"
    if error["type"] == "missing":
        return f"{name} is missing", "add it"
    message = str(error["msg"]).removeprefix("Value error, ")
    given = error.get("input")
    shown = f", not {given!r}" if isinstance(given, str) else ""
    return f"{name}: {message}{shown}", ""


def _known_keys(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(_walk_keys(model.model_json_schema()))


def _walk_keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _walk_keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _walk_keys(part)


class _Reader:
    """Builds plain data from composed nodes, noting where each stands."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.count = 0

    def value(self, node: yaml.Node, key: Key) -> Any:
        self.count += 1
        if self.count > MAX_NODES or len(key) > 100:
            raise self._error(node, "expands to too much data", "write the aliased part out or remove it")
        self.file.marks[key] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*key, index)) for index, child in enumerate(node.value)]
        return None if not node.style and node.value in NULLS else node.value

    def _mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for name, child in node.value:
            if not isinstance(name, yaml.ScalarNode):
                raise self._error(name, "a key must be plain text", "put quotes around it")
            if name.value in result:
                raise self._error(name, f"key {name.value!r} is given twice", "keep one of the two")
            result[name.value] = self.value(child, (*key, name.value))
            self.file.marks[(*key, name.value)] = (name.start_mark.line + 1, name.start_mark.column + 1)
        return result

    def _error(self, node: yaml.Node, message: str, remedy: str) -> InputError:
        return self.file.error(
            self.file.path, message, node.start_mark.line + 1, node.start_mark.column + 1, remedy
        )

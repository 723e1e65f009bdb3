"""Builds data from parser events, never by recursion.

libyaml's own composer runs out of C stack on deeply nested brackets and takes the process with it.
"""

from dataclasses import dataclass
from typing import Any

import yaml

from checker.errors import InputError
from checker.yamlfile.file import Key, YamlFile

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
MAX_DEPTH = 100
SPARE_NODES = 10_000
"""How many nodes aliases may add beyond one for each character, the most that a text can hold without them."""


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


class Builder:
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
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)

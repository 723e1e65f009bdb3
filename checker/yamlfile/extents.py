"""Where every part of a YAML text begins and ends, so that one scalar can be changed and every other byte stays."""

from dataclasses import dataclass
from typing import Any

import yaml

from checker.yamlfile.file import Key

LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Extent:
    """The offsets of a node, its end exclusive. ``flow`` is whether it stands in, or is, a ``{…}`` or ``[…]``."""

    start: int
    end: int
    flow: bool


@dataclass(slots=True)
class _Open:
    key: Key
    start: int
    flow: bool
    mapping: bool
    count: int = 0
    name: str | None = None
    last: int = 0


def extents(text: str) -> dict[Key, Extent]:
    """The extent of every node by its path of keys; a collection in lines ends where its last node does.

    The text must be sound YAML. Aliases are left out: what they repeat stands elsewhere.
    """
    starts = _line_starts(text)
    found: dict[Key, Extent] = {}
    stack: list[_Open] = []
    loader = LOADER(text)
    try:
        while loader.check_event():
            _take(loader.get_event(), stack, found, starts)
    finally:
        loader.dispose()
    return found


def _take(event: yaml.Event, stack: list[_Open], found: dict[Key, Extent], starts: list[int]) -> None:
    if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
        start, end = _offsets(event, starts)
        parent = stack[-1] if stack else None
        if parent and parent.mapping and parent.name is None:
            parent.name = event.value if isinstance(event, yaml.ScalarEvent) else ""
            parent.last = end
            return
        key = _next(parent)
        if isinstance(event, yaml.ScalarEvent):
            found[key] = Extent(start, end, bool(parent and parent.flow))
        if parent:
            parent.last = end
    elif isinstance(event, yaml.CollectionStartEvent):
        start, end = _offsets(event, starts)
        parent = stack[-1] if stack else None
        flow = bool(event.flow_style) or bool(parent and parent.flow)
        stack.append(_Open(_next(parent), start, flow, isinstance(event, yaml.MappingStartEvent), last=end))
    elif isinstance(event, yaml.CollectionEndEvent):
        done = stack.pop()
        end = _offsets(event, starts)[1] if done.flow else done.last
        found[done.key] = Extent(done.start, end, done.flow)
        if stack:
            stack[-1].last = end


def _next(parent: _Open | None) -> Key:
    if parent is None:
        return ()
    if parent.mapping:
        key = (*parent.key, parent.name or "")
        parent.name = None
        return key
    parent.count += 1
    return (*parent.key, parent.count - 1)


def _offsets(event: yaml.Event, starts: list[int]) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    assert start
    assert end
    return starts[start.line] + start.column, starts[end.line] + end.column


def _line_starts(text: str) -> list[int]:
    """Where lines begin as YAML 1.1 counts them."""
    starts, at = [0], 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == "\r" and text[at : at + 1] == "\n":
            at += 1
        if char in "\r\n\x85\u2028\u2029":
            starts.append(at)
    return [*starts, len(text)]

"""``[tool.checker]`` of a pyproject.toml as plain data, with the line and column of its keys."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from checker.errors import ConfigError
from checker.yamlfile import Key, YamlFile

TABLE: Key = ("tool", "checker")
HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?$")
ENTRY = re.compile(r"""\s*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)\s*=""")
WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def parse(text: str, path: str) -> YamlFile | None:
    """The file, or None when it has no ``[tool.checker]``. Raises ConfigError when it is not TOML."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        found = WHERE.search(str(problem))
        line, column = (int(found[1]), int(found[2])) if found and found[1] else (None, None)
        message = f"not TOML: {WHERE.sub('', str(problem))}"
        raise ConfigError(path, message, line, column, "correct the line") from None
    part: Any = data
    for name in TABLE:
        part = part.get(name) if isinstance(part, dict) else None
    if part is None:
        return None
    file = YamlFile(path, data, error=ConfigError)
    for key, place in _marks(text):
        file.marks.setdefault(key, place)
    return file


def _marks(text: str) -> Iterator[tuple[Key, tuple[int, int]]]:
    """The place of every key under TABLE. The items of arrays and of tables in braces have that of their key."""
    base: Key = ()
    counts: dict[Key, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        header = HEADER.match(line)
        if header and (names := _names(header[2])):
            base = names
            if header[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
                base = (*names, counts[names])
            yield from ((base[:end], (number, header.start(1) + 1)) for end in range(1, len(base) + 1))
        elif (entry := ENTRY.match(line)) and (base + _names(entry[1]))[: len(TABLE)] == TABLE:
            names = base + _names(entry[1])
            yield from ((names[:end], (number, entry.start(1) + 1)) for end in range(len(base) + 1, len(names) + 1))


def _names(dotted: str) -> Key:
    """The parts of a dotted key; none when it is no key."""
    try:
        data: Any = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    names: Key = ()
    while isinstance(data, dict):
        [(name, data)] = data.items()
        names = (*names, name)
    return names

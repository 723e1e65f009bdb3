"""A parsed YAML file: plain data, and the place of every part of it."""

from dataclasses import dataclass, field
from typing import Any

from checker.errors import InputError

Key = tuple[str | int, ...]


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

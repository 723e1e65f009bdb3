"""The settings of one run, and where each of them was said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.config.days import PathDate, Unread, front_matter_date, unread_date
from checker.config.patterns import Patterns
from checker.errors import ConfigError, InputError, Problems
from checker.yamlfile import Key, YamlFile

if TYPE_CHECKING:
    from checker.config.model import ConfigModel, RuleSetting
    from checker.gazetteer import Addition, Gazetteer

ALL = "all"


@dataclass(frozen=True, slots=True)
class Block:
    """States of rules for the files that ``patterns`` mean, or for all files. ``key`` is where it stands."""

    rules: "Mapping[str, RuleSetting]"
    key: Key
    patterns: Patterns | None = None

    def speaks_of(self, path: str) -> bool:
        """Whether it is about this file."""
        return self.patterns is None or self.patterns.match(path)


@dataclass(frozen=True)
class Settings:
    """What the settings say, or nothing at all. ``home`` is the folder that their paths start from."""

    home: Path = Path()
    file: YamlFile | None = None
    model: "ConfigModel | None" = None
    base: Key = ()
    blocks: tuple[Block, ...] = ()
    exclude: Patterns = field(default_factory=lambda: Patterns((), Path()))
    include: Patterns = field(default_factory=lambda: Patterns((), Path()))

    @classmethod
    def of(cls, file: YamlFile | None, home: Path) -> "Settings":
        """The settings in ``file``. Raises Problems with every mistake at its place."""
        if file is None:
            return cls(home)
        from checker.config.model import ConfigModel
        from checker.config.toml import TABLE
        from checker.yamlfile.models import validate

        base: Key = TABLE if file.path.endswith(".toml") else ()
        data = file.data
        for name in base:
            data = data[name]
        if data is not None and not isinstance(data, dict):
            raise file.at(base, "not settings: it has no keys", "see 'checker init'")
        model = validate(ConfigModel, file, data or {}, base)
        reader = _Reader(file, home, base)
        blocks = [Block(model.rules, (*base, "rules"))]
        for index, one in enumerate(model.overrides):
            key = (*base, "overrides", index)
            blocks.append(Block(one.rules, (*key, "rules"), reader.patterns((*key, "files"), one.files)))
        exclude = reader.patterns((*base, "exclude"), model.exclude)
        include = reader.patterns((*base, "include"), model.include)
        if reader.errors:
            raise Problems(reader.errors)
        return cls(home, file, model, base, tuple(blocks), exclude, include)

    @property
    def gitignore(self) -> bool:
        """Whether .gitignore files are heeded."""
        return self.model is None or self.model.gitignore

    @property
    def fail_on(self) -> str:
        """The least severity that makes the exit status 1."""
        return self.model.fail_on if self.model else "error"

    @property
    def packs(self) -> tuple[str, ...]:
        """The folders of further rules. Raises ConfigError when one is not there."""
        if self.model is None:
            return ()
        for index, folder in enumerate(self.model.packs):
            if not (self.home / folder).is_dir():
                raise self.error(
                    (*self.base, "packs", index),
                    f"packs: no such folder {str(self.home / folder)!r}",
                    "correct the path",
                )
        return tuple(str(self.home / folder) for folder in self.model.packs)

    def gazetteer(self) -> "Gazetteer | None":
        """The gazetteer with the places that are added. Raises ConfigError where one lies nowhere."""
        added = self.additions
        if not added:
            return None
        from checker.gazetteer import UnknownParent, supplemented

        try:
            return supplemented(added)
        except UnknownParent as problem:
            raise self.error((*self.base, "gazetteer", problem.within), str(problem), problem.remedy) from None

    @property
    def additions(self) -> "tuple[Addition, ...]":
        """The places that are added to the gazetteer."""
        if self.model is None or not self.model.gazetteer:
            return ()
        from checker.gazetteer import Addition

        return tuple(
            Addition(within, one.name, one.short or "", one.also)
            for within, places in self.model.gazetteer.items()
            for one in places
        )

    def place(self, key: str) -> Path | None:
        """The file that ``key`` (``ledger``, ``names`` …) gives. Raises ConfigError when there is none."""
        given: str | None = getattr(self.model, key) if self.model else None
        if given is None or self.file is None:
            return None
        path = self.home / given
        if not path.is_file():
            raise self.file.at((*self.base, key), f"{key}: no such file {str(path)!r}", "correct the path")
        return path

    def published(self, path: str, text: str) -> date | None:
        """The day of publication that the front matter of an article tells, else its path."""
        key = self.dated_by
        return (front_matter_date(text, key) if key else None) or self.path_date(path)

    def unread_date(self, text: str) -> Unread | None:
        """What the front matter of an article has for its day of publication, if that is no day."""
        return unread_date(text, self.dated_by) if self.dated_by else None

    @property
    def dated_by(self) -> str | None:
        """The key of the front matter that holds the day of publication."""
        return self.model.date.front_matter if self.model else None

    def path_date(self, path: str) -> date | None:
        """The day of publication that a path tells."""
        shape = self.model.date.path if self.model else None
        return PathDate(shape).find(Path(path).as_posix()) if shape else None

    def for_path(self, path: str) -> tuple[Block, ...]:
        """What is said about the rules for one file; the last word counts."""
        return tuple(block for block in self.blocks if block.speaks_of(path))

    def source(self, *key: str | int) -> str:
        """Where ``key`` was set, as file:line, or ``default``."""
        whole = (*self.base, *key)
        if self.file is None or self.file.known(whole) != whole:
            return "default"
        return f"{self.file.path}:{self.file.marks[whole][0]}"

    def error(self, key: Key, message: str, remedy: str = "") -> InputError:
        """A mistake at ``key``."""
        return self.file.at(key, message, remedy) if self.file else ConfigError("command line", message, remedy=remedy)


class _Reader:
    """Makes patterns and collects what is wrong with them."""

    def __init__(self, file: YamlFile, home: Path, base: Key) -> None:
        self.file, self.home, self.base = file, home, base
        self.errors: list[InputError] = []

    def patterns(self, key: Key, lines: tuple[str, ...]) -> Patterns:
        try:
            return Patterns(lines, self.home)
        except ValueError as problem:
            first = next(_wrong(lines, self.home), (0, ""))
            self.errors.append(self.file.at((*key, first[0]), f"not a pattern: {problem}", "write it as in .gitignore"))
            return Patterns((), self.home)


def _wrong(lines: tuple[str, ...], home: Path) -> Iterator[tuple[int, str]]:
    for index, line in enumerate(lines):
        try:
            Patterns((line,), home)
        except ValueError:
            yield index, line

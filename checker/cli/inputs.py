"""What a run reads: files, the index of a repository or standard input, and which of their lines count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click

from checker.cli.files import STDIN, Walker, listed, standard_input
from checker.config import Settings, find, load
from checker.document import Document
from checker.errors import ConfigError
from checker.readers import read
from checker.report import DocumentReport

if TYPE_CHECKING:
    from checker.cli.git import Changes, Repository

Command = TypeVar("Command", bound=Callable[..., object])
SETTINGS = (
    click.option("--config", type=Path, metavar="FILE", help="The settings, instead of the nearest checker.yaml."),
    click.option("--isolated", is_flag=True, help="Heed no settings."),
)
FORCE = click.option("--force-exclude", is_flag=True, help="Leave out what the settings exclude though it is named.")
OPTIONS = (
    click.option("--stdin-filename", metavar="NAME", help="What to call the article on standard input (PATH -)."),
    click.option("--staged", is_flag=True, help="Check what the index of git holds: the staged files, without a PATH."),
    click.option("--diff-base", metavar="REV", help="Tell only of lines that changed since the branch left REV."),
)


def options(command: Command) -> Command:
    """The options that say what is read, and by which settings."""
    for option in reversed((*SETTINGS, FORCE, *OPTIONS)):
        command = option(command)
    return command


def settled(command: Command) -> Command:
    """The options that say by which settings."""
    for option in reversed((*SETTINGS, FORCE)):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    paths: Sequence[str] = ()
    config: Path | None = None
    isolated: bool = False
    force_exclude: bool = False
    stdin_filename: str | None = None
    staged: bool = False
    diff_base: str | None = None

    @classmethod
    def of(cls, paths: Sequence[str], options: Mapping[str, Any]) -> Self:
        """What is asked for among the options of a command."""
        return cls(paths, **{one.name: options[one.name] for one in fields(cls) if one.name in options})

    @property
    def names_something(self) -> bool:
        """Whether it says what to check."""
        return bool(self.paths or self.staged or self.diff_base or self.stdin_filename)

    def settings(self) -> Settings:
        """The settings that hold. Raises ConfigError or Problems."""
        if self.isolated:
            return Settings()
        return load(self.config) if self.config else find(Path())


@dataclass(frozen=True)
class Inputs:
    """The articles of a run. Nothing is read before it is asked for."""

    request: Request
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def _repository(self) -> "Repository":
        from checker.cli.git import Repository

        return Repository(Path())

    @cached_property
    def _changes(self) -> "Changes | None":
        base = self.request.diff_base
        return self._repository.changes(base, staged=self.request.staged) if base else None

    @cached_property
    def paths(self) -> list[str]:
        """The files to check, in the order of their names. Raises ConfigError."""
        request, named = self.request, listed(self.request.paths)
        if request.stdin_filename and not named:
            named = [STDIN]
        if STDIN in named and (len(set(named)) > 1 or request.staged or request.diff_base):
            raise ConfigError("command line", "standard input goes with no other input", remedy="name - alone")
        if request.stdin_filename and named != [STDIN]:
            raise ConfigError("command line", "--stdin-filename is for standard input", remedy="name - as the PATH")
        walker = Walker(self.settings, request.force_exclude)
        if request.staged:
            return self._chosen(self._repository.staged(), named, walker)
        if request.diff_base and not named:
            return self._chosen(self._repository.changed(request.diff_base), named, walker)
        return walker.files(named)

    def read(self, path: str) -> Document:
        """The article at one of the paths. Raises ReadError or ConfigError."""
        if path == STDIN:
            return read(self.request.stdin_filename or STDIN, data=standard_input())
        if self.request.staged:
            return read(path, data=self._repository.content(path))
        return read(path)

    def restricted(self, path: str, report: DocumentReport) -> DocumentReport:
        """The report on the lines that count of the article at ``path``."""
        lines = self._changes.of(report.path) if self._changes else None
        if lines is None or not report.findings:
            return report
        from checker.cli.changed import restricted

        return restricted(self.read(path), report, lines)

    def _chosen(self, files: Sequence[str], named: Sequence[str], walker: Walker) -> list[str]:
        """Those of git's files that are articles and lie under a path named, if any is."""
        under = [Path(path).resolve() for path in named]
        chosen = [path for path in files if not under or any(_lies_in(Path(path).resolve(), one) for one in under)]
        return sorted(path for path in chosen if path in named or walker.wanted(path))


def _lies_in(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents

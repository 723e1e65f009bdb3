"""Which files a run checks: paths and folders, lists of paths, standard input."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.config import Settings
from checker.config.patterns import Patterns
from checker.errors import ConfigError
from checker.readers import PAGES, READERS

STDIN = "-"
IGNORE = ".gitignore"


def _real(file: str) -> str:
    """What tells a file from others that are named in another way; an impossible name is left to the reader."""
    return file if file == STDIN or "\0" in file else os.path.realpath(file)


def listed(paths: Sequence[str]) -> list[str]:
    """The paths, with ``@file`` replaced by the lines of that file. Raises ConfigError when it cannot be read."""
    found: list[str] = []
    for path in paths:
        if not path.startswith("@") or Path(path).exists():
            found.append(path)
            continue
        try:
            lines = Path(path[1:]).read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as problem:
            reason = getattr(problem, "strerror", None) or "not UTF-8"
            raise ConfigError(path, f"cannot be read: {reason}", remedy="name a file with one path a line") from None
        found += [line.strip() for line in lines if line.strip()]
    return found


@dataclass(frozen=True, slots=True)
class Walker:
    """Finds articles in folders, as the settings want it. A file that is named itself is checked whatever they say."""

    settings: Settings
    force_exclude: bool = False

    def files(self, paths: Iterable[str]) -> list[str]:
        """Every file meant, once, in the order of their names. Raises ConfigError for a folder without articles."""
        found: dict[str, str] = {}
        for path in sorted(set(paths)):
            for file in self._under(path):
                found.setdefault(_real(file), file)
        return sorted(found.values())

    def wanted(self, path: str) -> bool:
        """Whether a file would be found in its folder."""
        return self._is_article(path)

    def _under(self, path: str) -> list[str]:
        if not path:
            raise ConfigError("command line", "a PATH is empty", remedy="name a file or a folder")
        if path == STDIN or not Path(path).is_dir():
            return [] if self.force_exclude and path != STDIN and self.settings.exclude.match(path) else [path]
        found = list(self._walk(path, self._ignored(path)))
        if not found and not self.force_exclude:
            remedy = (
                f"known kinds: {', '.join(sorted(filter(None, READERS.keys() - PAGES)))}; see also 'checker config'"
            )
            raise ConfigError(path, "holds no articles", remedy=remedy)
        return found

    def _walk(self, folder: str, ignored: tuple[Patterns, ...]) -> Iterator[str]:
        here = (*ignored, *_gitignore(folder)) if self.settings.gitignore else ()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as problem:
            raise ConfigError(folder, f"cannot be read: {problem.strerror}", remedy="ask for permission") from None
        for entry in entries:
            path = os.path.normpath(entry.path)
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or _decided(here, path, folder=is_folder):
                continue
            if is_folder and not self._left_out(path, folder=True):
                yield from self._walk(path, here)
            elif _is_file(entry) and self._is_article(path):
                yield path

    def _is_article(self, path: str) -> bool:
        if self._left_out(path, folder=False):
            return False
        suffix = Path(path).suffix.lower()
        if self.settings.include:
            return self.settings.include.match(path)
        return bool(suffix) and suffix in READERS and suffix not in PAGES

    def _left_out(self, path: str, *, folder: bool) -> bool:
        return self.settings.exclude.match(path, folder=folder)

    def _ignored(self, folder: str) -> tuple[Patterns, ...]:
        """The .gitignore files above a folder, from its repository's root on."""
        above = Path(os.path.realpath(folder)).parents
        root = next((index for index, one in enumerate(above) if (one / ".git").exists()), None)
        if root is None or (Path(folder) / ".git").exists() or not self.settings.gitignore:
            return ()
        return tuple(found for one in reversed(above[: root + 1]) for found in _gitignore(str(one)))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file; a link that leads nowhere, or round in a circle, is none."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _gitignore(folder: str) -> list[Patterns]:
    path = Path(folder) / IGNORE
    try:
        return [Patterns(path.read_text("utf-8", "replace").splitlines(), path.parent)] if path.is_file() else []
    except ValueError as problem:
        raise ConfigError(str(path), f"not a pattern: {problem}", remedy="correct the line") from None
    except OSError as problem:
        remedy = "ask for permission, or set gitignore: false"
        raise ConfigError(str(path), f"cannot be read: {problem.strerror}", remedy=remedy) from None


def _decided(ignored: Sequence[Patterns], path: str, *, folder: bool) -> bool:
    """What the nearest .gitignore that speaks of it says."""
    for one in reversed(ignored):
        said = one.decide(path, folder=folder)
        if said is not None:
            return said
    return False


def standard_input() -> bytes:
    """All that is written to the program."""
    return sys.stdin.buffer.read()

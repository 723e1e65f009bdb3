"""What a git repository knows of files: which lines changed, and what the index holds."""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.errors import ConfigError

HUNK = re.compile(rb"@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@")
PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules")
ESCAPE = re.compile(rb'\\([abfnrtv"\\]|[0-7]{3})')
LETTERS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
Lines = tuple[range, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The lines that changed in each file, by its real path; ``tracked`` are all the files that git knows."""

    lines: dict[str, Lines]
    tracked: frozenset[str]

    def of(self, path: str) -> Lines | None:
        """The changed lines of a file, counted by LF from 1; None when all of it is new to git."""
        real = os.path.realpath(path)
        return self.lines.get(real, ()) if real in self.tracked else None


class Repository:
    """The repository around a folder. Raises ConfigError when there is none, or no git."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder
        try:
            top = self._git("rev-parse", "--show-toplevel")
        except ConfigError as problem:
            if "cannot be run" in problem.message:
                raise
            raise ConfigError("git", "not a git repository", remedy="name files instead, or run git init") from None
        self.root = Path(os.fsdecode(top.rstrip(b"\n")))

    def changes(self, base: str, *, staged: bool) -> Changes:
        """What changed since ``base``: in the working tree, or in the index."""
        compared = self._base(base)
        out = self._git("diff", "-U0", "-a", "-M", *PLAIN, *(["--cached"] if staged else []), compared, "--")
        tracked = self._paths("ls-files", "-z")
        lines = {self._real(path): found for path, found in _hunks(out)}
        return Changes(lines, frozenset(self._real(path) for path in tracked))

    def staged(self) -> list[str]:
        """The files that the index adds to the last commit or changes, as paths from the folder."""
        return self._here(self._paths("diff", "--cached", "--name-only", "--diff-filter=ACMRT", "-z"))

    def changed(self, base: str) -> list[str]:
        """The files that were added or changed since ``base``, those new to git too, as paths from the folder."""
        changed = self._paths("diff", "--name-only", "--diff-filter=ACMRT", "-z", self._base(base), "--")
        return self._here([*changed, *self._paths("ls-files", "--others", "--exclude-standard", "-z")])

    def content(self, path: str) -> bytes:
        """What the index holds of a file. Raises ConfigError when it holds nothing."""
        name = os.path.relpath(os.path.realpath(path), self.root.resolve())
        return self._git("cat-file", "blob", f":{Path(name).as_posix()}")

    def _base(self, name: str) -> str:
        """The commit where this branch left ``name``, else ``name`` itself. Raises ConfigError for an unknown one."""
        shallow = self._git("rev-parse", "--is-shallow-repository").strip() == b"true"
        try:
            found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        except ConfigError:
            remedy = "see 'git branch --all'"
            if shallow:
                remedy = "the clone is shallow: fetch it ('git fetch --depth=1 origin REV', or fetch-depth: 0 in CI)"
            raise ConfigError("--diff-base", f"git knows no commit {name!r}", remedy=remedy) from None
        commit = os.fsdecode(found.strip())
        try:
            return os.fsdecode(self._git("merge-base", commit, "HEAD").strip())
        except ConfigError:
            return commit  # a shallow clone, or no common history: more lines differ from it, never fewer

    def _here(self, paths: Sequence[bytes]) -> list[str]:
        start = os.path.realpath(self.folder)
        return [os.path.relpath(self._real(path), start) for path in paths]

    def _real(self, path: bytes) -> str:
        return os.path.realpath(self.root / os.fsdecode(path))

    def _paths(self, *command: str) -> list[bytes]:
        return [path for path in self._git(*command).split(b"\0") if path]

    def _git(self, *command: str) -> bytes:
        try:
            done = subprocess.run(["git", *command], cwd=self.root, capture_output=True, check=False)
        except OSError as problem:
            raise ConfigError("git", f"cannot be run: {problem.strerror}", remedy="install git") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip() or f"status {done.returncode}"
            raise ConfigError("git", f"git {command[0]} failed: {said}")
        return done.stdout


def _hunks(diff: bytes) -> Iterator[tuple[bytes, Lines]]:
    """The new path of every file of a diff without context, and the lines that are new in it."""
    path, found, pending = b"", list[range](), 0
    for line in diff.split(b"\n"):
        if pending and line[:1] in (b"+", b"-", b"\\"):
            pending -= line[:1] != b"\\"
            continue
        hunk = HUNK.match(line)
        if hunk:
            start, count = int(hunk[1]), int(hunk[2] or b"1")
            pending = count + _removed(line)
            found += [range(start, start + count)] if count else []
        elif line.startswith(b"+++ "):
            if path:
                yield path, tuple(found)
            path, found = _path(line[4:]), []
    if path:
        yield path, tuple(found)


def _removed(hunk: bytes) -> int:
    old = hunk.split(b" ")[1]
    return int(old.partition(b",")[2] or b"1")


def _path(written: bytes) -> bytes:
    """``b/name`` without its prefix; none for a file that is gone. Unusual names are quoted as in C."""
    if written.startswith(b'"'):
        written = ESCAPE.sub(_character, written.rstrip(b"\t")[1:-1])
    return written.rstrip(b"\t")[2:] if written.startswith(b"b/") else b""


def _character(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else LETTERS.get(code, code)

"""Where the reports of one run go: ``-o FILE`` for the one ``--format``, ``-o FORMAT=FILE`` as often as wanted.

Without a ``--format`` the end of a file's name tells it: ``-o 报告.html``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from checker.errors import ConfigError
from checker.patterns import pattern
from checker.reporters import FORMATS

STDOUT = "-"
TERMINAL = "terminal"
SUFFIXES = {
    ".json": "json",
    ".sarif": "sarif",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xml": "junit",
}
FORMAT = pattern("[A-Za-z][A-Za-z0-9_-]*|")
"""What stands before an equals sign and can only be meant for a format."""


@dataclass(frozen=True, slots=True)
class Output:
    """One report. No ``path`` is standard output."""

    format: str
    path: Path | None = None


def outputs(form: str | None, given: Sequence[str]) -> list[Output]:
    """Everything that is to be written, files first. ``form`` goes to standard output unless a plain FILE takes it.

    Raises ConfigError when two reports would go to one place, or there is no such format.
    """
    made, plain = [], False
    for one in given:
        name, path = _split(one)
        plain |= name is None
        name = name or form or SUFFIXES.get(Path(path).suffix.lower(), TERMINAL)
        made.append(Output(name, None if path == STDOUT else Path(path)))
    if not plain and all(one.path for one in made):
        made.append(Output(form or TERMINAL))
    _differ(made)
    return sorted(made, key=lambda one: one.path is None)


def _split(given: str) -> tuple[str | None, str]:
    name, equals, path = given.partition("=")
    if equals and name in FORMATS:
        if not path:
            raise ConfigError("command line", f"--output {given} names no file", remedy=f"write {name}=FILE")
        return name, path
    if equals and FORMAT.fullmatch(name):
        close = get_close_matches(name.lower(), FORMATS, 1)
        meant = f"did you mean {close[0]!r}?" if close else f"one of: {', '.join(FORMATS)}."
        remedy = f"{meant} For a file of this name write ./{given}"
        raise ConfigError("command line", f"there is no format {name!r}", remedy=remedy)
    return None, given


def _differ(made: Sequence[Output]) -> None:
    seen: dict[Path | None, str] = {}
    for one in made:
        place = one.path.absolute() if one.path else None
        if place in seen:
            where = str(one.path or "standard output")
            both = f"{seen[place]} and {one.format}"
            raise ConfigError("command line", f"{both} would both be written to {where}", remedy="name two files")
        seen[place] = one.format

"""Where the reports of one run go: ``-o FILE`` for the one ``--format``, ``-o FORMAT=FILE`` as often as wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from checker.errors import ConfigError
from checker.reporters import FORMATS

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """One report. No ``path`` is standard output."""

    format: str
    path: Path | None = None


def outputs(form: str, given: Sequence[str]) -> list[Output]:
    """Everything that is to be written, files first. ``form`` goes to standard output unless a plain FILE takes it.

    Raises ConfigError when two reports would go to one place, or a format is misspelt.
    """
    made, plain = [], False
    for one in given:
        name, path = _split(one)
        plain |= name is None
        made.append(Output(name or form, None if path == STDOUT else Path(path)))
    if not plain and all(one.path for one in made):
        made.append(Output(form))
    _differ(made)
    return sorted(made, key=lambda one: one.path is None)


def _split(given: str) -> tuple[str | None, str]:
    name, equals, path = given.partition("=")
    if equals and name in FORMATS:
        if not path:
            raise ConfigError("command line", f"--output {given} names no file", remedy=f"write {name}=FILE")
        return name, path
    close = get_close_matches(name.lower(), FORMATS, 1) if equals else []
    if close:
        remedy = f"did you mean {close[0]!r}? For a file of this name write ./{given}"
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

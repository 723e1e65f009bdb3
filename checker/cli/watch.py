"""checker watch: checks articles again whenever they are saved."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from checker.cli import lint
from checker.cli.files import Walker, listed
from checker.config import Settings, find
from checker.errors import ConfigError, InputError, Problems, ReadError

Stamp = tuple[int, int, int]


@click.command("watch", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--interval", type=click.FloatRange(min=0.05), default=0.5, help="Seconds between two looks.")
def command(paths: tuple[str, ...], interval: float) -> None:
    """Check the articles at PATH, and each again when it is saved. Ctrl-C ends it.

    Options of 'checker lint' may follow the paths: checker watch 稿件/ -v --date 2025-04-22.
    """
    split = next((index for index, path in enumerate(paths) if path.startswith("-")), len(paths))
    watched, options = paths[:split], paths[split:]
    if not watched or "-" in options:
        raise ConfigError("command line", "standard input cannot be watched", remedy="name files or folders")
    if any(option.startswith("--interval") for option in options):
        raise ConfigError("command line", "--interval is none of lint's options", remedy="write it before the paths")
    _missing(watched)
    seen: dict[str, Stamp] = {}
    try:
        while True:
            changed = list(changes(find(Path()), watched, seen))
            if changed:
                _check([*changed, *options])
            time.sleep(interval)
    except KeyboardInterrupt:
        click.echo("", err=True)


def _missing(paths: Sequence[str]) -> None:
    """Raises Problems with the paths at which there is nothing to watch: one that goes later may be on its way back."""
    errors: list[InputError] = []
    for path in listed(paths):
        try:
            Path(path).stat()
        except FileNotFoundError:
            errors.append(ReadError(path, "no such file", remedy="correct the path"))
        except (OSError, ValueError) as problem:
            reason = getattr(problem, "strerror", None) or str(problem)
            errors.append(ReadError(path, f"cannot be read: {reason}"))
    if errors:
        raise Problems(errors)


def changes(settings: Settings, paths: Sequence[str], seen: dict[str, Stamp]) -> Iterator[str]:
    """The files that are new or have been saved since ``seen`` was brought up to date, which it is now."""
    for path in Walker(settings).files(listed(paths)):
        stamp = _stamp(path)
        if stamp is not None and seen.get(path) != stamp:
            seen[path] = stamp
            yield path


def _stamp(path: str) -> Stamp | None:
    """What changes when a file is saved; None for one that is being replaced, or out of reach for now."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _check(arguments: list[str]) -> Any:
    """One run. A mistake in an article is shown, and watching goes on."""
    try:
        return lint.command.main(arguments, prog_name="checker lint", standalone_mode=False)
    except Problems as problems:
        for error in problems.errors:
            click.echo(f"error: {error}", err=True)
    except InputError as error:
        click.echo(f"error: {error}", err=True)
    return None

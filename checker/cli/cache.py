"""checker cache: what is kept from run to run."""

import click

from checker import patterns
from checker.cli import store
from checker.errors import ConfigError

MEGABYTE = 1024**2


@click.group("cache")
def command() -> None:
    """Show or clear what is kept from run to run.

    It lies in CHECKER_CACHE_DIR, else in XDG_CACHE_HOME, else in ~/.cache; CHECKER_CACHE_DIR= (empty) keeps nothing.
    """


@command.command("info")
def info() -> None:
    """Print where it lies and how much it is."""
    file = store.path()
    if file is None:
        click.echo("nothing is kept: CHECKER_CACHE_DIR is empty")
        return
    click.echo(f"folder:   {file.parent}")
    if not file.is_file():
        click.echo("reports:  none")
        return
    kept = store.Store(file)
    contents = kept.contents()
    kept.close()
    click.echo(f"reports:  {contents.reports}")
    click.echo(f"size:     {contents.size / MEGABYTE:.1f} MB of at most {store.LIMIT // MEGABYTE} MB")


@command.command("clear")
def clear() -> None:
    """Take all of it away."""
    file, home = store.path(), patterns.folder()
    if file is None or home is None:
        click.echo("nothing is kept: CHECKER_CACHE_DIR is empty")
        return
    try:
        store.clear(file)
        for kept in home.glob("patterns-*.bin"):
            kept.unlink(missing_ok=True)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ConfigError(str(home), f"cannot be cleared: {reason}", remedy="take it away by hand") from None
    click.echo(f"cleared:  {home}")

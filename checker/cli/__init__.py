"""The command line. Each command is a module of its own, imported only when it is called."""

import gc
import sys
import traceback
from importlib import import_module

import click

from checker import patterns
from checker.errors import InputError, Problems

COMMANDS = {
    "baseline": "Write down the findings that are known.",
    "cache": "Show or clear what is kept from run to run.",
    "config": "Show the settings in force, and where each comes from.",
    "diff": "Compare two states of an article: mended, not mended, newly broken.",
    "explain": "Show what a rule finds, why, and its examples.",
    "export": "Write a ledger as a table or as JSON-LD.",
    "extract": "Draft the ledger of an article.",
    "init": "Write a commented settings file.",
    "lint": "Check articles.",
    "notice": "Write the change notice, the sign-off sheet, or the correction.",
    "rules": "List the rules; begin and test your own.",
    "schema": "Print the JSON Schema of a file format.",
    "sync": "Bring a ledger into line with its article.",
    "text": "Print an article's text as the checker reads it.",
    "waive": "Let findings of a report stand, with a reason and a last day.",
    "watch": "Check articles again whenever they are saved.",
}


PATIENCE = (50_000, 20, 20)
"""How much is made before garbage is looked for: an article's tokens are many, and all in use to the end."""


class Commands(click.Group):
    """Finds a command's module by its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"checker.cli.{cmd_name}").command
        gc.freeze()
        gc.set_threshold(*PATIENCE)
        gc.enable()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, without importing every command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="checker", prog_name="checker")
def cli() -> None:
    """A compiler for facts: checks the numbers, names and structure of Chinese news articles.

    Exit status: 0 nothing at or above --fail-on was found, 1 something was, 2 the checker could not do its work.
    """


def main() -> None:
    """Run the command line and exit. A fault of the program itself ends with status 2: 1 would say "errors found".

    What start-up makes lives as long as the program; to look for garbage among it is time lost.
    """
    gc.disable()
    try:
        status = cli.main(prog_name="checker", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        status = 2
    except click.Abort:
        status = 130
    except Problems as problems:
        for error in problems.errors:
            click.echo(f"error: {error}", err=True)
        status = 2
    except InputError as error:
        click.echo(f"error: {error}", err=True)
        status = 2
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        status = 0
    except Exception:
        traceback.print_exc()
        click.echo("error: this is a fault of the checker, not of the article; please report it", err=True)
        status = 2
    gc.enable()
    patterns.keep()
    sys.exit(status if isinstance(status, int) else 0)

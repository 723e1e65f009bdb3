"""checker explain: a rule file as a page."""

import sys
from pathlib import Path

import click

from checker.cli.selection import one, packs
from checker.config import find


@click.command("explain")
@click.argument("rule")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
def command(rule: str, folders: tuple[str, ...]) -> None:
    """Show what RULE finds, why it matters, its examples and traps, its limits, and how to mend what it finds."""
    from checker.packs.page import page

    sys.stdout.buffer.write(page(one(packs([*find(Path()).packs, *folders]), rule)).encode())

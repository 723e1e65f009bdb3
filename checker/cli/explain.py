"""checker explain: a rule file as a page, or what the rules of a family find."""

import sys
from pathlib import Path

import click

from checker.cli.selection import one, packs
from checker.config import find


@click.command("explain")
@click.argument("rule", metavar="RULE|FAMILY")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
def command(rule: str, folders: tuple[str, ...]) -> None:
    """Show what RULE finds, why it matters, its examples and traps, its limits, and how to mend what it finds.

    Of a FAMILY, show what each of its rules finds.
    """
    rules = packs([*find(Path()).packs, *folders])
    members = [member for member in rules if member.family == rule]
    if members:
        from checker.packs.page import overview

        text = overview(rule, members)
    else:
        from checker.packs.page import page

        text = page(one(rules, rule))
    sys.stdout.buffer.write(text.encode())

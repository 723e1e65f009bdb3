"""checker baseline: write down the findings that an old repository has, so that only new ones count."""

from datetime import datetime
from pathlib import Path

import click

from checker.cli.checking import Book, Checking, names_of, run
from checker.cli.desk import Desk
from checker.cli.output import write
from checker.cli.selection import chosen, packs

DEFAULT = Path("baseline.yaml")


@click.group("baseline")
def command() -> None:
    """Known findings: 'checker lint --baseline FILE' marks them and lets only new ones count."""


@command.command("write")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", type=Path, default=DEFAULT, show_default=True, metavar="FILE", help="Where to write it."
)
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication.")
@click.option("--ledger", type=Path, metavar="FILE", help="The ledger of claims.")
@click.option("--names", type=Path, metavar="FILE", help="The list of right names; names.yaml here if there is one.")
@click.option("--facts", type=Path, metavar="FILE", help="The reference facts; facts.yaml here if there is one.")
@click.option("--waivers", type=Path, metavar="FILE", help="What may stand; waivers.yaml here if there is one.")
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules or families only.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or families out.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
def write_baseline(
    paths: tuple[str, ...],
    output: Path,
    day: datetime | None,
    ledger: Path | None,
    names: Path | None,
    facts: Path | None,
    waivers: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    folders: tuple[str, ...],
) -> None:
    """Check the articles at PATH as 'checker lint' would with these options, and keep what is found.

    What is waived is left out: it does not count anyway.
    """
    from checker.claims.baseline import written

    every = packs(folders)
    desk = Desk({rule.id for rule in every}, facts, waivers)
    rules = chosen(every, select, ignore)
    report = run(paths, Checking(rules, day.date() if day else None, Book(ledger), names_of(names), desk))
    write(output, written(report.documents, output))
    known = sum(len(one.findings) for one in report.documents)
    click.echo(f"{output}: {known} findings in {len(report.documents)} documents", err=True)

"""checker lint: read articles, run the rules, write the reports."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from checker.cli.checking import Book, Checking, names_of, run
from checker.cli.desk import Desk
from checker.cli.output import write
from checker.cli.outputs import Output, outputs
from checker.cli.selection import chosen, packs
from checker.errors import ConfigError
from checker.findings import Manual, Report, Severity
from checker.packs import Rule
from checker.reporters import FORMATS, Options, render

LEDGER = Path("claims.yaml")
REPORTS = Path("reports")
BUNDLE = {"json": ".json", "markdown": ".md", "html": ".html"}
TELLING = frozenset({"sarif"})
"""The formats that carry what the rules are for."""
FAIL_ON = {**{one.value: one for one in Severity}, "never": None}


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="terminal", help="The report's format.")
@click.option("-o", "--output", multiple=True, metavar="[FORMAT=]FILE", help="Write a report there; give it often.")
@click.option("--statistics", is_flag=True, help="Count by rule, and estimate the rate of errors.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication: 今年 and 近日 mean it.")
@click.option("--fail-on", type=click.Choice(list(FAIL_ON)), default="error", help="The least severity for status 1.")
@click.option("--ledger", type=Path, metavar="FILE", help="The ledger of claims; without paths, claims.yaml here.")
@click.option("--names", type=Path, metavar="FILE", help="The list of right names; names.yaml here if there is one.")
@click.option("--facts", type=Path, metavar="FILE", help="The reference facts; facts.yaml here if there is one.")
@click.option("--waivers", type=Path, metavar="FILE", help="What may stand; waivers.yaml here if there is one.")
@click.option("--baseline", type=Path, metavar="FILE", help="Findings known before, which do not count.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which waivers are judged; else --date.")
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules or families only.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or families out.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes; one for each core from 20 articles on.")
@click.option("--no-cache", is_flag=True, help="Take nothing from earlier runs and keep nothing for later ones.")
@click.option("-v", "--verbose", is_flag=True, help="Show style findings and the working of everything that fits.")
def command(
    paths: tuple[str, ...],
    form: str,
    output: tuple[str, ...],
    statistics: bool,
    day: datetime | None,
    fail_on: str,
    ledger: Path | None,
    names: Path | None,
    facts: Path | None,
    waivers: Path | None,
    baseline: Path | None,
    today: datetime | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    folders: tuple[str, ...],
    jobs: int | None,
    no_cache: bool,
    verbose: bool,
) -> int:
    """Check the articles at PATH.

    Without a PATH, in a folder with a claims.yaml: check the article that the ledger names, and write its reports
    into reports/ as well.
    """
    wanted = outputs(form, output)
    every = packs(folders)
    rules = chosen(every, select, ignore)
    bundle = not paths
    book = ledger or (LEDGER if bundle else None)
    if book is None and not paths:
        raise ConfigError("command line", "no article named", remedy="name a file")
    ids = {rule.id for rule in every}
    desk = Desk(ids, facts, waivers, baseline, today.date() if today else None)
    checking = Checking(rules, day.date() if day else None, Book(book), names_of(names), desk)
    report = run(list(paths), checking, jobs, cached=not no_cache)
    desk.tell()
    report = replace(report, fail_on=FAIL_ON[fail_on], manuals=_manuals(wanted, rules))
    if bundle:
        for name, suffix in BUNDLE.items():
            stem = Path(report.documents[0].path).stem
            write(REPORTS / f"{stem}{suffix}", render(report, name))
        from checker.cli.notice import sheets_of

        for name, text in sheets_of(report.documents[0], checking.book, checking.day):
            write(REPORTS / name, text)
    _emit(report, wanted, verbose=verbose, statistics=statistics)
    return int(report.failed)


def _manuals(wanted: Sequence[Output], rules: Sequence[Rule]) -> tuple[Manual, ...]:
    """What the rules are for, if a format that is wanted tells of it."""
    if not any(one.format in TELLING for one in wanted):
        return ()
    from checker.packs.page import manual

    return tuple(map(manual, rules))


def _emit(report: Report, wanted: Sequence[Output], *, verbose: bool, statistics: bool) -> None:
    """Write the reports. All are made before the first is written."""
    plain = Options(verbose=verbose, style=verbose, statistics=statistics)
    screen = Options.of(sys.stdout, verbose=verbose, style=verbose, statistics=statistics)
    made = [(one, render(report, one.format, plain if one.path else screen)) for one in wanted]
    for one, text in made:
        if one.path:
            write(one.path, text)
        else:
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
            sys.stdout.flush()

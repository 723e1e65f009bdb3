"""checker lint: read articles, run the rules, write the reports."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from checker.cli.checking import Checking, run
from checker.cli.inputs import Inputs, Request, options
from checker.cli.means import Means, judged, means
from checker.cli.output import spare, write
from checker.cli.outputs import Output, outputs
from checker.findings import Severity
from checker.packs import Rule
from checker.report import Manual, Report
from checker.reporters import FORMATS, Options, encode, render

REPORTS = Path("reports")
BUNDLE = {"json": ".json", "markdown": ".md", "html": ".html"}
TELLING = frozenset({"sarif"})
"""The formats that carry what the rules are for."""
FAIL_ON = {**{one.value: one for one in Severity}, "never": None}


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), help="The report's format; else by FILE's end, or terminal."
)
@click.option("-o", "--output", multiple=True, metavar="[FORMAT=]FILE", help="Write a report there; give it often.")
@click.option("--statistics", is_flag=True, help="Count by rule, and estimate the rate of errors.")
@click.option("--fail-on", type=click.Choice(list(FAIL_ON)), help="The least severity for status 1; error.")
@means
@judged
@options
@click.option("--fix", is_flag=True, help="Apply the safe fixes: marks and spaces, never numbers, names or speech.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing; status 1 if anything.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes; one for each core from 20 articles on.")
@click.option("--no-cache", is_flag=True, help="Take nothing from earlier runs and keep nothing for later ones.")
@click.option("-v", "--verbose", is_flag=True, help="Show style findings and the working of everything that fits.")
def command(
    paths: tuple[str, ...],
    form: str | None,
    output: tuple[str, ...],
    statistics: bool,
    fail_on: str | None,
    fix: bool,
    diff: bool,
    jobs: int | None,
    no_cache: bool,
    verbose: bool,
    **others: Any,
) -> int:
    """Check the articles at PATH: files, folders, @FILE with a list of them, or - for standard input.

    Without a PATH, in a folder with a claims.yaml: check the article that the ledger names, and write its reports
    into reports/ as well.
    """
    wanted = outputs(form, output)
    request = Request.of(paths, others)
    settings = request.settings()
    bundle = not request.names_something
    checking = Means.of(others).checking(settings)
    inputs = Inputs(replace(request, paths=checking.book.article) if bundle else request, settings)
    for one in wanted:
        spare(one.path, inputs.paths)
    if fix or diff:
        from checker.cli import fixing

        report, changes = fixing.run(inputs, checking, write=not diff)
        if diff:
            sys.stdout.buffer.write(changes.encode("utf-8", "replace"))
            return int(bool(changes))
    else:
        report = run(inputs, checking, jobs, cached=not no_cache)
    checking.desk.tell()
    checking.book.tell(one.path for one in report.documents)
    report = replace(report, fail_on=FAIL_ON[fail_on or settings.fail_on])
    report = replace(report, manuals=_manuals(wanted, checking.tuning.rules))
    if bundle:
        _write_bundle(report, checking)
    _emit(report, wanted, verbose=verbose, statistics=statistics)
    return int(report.failed)


def _write_bundle(report: Report, checking: Checking) -> None:
    """The reports and sheets on the one article, in their folder; none takes the article's place."""
    from checker.cli.notice import sheets_of

    [article] = report.documents
    made = [(f"{Path(article.path).stem}{suffix}", render(report, name)) for name, suffix in BUNDLE.items()]
    made += sheets_of(article, checking.book, checking.published(article.path, article.text))
    for name, _ in made:
        spare(REPORTS / name, [article.path])
    for name, text in made:
        write(REPORTS / name, text)


def _manuals(wanted: Sequence[Output], rules: Sequence[Rule]) -> tuple[Manual, ...]:
    """What the rules are for, if a format that is wanted tells of it."""
    if not any(one.format in TELLING for one in wanted):
        return ()
    from checker.packs.page import manual

    return tuple(map(manual, rules))


def _emit(report: Report, wanted: Sequence[Output], *, verbose: bool, statistics: bool) -> None:
    """Write the reports. All are made before the first is written, but those that are made as they are written."""
    plain = Options(verbose=verbose, style=verbose, statistics=statistics)
    screen = Options.of(sys.stdout, verbose=verbose, style=verbose, statistics=statistics)
    made = [(one, encode(report, one.format, plain if one.path else screen)) for one in wanted]
    for one, pieces in made:
        if one.path:
            write(one.path, pieces)
        else:
            sys.stdout.buffer.writelines(pieces)
            sys.stdout.flush()

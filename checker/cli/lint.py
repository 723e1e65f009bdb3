"""checker lint: read articles, run the rules, write the reports."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from checker.claims import Binding, bind, load
from checker.cli.output import write
from checker.cli.selection import chosen, packs
from checker.engine import lint
from checker.errors import ConfigError, InputError, Problems
from checker.findings import DocumentReport, Report
from checker.packs import Rule
from checker.readers import read
from checker.reporters import FORMATS, render

LEDGER = Path("claims.yaml")
REPORTS = Path("reports")
BUNDLE = {"json": ".json", "markdown": ".md", "html": ".html"}
FAIL_ON = {"error": 0, "verify": 1, "style": 2, "never": -1}
LONG_RUN = 20


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="terminal", help="The report's format.")
@click.option("-o", "--output", type=Path, metavar="FILE", help="Write the report there instead of standard output.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication: 今年 and 近日 mean it.")
@click.option("--fail-on", type=click.Choice(list(FAIL_ON)), default="error", help="The least severity for status 1.")
@click.option("--ledger", type=Path, metavar="FILE", help="The ledger of claims; without paths, claims.yaml here.")
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules or families only.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or families out.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
@click.option("-v", "--verbose", is_flag=True, help="Show style findings and the working of everything that fits.")
def command(
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    day: datetime | None,
    fail_on: str,
    ledger: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    folders: tuple[str, ...],
    verbose: bool,
) -> int:
    """Check the articles at PATH.

    Without a PATH, in a folder with a claims.yaml: check the article that the ledger names, and write its reports
    into reports/ as well.
    """
    rules = chosen(packs(folders), select, ignore)
    bundle = not paths
    book = ledger or (LEDGER if bundle else None)
    if book is None and not paths:
        raise ConfigError("command line", "no article named", remedy="name a file")
    report = _run(list(paths), rules, day.date() if day else None, book)
    if bundle:
        for name, suffix in BUNDLE.items():
            stem = Path(report.documents[0].path).stem
            write(REPORTS / f"{stem}{suffix}", render(report, name))
    _emit(report, form, output, verbose)
    return int(_failed(report, fail_on))


def _emit(report: Report, form: str, output: Path | None, verbose: bool) -> None:
    if output:
        write(output, render(report, form, verbose=verbose))
        return
    text = render(report, form, verbose=verbose, stream=sys.stdout)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def _failed(report: Report, fail_on: str) -> bool:
    return any(one.severity.rank <= FAIL_ON[fail_on] for document in report.documents for one in document.findings)


def _run(paths: list[str], rules: Sequence[Rule], day: date | None, book: Path | None) -> Report:
    """Lint every path, in the order given. Raises Problems with everything that cannot be read, so nothing passes."""
    ledger = load(book) if book else None
    if ledger and not paths:
        paths = [str(ledger.home / ledger.article.source_file)]
    documents: list[DocumentReport] = []
    errors: list[InputError] = []
    for path in _shown(list(dict.fromkeys(paths))):
        try:
            document = read(path)
            binding = bind(ledger, document) if ledger and ledger.is_about(path) else None
            documents.append(lint(document, rules, published=day or _issued(binding), claimed=_claimed(binding)))
        except Problems as problems:
            errors += problems.errors
        except InputError as error:
            errors.append(error)
    if errors:
        raise Problems(errors)
    return Report(tuple(documents))


def _issued(binding: Binding | None) -> date | None:
    return binding.ledger.article.issue_date if binding else None


def _claimed(binding: Binding | None) -> Sequence:
    return binding.spans if binding else ()


def _shown(paths: list[str]) -> Iterator[str]:
    """The paths, with a progress bar on a terminal when there are many."""
    if len(paths) < LONG_RUN or not sys.stderr.isatty():
        yield from paths
        return
    with click.progressbar(paths, label="核查", file=sys.stderr) as bar:
        yield from bar

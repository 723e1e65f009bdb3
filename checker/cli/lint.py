"""checker lint: read articles, run the rules, write the reports."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker import yamlfile
from checker.cli.inputs import Inputs, Request, options
from checker.cli.output import write
from checker.cli.outputs import Output, outputs
from checker.cli.selection import packs
from checker.cli.tuning import Tuning
from checker.document import Document
from checker.engine import lint
from checker.errors import ConfigError, InputError, NamesError, Problems
from checker.findings import DocumentReport, Manual, Report, Severity
from checker.packs import Rule
from checker.reporters import FORMATS, Options, render
from checker.spans import Span

if TYPE_CHECKING:
    from checker.lexicon.names import Names

LEDGER = Path("claims.yaml")
NAMES = Path("names.yaml")
REPORTS = Path("reports")
BUNDLE = {"json": ".json", "markdown": ".md", "html": ".html"}
TELLING = frozenset({"sarif"})
"""The formats that carry what the rules are for."""
FAIL_ON = {**{one.value: one for one in Severity}, "never": None}
LONG_RUN = 20


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="terminal", help="The report's format.")
@click.option("-o", "--output", multiple=True, metavar="[FORMAT=]FILE", help="Write a report there; give it often.")
@click.option("--statistics", is_flag=True, help="Count by rule, and estimate the rate of errors.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication: 今年 and 近日 mean it.")
@click.option("--fail-on", type=click.Choice(list(FAIL_ON)), help="The least severity for status 1; error.")
@click.option("--ledger", type=Path, metavar="FILE", help="The ledger of claims; without paths, claims.yaml here.")
@click.option("--names", type=Path, metavar="FILE", help="The list of right names; names.yaml here if there is one.")
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules or families only.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or families out.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes: marks and spaces, never numbers, names or speech.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing; status 1 if anything.")
@click.option("-v", "--verbose", is_flag=True, help="Show style findings and the working of everything that fits.")
@options
def command(
    paths: tuple[str, ...],
    form: str,
    output: tuple[str, ...],
    statistics: bool,
    day: datetime | None,
    fail_on: str | None,
    ledger: Path | None,
    names: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    folders: tuple[str, ...],
    fix: bool,
    diff: bool,
    verbose: bool,
    **request: Any,
) -> int:
    """Check the articles at PATH: files, folders, @FILE with a list of them, or - for standard input.

    Without a PATH, in a folder with a claims.yaml: check the article that the ledger names, and write its reports
    into reports/ as well.
    """
    wanted = outputs(form, output)
    asked = Request(paths, **request)
    settings = asked.settings()
    bundle = not asked.names_something
    book = ledger or settings.place("ledger") or (LEDGER if bundle and LEDGER.is_file() else None)
    tuning = Tuning(packs([*settings.packs, *folders]), settings, select, ignore)
    run = Run(tuning, Book(book), day.date() if day else None, _names(names or settings.place("names")))
    inputs = Inputs(replace(asked, paths=run.book.article) if bundle else asked, settings)
    if fix or diff:
        from checker.cli import fixing

        report, changed = fixing.run(inputs, run, write=not diff)
        if diff:
            sys.stdout.buffer.write(changed.encode("utf-8", "replace"))
            return int(bool(changed))
    else:
        report = _run(inputs, run)
    report = replace(report, fail_on=FAIL_ON[fail_on or settings.fail_on], manuals=_manuals(wanted, tuning.rules))
    if bundle:
        for name, suffix in BUNDLE.items():
            stem = Path(report.documents[0].path).stem
            write(REPORTS / f"{stem}{suffix}", render(report, name))
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


@dataclass(frozen=True, slots=True)
class Kept:
    """What the ledger knows of one document: the words its claims cover, and the day of issue."""

    spans: Sequence[Span] = ()
    issued: date | None = None


class Book:
    """A ledger file, or none. Its library is loaded only for a run that has one."""

    def __init__(self, path: Path | None) -> None:
        if path:
            from checker.claims import load

            self.ledger = load(path)
        self.path = path

    @property
    def article(self) -> list[str]:
        """The article that the ledger names. Raises ConfigError without a ledger."""
        if not self.path:
            raise ConfigError("command line", "no article named", remedy="name a file or a folder")
        return [str(self.ledger.home / self.ledger.article.source_file)]

    def about(self, document: Document) -> Kept:
        """What is kept about ``document``. Raises Problems when a claim's words are not in it."""
        if not self.path or not self.ledger.is_about(document.path):
            return Kept()
        from checker.claims import bind

        return Kept(bind(self.ledger, document).spans, self.ledger.article.issue_date)


def _names(path: Path | None) -> "Names | None":
    """The list of right names at ``path``, else the one of this folder, else none. Only a wrong one needs pydantic."""
    if path is None and not NAMES.is_file():
        return None
    from checker.lexicon.names import Names

    file = yamlfile.load(path or NAMES, NamesError)
    try:
        return Names.of(file.data)
    except ValueError:
        from checker.claims.names import load

        return load(path or NAMES)


@dataclass(frozen=True, slots=True)
class Run:
    """What every article of a run is checked with."""

    tuning: Tuning
    book: Book
    day: date | None
    names: "Names | None"

    def lint(self, document: Document) -> DocumentReport:
        """The report on one article. Raises Problems when a claim's words are not in it."""
        path, kept = document.path, self.book.about(document)
        published = self.day or kept.issued or self.tuning.settings.published(path, document.text)
        rules = self.tuning.rules_for(path)
        return lint(document, rules, published=published, claimed=kept.spans, names=self.names)


def _run(inputs: Inputs, run: Run) -> Report:
    """Lint every article. Raises Problems with everything that cannot be read, so nothing passes."""
    documents: list[DocumentReport] = []
    errors: list[InputError] = []
    for name in _shown(inputs.paths):
        try:
            document = inputs.read(name)
            documents.append(inputs.restricted(document, run.lint(document)))
        except Problems as problems:
            errors += problems.errors
        except InputError as error:
            errors.append(error)
    if errors:
        raise Problems(errors)
    return Report(tuple(documents))


def _shown(paths: list[str]) -> Iterator[str]:
    """The paths, with a progress bar on a terminal when there are many."""
    if len(paths) < LONG_RUN or not sys.stderr.isatty():
        yield from paths
        return
    with click.progressbar(paths, label="核查", file=sys.stderr) as bar:
        yield from bar

"""checker lint: read articles, run the rules, write the reports."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import yamlfile
from checker.cli.output import write
from checker.cli.selection import chosen, packs
from checker.document import Document
from checker.engine import lint
from checker.errors import ConfigError, InputError, NamesError, Problems
from checker.findings import DocumentReport, Report
from checker.packs import Rule
from checker.readers import read
from checker.reporters import FORMATS, Options, render
from checker.spans import Span

if TYPE_CHECKING:
    from checker.lexicon.names import Names

LEDGER = Path("claims.yaml")
NAMES = Path("names.yaml")
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
@click.option("--names", type=Path, metavar="FILE", help="The list of right names; names.yaml here if there is one.")
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules or families only.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or families out.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes; one for each core from 20 articles on.")
@click.option("--no-cache", is_flag=True, help="Take nothing from earlier runs and keep nothing for later ones.")
@click.option("-v", "--verbose", is_flag=True, help="Show style findings and the working of everything that fits.")
def command(
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    day: datetime | None,
    fail_on: str,
    ledger: Path | None,
    names: Path | None,
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
    rules = chosen(packs(folders), select, ignore)
    bundle = not paths
    book = ledger or (LEDGER if bundle else None)
    if book is None and not paths:
        raise ConfigError("command line", "no article named", remedy="name a file")
    desk = Desk(rules, day.date() if day else None, Book(book), _names(names))
    report = _run(list(paths), desk, jobs, cached=not no_cache)
    if bundle:
        for name, suffix in BUNDLE.items():
            stem = Path(report.documents[0].path).stem
            write(REPORTS / f"{stem}{suffix}", render(report, name))
    _emit(report, form, output, verbose)
    return int(_failed(report, fail_on))


def _emit(report: Report, form: str, output: Path | None, verbose: bool) -> None:
    if output:
        write(output, render(report, form, Options(verbose=verbose, style=verbose)))
        return
    text = render(report, form, Options.of(sys.stdout, verbose=verbose, style=verbose))
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def _failed(report: Report, fail_on: str) -> bool:
    return any(one.severity.rank <= FAIL_ON[fail_on] for document in report.documents for one in document.findings)


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
        """The article that the ledger names."""
        return [str(self.ledger.home / self.ledger.article.source_file)] if self.path else []

    def is_about(self, path: str) -> bool:
        """Whether the ledger is about the document at ``path``."""
        return bool(self.path) and self.ledger.is_about(path)

    def about(self, document: Document) -> Kept:
        """What is kept about ``document``. Raises Problems when a claim's words are not in it."""
        if not self.is_about(document.path):
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
class Desk:
    """Makes the report on one document: with these rules, this ledger, these names."""

    rules: Sequence[Rule]
    day: date | None
    book: Book
    names: "Names | None"

    def __call__(self, name: str) -> DocumentReport:
        """The report on the document at ``name``. Raises ReadError or Problems."""
        document = read(name)
        kept = self.book.about(document)
        published = self.day or kept.issued
        return lint(document, self.rules, published=published, claimed=kept.spans, names=self.names)


def _run(paths: list[str], desk: Desk, jobs: int | None, *, cached: bool) -> Report:
    """Lint every path, in the order given. Raises Problems with everything that cannot be read, so nothing passes."""
    documents: list[DocumentReport] = []
    errors: list[InputError] = []
    named = list(dict.fromkeys(paths or desk.book.article))
    with _made(named, desk, jobs, cached=cached) as made:
        for name in _shown(named):
            try:
                documents.append(made(name))
            except Problems as problems:
                errors += problems.errors
            except InputError as error:
                errors.append(error)
    if errors:
        raise Problems(errors)
    return Report(tuple(documents))


@contextmanager
def _made(paths: list[str], desk: Desk, jobs: int | None, *, cached: bool) -> Iterator[Callable[[str], DocumentReport]]:
    """What makes the reports: for one article the desk alone, for several with a cache and other processes.

    What a ledger is about is not kept: its claims are held against the words in every run.
    """
    if len(paths) < 2:
        yield desk
        return
    from checker.cli.batch import Batch, Shelf
    from checker.cli.recipe import recipe
    from checker.cli.store import Store, path

    file = path() if cached else None
    made_of = recipe(desk.rules, (desk.day, desk.names)) if file else b""
    shelf = Shelf(Store(file), made_of, lambda name: not desk.book.is_about(name)) if file else None
    with Batch(desk, paths, jobs, shelf) as batch:
        yield batch.report


def _shown(paths: list[str]) -> Iterator[str]:
    """The paths, with a progress bar on a terminal when there are many."""
    if len(paths) < LONG_RUN or not sys.stderr.isatty():
        yield from paths
        return
    with click.progressbar(paths, label="核查", file=sys.stderr) as bar:
        yield from bar

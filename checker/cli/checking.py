"""Checks documents: what makes the report on one, and a run over many."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import yamlfile
from checker.cli.desk import Desk
from checker.cli.inputs import Inputs
from checker.cli.tuning import Tuning
from checker.document import Document
from checker.engine import lint
from checker.errors import ConfigError, InputError, NamesError, Problems
from checker.readers import read
from checker.report import DocumentReport, Report

if TYPE_CHECKING:
    from checker.claims import Binding
    from checker.lexicon.names import Names

NAMES = Path("names.yaml")
LONG_RUN = 20


class Book:
    """A ledger file, or none. Its library is loaded only for a run that has one.

    ``named`` is whether the command line names it.
    """

    def __init__(self, path: Path | None, *, named: bool = False) -> None:
        self.named = named
        if path:
            from checker.claims import load

            self.ledger = load(path)
        self.path = path

    @property
    def article(self) -> list[str]:
        """The article that the ledger names. Raises ConfigError without a ledger, LedgerError without the article."""
        if not self.path:
            raise ConfigError("command line", "no article named", remedy="name a file or a folder")
        return [self.ledger.article_path()]

    def is_about(self, path: str) -> bool:
        """Whether the ledger is about the document at ``path``."""
        return bool(self.path) and self.ledger.is_about(path)

    def tell(self, paths: Iterable[str]) -> None:
        """Say on standard error where the ledger is about none of the articles at ``paths``: it was no use."""
        if self.named and not any(map(self.is_about, paths)):
            about = self.ledger.article.source_file
            click.echo(f"note: {self.path} is about {about}, which was not checked", err=True)

    def issued(self, path: str) -> date | None:
        """The day of issue that the ledger gives the document at ``path``."""
        return self.ledger.article.issue_date if self.is_about(path) else None

    def binding(self, document: Document) -> "Binding | None":
        """The ledger laid over ``document``, if it is about it."""
        if not self.is_about(document.path):
            return None
        from checker.claims import trace

        return trace(self.ledger, document)


def names_of(path: Path | None) -> "Names | None":
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
class Checking:
    """Makes the report on one document: with these rules, this ledger, these names, and what the desk keeps.

    ``called`` is the path by which settings, waivers and the baseline know the article, where it is not its own:
    another state of it lies there.
    """

    tuning: Tuning
    day: date | None
    book: Book
    names: "Names | None"
    desk: Desk
    called: str = ""

    def __call__(self, path: str) -> DocumentReport:
        """The report on the document at ``path``. Raises InputError or Problems."""
        return self.lint(read(path))

    def lint(self, document: Document) -> DocumentReport:
        """The report on one document. Raises Problems."""
        binding = self.book.binding(document)
        path = self.called or document.path
        published = self.published(path, document.text)
        return lint(
            document,
            self.tuning.rules_for(path),
            published=published,
            claimed=binding.spans if binding else (),
            names=self._names(),
            ledger=binding,
            gazetteer=self.tuning.settings.gazetteer(),
            **self.desk.about(path, published, binding),
        )

    def published(self, path: str, text: str) -> date | None:
        """The day of publication of the document at ``path``."""
        return self.day or self.book.issued(path) or self.tuning.settings.published(path, text)

    def note(self, report: DocumentReport) -> None:
        """Remember what of a report is told at the end of the run; say where its front matter's day is none."""
        self.desk.note(report, self.published(report.path, report.text))
        unread = self.tuning.settings.unread_date(report.text)
        if unread and not (self.day or self.book.issued(report.path)):
            remedy = "write it as 2025-04-22"
            click.echo(
                f"note: {report.path}:{unread.line}: {unread.words!r} is no day of publication ({remedy})", err=True
            )

    def recipe(self) -> Callable[[str], bytes | None]:
        """Tells of a path what its report follows from besides its bytes, as a digest.

        None is for what a ledger is about: its claims are held against the words in every run.
        """
        from checker.cli.recipe import digest, recipe

        settings, begun = self.tuning.settings, dict[int, bytes]()

        def made_of(path: str) -> bytes | None:
            if self.book.is_about(path):
                return None
            rules = self.tuning.rules_for(path)  # one list for all paths of which the settings say the same
            if id(rules) not in begun:
                common = (self.day, self._names(), self.desk.facts, settings.dated_by, settings.additions)
                begun[id(rules)] = recipe(rules, common)
            return digest(begun[id(rules)], (settings.path_date(path), *self.desk.traits(path)))

        return made_of

    def _names(self) -> "Names | None":
        listed = self.desk.facts.names if self.desk.facts else None
        return self.names.joined(listed) if self.names and listed else self.names or listed


def run(inputs: Inputs, checking: Checking, jobs: int | None = None, *, cached: bool = False) -> Report:
    """Check every article, in the order of their paths.

    Raises Problems with all that cannot be read, InputError where there is no rule to check by.
    """
    checking.tuning.check()
    documents: list[DocumentReport] = []
    errors: list[InputError] = []
    with _made(inputs, checking, jobs, cached=cached) as made:
        for path in _shown(inputs.paths):
            try:
                report = made(path)
                checking.note(report)
                documents.append(inputs.restricted(path, report))
            except Problems as problems:
                errors += problems.errors
            except InputError as error:
                errors.append(error)
    if errors:
        raise Problems(errors)
    return Report(tuple(documents))


@contextmanager
def _made(
    inputs: Inputs, checking: Checking, jobs: int | None, *, cached: bool
) -> Iterator[Callable[[str], DocumentReport]]:
    """What makes the reports: of several files with what is kept and with other processes, of anything else plainly."""
    if len(inputs.paths) < 2 or inputs.request.staged:  # the index's articles are not those that the paths hold
        yield lambda path: checking.lint(inputs.read(path))
        return
    from checker.cli.batch import Batch, Shelf
    from checker.cli.store import Store, path

    file = path() if cached else None
    shelf = Shelf(Store(file), checking.recipe()) if file else None
    with Batch(checking, inputs.paths, jobs, shelf) as batch:
        yield batch.report


def _shown(paths: list[str]) -> Iterator[str]:
    """The paths, with a progress bar on a terminal when there are many."""
    if len(paths) < LONG_RUN or not sys.stderr.isatty():
        yield from paths
        return
    with click.progressbar(paths, label="核查", file=sys.stderr) as bar:
        yield from bar

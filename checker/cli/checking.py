"""Checks documents: what makes the report on one, and a run over many."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import yamlfile
from checker.cli.desk import Desk
from checker.document import Document
from checker.engine import lint
from checker.errors import InputError, NamesError, Problems
from checker.findings import DocumentReport, Report
from checker.packs import Rule
from checker.readers import read

if TYPE_CHECKING:
    from checker.claims import Binding
    from checker.lexicon.names import Names

NAMES = Path("names.yaml")
LONG_RUN = 20


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
    """Makes the report on one document: with these rules, this ledger, these names, and what the desk keeps."""

    rules: Sequence[Rule]
    day: date | None
    book: Book
    names: "Names | None"
    desk: Desk

    def __call__(self, path: str) -> DocumentReport:
        """The report on the document at ``path``. Raises InputError or Problems."""
        document = read(path)
        binding = self.book.binding(document)
        published = self.published(path)
        return lint(
            document,
            self.rules,
            published=published,
            claimed=binding.spans if binding else (),
            names=self._names(),
            ledger=binding,
            **self.desk.about(path, published, binding),
        )

    def published(self, path: str) -> date | None:
        """The day of publication of the document at ``path``."""
        return self.day or self.book.issued(path)

    def recipe(self) -> Callable[[str], bytes | None]:
        """Tells of a path what its report follows from besides its bytes, as a digest.

        None is for what a ledger is about: its claims are held against the words in every run.
        """
        from checker.cli.recipe import digest, recipe

        common = recipe(self.rules, (self.day, self._names(), self.desk.facts))
        return lambda path: None if self.book.is_about(path) else digest(common, self.desk.traits(path))

    def _names(self) -> "Names | None":
        listed = self.desk.facts.names if self.desk.facts else None
        return self.names.joined(listed) if self.names and listed else self.names or listed


def run(paths: Sequence[str], checking: Checking, jobs: int | None = None, *, cached: bool = False) -> Report:
    """Check every path, in the order given. Raises Problems with everything that cannot be read, so nothing passes."""
    documents: list[DocumentReport] = []
    errors: list[InputError] = []
    named = list(dict.fromkeys(paths or checking.book.article))
    with _made(named, checking, jobs, cached=cached) as made:
        for path in _shown(named):
            try:
                report = made(path)
                checking.desk.note(report, checking.published(path))
                documents.append(report)
            except Problems as problems:
                errors += problems.errors
            except InputError as error:
                errors.append(error)
    if errors:
        raise Problems(errors)
    return Report(tuple(documents))


@contextmanager
def _made(
    paths: list[str], checking: Checking, jobs: int | None, *, cached: bool
) -> Iterator[Callable[[str], DocumentReport]]:
    """What makes the reports: for one article alone, for several with what is kept and with other processes."""
    if len(paths) < 2:
        yield checking
        return
    from checker.cli.batch import Batch, Shelf
    from checker.cli.store import Store, path

    file = path() if cached else None
    shelf = Shelf(Store(file), checking.recipe()) if file else None
    with Batch(checking, paths, jobs, shelf) as batch:
        yield batch.report


def _shown(paths: list[str]) -> Iterator[str]:
    """The paths, with a progress bar on a terminal when there are many."""
    if len(paths) < LONG_RUN or not sys.stderr.isatty():
        yield from paths
        return
    with click.progressbar(paths, label="核查", file=sys.stderr) as bar:
        yield from bar

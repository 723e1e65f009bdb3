"""What commands that follow from a report begin with: an article, checked now, or a JSON report of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar

import click

from checker.cli.checking import Book, Checking, run
from checker.cli.inputs import SETTINGS, Inputs
from checker.cli.inputs import Request as Wanted
from checker.cli.means import JUDGING, OPTIONS, Means
from checker.config import Settings
from checker.document import BlockKind, Document
from checker.errors import ConfigError, ReadError
from checker.readers import read
from checker.report import DocumentReport, Report

LEDGER = Path("claims.yaml")
Command = TypeVar("Command", bound=Callable[..., object])
LEDGER_OPTION = click.option(
    "--ledger", "--claims", type=Path, metavar="FILE", help="The ledger; else claims.yaml, if it fits."
)


def options(command: Command) -> Command:
    """The options that say how an article is checked: those of 'checker lint'."""
    for option in reversed((OPTIONS[0], LEDGER_OPTION, *OPTIONS[1:], *JUDGING, *SETTINGS)):
        command = option(command)
    return command


class Shared(Book):
    """The ledger of an article in two states: it is about both, wherever they are kept."""

    def is_about(self, path: str) -> bool:
        """Whatever is compared by it."""
        return bool(self.path)


@dataclass(frozen=True)
class Request:
    """How articles are checked; what it leaves open, the settings say."""

    means: Means
    wanted: Wanted

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Self:
        """What is asked for among the options of a command."""
        return cls(Means.of(given), Wanted.of((), given))

    @cached_property
    def settings(self) -> Settings:
        """The settings that hold. Raises ConfigError or Problems."""
        return self.wanted.settings()

    def book(self, *articles: str) -> Book:
        """The ledger that is named, else the one of the settings or of this folder if it is about an article."""
        kept = self.settings.place("ledger") or (LEDGER if LEDGER.is_file() else None)
        if self.means.ledger is None and kept:
            here = Book(kept)
            return here if any(map(here.is_about, articles)) else Book(None)
        return Book(self.means.ledger)

    def own_book(self, *articles: str) -> Book:
        """The ledger of one of the articles. Raises ConfigError where one is named that is about another article."""
        book = self.book(*articles)
        if book.path and not any(map(book.is_about, articles)):
            about = book.ledger.article.source_file
            raise ConfigError(str(book.path), f"is about {about}", remedy=f"name the ledger of {articles[0]}")
        return book

    def checking(self, book: Book) -> Checking:
        """What makes the reports. Raises ConfigError or Problems."""
        return self.means.checking(self.settings, book=book)

    def published(self, report: DocumentReport) -> date | None:
        """The day of publication that the settings find for an article that was reported on."""
        return self.settings.published(report.path, with_text(report).text)

    def report(self, path: str, *, other: str = "", called: str = "") -> Report:
        """The report at ``path``, or on the article there. Raises InputError or Problems.

        A ledger that is about ``other``, another state of the same article, is held against this one too. ``called``
        is the one of both by whose path the settings know the article.
        """
        if is_report(path):
            from checker.reporters.recorded import parse

            return parse(_bytes(path), path)
        book = Shared(self.book(path, other).path) if other else self.book(path)
        inputs = Inputs(replace(self.wanted, paths=(path,)), self.settings)
        by_path = is_report(called) or Path(path).is_dir()
        return run(inputs, replace(self.checking(book), called="" if by_path else called))


def is_report(path: str) -> bool:
    """Whether ``path`` names a JSON report and not an article."""
    return Path(path).suffix.lower() == ".json"


def with_text(report: DocumentReport) -> DocumentReport:
    """The report with the text it is about, where that is still at its place and still the same; else as it is."""
    if report.text or not Path(report.path).is_file():
        return report
    document = read(report.path)
    return about(report, document) if document.sha256 == report.sha256 else report


def about(report: DocumentReport, document: Document) -> DocumentReport:
    """The report with what a JSON report leaves out of the article."""
    title = document.title.span.of(document.text) if document.title else ""
    headings = tuple(block.span for block in document.of_kind(BlockKind.TITLE, BlockKind.HEADING))
    return replace(report, text=document.text, title=title, headings=headings)


def single(request: Request, path: str, *, other: str = "", called: str = "") -> tuple[DocumentReport, Document]:
    """The one article of ``path`` with its report; ``other`` is another state of it, see ``Request.report``.

    Raises ConfigError for a report on several, and ReadError where the article is not the one reported on any more.
    """
    documents = request.report(path, other=other, called=called).documents
    if len(documents) != 1:
        raise ConfigError(path, f"is a report on {len(documents)} articles", remedy="name one of the articles")
    [report] = documents
    document = read(report.path)
    if document.sha256 != report.sha256:
        raise ReadError(
            path, f"{report.path} has changed since this report", remedy="check it again with 'checker lint'"
        )
    return (report if report.text else about(report, document)), document


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as problem:
        raise ReadError(path, f"cannot be read: {problem.strerror}") from None

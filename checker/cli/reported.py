"""What commands that follow from a report begin with: an article, checked now, or a JSON report of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from checker.cli.checking import Book, Checking, names_of, run
from checker.cli.desk import Desk
from checker.cli.inputs import Inputs
from checker.cli.inputs import Request as Wanted
from checker.cli.selection import packs
from checker.cli.tuning import Tuning
from checker.config import Settings, find
from checker.document import BlockKind, Document
from checker.errors import ConfigError, ReadError
from checker.findings import DocumentReport, Report
from checker.packs import Rule
from checker.readers import read

LEDGER = Path("claims.yaml")
Command = TypeVar("Command", bound=Callable[..., object])
OPTIONS = (
    click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication: 今年 means it."),
    click.option("--ledger", "--claims", type=Path, metavar="FILE", help="The ledger; else claims.yaml, if it fits."),
    click.option("--names", type=Path, metavar="FILE", help="The list of right names; names.yaml if there is one."),
    click.option("--facts", type=Path, metavar="FILE", help="The reference facts; facts.yaml if there is one."),
    click.option("--waivers", type=Path, metavar="FILE", help="What may stand; waivers.yaml if there is one."),
    click.option("--select", multiple=True, metavar="RULE", help="Run these rules or families only."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or families out."),
    click.option(
        "--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one."
    ),
)


def options(command: Command) -> Command:
    """The options that say how an article is checked."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


class Shared(Book):
    """The ledger of an article in two states: it is about both, wherever they are kept."""

    def is_about(self, path: str) -> bool:
        """Whatever is compared by it."""
        return bool(self.path)


@dataclass(frozen=True, slots=True)
class Request:
    """How articles are checked; what it leaves open, the settings of this folder say."""

    day: datetime | None = None
    ledger: Path | None = None
    names: Path | None = None
    facts: Path | None = None
    waivers: Path | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    folders: Sequence[str] = ()

    def book(self, *articles: str) -> Book:
        """The ledger that is named, else the one of this folder if it is about one of the ``articles``."""
        kept = self.settings().place("ledger") or (LEDGER if LEDGER.is_file() else None)
        if self.ledger is None and kept:
            here = Book(kept)
            return here if any(map(here.is_about, articles)) else Book(None)
        return Book(self.ledger)

    def settings(self) -> Settings:
        """The settings of this folder."""
        return find(Path())

    def every_rule(self) -> list[Rule]:
        """The rules there are."""
        return packs([*self.settings().packs, *self.folders])

    def report(self, path: str, other: str = "") -> Report:
        """The report at ``path``, or on the article there. Raises InputError or Problems.

        A ledger that is about ``other``, another state of the same article, is held against this one too.
        """
        if not is_report(path):
            book = self.book(path, other) if other else self.book(path)
            if other:
                book = Shared(book.path)
            return self._checked(path, book)
        from checker.reporters.recorded import parse

        return parse(_bytes(path), path)

    def _checked(self, path: str, book: Book) -> Report:
        settings, every = self.settings(), self.every_rule()
        facts, waivers = self.facts or settings.place("facts"), self.waivers or settings.place("waivers")
        desk = Desk({rule.id for rule in every}, facts, waivers)
        tuning = Tuning(every, settings, self.select, self.ignore)
        names = names_of(self.names or settings.place("names"))
        day = self.day.date() if self.day else None
        return run(Inputs(Wanted((path,)), settings), Checking(tuning, day, book, names, desk))


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


def single(request: Request, path: str, other: str = "") -> tuple[DocumentReport, Document]:
    """The one article of ``path`` with its report; ``other`` is another state of it.

    Raises ConfigError for a report on several, and ReadError where the article is not the one reported on any more.
    """
    documents = request.report(path, other).documents
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

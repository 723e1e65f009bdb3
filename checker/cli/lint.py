"""checker lint: read articles, run the rules, write the reports."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import yamlfile
from checker.cli.desk import Desk
from checker.cli.output import write
from checker.cli.outputs import Output, outputs
from checker.cli.selection import chosen, packs
from checker.document import Document
from checker.engine import lint
from checker.errors import ConfigError, InputError, NamesError, Problems
from checker.findings import DocumentReport, Manual, Report, Severity
from checker.packs import Rule
from checker.readers import read
from checker.reporters import FORMATS, Options, render
from checker.spans import Span

if TYPE_CHECKING:
    from checker.claims import Binding
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
    report = run(list(paths), rules, day.date() if day else None, book, names_of(names), desk)
    desk.tell()
    report = replace(report, fail_on=FAIL_ON[fail_on], manuals=_manuals(wanted, rules))
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
    """What the ledger knows of one document: the words its claims cover, the day of issue, and where each stands."""

    spans: Sequence[Span] = ()
    issued: date | None = None
    binding: "Binding | None" = None


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

    def about(self, document: Document) -> Kept:
        """What is kept about ``document``."""
        if not self.path or not self.ledger.is_about(document.path):
            return Kept()
        from checker.claims import trace

        binding = trace(self.ledger, document)
        return Kept(binding.spans, self.ledger.article.issue_date, binding)


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


def run(
    paths: list[str],
    rules: Sequence[Rule],
    day: date | None = None,
    path: Path | None = None,
    names: "Names | None" = None,
    desk: Desk | None = None,
) -> Report:
    """Lint every path, in the order given. Raises Problems with everything that cannot be read, so nothing passes."""
    book = Book(path)
    desk = desk or Desk(())
    if desk.facts and desk.facts.names:
        names = names.joined(desk.facts.names) if names else desk.facts.names
    documents: list[DocumentReport] = []
    errors: list[InputError] = []
    for name in _shown(list(dict.fromkeys(paths or book.article))):
        try:
            document = read(name)
            kept = book.about(document)
            published = day or kept.issued
            held = desk.about(document.path, published, kept.binding)
            found = lint(
                document, rules, published=published, claimed=kept.spans, names=names, ledger=kept.binding, **held
            )
            desk.note(found)
            documents.append(found)
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

"""What articles are checked with, as the command line and the settings give it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

import click

from checker.cli.checking import Book, Checking, names_of
from checker.cli.desk import Desk
from checker.cli.selection import packs
from checker.cli.tuning import Tuning
from checker.config import Settings

LEDGER = Path("claims.yaml")
DAY = click.DateTime(["%Y-%m-%d"])

Command = TypeVar("Command", bound=Callable[..., object])
LEDGER_OPTION = click.option(
    "--ledger", type=Path, metavar="FILE", help="The ledger; claims.yaml here for the article it is about."
)
OPTIONS = (
    click.option("--date", "day", type=DAY, help="The day of publication: 今年 and 近日 mean it."),
    click.option("--names", type=Path, metavar="FILE", help="Right names; names.yaml here if there is one."),
    click.option("--facts", type=Path, metavar="FILE", help="The reference facts; facts.yaml here if there is one."),
    click.option("--waivers", type=Path, metavar="FILE", help="What may stand; waivers.yaml here if there is one."),
    click.option("--select", multiple=True, metavar="RULE", help="Run these rules or families only."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or families out."),
    click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own beside the bundled one."),
)
JUDGING = (
    click.option("--baseline", type=Path, metavar="FILE", help="Findings known before, which do not count."),
    click.option("--today", type=DAY, help="The day on which waivers are judged; else --date."),
)


def means(command: Command) -> Command:
    """The options that say what articles are checked with."""
    for option in reversed((OPTIONS[0], LEDGER_OPTION, *OPTIONS[1:])):
        command = option(command)
    return command


def judged(command: Command) -> Command:
    """The options that say which findings do not count."""
    for option in reversed(JUDGING):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Means:
    """What the command line names. What it leaves out is taken from the settings, then from the working directory."""

    day: datetime | None = None
    today: datetime | None = None
    ledger: Path | None = None
    names: Path | None = None
    facts: Path | None = None
    waivers: Path | None = None
    baseline: Path | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    folders: Sequence[str] = ()

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> Self:
        """Those among the options of a command."""
        return cls(**{one.name: options[one.name] for one in fields(cls) if one.name in options})

    def checking(self, settings: Settings, *, book: Book | None = None) -> Checking:
        """What makes the reports, with the ledger ``book`` where there is one already.

        The ledger of this folder counts for the article that it is about. Raises ConfigError or Problems.
        """
        settings.gazetteer()  # what is wrong with it is told once and not of every article
        rules = packs([*settings.packs, *self.folders])
        tuning = Tuning(rules, settings, self.select, self.ignore)
        here = LEDGER if LEDGER.is_file() else None
        book = book or Book(self.ledger or settings.place("ledger") or here, named=self.ledger is not None)
        names = names_of(self.names or settings.place("names"))
        desk = Desk(
            {rule.id for rule in rules},
            self.facts or settings.place("facts"),
            self.waivers or settings.place("waivers"),
            self.baseline or settings.place("baseline"),
            _day(self.today),
        )
        return Checking(tuning, _day(self.day), book, names, desk)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None

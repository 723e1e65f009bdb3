"""What a newsroom keeps beside its articles, for a run: reference facts, waivers, a baseline."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from checker.errors import Problems
from checker.report import DocumentReport

if TYPE_CHECKING:
    from checker.claims.anchors import Binding
    from checker.claims.baseline import Baseline, Entry
    from checker.claims.facts import Facts
    from checker.claims.waivers import Placed, Waivers

FACTS = Path("facts.yaml")
WAIVERS = Path("waivers.yaml")


class Kept(TypedDict):
    """What ``engine.lint`` is told of one document."""

    facts: "Facts | None"
    waivers: "Waivers | None"
    baseline: "Sequence[Entry]"


class Desk:
    """The files, read once. Facts and waivers of this folder are used unasked; their library is loaded only then."""

    def __init__(
        self,
        rules: Collection[str],
        facts: Path | None = None,
        waivers: Path | None = None,
        baseline: Path | None = None,
        today: date | None = None,
    ) -> None:
        self.rules, self.today = rules, today
        self.facts: Facts | None = None
        self.entries: Sequence[Placed] = ()
        self.baseline: Baseline | None = None
        self.known: Mapping[Path, Sequence[Entry]] = {}
        facts, waivers = facts or _here(FACTS), waivers or _here(WAIVERS)
        self.facts_file = facts
        if facts:
            from checker.claims.facts import load as load_facts

            self.facts = load_facts(facts)
        if waivers:
            from checker.claims.waivers import load as load_waivers

            self.entries = load_waivers(waivers)
            self._hold(self.entries)
        if baseline:
            from checker.claims.baseline import load as load_baseline

            self.baseline = load_baseline(baseline)
            self.known = self.baseline.by_path()
        self.waived: dict[Path | None, list[Placed]] = defaultdict(list)
        for one in self.entries:
            self.waived[one.document].append(one)
        self.undated = False
        self.met: set[tuple[str, str]] = set()

    def about(self, path: str, published: date | None, ledger: "Binding | None" = None) -> Kept:
        """What is kept about the document at ``path``, with the waivers that its ledger holds. Raises Problems."""
        place = Path(path).resolve() if self.waived or self.known else None
        entries = self._entries(place)
        if ledger and ledger.ledger.waivers:
            from checker.claims.waivers import of_ledger

            own = of_ledger(ledger.ledger)
            self._hold(own)
            entries += own
        waivers = None
        if entries:
            from checker.claims.waivers import Waivers

            waivers = Waivers(tuple(entries), self.today or published)
        baseline = self.known.get(place, ()) if place else ()
        return {"facts": self.facts, "waivers": waivers, "baseline": baseline}

    def traits(self, path: str) -> tuple[object, ...]:
        """What the report on the document at ``path`` follows from here, but for the facts; their ``repr`` tells it."""
        place = Path(path).resolve() if self.waived or self.known else None
        waivers = [(one.where, one.waiver) for one in self._entries(place)]
        return waivers and self.today, waivers, self.known.get(place, ()) if place else ()

    def note(self, report: DocumentReport, published: date | None) -> None:
        """Remember which waivers met something, and whether there were any to be judged without a day."""
        self.met |= {(one.finding.rule, one.finding.fingerprint) for one in report.suppressed}
        self.met |= {(one.rule, one.fingerprint) for one in report.findings}
        if self.today is None and published is None and not self.undated:
            self.undated = bool(report.suppressed or (self.waived and self._entries(Path(report.path).resolve())))

    def tell(self) -> None:
        """Say on standard error what no report of a single document can."""
        for file, place in self._gone():
            remedy = "write its new path there if it was renamed, else take it out"
            click.echo(f"note: {place}: {file} is not there any more ({remedy})", err=True)
        if self.undated:
            click.echo("note: waivers were not tried for expiry: give --today or --date", err=True)
        for one in self.entries:
            if one.waiver.file is None and (one.waiver.rule, one.waiver.fingerprint) not in self.met:
                click.echo(
                    f"note: {one.where}: the waiver of {one.waiver.fingerprint} met nothing in this run", err=True
                )

    def _gone(self) -> Iterator[tuple[str, str]]:
        """Documents that the baseline or a waiver names and that are gone, each with the place that names it."""
        if self.baseline:
            yield from self.baseline.gone()
        for one in self.entries:
            if one.waiver.file and one.document and not one.document.exists():
                yield one.waiver.file, one.where

    def _entries(self, place: Path | None) -> "list[Placed]":
        if not self.waived:
            return []
        return [*self.waived.get(None, ()), *self.waived.get(place, ())]

    def _hold(self, entries: "Sequence[Placed]") -> None:
        from checker.claims.waivers import unknown_rules

        wrong = unknown_rules(entries, self.rules)
        if wrong:
            raise Problems(wrong)


def _here(path: Path) -> Path | None:
    return path if path.is_file() else None

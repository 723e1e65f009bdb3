"""checker waive: let findings of a report stand, written down with a reason, a name and a last day."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import yamlfile
from checker.cli.output import write
from checker.errors import ConfigError, ReadError
from checker.findings import Finding

if TYPE_CHECKING:
    from checker.claims.waivers import Placed

HEAD = """\
# 豁免：核过、定了先不改的问题。到期还在的会重新报出；问题没有了的也会提醒删去。
schema: waivers/1
waivers:
"""
DEFAULT = Path("waivers.yaml")
BOM = "\ufeff"


@click.command("waive")
@click.argument("report", type=Path, metavar="REPORT.json")
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--reason", required=True, help="Why it may stand.")
@click.option("--who", required=True, help="Who says so.")
@click.option("--until", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The last day on which it may.")
@click.option("-o", "--output", type=Path, default=DEFAULT, show_default=True, metavar="FILE", help="The waivers.")
@click.option("--article", metavar="PATH", help="Which one, where several articles of the report have the finding.")
def command(
    report: Path,
    fingerprints: tuple[str, ...],
    reason: str,
    who: str,
    until: datetime,
    output: Path,
    article: str | None,
) -> None:
    """Let the findings of REPORT.json with these FINGERPRINTs stand; the first of a group stands for all of it.

    The waivers are added at the end of FILE; what stands there already, comments too, stays as it is.
    """
    for name, words in (("--reason", reason), ("--who", who)):
        if not words.strip():
            raise ConfigError("command line", f"{name} is empty", remedy="say it in a few words")
    found = _chosen(_findings(report), fingerprints, report, article)
    held = _Held(output)
    added = list[str]()
    for path, finding in found:
        file = Path(relpath(Path(path).resolve(), output.parent.resolve())).as_posix()
        before = held.waiver(finding, file)
        if before:
            told = f"{finding.fingerprint} in {file} is waived already, until {before.waiver.until} ({before.where})"
            click.echo(f"note: {told}", err=True)
            continue
        entry = {"rule": finding.rule, "fingerprint": finding.fingerprint, "file": file}
        entry |= {"quote": finding.place.quote, "message": finding.message}
        added.append(_entry({**entry, "reason": reason, "who": who, "until": until.date().isoformat()}))
    if added:
        from checker.claims.waivers import parse

        line_end = "\r\n" if "\r\n" in held.text else "\n"
        text = held.text + "".join(added).replace("\n", line_end)
        parse(text, str(output))
        write(output, held.mark + text, over="waivers")
        counted = f"{len(added)} finding{'s' * (len(added) != 1)}"
        click.echo(f"{output}: {counted} waived until {until.date().isoformat()}", err=True)
        if until.date() < today():
            click.echo(
                "note: that day is over: the waiver holds only in runs with an earlier --today or --date", err=True
            )


def today() -> date:
    """The day on which a waiver is written."""
    return date.today()


def _findings(report: Path) -> list[tuple[str, Finding]]:
    """Every finding of the report with its document's path. Raises ReadError."""
    try:
        data = report.read_bytes()
    except OSError as problem:
        raise ReadError(str(report), f"cannot be read: {problem.strerror}", remedy="correct the path") from None
    from checker.reporters.recorded import parse

    return [(one.path, finding) for one in parse(data, str(report)).documents for finding in one.findings]


def _chosen(
    findings: Sequence[tuple[str, Finding]], wanted: Sequence[str], report: Path, article: str | None
) -> list[tuple[str, Finding]]:
    """The findings named, and those that a named one leads.

    Raises ConfigError for a fingerprint that is not there, or that two articles have: whoever signs has seen one.
    """
    known = [(path, finding.fingerprint) for path, finding in findings]
    if article is not None:
        known = [one for one in known if Path(one[0]).resolve() == Path(article).resolve()]
    for one in wanted:
        there = sorted({path for path, fingerprint in known if fingerprint == one})
        if not there:
            close = get_close_matches(one, [fingerprint for _, fingerprint in known], 1)
            remedy = f"did you mean {close[0]!r}?" if close else "take it from the report"
            where = f"{report} has no finding {one!r}" + (f" in {article}" if article else "")
            raise ConfigError("command line", where, remedy=remedy)
        if len(there) > 1:
            raise ConfigError("command line", f"{one} is in {' and '.join(there)}", remedy="name one with --article")
    paths = {path for path, fingerprint in known if fingerprint in wanted}
    return [
        (path, one) for path, one in findings if path in paths and (one.fingerprint in wanted or one.cause in wanted)
    ]


def _entry(keys: dict[str, str]) -> str:
    """One waiver as YAML. Every scalar is quoted: 0123 and no stay texts."""
    lines = [f"{'    ' if at else '  - '}{key}: {_scalar(value)}" for at, (key, value) in enumerate(keys.items())]
    return "\n".join(lines) + "\n"


def _scalar(value: str) -> str:
    return json.dumps(value, ensure_ascii=not value.isprintable())


class _Held:
    """The file as it is: its text, ready to be added to, and what it waives already."""

    def __init__(self, path: Path) -> None:
        self.entries: Sequence[Placed] = ()
        self.text, self.mark = HEAD, ""
        if not path.exists():
            return
        from checker.claims.waivers import load
        from checker.errors import LedgerError

        self.entries = load(path)
        file = yamlfile.load(path, LedgerError)
        text = yamlfile.read_text(path, LedgerError)
        if list(file.data)[-1] != "waivers" or not _is_block(file, text):
            message = "cannot be added to: its waivers are not the last part of it, one under the other"
            raise file.at(("waivers",), message, "write 'waivers:' last, with an entry a line below it")
        self.text = text if text.endswith("\n") else text + "\n"
        self.mark = BOM if path.read_bytes().startswith(BOM.encode()) else ""

    def waiver(self, finding: Finding, file: str) -> "Placed | None":
        """The waiver of a finding in a file, if it has one."""
        key = (finding.rule, finding.fingerprint, file)
        for one in self.entries:
            waiver = one.waiver
            if (waiver.rule, waiver.fingerprint, waiver.file) == key and waiver.lets_stand(finding.message):
                return one
        return None


def _is_block(file: yamlfile.YamlFile, text: str) -> bool:
    """Whether the list of waivers is written in the block style, indented by two, or is empty with nothing after it."""
    entries = file.data["waivers"]
    line, _ = file.marks["waivers",]
    if not entries:
        return text.splitlines()[line - 1].split("#")[0].strip() == "waivers:"
    return all(text.splitlines()[at - 1].startswith("  - ") for at, _ in _starts(file, len(entries)))


def _starts(file: yamlfile.YamlFile, count: int) -> Iterator[tuple[int, int]]:
    for index in range(count):
        yield file.marks["waivers", index]

"""checker waive: let findings of a report stand, written down with a reason, a name and a last day."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import get_close_matches
from os.path import relpath
from pathlib import Path
from typing import Any

import click

from checker import yamlfile
from checker.cli.output import write
from checker.errors import ConfigError, ReadError

HEAD = """\
# 豁免：核过、定了先不改的问题。到期还在的会重新报出；问题没有了的也会提醒删去。
schema: waivers/1
waivers:
"""
DEFAULT = Path("waivers.yaml")


@click.command("waive")
@click.argument("report", type=Path, metavar="REPORT.json")
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--reason", required=True, help="Why it may stand.")
@click.option("--who", required=True, help="Who says so.")
@click.option("--until", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The last day on which it may.")
@click.option("-o", "--output", type=Path, default=DEFAULT, show_default=True, metavar="FILE", help="The waivers.")
def command(report: Path, fingerprints: tuple[str, ...], reason: str, who: str, until: datetime, output: Path) -> None:
    """Let the findings of REPORT.json with these FINGERPRINTs stand; the first of a group stands for all of it.

    The waivers are added at the end of FILE; what stands there already, comments too, stays as it is.
    """
    for name, words in (("--reason", reason), ("--who", who)):
        if not words.strip():
            raise ConfigError("command line", f"{name} is empty", remedy="say it in a few words")
    found = _chosen(_findings(report), fingerprints, report)
    held = _Held(output)
    until_day = until.date().isoformat()
    added = ""
    for path, finding in found:
        file = Path(relpath(Path(path).resolve(), output.parent.resolve())).as_posix()
        if (finding["rule"], finding["fingerprint"], file) in held.keys:
            click.echo(f"note: {finding['fingerprint']} in {file} is waived already", err=True)
            continue
        entry = {"rule": finding["rule"], "fingerprint": finding["fingerprint"], "file": file}
        added += _entry({**entry, "reason": reason, "who": who, "until": until_day}, finding)
    if added:
        from checker.claims.waivers import parse

        line_end = "\r\n" if "\r\n" in held.text else "\n"
        text = held.text + added.replace("\n", line_end)
        parse(text, str(output))
        write(output, text)


def _findings(report: Path) -> list[tuple[str, dict[str, Any]]]:
    """Every finding of the report with its document's path. Raises ReadError."""
    try:
        data = json.loads(report.read_text("utf-8"))
    except OSError as problem:
        raise ReadError(str(report), f"cannot be read: {problem.strerror}") from None
    except UnicodeDecodeError as problem:
        raise ReadError(str(report), f"not UTF-8 at byte {problem.start}") from None
    except json.JSONDecodeError as problem:
        message = f"not JSON: {problem.msg}"
        raise ReadError(str(report), message, problem.lineno, problem.colno, "write it with --format json") from None
    if not isinstance(data, dict) or data.get("schema") != "checker.report/1":
        raise ReadError(str(report), "not a checker.report/1", remedy="write it with 'checker lint --format json'")
    return [(one["path"], finding) for one in data["documents"] for finding in one["findings"]]


def _chosen(
    findings: Sequence[tuple[str, dict[str, Any]]], wanted: Sequence[str], report: Path
) -> list[tuple[str, dict[str, Any]]]:
    """The findings named, and those that a named one leads. Raises ConfigError for a fingerprint that is not there."""
    known = {finding["fingerprint"] for _, finding in findings}
    for one in wanted:
        if one not in known:
            close = get_close_matches(one, known, 1)
            remedy = f"did you mean {close[0]!r}?" if close else "take it from the report"
            raise ConfigError("command line", f"{report} has no finding {one!r}", remedy=remedy)
    return [(path, one) for path, one in findings if one["fingerprint"] in wanted or one["cause"] in wanted]


def _entry(keys: dict[str, str], finding: dict[str, Any]) -> str:
    """One waiver as YAML, with the finding's words in a comment. Every scalar is quoted: 0123 and no stay texts."""
    words = " ".join(f"{finding['span']['quote']} {finding['message']}".split())
    lines = [f"  # {''.join(one if one.isprintable() else '?' for one in words)}"]
    lines += [f"{'  - ' if not at else '    '}{key}: {_scalar(value)}" for at, (key, value) in enumerate(keys.items())]
    return "\n".join(lines) + "\n"


def _scalar(value: str) -> str:
    return json.dumps(value, ensure_ascii=not value.isprintable())


class _Held:
    """The file as it is: its text, ready to be added to, and what it waives already."""

    def __init__(self, path: Path) -> None:
        self.keys: set[tuple[str, str, str | None]] = set()
        self.text = HEAD
        if not path.exists():
            return
        from checker.claims.waivers import load
        from checker.errors import LedgerError

        self.keys = {(one.waiver.rule, one.waiver.fingerprint, one.waiver.file) for one in load(path)}
        file = yamlfile.load(path, LedgerError)
        text = yamlfile.read_text(path, LedgerError)
        if list(file.data)[-1] != "waivers" or not _is_block(file, text):
            message = "cannot be added to: its waivers are not the last part of it, one under the other"
            raise file.at(("waivers",), message, "write 'waivers:' last, with an entry a line below it")
        self.text = text if text.endswith("\n") else text + "\n"


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

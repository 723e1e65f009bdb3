"""checker diff: what was reported last time is mended, is not mended, or is newly broken."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.output import spare, write
from checker.cli.reported import Request, is_report, options, with_text
from checker.errors import ConfigError
from checker.findings import Severity
from checker.report import DocumentReport, Report

if TYPE_CHECKING:
    from checker.corrections.comparing import Comparison

FAIL_ON = {**{one.value: one for one in Severity}, "never": None}


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "look", type=click.Choice(["text", "json"]), default="text", help="The comparison's format.")
@click.option("--fail-on", type=click.Choice(list(FAIL_ON)), help="The least severity for status 1; error.")
@click.option("-o", "--output", type=Path, metavar="FILE", help="Write it there instead of to the screen.")
@options
def command(old: str, new: str, look: str, fail_on: str | None, output: Path | None, **given: Any) -> int:
    """Compare what is found in OLD and in NEW; each is an article, or a JSON report of one or more.

    Articles are checked with the same rules: those that the settings have for NEW. A finding whose words have only
    moved is the same finding. Reports of articles that have changed since are compared by fingerprint.

    Exit status: 0 nothing at or above --fail-on is left or new, 1 something is, 2 they cannot be compared.
    """
    from checker.corrections import told
    from checker.corrections.comparing import Status

    spare(output, [old, new])
    request = Request.of(given)
    called = old if is_report(new) else new
    before, after = request.report(old, other=new, called=called), request.report(new, other=old, called=called)
    comparisons = _compared(before, after, old, new)
    made = told.as_json(comparisons) if look == "json" else told.as_text(comparisons)
    if output:
        write(output, made)
    else:
        sys.stdout.buffer.write(made.encode("utf-8", "replace"))
    least = FAIL_ON[fail_on or request.settings.fail_on]
    left = [one for each in comparisons for one in each.changes if one.status is not Status.MENDED]
    return int(least is not None and any(one.finding.severity.rank <= least.rank for one in left))


def _compared(old: Report, new: Report, old_path: str, new_path: str) -> "list[Comparison]":
    """The articles of both, paired by path; two that stand alone are a pair whatever they are called."""
    from checker.corrections.comparing import compare

    before, after = [*map(with_text, old.documents)], [*map(with_text, new.documents)]
    if len(before) == len(after) == 1:
        return [compare(before[0], after[0])]
    known = {one.path: one for one in before}
    paired = [(known[one.path], one) for one in after if one.path in known]
    if not paired:
        raise ConfigError(new_path, f"has no article of {old_path}", remedy="compare reports on the same articles")
    _tell(before, after, old_path)
    _tell(after, before, new_path)
    return [compare(*one) for one in paired]


def _tell(mine: Sequence[DocumentReport], others: Sequence[DocumentReport], path: str) -> None:
    known = {one.path for one in others}
    for one in mine:
        if one.path not in known:
            click.echo(f"note: {one.path} is in {path} alone and was not compared", err=True)

"""checker baseline: write down the findings that an old repository has, so that only new ones count."""

from pathlib import Path
from typing import Any

import click

from checker.cli.checking import run
from checker.cli.inputs import Inputs, Request, settled
from checker.cli.means import Means, means
from checker.cli.output import spare, write

DEFAULT = Path("baseline.yaml")


@click.group("baseline")
def command() -> None:
    """Known findings: 'checker lint --baseline FILE' marks them and lets only new ones count."""


@command.command("write")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", type=Path, default=DEFAULT, show_default=True, metavar="FILE", help="Where to write it."
)
@means
@settled
def write_baseline(paths: tuple[str, ...], output: Path, **others: Any) -> None:
    """Check the articles at PATH as 'checker lint' would with these options, and keep what is found.

    What is waived is left out: it does not count anyway.
    """
    from checker.claims.baseline import written

    request = Request.of(paths, others)
    settings = request.settings()
    inputs = Inputs(request, settings)
    spare(output, inputs.paths)
    report = run(inputs, Means.of(others).checking(settings))
    write(output, written(report.documents, output), over="baseline")
    known = sum(len(one.findings) for one in report.documents)
    click.echo(f"{output}: {known} findings in {len(report.documents)} documents", err=True)

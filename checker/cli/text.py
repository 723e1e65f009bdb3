"""checker text: the text that every offset of a report indexes."""

import sys

import click

from checker.readers import read


@click.command("text")
@click.argument("path")
def command(path: str) -> None:
    """Print the text of PATH exactly as the checker reads it; the offsets in reports count its code points."""
    sys.stdout.buffer.write(read(path).text.encode("utf-8", "replace"))

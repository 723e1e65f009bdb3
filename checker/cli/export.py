"""checker export: the ledger in other forms."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.output import spare, write
from checker.config import find
from checker.errors import ConfigError
from checker.patterns import pattern

if TYPE_CHECKING:
    from checker.claims import Ledger

LEDGER = Path("claims.yaml")
PUBLIC = ("claimreview", "jsonld")
ADDRESS = pattern(r"https?://[^\s<>\"']{1,2000}")


@click.command("export")
@click.argument("ledger", type=Path, required=False)
@click.option("--format", "form", type=click.Choice([*PUBLIC, "csv", "xlsx"]), required=True, help="What to write.")
@click.option("-o", "--output", type=Path, metavar="FILE", help="Write it there instead of standard output.")
@click.option("--url", help="Where the published article stands; claimreview and jsonld need it.")
@click.option("--publisher", help="Who publishes the check; claimreview and jsonld need it.")
def command(ledger: Path | None, form: str, output: Path | None, url: str | None, publisher: str | None) -> None:
    """Write LEDGER (that of the settings, or claims.yaml here) as a table (csv, xlsx) or as schema.org JSON-LD.

    claimreview: a ClaimReview for each checked claim. jsonld: the article with a CorrectionComment for each claim found
    wrong. Both only for a published article, with what was decided and without notes, sources or names of checkers.
    """
    from checker.claims import load

    if form == "xlsx" and output is None:
        raise ConfigError("command line", "a workbook is no text", remedy="say where it goes: -o FILE.xlsx")
    book = load(ledger or find(Path()).place("ledger") or LEDGER)
    spare(output, [str(book.home / book.article.source_file)])
    made = _made(book, form, url, publisher)
    if output:
        write(output, made)
        return
    sys.stdout.buffer.write(made if isinstance(made, bytes) else made.encode("utf-8", "replace"))
    sys.stdout.flush()


def _made(book: "Ledger", form: str, url: str | None, publisher: str | None) -> str | bytes:
    if form == "csv":
        from checker.claims.exports.csv import csv_text

        return csv_text(book)
    if form == "xlsx":
        from checker.claims.exports.xlsx import xlsx_bytes

        return xlsx_bytes(book)
    if not url or not publisher:
        raise ConfigError("command line", f"--format {form} tells the public", remedy="give --url and --publisher")
    if not ADDRESS.fullmatch(url):
        raise ConfigError("command line", f"--url {url} is no web address", remedy="write it out: https://…")
    if not publisher.strip():
        raise ConfigError("command line", "--publisher is empty", remedy="say who publishes the check")
    from checker.claims.exports.published import claim_reviews, corrections

    return claim_reviews(book, url, publisher) if form == "claimreview" else corrections(book, url, publisher)

"""checker extract: draft the ledger of an article."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.output import spare, write
from checker.config import find
from checker.errors import ConfigError
from checker.readers import read

if TYPE_CHECKING:
    from checker.claims import Ledger
    from checker.document import Document


@click.command("extract")
@click.argument("article", type=click.Path(dir_okay=False))
@click.option("-o", "--output", type=Path, metavar="FILE", help="Write the ledger there instead of standard output.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication: 今年 and 近日 mean it.")
@click.option("--force", is_flag=True, help="Write over a ledger that is there; what people wrote in it is lost.")
def command(article: str, output: Path | None, day: datetime | None, force: bool) -> None:
    """Draft the ledger of ARTICLE: a claim for each number, date, rank, title and quotation, and their relations."""
    spare(output, [article])
    if output and output.exists() and not force:
        raise ConfigError(
            str(output), "is there already", remedy="bring it up to date with checker sync, or give --force"
        )
    from checker.claims.writing import ledger_text

    text = ledger_text(drafted(read(article), day.date() if day else None, output.parent if output else Path()))
    if output:
        write(output, text, over="claims")
        return
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def drafted(document: "Document", day: date | None, home: Path) -> "Ledger":
    """The draft for a document, for a ledger that lies in the folder ``home``."""
    from checker.claims import ArticleInfo
    from checker.extraction import drafting
    from checker.gazetteer import Gazetteer

    path = Path(document.path)
    title = document.title.span.of(document.text) if document.title else path.stem
    info = ArticleInfo(
        id=name_of(path.stem),
        title=" ".join(title.split()) or path.stem,
        source_file=Path(os.path.relpath(path, home)).as_posix(),
        sha256=document.sha256,
        issue_date=day,
    )
    with (find(Path()).gazetteer() or Gazetteer.load()).in_force():
        return drafting.drafted(document, day, info)


def name_of(stem: str) -> str:
    """An id from a file's name: letters, digits and hyphens, with a letter first."""
    kept = "".join(char if char.isascii() and (char.isalnum() or char in "_-") else "-" for char in stem)
    kept = "-".join(filter(None, kept.split("-")))[:60]
    return kept if kept[:1].isalpha() else f"article-{kept}".rstrip("-")

"""checker notice: the change notice and the sign-off sheet before publication, the correction after it."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.checking import Book
from checker.cli.output import spare, write
from checker.cli.reported import Request, is_report, options, single
from checker.document import Document
from checker.errors import ConfigError
from checker.readers import read
from checker.report import DocumentReport

if TYPE_CHECKING:
    from checker.corrections.correction import Particulars
    from checker.corrections.templates import Templates

FORMS = ("print", "web", "wechat")
ONLY = {
    "correction": ("form", "final", "since", "claim", "finding", "at", "link", "proofreader"),
    "change": ("section",),
}
"""The options that belong to one kind of notice. What would do nothing is an error."""


@click.command("notice")
@click.argument("path", metavar="ARTICLE|REPORT.json")
@click.option(
    "--kind",
    type=click.Choice(["change", "signoff", "correction"]),
    default="change",
    show_default=True,
    help="The change notice to the reporter, the desk's sign-off sheet, or the correction.",
)
@click.option("--format", "look", type=click.Choice(["text", "html"]), help="How change and signoff look; text.")
@click.option("--section", metavar="NAME", help="Of a change notice: only what stands in this section.")
@click.option("--form", type=click.Choice(FORMS), help="Where a correction appears; print.")
@click.option("--final", is_flag=True, help="Write a correction that may be published, or refuse to.")
@click.option("--since", metavar="OLD", help="The article as it was published, when ARTICLE is corrected already.")
@click.option("--claim", multiple=True, metavar="ID", help="Correct this claim of the ledger; give it often.")
@click.option("--finding", multiple=True, metavar="FINGERPRINT", help="Draft a correction of this finding.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day it appeared, or will.")
@click.option("--page", metavar="PAGE", help="The page that it stood on: 5, A05.")
@click.option("--paper", metavar="NAME", help="The newspaper's name.")
@click.option("--at", type=click.DateTime(["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"]), help="When the web page was changed.")
@click.option("--to", multiple=True, metavar="NAME", help="Whom the notice is for, or whom to apologise to.")
@click.option("--link", metavar="URL", help="Where the corrected text is.")
@click.option("--editor", metavar="NAME", help="The editor in charge.")
@click.option("--proofreader", metavar="NAME", help="The proofreader.")
@click.option("--contact", metavar="WORDS", help="Where to answer, or to report errors.")
@click.option("--templates", type=Path, metavar="DIR", help="Your own texts in place of the bundled ones.")
@click.option("-o", "--output", type=Path, metavar="FILE", help="Write it there instead of to the screen.")
@options
def command(path: str, kind: str, templates: Path | None, output: Path | None, **given: Any) -> int:
    """Write a notice about ARTICLE.

    Before publication, --kind change and --kind signoff pass on what the checker finds. After it, --kind correction
    says what the ledger has decided; what is not decided yet stands as 【待核实】 in a draft. --final writes a
    correction only if nothing is lacking.

    Exit status: 0 it was written, 1 --final was refused, 2 it could not be made.
    """
    _belongs(kind, given)
    spare(output, [path, given["since"] or path])
    given["day"] = given["day"] or given["published"]
    request = Request.of(given)
    from checker.corrections.templates import Templates

    texts = Templates(templates)
    if kind == "correction":
        from checker.cli.correcting import correct

        made = correct(path, request, texts, given)
        if made is None:
            return 1
    else:
        made = _sheet(path, kind, request, texts, given)
    if output:
        write(output, made)
    else:
        sys.stdout.buffer.write(made.encode("utf-8", "replace"))
    return 0


def particulars(request: Request, report: DocumentReport, book: Book, given: dict[str, Any]) -> "Particulars":
    """What is said about the article on the command line, by its ledger and by the settings."""
    from checker.corrections.correction import Particulars

    info = book.ledger.article if book.path else None
    day = given["published"] or given["day"]
    issued = day.date() if day else info.issue_date if info else None
    return Particulars(
        title=report.title or (info.title if info else ""),
        form=given["form"] or FORMS[0],
        published=issued or request.published(report),
        is_published=info is not None and info.status in ("published", "corrected"),
        is_mended=bool(given["since"]),
        to=tuple(given["to"]),
        at=given["at"],
        **{name: given[name] or "" for name in ("page", "paper", "link", "editor", "proofreader", "contact")},
    )


def _sheet(path: str, kind: str, request: Request, texts: "Templates", given: dict[str, Any]) -> str:
    from checker.corrections import sheets

    if kind == "signoff" and is_report(path):
        raise ConfigError(path, "a report does not hold what was waived", remedy="name the article to sign for")
    report, document = single(request, path)
    book = request.own_book(report.path)
    about, look = particulars(request, report, book, given), given["look"] or "text"
    if kind == "change":
        _has_section(document, given["section"])
        return sheets.change(report, document, about, texts, look, given["section"] or "")
    return sheets.signoff(report, document, about, texts, look, book.ledger if book.path else None)


def _has_section(document: Document, name: str | None) -> None:
    """Raises ConfigError for a section that the article does not have: it would be told that nothing is wrong."""
    from checker.corrections.whereabouts import Whereabouts
    from checker.yamlfile.models import suggest

    names = Whereabouts(document).names if name else []
    if name and name not in names:
        remedy = suggest(name, names, f"one of: {', '.join(names)}" if names else "leave out --section")
        raise ConfigError(document.path, f"there is no section {name!r}", remedy=remedy)


def sheets_of(report: DocumentReport, book: Book, published: date | None) -> Iterator[tuple[str, str]]:
    """Both sheets on an article that was just checked, in text and HTML, with the names of their files."""
    from checker.corrections import sheets
    from checker.corrections.correction import Particulars
    from checker.corrections.templates import Templates

    document, texts, stem = read(report.path), Templates(), Path(report.path).stem
    ledger = book.ledger if book.is_about(report.path) else None
    about = Particulars(report.title, published=published)
    for look, suffix in (("text", ".txt"), ("html", ".html")):
        yield f"{stem}.change{suffix}", sheets.change(report, document, about, texts, look)
        yield f"{stem}.signoff{suffix}", sheets.signoff(report, document, about, texts, look, ledger)


def _belongs(kind: str, given: dict[str, Any]) -> None:
    for owner, names in ONLY.items():
        for name in names:
            if given[name] and kind != owner:
                raise ConfigError("command line", f"--{name} belongs to --kind {owner}", remedy="leave it out")
    if kind == "correction" and given["look"]:
        raise ConfigError("command line", "a correction is plain text", remedy="leave out --format")

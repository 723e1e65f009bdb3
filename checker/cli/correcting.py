"""The correction of a published article: what the ledger has decided, or a draft that says what it has not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

import click

from checker.claims import Binding, trace
from checker.cli.checking import Book
from checker.cli.notice import particulars
from checker.cli.reported import Request, single
from checker.corrections.comparing import compare
from checker.corrections.correction import correction, template
from checker.corrections.faults import Fault, decided, reported
from checker.corrections.proof import faulty, proof
from checker.corrections.putright import put_right, unchanged
from checker.corrections.templates import Templates
from checker.document import Document
from checker.errors import ConfigError
from checker.readers import read
from checker.report import DocumentReport

DRAFT = "【草稿】不得刊发，尚缺："


def correct(path: str, request: Request, templates: Templates, given: dict[str, Any]) -> str | None:
    """The correction's text, marked as a draft unless it is final; None where a final one is refused.

    Raises ConfigError where there is nothing to correct.
    """
    since = given["since"]
    report, document = single(request, since, other=path, called=path) if since else single(request, path)
    book = request.own_book(path, report.path)
    binding = trace(book.ledger, document) if book.path else None
    about = particulars(request, report, book, given)
    after = single(request, path, other=since) if since else None
    faults = _faults(binding, report, document, given, after)
    if not faults:
        raise ConfigError(report.path, "nothing to correct", remedy="decide a claim to be wrong, or name a --finding")
    made = correction(faults, about, templates)
    lacks = [*made.lacks, *(unchanged(faults, document.text, after[1].text) if after else ())]
    if not lacks:
        lacks += proof(made.text, faults, about, document.text, templates, template(faults, about.form))
        lacks += _lint(made.text, faults, request)
    if given["final"]:
        if lacks:
            click.echo(f"error: {path}: 不能作为成品导出：", err=True)
            _tell(lacks)
            return None
        return made.text
    listed = "".join(f"- {one}\n" for one in lacks or ("没有；签发后用 --final 导出成品",))
    return f"{DRAFT}\n{listed}\n{made.text}"


def _tell(lacks: Iterable[str]) -> None:
    for one in lacks:
        click.echo(f"  - {one}", err=True)


def _faults(
    binding: Binding | None,
    report: DocumentReport,
    document: Document,
    given: dict[str, Any],
    after: tuple[DocumentReport, Document] | None,
) -> Sequence[Fault]:
    claims, findings = given["claim"], given["finding"]
    _known("claim", claims, [one.id for one in binding.ledger.claims] if binding else [])
    _known("finding", findings, [one.fingerprint for one in report.findings])
    remedy = "" if after else "；正文改过的，用 --since 给出刊发时的文本"
    asked = binding if claims or not findings else None
    faults = decided(asked, document, report, claims, remedy=remedy) if asked else []
    if findings:
        return [*faults, *reported(document, report, findings)]
    if after and not claims:
        covered = [*binding.anchors.values()] if binding and faults else ()
        return [*faults, *put_right(compare(report, after[0]), document, covered)]
    return faults or reported(document, report)


def _known(option: str, wanted: Sequence[str], known: Sequence[str]) -> None:
    for one in wanted:
        if one not in known:
            close = get_close_matches(one, known, 1)
            remedy = f"did you mean {close[0]!r}?" if close else "see the ledger or the report"
            raise ConfigError("command line", f"--{option} {one!r} is not there", remedy=remedy)


def _lint(text: str, faults: Sequence[Fault], request: Request) -> Iterator[str]:
    """What the checker itself has to say about the correction."""
    document = read("correction.txt", data=text.encode())
    means = replace(request.means, day=None, select=(), ignore=())
    report = means.checking(request.settings, book=Book(None)).lint(document)
    for one in faulty(report, faults):
        yield f"更正本身有问题：“{one.place.quote}”，{one.message} [{one.rule}]"

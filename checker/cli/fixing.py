"""Applies safe fixes to files, or shows them as a unified diff."""

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.files import STDIN
from checker.cli.output import rewrite
from checker.document import Document
from checker.errors import ConfigError, InputError, Problems, ReadError
from checker.fixes import apply
from checker.readers import read
from checker.readers.text import MARKS, decode
from checker.report import DocumentReport, Report

if TYPE_CHECKING:
    from checker.cli.checking import Checking
    from checker.cli.inputs import Inputs

MOST_ROUNDS = 20
"""A fix can bring the next one about; rules that undo each other's fixes are stopped here."""

Lint = Callable[[Document], DocumentReport]


def run(inputs: "Inputs", checking: "Checking", *, write: bool) -> tuple[Report, str]:
    """Fix every article; the report on what is left, and the changes as a diff. All are read before any is written."""
    request = inputs.request
    if request.staged or request.diff_base:
        raise ConfigError("command line", "fixes are made in whole files", remedy="leave out --staged and --diff-base")
    if write and STDIN in inputs.paths:
        raise ConfigError("command line", "standard input cannot be fixed", remedy="use --diff")
    errors: list[InputError] = []
    results: list[tuple[Document, Document, DocumentReport]] = []
    for path in inputs.paths:
        try:
            document = inputs.read(path)
            results.append((document, *fixed(document, checking.lint)))
        except Problems as problems:
            errors += problems.errors
        except InputError as error:
            errors.append(error)
    if errors:
        raise Problems(errors)
    changed = [(before, after) for before, after, _ in results if before.text != after.text]
    if write:
        ready = [(before.path, rewritten(before.path, after.text)) for before, after in changed]
        for path, data in ready:
            rewrite(Path(path), data)
    for _, after, report in results:
        checking.desk.note(report, checking.published(after.path, after.text))
    shown = "".join(diff(before.path, before.text, after.text) for before, after in changed)
    return Report(tuple(report for _, _, report in results)), shown


def fixed(document: Document, lint: Lint) -> tuple[Document, DocumentReport]:
    """The document after every safe fix, and the report on it."""
    report = lint(document)
    for _ in range(MOST_ROUNDS):
        text = apply(document.text, report.findings)
        if text == document.text:
            break
        document = read(document.path, data=encoded(document, text))
        report = lint(document)
    return document, report


def encoded(document: Document, text: str) -> bytes:
    """``text`` in bytes that read as the document did."""
    mark = next((mark for mark, encoding in MARKS[1:] if encoding == document.encoding), b"")
    return mark + text.encode(document.encoding)


def rewritten(path: str, text: str) -> bytes:
    """The text in the encoding and with the byte-order mark that the file has.

    Raises ReadError when the rest of the file would not stay as it is byte for byte.
    """
    data = Path(path).read_bytes()
    before, encoding = decode(data, path)
    mark = next((mark for mark, _ in MARKS if data.startswith(mark)), b"")
    if mark + before.encode(encoding) != data:
        raise ReadError(path, f"its {encoding} cannot be written back as it is", remedy="save the file as UTF-8")
    return mark + text.encode(encoding)


def diff(path: str, before: str, after: str) -> str:
    """The unified diff of two texts; nothing when they are equal."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}", n=3)
    return "".join(_ended(lines))


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as diff and patch know them: they end at LF alone."""
    parts = text.split("\n")
    return [part + "\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])

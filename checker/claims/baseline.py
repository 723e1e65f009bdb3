"""The baseline: the findings that a repository had when it took the checker up, by document and fingerprint."""

from collections.abc import Iterable, Iterator, Mapping
from os.path import relpath
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, PrivateAttr

from checker import yamlfile
from checker.claims.claim import Record
from checker.claims.ledger import DUMPER
from checker.claims.models import Origin
from checker.claims.recognising import surroundings
from checker.claims.scalars import Text
from checker.errors import InputError, LedgerError, Problems
from checker.findings import Finding
from checker.report import DocumentReport
from checker.yamlfile.models import validate

HEAD = """\
# Findings that were there when this file was written ('checker baseline write'). They are shown as known and do not
# fail a run. Whatever is not listed here does; an entry whose finding is mended should be removed.
"""


class Entry(Record):
    """A finding: its words, what was said about them, and what stood around them.

    By these it is told from another on equal words; an older file has no surroundings, and knows the fingerprint alone.
    """

    rule: Text
    fingerprint: Text
    quote: str = ""
    message: str = ""
    before: str | None = None
    after: str | None = None


class KnownDocument(Record):
    """A document with its findings. ``file`` is relative to the baseline."""

    file: Text
    findings: tuple[Entry, ...] = ()


class Baseline(Record):
    """The whole list."""

    version: Literal["baseline/1"] = Field(alias="schema")
    documents: tuple[KnownDocument, ...] = ()

    _origin: Origin = PrivateAttr(default_factory=Origin)

    def by_path(self) -> Mapping[Path, tuple[Entry, ...]]:
        """The known findings of every document, by its resolved path."""
        home = Path(self._origin.path).parent
        return {(home / one.file).resolve(): one.findings for one in self.documents}

    def gone(self) -> Iterator[tuple[str, str]]:
        """The documents that are not there any more, each with its place in the list (``baseline.yaml:12``)."""
        home = Path(self._origin.path).parent
        for index, one in enumerate(self.documents):
            if not (home / one.file).exists():
                yield one.file, self._origin.place(("documents", index, "file"))


def load(path: str | Path) -> Baseline:
    """The baseline at ``path``. Raises LedgerError or Problems."""
    return parse(yamlfile.read_text(Path(path), LedgerError), str(path))


def parse(text: str, path: str = "baseline.yaml") -> Baseline:
    """A baseline from its YAML text; ``path`` names it in errors. Raises LedgerError or Problems."""
    file = yamlfile.parse(text, path, LedgerError)
    if not isinstance(file.data, dict):
        message = "empty" if file.data is None else "not a baseline: it has no keys"
        raise LedgerError(path, message, 1, 1, "write it with 'checker baseline write'")
    baseline = validate(Baseline, file)
    seen, twice = set[str](), list[InputError]()
    for index, one in enumerate(baseline.documents):
        if one.file in seen:
            twice.append(file.at(("documents", index, "file"), f"{one.file} is listed twice", "join the two"))
        seen.add(one.file)
    if twice:
        raise Problems(twice)
    baseline._origin = Origin(file)
    return baseline


def written(reports: Iterable[DocumentReport], path: Path) -> str:
    """The text of a baseline at ``path`` that knows all these findings, documents in the order of their names."""
    documents: list[dict[str, Any]] = []
    for report in reports:
        file = Path(relpath(Path(report.path).resolve(), path.parent.resolve())).as_posix()
        entries = [_entry(one, report.text) for one in report.findings]
        if entries:
            documents.append({"file": file, "findings": entries})
    data = {"schema": "baseline/1", "documents": sorted(documents, key=lambda one: str(one["file"]))}
    return HEAD + str(yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=2**31 - 1))


def _entry(finding: Finding, text: str) -> dict[str, str]:
    before, after = surroundings(text, finding.place.span)
    return {
        "rule": finding.rule,
        "fingerprint": finding.fingerprint,
        "quote": finding.place.quote,
        "message": finding.message,
        "before": before,
        "after": after,
    }

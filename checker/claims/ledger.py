"""Reads and writes ``claims.yaml``. Every mistake is found in one go, each with its line, column and remedy."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from checker import yamlfile
from checker.claims.claim import Claim
from checker.claims.models import Ledger, Origin
from checker.claims.relation import Relation
from checker.claims.review import review
from checker.errors import InputError, LedgerError, Problems
from checker.yamlfile import YamlFile
from checker.yamlfile.models import validate

T = TypeVar("T")
DUMPER: type[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def load(path: str | Path) -> Ledger:
    """The ledger at ``path``. Raises LedgerError or Problems."""
    return parse(yamlfile.read_text(Path(path), LedgerError), str(path))


def parse(text: str, path: str = "claims.yaml") -> Ledger:
    """A ledger from its YAML text; ``path`` names it in errors. Raises LedgerError or Problems."""
    file = yamlfile.parse(text, path, LedgerError)
    if not isinstance(file.data, dict):
        message = "empty" if file.data is None else "not a ledger: it has no keys"
        raise LedgerError(path, message, 1, 1, "give it schema: claims/1, article and claims")
    problems: list[InputError] = []
    ledger = None
    try:
        ledger = validate(Ledger, file)
    except Problems as found:
        problems += found.errors
    problems += _reviewed(ledger, file)
    if problems or ledger is None:
        raise Problems(sorted(problems, key=lambda error: (error.line or 0, error.column or 0)))
    ledger._origin = Origin(file)
    return ledger


def dump(ledger: Ledger) -> str:
    """The ledger as YAML, without what is empty or as it is by default. Reading it gives an equal ledger."""
    data = ledger.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for written, relation in zip(data.get("relations", ()), ledger.relations, strict=False):
        written["type"] = relation.type
    written = {"schema": ledger.version, **data}
    return str(yaml.dump(written, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=2**31 - 1))


def _reviewed(ledger: Ledger | None, file: YamlFile) -> Iterator[InputError]:
    """The faults of a ledger, or of those of its claims and relations that can be read at all."""
    claims: Sequence[tuple[int, Claim]]
    relations: Sequence[tuple[int, Relation]]
    if ledger:
        claims, relations = list(enumerate(ledger.claims)), list(enumerate(ledger.relations))
    else:
        claims, relations = (
            list(_sound(TypeAdapter(Claim), file.data.get("claims"))),
            list(_sound(TypeAdapter(Relation), file.data.get("relations"))),
        )
    for fault in review(claims, relations, list(_ids(file.data.get("claims")))):
        yield file.at(fault.key, fault.message, fault.remedy)


def _sound(adapter: TypeAdapter[T], entries: Any) -> Iterator[tuple[int, T]]:
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        try:
            yield index, adapter.validate_python(entry)
        except ValidationError:
            continue


def _ids(entries: Any) -> Iterator[tuple[int, str]]:
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield index, entry["id"]

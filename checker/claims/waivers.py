"""Waivers: findings that somebody lets stand, in ``waivers.yaml`` or in the ledger, and what became of them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, PrivateAttr

from checker import yamlfile
from checker.claims.claim import Record
from checker.claims.models import Ledger, Origin, Waiver
from checker.claims.recognising import gist
from checker.claims.schema import ID, relaxed
from checker.errors import InputError, LedgerError, Problems
from checker.spans import Span
from checker.yamlfile.models import suggest, validate


class WaiversFile(Record):
    """The list as it is written."""

    version: Literal["waivers/1"] = Field(alias="schema")
    waivers: tuple[Waiver, ...] = ()

    _origin: Origin = PrivateAttr(default_factory=Origin)


@dataclass(frozen=True, slots=True)
class Placed:
    """A waiver with the file that holds it and its index there."""

    waiver: Waiver
    origin: Origin
    index: int
    owned: bool = False

    @property
    def where(self) -> str:
        """``waivers.yaml:12``."""
        return self.origin.place(("waivers", self.index))

    def fault(self, message: str, remedy: str) -> InputError:
        """A mistake in the waiver's rule."""
        return self.origin.fault(("waivers", self.index, "rule"), message, remedy)

    @property
    def document(self) -> Path | None:
        """The document that it is meant for; None is all of them."""
        file = self.waiver.file
        return (Path(self.origin.path).parent / file).resolve() if file else None


@dataclass(frozen=True, slots=True)
class Lapse:
    """A waiver that no longer does its work: its day is over (``span`` is what it let stand), or it met no finding."""

    waiver: Waiver
    where: str
    span: Span | None = None

    def moved(self, place: Callable[[Span], Span]) -> "Lapse":
        """The same at the place of another text."""
        return replace(self, span=place(self.span)) if self.span else self


@dataclass(frozen=True, slots=True)
class Waivers:
    """The waivers of one document, judged on ``day``; without a day none has expired."""

    entries: tuple[Placed, ...] = ()
    day: date | None = None

    def holding(self) -> dict[tuple[str, str], list[Waiver]]:
        """Those still in force, by rule and fingerprint."""
        found: dict[tuple[str, str], list[Waiver]] = {}
        for one in self.entries:
            if not self._is_over(one.waiver):
                found.setdefault((one.waiver.rule, one.waiver.fingerprint), []).append(one.waiver)
        return found

    def lapses(self, found: Mapping[tuple[str, str], tuple[Span, str]], ran: Collection[str]) -> tuple[Lapse, ...]:
        """Those whose day is over, and those that meet nothing though their rule has run.

        ``found`` are the findings by rule and fingerprint: where each stands, and what it says. A waiver without a file
        may be meant for another document, so that it is never called unused here.
        """
        made = []
        for one in self.entries:
            waiver = one.waiver
            span, message = found.get((waiver.rule, waiver.fingerprint), (None, ""))
            if not waiver.lets_stand(message):
                span = None
            if span is not None and self._is_over(waiver):
                made.append(Lapse(waiver, one.where, span))
            elif span is None and waiver.rule in ran and (waiver.file or one.owned):
                made.append(Lapse(waiver, one.where))
        return tuple(made)

    def _is_over(self, waiver: Waiver) -> bool:
        return self.day is not None and waiver.until < self.day


def load(path: str | Path) -> tuple[Placed, ...]:
    """The waivers in the file at ``path``. Raises LedgerError or Problems."""
    return parse(yamlfile.read_text(Path(path), LedgerError), str(path))


def parse(text: str, path: str = "waivers.yaml") -> tuple[Placed, ...]:
    """Waivers from their YAML text; ``path`` names it in errors. Raises LedgerError or Problems."""
    file = yamlfile.parse(text, path, LedgerError)
    if not isinstance(file.data, dict):
        message = "empty" if file.data is None else "not a list of waivers: it has no keys"
        raise LedgerError(path, message, 1, 1, "give it schema: waivers/1 and waivers")
    model = validate(WaiversFile, file)
    origin = Origin(file)
    seen, twice = set[tuple[str | None, ...]](), list[InputError]()
    for index, one in enumerate(model.waivers):
        key = (one.rule, one.fingerprint, one.file, one.message and gist(one.message))
        if key in seen:
            twice.append(file.at(("waivers", index), f"{one.fingerprint} is waived twice", "keep one of the two"))
        seen.add(key)
    if twice:
        raise Problems(twice)
    return tuple(Placed(one, origin, index) for index, one in enumerate(model.waivers))


def of_ledger(ledger: Ledger) -> tuple[Placed, ...]:
    """The waivers that a ledger keeps for its article."""
    return tuple(Placed(one, ledger.origin, index, owned=True) for index, one in enumerate(ledger.waivers))


def unknown_rules(entries: Iterable[Placed], rules: Collection[str]) -> list[InputError]:
    """One error for each waiver of a rule that does not exist."""
    return [
        one.fault(f"there is no rule {one.waiver.rule!r}", suggest(one.waiver.rule, sorted(rules), "remove the waiver"))
        for one in entries
        if one.waiver.rule not in rules
    ]


def schema() -> dict[str, Any]:
    """The JSON Schema of ``waivers.yaml``, draft 2020-12."""
    made: dict[str, Any] = WaiversFile.model_json_schema(by_alias=True)
    return {"$schema": ID, **relaxed({**made, "title": "waivers.yaml"})}

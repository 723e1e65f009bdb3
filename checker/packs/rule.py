"""A rule: what its file says, with its kind, ready to run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

from checker.checks import Kind
from checker.checks.kind import Params
from checker.findings import Hit, Severity


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What ``rules/<family>/<fault>.yaml`` says, without its examples. Its path is the rule's id.

    ``message`` is what an editor reads; a kind with several variants wants ``messages`` instead. ``notes`` word the
    related places, ``fixes`` the ways to mend it; both may use the names that the hit carries. ``joins`` lists the
    rules whose findings become symptoms of this one's.
    """

    summary: str
    kind: str
    severity: Severity
    why: str
    message: str | None = None
    messages: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, Any] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    fixes: Mapping[str, str] = field(default_factory=dict)
    joins: tuple[str, ...] = ()
    taxonomy: tuple[str, ...] = ()
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule file with its id and its kind."""

    id: str
    file: RuleFile
    kind: Kind
    params: Params
    path: str

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    def message(self, hit: Hit) -> str:
        """The finding's sentence."""
        template = self.file.message or self.file.messages[hit.variant]
        return template.format_map(hit.data)

    def wording_problems(self) -> list[tuple[tuple[str | int, ...], str]]:
        """What the templates ask for that the kind does not have: the key in the file, and the complaint."""
        kind, file = self.kind, self.file
        problems: list[tuple[tuple[str | int, ...], str]] = []
        templates: dict[tuple[str, ...], str] = {("messages", name): text for name, text in file.messages.items()}
        if file.message:
            templates["message",] = file.message
        for key, template in templates.items():
            problems += [(key, text) for text in _unknown_fields(template, kind.fields)]
        roles = kind.roles(self.params)
        for part, given, known in (
            ("messages", file.messages, kind.variants),
            ("notes", file.notes, kind.notes | roles),
            ("fixes", file.fixes, kind.fixes | roles),
        ):
            if known or given:
                problems += [((part,), f"{name!r} is not worded") for name in sorted(known - given.keys())]
                problems += [((part, name), f"the kind has no {name!r}") for name in sorted(given.keys() - known)]
        return problems


def _unknown_fields(template: str, fields: frozenset[str]) -> list[str]:
    try:
        names = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError as problem:
        return [f"not a template: {problem}"]
    return [f"the hits carry no {{{name}}}, only {', '.join(sorted(fields))}" for name in sorted(names - fields)]

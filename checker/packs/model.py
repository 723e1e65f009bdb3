"""The shape that a rule file is held to, and its JSON Schema."""

from collections.abc import Callable
from dataclasses import fields
from typing import Annotated, Any

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    model_validator,
)

from checker.checks.kind import Params
from checker.claims import Ledger, waivers
from checker.claims import parse as parse_ledger
from checker.claims.facts import Facts
from checker.claims.facts import parse as parse_facts
from checker.claims.scalars import Day
from checker.errors import InputError, Problems
from checker.findings import Severity
from checker.lexicon.names import Names
from checker.packs.rule import RuleFile
from checker.yamlfile import YamlFile
from checker.yamlfile.wording import worded

Words = Annotated[str, Field(min_length=1)]
RightNames = Annotated[
    Names, PlainValidator(Names.of), WithJsonSchema({"type": "object", "description": "What a names.yaml holds."})
]
Held = Callable[[str], Any]


def _held(parse: Held, **head: Any) -> Held:
    """Reads a part of a rule file as the file of its own that it would otherwise be. Raises ValueError."""

    def read(data: Any) -> Any:
        try:
            return parse(yaml.safe_dump({**head, **data} if isinstance(data, dict) else {**head, "waivers": data}))
        except (InputError, Problems) as problem:
            raise ValueError(str(problem)) from None

    return read


HeldLedger = Annotated[
    Ledger,
    PlainValidator(_held(parse_ledger, schema="claims/1")),
    WithJsonSchema({"type": "object", "description": "What a claims.yaml holds."}),
]
HeldFacts = Annotated[
    Facts,
    PlainValidator(_held(parse_facts, schema="facts/1")),
    WithJsonSchema({"type": "object", "description": "What a facts.yaml holds."}),
]
HeldWaivers = Annotated[
    Any,
    PlainValidator(_held(waivers.parse, schema="waivers/1")),
    WithJsonSchema({"type": "array", "description": "The waivers of a waivers.yaml."}),
]


class Examples(BaseModel):
    """Texts that prove a rule: flagged ones mark the exact words with 【】, clean ones must stay silent.

    ``date`` is the day they appear, ``names`` a list of right names, ``ledger``, ``facts`` and ``waivers`` what is kept
    about every one of them, for rules that need them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: Day | None = None
    names: RightNames | None = None
    ledger: HeldLedger | None = None
    facts: HeldFacts | None = None
    waivers: HeldWaivers = ()
    flagged: list[Words] = Field(min_length=1)
    clean: list[Words] = Field(min_length=1)


class RuleModel(BaseModel):
    """One YAML file in ``rules/<family>/<fault>.yaml``; see RuleFile for what its keys mean."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    summary: Words
    kind: Words
    severity: Severity
    message: Words | None = None
    messages: dict[str, Words] = {}
    why: Words
    params: dict[str, Any] = {}
    notes: dict[str, Words] = {}
    fixes: dict[str, Words] = {}
    joins: tuple[Words, ...] = ()
    taxonomy: tuple[Words, ...] = ()
    limits: str = ""
    examples: Examples

    @model_validator(mode="after")
    def _one_sort_of_message(self) -> "RuleModel":
        if (self.message is None) is (not self.messages):
            raise ValueError("give either 'message' or 'messages'")
        return self

    def file(self) -> RuleFile:
        """What the file says, without its examples."""
        return RuleFile(**{one.name: getattr(self, one.name) for one in fields(RuleFile)})


def settings(kind: type[Params], file: YamlFile, data: dict[str, Any]) -> Params:
    """A rule's ``params`` as its kind wants them. Raises Problems, each at its place."""
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        raise Problems([_misfit(file, error["loc"], worded(error)) for error in errors]) from None


def _misfit(file: YamlFile, key: tuple[str | int, ...], message: str) -> InputError:
    name = f"{key[-1]}: " if key else ""
    return file.at(("params", *key), f"params: {name}{message}")

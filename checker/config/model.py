"""The shape that ``checker.yaml`` and ``[tool.checker]`` are held to, and their JSON Schema."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from checker.config.days import PathDate


class State(StrEnum):
    """What is to become of a rule: off, on as its file has it, or on with another severity."""

    ON = "on"
    OFF = "off"
    ERROR = "error"
    VERIFY = "verify"
    STYLE = "style"


class Setting(BaseModel):
    """A part of the settings: keys in kebab-case, none unknown."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"), use_attribute_docstrings=True
    )


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _ruled(value: object) -> object:
    """``wording: off`` for ``wording: {severity: off}``; some write false and true."""
    if isinstance(value, bool) or value in ("true", "false"):
        value = "on" if value in (True, "true") else "off"
    return value if isinstance(value, dict) else {"severity": value}


Word = Annotated[str, Field(min_length=1)]
Words = Annotated[tuple[Word, ...], BeforeValidator(_listed)]


class RuleSetting(Setting):
    """One rule, one family, or all: a severity alone (``off``), or one with parameters."""

    severity: State | None = None
    """off, on, or the severity: error, verify, style."""
    params: dict[str, Any] = {}
    """Parameters of the rule's kind that take the place of those in its file."""


Rules = dict[Word, Annotated[RuleSetting, BeforeValidator(_ruled)]]


class Override(Setting):
    """Settings for some of the articles. Of two that speak of one rule the later counts."""

    files: Annotated[Words, Field(min_length=1)]
    """Patterns in the syntax of .gitignore, from the folder of the settings."""
    rules: Rules
    """As the key ``rules`` above it."""


def _places(value: object) -> object:
    """``云溪镇`` for ``[{name: 云溪镇}]``."""
    listed = value if isinstance(value, list | tuple) else (value,)
    return tuple({"name": one} if isinstance(one, str) else one for one in listed)


class PlaceSetting(Setting):
    """A place that the gazetteer does not have: its name alone, or with others."""

    name: Annotated[str, Field(min_length=2)]
    """Its full name."""
    short: str | None = Field(None, min_length=2)
    """What it is called without its type, where that is not plain: 云溪 for 云溪新区 is."""
    also: Words = ()
    """Other names in use."""


class DateSetting(Setting):
    """Where the day of publication is found; ``--date`` and a ledger come before it, front matter before the path."""

    path: str | None = None
    """The shape of the path, YYYY MM DD standing for digits: YYYY/MM/DD, news-YYYYMMDD."""
    front_matter: str | None = Field(None, min_length=1)
    """The key of the front matter that holds it as 2025-04-22."""

    @field_validator("path")
    @classmethod
    def _is_a_date(cls, value: str | None) -> str | None:
        if value is not None:
            PathDate(value)
        return value


class ConfigModel(Setting):
    """What ``checker.yaml`` holds. Paths are relative to its folder."""

    rules: Rules = {}
    """Rules by id, by family, or all of them as ``all``: off, on, error, verify, style, or state and params."""
    overrides: tuple[Override, ...] = ()
    """Other states of rules for some of the articles."""
    packs: Words = ()
    """Folders of rules of your own, beside the bundled ones."""
    ledger: Word | None = None
    """The ledger of claims."""
    names: Word | None = None
    """The list of right names."""
    facts: Word | None = None
    """The list of reference facts."""
    waivers: Word | None = None
    """The list of findings that may stand."""
    baseline: Word | None = None
    """The findings known before, which do not count."""
    gazetteer: dict[Word, Annotated[tuple[PlaceSetting, ...], BeforeValidator(_places)]] = {}
    """Places of your own, by the full name of what they lie in: districts, towns, villages, institutions."""
    date: DateSetting = DateSetting()
    """Where the day of publication is found."""
    include: Words = ()
    """What to check in folders that are named, in the syntax of .gitignore; every known kind of file without it."""
    exclude: Words = ()
    """What to leave out of folders that are named, in the syntax of .gitignore."""
    gitignore: bool = True
    """Whether what .gitignore files leave out is left out here too."""
    fail_on: Literal["error", "verify", "style", "never"] = "error"
    """The least severity that makes the exit status 1."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, data: Any) -> Any:
        """``rules:`` with nothing but comments under it says nothing."""
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


def schema() -> dict[str, Any]:
    """The JSON Schema of ``checker.yaml``, draft 2020-12."""
    made: dict[str, Any] = ConfigModel.model_json_schema(by_alias=True)
    rules = made["$defs"]["RuleSetting"]
    made["$defs"]["RuleSetting"] = {"anyOf": [{"$ref": "#/$defs/State"}, rules]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "checker.yaml"}

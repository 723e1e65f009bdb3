"""The rules as the settings want them, for each article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from checker.cli.selection import chosen
from checker.config import Settings
from checker.config.settings import ALL, Block
from checker.errors import ConfigError, InputError, Problems
from checker.findings import Severity
from checker.packs import Rule
from checker.yamlfile import Key

if TYPE_CHECKING:
    from checker.config.model import RuleSetting


class Tuning:
    """Turns rules off and on and changes their severity and parameters.

    Of one block the more exact word counts: the rule, then its family, then ``all``; of two blocks the later. A rule
    that ``select`` names runs though the settings turn it off, but not in files for which they do. Raises Problems with
    all that is wrong.
    """

    def __init__(self, rules: Sequence[Rule], settings: Settings, select: Sequence[str], ignore: Sequence[str]) -> None:
        self.rules = chosen(rules, select, ignore)
        self.settings, self.select = settings, frozenset(select)
        self._made: dict[tuple[Key, ...], list[Rule]] = {}
        errors = [error for block in settings.blocks for error in _unknown(rules, settings, block)]
        if not errors:
            errors = [error for block in settings.blocks for error in self._misfits(block)]
        if errors:
            raise Problems(errors)

    def check(self) -> None:
        """Raises InputError where no rule is left to run on any article: a run of none would find all in order."""
        if not self.rules:
            raise ConfigError("command line", "no rule is left to run", remedy="--select and --ignore leave out all")
        blocks = self.settings.blocks
        everywhere = all(block.patterns is None for block in blocks)
        if everywhere and not any(True for rule in self.rules for _ in self._made_of(rule, blocks)):
            key = (*self.settings.base, "rules")
            raise self.settings.error(key, "no rule is left to run", "turn on some, or name them with --select")

    def rules_for(self, path: str) -> list[Rule]:
        """The rules that run on this article."""
        blocks = self.settings.for_path(path)
        key = tuple(block.key for block in blocks)
        if key not in self._made:
            self._made[key] = [made for rule in self.rules for made in self._made_of(rule, blocks)]
        return self._made[key]

    def _made_of(self, rule: Rule, blocks: Sequence[Block]) -> Iterator[Rule]:
        running, selected = True, rule.id in self.select or rule.family in self.select
        for block in blocks:
            for key, setting in _spoken(rule, block.rules):
                rule = self._set(rule, setting, (*block.key, key))
                if setting.severity:
                    running = setting.severity.value != "off" or (selected and block.patterns is None)
        if running:
            yield rule

    def _set(self, rule: Rule, setting: "RuleSetting", key: tuple[str | int, ...]) -> Rule:
        if setting.severity and setting.severity.value not in ("on", "off"):
            rule = replace(rule, file=replace(rule.file, severity=Severity(setting.severity.value)))
        if not setting.params:
            return rule
        from pydantic import TypeAdapter, ValidationError

        from checker.yamlfile.wording import worded

        file = replace(rule.file, params={**rule.file.params, **setting.params})
        try:
            params = TypeAdapter(rule.kind.params).validate_python(dict(file.params))
        except ValidationError as problem:
            errors = problem.errors(include_url=False)
            raise Problems([self._misfit(rule, key, error["loc"], worded(error)) for error in errors]) from None
        made = replace(rule, file=file, params=params)
        wrong = [self.settings.error((*key, "params"), f"{rule.id}: {text}") for _, text in made.wording_problems()]
        if wrong:
            raise Problems(wrong)
        return made

    def _misfit(
        self, rule: Rule, key: tuple[str | int, ...], inside: tuple[str | int, ...], message: str
    ) -> InputError:
        name = f" {inside[0]!r}" if inside else ""
        return self.settings.error((*key, "params", *inside), f"{rule.id}: parameter{name}: {message}")

    def _misfits(self, block: Block) -> Iterator[InputError]:
        for rule in self.rules:
            try:
                list(self._made_of(rule, [block]))
            except Problems as problems:
                yield from problems.errors


def _spoken(rule: Rule, rules: "Mapping[str, RuleSetting]") -> Iterator[tuple[str, "RuleSetting"]]:
    """What a block says about a rule, the most exact word last."""
    for name in (ALL, rule.family, rule.id):
        if name in rules:
            yield name, rules[name]


def _unknown(rules: Sequence[Rule], settings: Settings, block: Block) -> Iterator[InputError]:
    known = sorted({rule.id for rule in rules} | {rule.family for rule in rules} | {ALL})
    for name, setting in block.rules.items():
        if name not in known:
            close = get_close_matches(name, known, 1)
            remedy = f"did you mean {close[0]!r}?" if close else "see 'checker rules'"
            yield settings.error((*block.key, name), f"there is no rule or family {name!r}", remedy)
        elif setting.params and "/" not in name:
            yield settings.error(
                (*block.key, name, "params"), "parameters are for one rule", "name the rule, not a family"
            )

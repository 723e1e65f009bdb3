"""Which rules a run uses."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from checker.errors import ConfigError
from checker.packs import Rule, bundled, load_pack


def packs(folders: Sequence[str]) -> list[Rule]:
    """The bundled rules and those of the folders named, by id. Raises ConfigError when an id is given twice."""
    rules = {rule.id: rule for rule in bundled()}
    for folder in folders:
        for rule in load_pack(Path(folder)):
            if rule.id in rules:
                raise ConfigError(rule.path, f"the rule {rule.id} exists already", remedy="give it another name")
            rules[rule.id] = rule
    return [rules[name] for name in sorted(rules)]


def chosen(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> list[Rule]:
    """The rules that are selected (all, unless some are named) and not ignored, each by its id or its family."""
    wanted = [rule for rule in rules if not select or _named(rules, rule, select)]
    return [rule for rule in wanted if not ignore or not _named(rules, rule, ignore)]


def one(rules: Sequence[Rule], name: str) -> Rule:
    """The rule of this id. Raises ConfigError with a near miss when there is none."""
    for rule in rules:
        if rule.id == name:
            return rule
    raise _unknown(rules, name)


def _named(rules: Sequence[Rule], rule: Rule, names: Sequence[str]) -> bool:
    known = {one.id for one in rules} | {one.family for one in rules}
    for name in names:
        if name not in known:
            raise _unknown(rules, name)
    return rule.id in names or rule.family in names


def _unknown(rules: Sequence[Rule], name: str) -> ConfigError:
    known = sorted({one.id for one in rules} | {one.family for one in rules})
    close = get_close_matches(name, known, 1)
    remedy = f"did you mean {close[0]!r}?" if close else "see 'checker rules'"
    return ConfigError("command line", f"there is no rule or family {name!r}", remedy=remedy)

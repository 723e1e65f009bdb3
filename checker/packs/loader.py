"""Reads rule files from a folder; the bundled pack lies in the wheel or in the checkout."""

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from checker import yamlfile
from checker.checks import KINDS
from checker.errors import InputError, PackError, Problems
from checker.packs.rule import Rule, RuleFile

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def bundled() -> tuple[Rule, ...]:
    """The rules that ship with the checker, by id. An editable install reads the checkout's own ``rules/``."""
    inside = PACKAGE / "_rules"
    return load_pack(inside if inside.is_dir() else PACKAGE.parent / "rules")


def load_pack(folder: Path) -> tuple[Rule, ...]:
    """Every rule below ``folder``, by id. Raises Problems with all that is wrong in all its files."""
    paths = sorted(folder.glob("*/*.yaml"))
    if not paths:
        raise PackError(str(folder), "holds no rules", remedy="name a folder of <family>/<fault>.yaml files")
    rules, errors = [], list[InputError]()
    for path in paths:
        try:
            rules.append(load_rule(path))
        except Problems as problems:
            errors += problems.errors
        except InputError as error:
            errors.append(error)
    if errors:
        raise Problems(errors)
    return tuple(sorted(rules, key=lambda rule: rule.id))


def load_rule(path: Path) -> Rule:
    """One rule file. Raises Problems or PackError."""
    data = yamlfile.load(path, PackError)
    file = yamlfile.validate(RuleFile, data)
    kind = KINDS.get(file.kind)
    if kind is None:
        raise data.at(("kind",), f"there is no kind {file.kind!r}", f"one of: {', '.join(sorted(KINDS))}")
    try:
        params = kind.params.model_validate(file.params)
    except ValidationError as problem:
        raise Problems(_param_errors(data, problem)) from None
    rule = Rule(f"{path.parent.name}/{path.stem}", file, kind, params, str(path))
    wrong = rule.wording_problems()
    if wrong:
        raise Problems([data.at(key, text) for key, text in wrong])
    return rule


def _param_errors(data: yamlfile.YamlFile, problem: ValidationError) -> list[InputError]:
    return [
        data.at(("params", *error["loc"]), f"params: {error['loc'][-1] if error['loc'] else ''}: {error['msg']}")
        for error in problem.errors(include_url=False)
    ]

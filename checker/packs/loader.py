"""Reads rule files from a folder; the bundled pack lies in the wheel or in the checkout."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker import yamlfile
from checker.checks import KINDS
from checker.errors import InputError, PackError, Problems
from checker.findings import Severity
from checker.packs.rule import Rule, RuleFile

if TYPE_CHECKING:
    from checker.packs.model import Examples

PACKAGE = Path(__file__).resolve().parent.parent
EXAMPLES = "\nexamples:\n"
"""The last key of every bundled rule file; what follows is not read for a run."""


@cache
def bundled() -> tuple[Rule, ...]:
    """The rules that ship with the checker, by id. An editable install reads the checkout's own ``rules/``.

    The tests hold them to the model and to their examples; a run takes them as they are, which saves loading pydantic.
    """
    inside = PACKAGE / "_rules"
    folder = inside if inside.is_dir() else PACKAGE.parent / "rules"
    return tuple(sorted((_trusted(path) for path in _paths(folder)), key=lambda rule: rule.id))


def load_pack(folder: Path) -> tuple[Rule, ...]:
    """Every rule below ``folder``, by id. Raises Problems with all that is wrong in all its files."""
    rules, errors = [], list[InputError]()
    for path in _paths(folder):
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
    from checker.packs.model import RuleModel, settings
    from checker.yamlfile.models import validate

    data = yamlfile.load(path, PackError)
    model = validate(RuleModel, data)
    kind = KINDS.get(model.kind)
    if kind is None:
        raise data.at(("kind",), f"there is no kind {model.kind!r}", f"one of: {', '.join(sorted(KINDS))}")
    rule = Rule(_id(path), model.file(), kind, settings(kind.params, data, model.params), str(path))
    wrong = rule.wording_problems()
    if wrong:
        raise Problems([data.at(key, text) for key, text in wrong])
    return rule


def load_examples(rule: Rule) -> "Examples":
    """The examples of a rule, from its file."""
    from checker.packs.model import RuleModel
    from checker.yamlfile.models import validate

    return validate(RuleModel, yamlfile.load(Path(rule.path), PackError)).examples


def _paths(folder: Path) -> list[Path]:
    paths = sorted(folder.glob("*/*.yaml"))
    if not paths:
        raise PackError(str(folder), "holds no rules", remedy="name a folder of <family>/<fault>.yaml files")
    return paths


def _trusted(path: Path) -> Rule:
    data = yamlfile.parse(path.read_text("utf-8").partition(EXAMPLES)[0], str(path), PackError).data
    kind = KINDS[data["kind"]]
    lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    file = RuleFile(**{**data, **lists, "severity": Severity(data["severity"])})
    return Rule(_id(path), file, kind, kind.params.trusted(file.params), str(path))


def _id(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"

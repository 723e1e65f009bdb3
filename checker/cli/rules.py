"""checker rules: what there is to find; the beginning and the proof of a newsroom's own."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from checker.checks import KINDS
from checker.cli.selection import packs
from checker.config import find
from checker.errors import ConfigError
from checker.packs import Rule, load_examples, load_pack
from checker.patterns import pattern

ID = pattern(r"[a-z][a-z0-9-]{0,40}/[a-z][a-z0-9-]{0,40}")


@click.group("rules", invoke_without_command=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the list.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
@click.pass_context
def command(ctx: click.Context, form: str, folders: tuple[str, ...]) -> None:
    """List every rule with its severity and what it finds; start and test rules of your own."""
    if ctx.invoked_subcommand is None:
        rules = packs([*find(Path()).packs, *folders])
        sys.stdout.buffer.write((_json(rules) if form == "json" else _text(rules)).encode("utf-8", "replace"))


@command.command("new")
@click.argument("name", metavar="FAMILY/FAULT")
@click.argument("folder", type=Path, default="rules", metavar="[DIR]")
@click.option("--kind", default="written-form", metavar="KIND", help="The kind of fault; the file is made after one.")
def new(name: str, folder: Path, kind: str) -> None:
    """Begin a rule: write DIR/FAMILY/FAULT.yaml, a file that works and says what to change. DIR is rules unless given.

    Nothing is overwritten.
    """
    from checker.cli.output import write
    from checker.packs.scaffold import scaffold

    path = folder / f"{name}.yaml"
    if not ID.fullmatch(name):
        remedy = "write family/fault in small letters, digits and hyphens, as house/word"
        raise ConfigError("command line", f"{name!r} is no name for a rule", remedy=remedy)
    if any(rule.id == name for rule in packs(())):
        raise ConfigError("command line", f"the rule {name} exists already", remedy="give yours another name")
    if path.exists():
        raise ConfigError(str(path), "exists already", remedy="give the rule another name, or remove the file")
    text = scaffold(name, folder, kind)
    if text is None:
        raise ConfigError("command line", f"there is no kind {kind!r}", remedy=_kinds(kind))
    write(path, text)
    click.echo(f"{path}: a rule that works; make it yours, then: checker rules test {folder}")


@command.command("test")
@click.argument("folder", metavar="DIR")
def test(folder: str) -> int:
    """Prove the rules in DIR by their examples.

    Exit status: 0 all of them do what they say, 1 an example does not, 2 a file is broken.
    """
    from checker.packs.trial import failures

    failed = 0
    rules = load_pack(Path(folder))
    _differ(rules, packs(()))
    for rule in rules:
        for error in failures(rule):
            failed += 1
            click.echo(f"error: {error}", err=True)
    tried = [len(one.flagged) + len(one.clean) for one in map(load_examples, rules)]
    click.echo(f"{_counted(len(rules), 'rule')}, {_counted(sum(tried), 'example')}: {failed or 'none'} failed")
    return int(failed > 0)


def _differ(own: Sequence[Rule], others: Sequence[Rule]) -> None:
    """Raises ConfigError when a rule has the name of a bundled one and is another."""
    known = {rule.id: Path(rule.path) for rule in others}
    for rule in own:
        if rule.id in known and not known[rule.id].samefile(rule.path):
            raise ConfigError(rule.path, f"the rule {rule.id} exists already", remedy="give it another name")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" + "s" * (number != 1)


def _kinds(kind: str) -> str:
    from checker.yamlfile.models import suggest

    return suggest(kind, sorted(KINDS), f"one of: {', '.join(sorted(KINDS))}")


def _text(rules: Sequence[Rule]) -> str:
    width = max(len(rule.id) for rule in rules)
    return "".join(f"{rule.id:{width}}  {rule.file.severity.value:6}  {rule.file.summary}\n" for rule in rules)


def _json(rules: Sequence[Rule]) -> str:
    import json

    return json.dumps([_row(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _row(rule: Rule) -> dict[str, Any]:
    file, given = rule.file, load_examples(rule)
    return {
        "id": rule.id,
        "family": rule.family,
        "severity": file.severity.value,
        "kind": file.kind,
        "summary": file.summary,
        "why": file.why,
        "messages": [file.message] if file.message else list(file.messages.values()),
        "fixes": list(file.fixes.values()),
        "limits": file.limits.strip(),
        "joins": list(file.joins),
        "taxonomy": list(file.taxonomy),
        "examples": {"flagged": list(given.flagged), "clean": list(given.clean)},
    }

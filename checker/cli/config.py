"""checker config: the settings in force, and where each was said."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from checker.cli.selection import packs
from checker.cli.tuning import Tuning
from checker.config import Settings, find, load
from checker.packs import Rule
from checker.reporters.cells import width


@click.command("config")
@click.argument("path", required=False)
@click.option("--config", "file", type=Path, metavar="FILE", help="The settings, instead of the nearest checker.yaml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
def command(path: str | None, file: Path | None, form: str) -> None:
    """Show the settings in force, and where each comes from. With PATH, also what they make of the rules there."""
    settings = load(file) if file else find(Path())
    settings.gazetteer()
    rules = packs(settings.packs)
    tuning = Tuning(rules, settings, (), ())
    rows = [*_keys(settings), *(_rules(settings, rules, tuning, path) if path else _blocks(settings))]
    if form == "json":
        made = [{"setting": name, "value": value, "source": source} for name, value, source in rows]
        click.echo(json.dumps(made, ensure_ascii=False, indent=2))
        return
    shown = [(f"{name}: {_written(value)}", source) for name, value, source in rows]
    room = max(width(left) for left, _ in shown)
    for left, source in shown:
        click.echo(f"{left}{' ' * (room - width(left))}  # {source}")


Row = tuple[str, object, str]


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


APART = {"rules", "overrides", "gazetteer", "date"}
"""The keys that have a row for each part of theirs."""


def _keys(settings: Settings) -> Iterator[Row]:
    """Every key but those about rules."""
    from checker.config.model import ConfigModel

    model = settings.model or ConfigModel()
    for name, value in model.model_dump(mode="json", by_alias=True, exclude=APART).items():
        yield name, value, settings.source(name)
    for within, places in model.gazetteer.items():
        told = [one.model_dump(mode="json", exclude_defaults=True) for one in places]
        shown = [one["name"] if list(one) == ["name"] else one for one in told]
        yield f"gazetteer.{within}", shown, settings.source("gazetteer", within)
    for name, value in model.date.model_dump(mode="json", by_alias=True).items():
        yield f"date.{name}", value, settings.source("date", name)


def _blocks(settings: Settings) -> Iterator[Row]:
    """What the settings say about rules, as they say it."""
    if settings.model is None:
        return
    for block in settings.blocks:
        inside = block.key[len(settings.base) :]
        files = settings.model.overrides[int(inside[1])].files if len(inside) > 1 else ()
        where = f" ({', '.join(files)})" if files else ""
        for name, setting in block.rules.items():
            value = setting.model_dump(mode="json", exclude_defaults=True)
            shown = value["severity"] if list(value) == ["severity"] else value
            yield f"rules.{name}{where}", shown, settings.source(*inside, name)


def _rules(settings: Settings, rules: list[Rule], tuning: Tuning, path: str) -> Iterator[Row]:
    """Every rule as it runs on one file, and the last word about it."""
    running = {rule.id: rule for rule in tuning.rules_for(path)}
    for rule in rules:
        spoken = [
            settings.source(*block.key[len(settings.base) :], name)
            for block in settings.for_path(path)
            for name in ("all", rule.family, rule.id)
            if name in block.rules
        ]
        severity = running[rule.id].file.severity.value if rule.id in running else "off"
        yield f"rules.{rule.id}", severity, spoken[-1] if spoken else "default"

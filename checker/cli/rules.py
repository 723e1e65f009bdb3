"""checker rules: what there is to find."""

import json

import click

from checker.cli.selection import packs


@click.command("rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the list.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
def command(form: str, folders: tuple[str, ...]) -> None:
    """List every rule with its severity and what it finds."""
    rules = packs(folders)
    if form == "json":
        rows = [
            {
                "id": rule.id,
                "severity": rule.file.severity.value,
                "kind": rule.file.kind,
                "summary": rule.file.summary,
                "why": rule.file.why,
                "taxonomy": list(rule.file.taxonomy),
            }
            for rule in rules
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        click.echo(f"{rule.id:{width}}  {rule.file.severity.value:6}  {rule.file.summary}")

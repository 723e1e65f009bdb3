"""checker schema: JSON Schemas, for editors' completion and for whoever reads our reports."""

import json

import click


@click.command("schema")
@click.argument("name", type=click.Choice(["claims", "config", "diff", "facts", "names", "report", "rule", "waivers"]))
def command(name: str) -> None:
    """Print the JSON Schema of a newsroom's YAML file (config is checker.yaml), a rule file or a JSON report."""
    click.echo(json.dumps(_schema(name), ensure_ascii=False, indent=2))


def _schema(name: str) -> dict[str, object]:
    if name == "claims":
        from checker.claims import schema as claims_schema

        return claims_schema()
    if name == "config":
        from checker.config.model import schema as config_schema

        return config_schema()
    if name == "diff":
        from checker.corrections.told import schema as diff_schema

        return diff_schema()
    if name == "facts":
        from checker.claims.facts import schema as facts_schema

        return facts_schema()
    if name == "waivers":
        from checker.claims.waivers import schema as waivers_schema

        return waivers_schema()
    if name == "names":
        from checker.claims.names import schema as names_schema

        return names_schema()
    if name == "report":
        from checker.reporters.records import schema as report_schema

        return report_schema()
    from checker.packs.model import RuleModel

    return RuleModel.model_json_schema()

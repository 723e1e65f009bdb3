"""checker explain: a rule file as a page."""

import click

from checker.cli.selection import one, packs
from checker.packs import Rule, load_examples

SEVERITIES = {"error": "error (错)", "verify": "verify (请核)", "style": "style (可改)"}


@click.command("explain")
@click.argument("rule")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A pack of your own, beside the bundled one.")
def command(rule: str, folders: tuple[str, ...]) -> None:
    """Show what RULE finds, why it matters, what it says, and the examples that prove it."""
    click.echo(page(one(packs(folders), rule)), nl=False)


def page(rule: Rule) -> str:
    """The manual page of one rule, in Markdown."""
    file, examples = rule.file, load_examples(rule)
    messages = [file.message] if file.message else list(file.messages.values())
    parts = [
        f"# {rule.id}\n\n{file.summary}\n",
        f"Severity: {SEVERITIES[file.severity.value]}" + (f" · {', '.join(file.taxonomy)}" if file.taxonomy else ""),
        f"\n## 为什么\n\n{file.why}\n",
        _listed("报告怎么说", [message or "" for message in messages]),
        _listed("建议怎么改", list(file.fixes.values())),
        _listed("会报（【】内是报出的字）", examples.flagged),
        _listed("不报", examples.clean),
        f"## Known limitations\n\n{file.limits.strip()}\n" if file.limits else "",
    ]
    return "\n".join(part for part in parts if part)


def _listed(title: str, items: list[str]) -> str:
    if not items:
        return ""
    return f"## {title}\n\n" + "".join(f"- {_indented(item)}\n" for item in items)


def _indented(text: str) -> str:
    return text.strip().replace("\n", "\n  ")

"""A rule file as a manual page in Markdown: for ``checker explain``, ``docs/rules`` and formats that carry help."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.findings import Severity
from checker.packs.loader import load_examples
from checker.packs.rule import Rule
from checker.patterns import pattern
from checker.report import Manual

if TYPE_CHECKING:
    from checker.packs.model import Examples

SEVERITIES = {Severity.ERROR: "error (错)", Severity.VERIFY: "verify (请核)", Severity.STYLE: "style (可改)"}
MARKS = pattern(r"[\\`*_\[\]<>#|~&]")
FENCE = pattern(r"`+")


def manual(rule: Rule) -> Manual:
    """What a report says about a rule that ran."""
    file = rule.file
    return Manual(rule.id, file.severity, file.summary, file.why, tuple(file.taxonomy), page(rule))


def page(rule: Rule) -> str:
    """The manual page of one rule, ending in a line feed."""
    return "\n\n".join(_parts(rule, load_examples(rule))) + "\n"


def overview(family: str, rules: Sequence[Rule]) -> str:
    """What the rules of a family find, ending in a line feed."""
    counted = f"{len(rules)} rule{'s' * (len(rules) != 1)}. `checker explain {rules[0].id}` prints the page of one."
    rows = [f"- `{rule.id}`, {SEVERITIES[rule.file.severity]}: {_plain(rule.file.summary)}" for rule in rules]
    return "\n\n".join((f"# {family}", counted, "\n".join(rows))) + "\n"


def _parts(rule: Rule, examples: "Examples") -> Iterator[str]:
    file = rule.file
    yield f"# {rule.id}"
    yield " · ".join([f"Severity: {SEVERITIES[file.severity]}", f"kind: `{file.kind}`", *file.taxonomy])
    yield f"## What it does\n\n{file.summary}"
    messages = [file.message] if file.message else list(file.messages.values())
    yield f"The report says:\n\n{_listed(messages)}"
    yield f"## Why\n\n{_plain(file.why.strip())}"
    yield "## Examples"
    if examples.date:
        yield f"The articles appear on {examples.date}."
    if examples.names:
        yield "The newsroom's list of names holds what these examples are held to; see the rule file."
    yield f"Flagged, 【】 around the words it points at:\n\n{_fenced(examples.flagged)}"
    yield f"Clean, the traps among them:\n\n{_fenced(examples.clean)}"
    if file.limits:
        yield f"## Known limitations\n\n{file.limits.strip()}"
    if file.fixes:
        yield f"## How to mend\n\n{_listed(list(file.fixes.values()))}"
    if file.joins:
        yield f"Its card takes in what these report of the same words: {', '.join(f'`{one}`' for one in file.joins)}."


def _plain(text: str) -> str:
    """Words of a rule file, safe from being taken for marks of Markdown."""
    return MARKS.sub(lambda found: f"\\{found[0]}", text)


def _listed(items: Sequence[str]) -> str:
    return "\n".join(f"- {_plain(item.strip())}" for item in dict.fromkeys(items))


def _fenced(texts: Sequence[str]) -> str:
    """Texts as they are: those of one line together, longer ones each in a block of its own."""
    blocks: list[list[str]] = []
    short = False
    for text in texts:
        line = text.rstrip("\n")
        if "\n" not in line and short:
            blocks[-1].append(line)
        else:
            blocks.append([line])
        short = "\n" not in line
    return "\n\n".join(_block("\n".join(lines)) for lines in blocks)


def _block(text: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in FENCE.findall(text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def index(rules: Sequence[Rule]) -> str:
    """The list of all rules by family, with links to their pages."""
    parts = ["# Rules", f"{len(rules)} rules. `checker explain RULE` prints a page, `checker rules` this list."]
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    for family, members in families.items():
        rows = [f"| [{rule.id}]({rule.id}.md) | {SEVERITIES[rule.file.severity]} | {_row(rule)} |" for rule in members]
        parts.append("\n".join([f"## {family}\n", "| rule | severity | what it finds |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    return rule.file.summary.replace("|", "\\|")

"""The documents say what the program does: rules, commands and the example on the first page."""

import re
from pathlib import Path

import pytest

from checker.cli import COMMANDS
from checker.engine import lint
from checker.packs import bundled
from checker.readers import read
from checker.report import Report
from checker.reporters import render

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize("name", READMES)
def test_every_rule_is_listed(name: str) -> None:
    rows = dict(re.findall(r"^\| ([a-z]+)[^|]*\| ([^|]+) \|", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
    listed = {f"{family}/{fault}" for family, faults in rows.items() for fault in re.findall("`([^`]+)`", faults)}
    assert listed == {rule.id for rule in bundled()}


def test_the_example_is_what_the_program_prints() -> None:
    shown = re.search(r"```\n(错\[.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    document = read("稿件.txt", data="一季度，全镇28个项目开工16个，开工率64.3%。\n".encode())
    assert render(Report((lint(document, bundled()),)), "terminal") == shown[1]


@pytest.mark.parametrize("name", READMES)
def test_commands_and_options_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for command in re.findall(r"\bchecker (\w+)", re.sub(r"`checker`|\[checker\]", "", text)):
        assert command in COMMANDS, command


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target

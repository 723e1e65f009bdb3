"""The tutorial of the ledger is run from top to bottom: what it shows is what the program prints and writes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_commands import Program

DOCS = Path(__file__).parent.parent / "docs"
FENCE = re.compile(r"```(\w+) ?([^\n]*)\n(.*?)```\n", re.DOTALL)


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    monkeypatch.chdir(tmp_path)
    return Program(monkeypatch, capfd)


def claim(name: str) -> str:
    """A claim's lines in the ledger."""
    found = re.search(rf"  - id: {name}\n(?:    .*\n)+", Path("claims.yaml").read_text(encoding="utf-8"))
    assert found, name
    return found[0]


def runs(shown: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with what it prints."""
    for part in re.split(r"(?m)^\$ checker ", shown)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


@pytest.mark.parametrize("page", ["ledger.md", "ledger.zh-CN.md"])
def test_the_tutorial(checker: Program, page: str) -> None:
    for language, name, shown in FENCE.findall((DOCS / page).read_text(encoding="utf-8")):
        if language == "text":
            Path(name).write_text(shown, encoding="utf-8")
        elif language == "console":
            for command, printed in runs(shown):
                run = checker(*command.split())
                assert f"$ checker {command}\n{run.out}{run.err}" == f"$ checker {command}\n{printed}"
        elif name.startswith("drafted"):
            assert claim(name.split()[1]) == shown
        else:
            text = Path("claims.yaml").read_text(encoding="utf-8")
            Path("claims.yaml").write_text(text.replace(claim(name.split()[1]), shown), encoding="utf-8")

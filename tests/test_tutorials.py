"""Tutorials are run: their files are written, their commands called, their output compared.

A block with a file's name is that file. ``drafted C001`` shows a claim as it stands in the ledger, ``written C001``
what somebody makes of it there.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_commands import Program

DOCS = Path(__file__).parent.parent / "docs"
BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REST = "…"
"""Alone on a line at the end of an output: whatever follows."""


@pytest.mark.parametrize("page", ["corrections.md", "ledger.md", "ledger.zh-CN.md"])
def test_what_is_shown_is_what_happens(
    page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shell = Shell(Program(monkeypatch, capfd))
    for kind, name, body in BLOCK.findall((DOCS / page).read_text(encoding="utf-8")):
        if name.startswith("drafted "):
            assert claim(name.split()[1]) == body
        elif name.startswith("written "):
            replace(Path("claims.yaml"), claim(name.split()[1]), body)
        elif name:
            Path(name).write_text(body, encoding="utf-8")
        for command, expected in commands(body) if kind == "console" else ():
            shell.run(command, expected)
    assert shell.ran > 5


class Shell:
    """Does what a reader of a tutorial types."""

    def __init__(self, checker: Program) -> None:
        self.checker = checker
        self.status, self.ran = 0, 0

    def run(self, command: str, expected: str) -> None:
        """Run a command; a call of the checker must print what is expected."""
        self.ran += 1
        match shlex.split(command):
            case ["echo", "$?"]:
                assert expected == f"{self.status}\n", command
            case ["cp", source, target]:
                shutil.copy(source, target)
            case ["sed", "-i", change, target]:
                _, old, new, _ = change.split("/")
                replace(Path(target), old, new.replace("\\n", "\n"))
            case ["checker", *arguments]:
                run = self.checker(*arguments)
                self.status = run.status
                same(command, run.out + run.err, expected)
            case other:
                pytest.fail(f"the test cannot run {other}")


def claim(name: str) -> str:
    """A claim's lines in the ledger."""
    found = re.search(rf"  - id: {name}\n(?:    .*\n)+", Path("claims.yaml").read_text(encoding="utf-8"))
    assert found, name
    return found[0]


def replace(path: Path, old: str, new: str) -> None:
    """Put words of a file in the place of others that it has once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command of a console with the output that is shown under it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def same(command: str, output: str, expected: str) -> None:
    """The whole output, or its beginning where the rest is left out."""
    if expected.endswith(f"{REST}\n"):
        shown = expected.removesuffix(f"{REST}\n")
        assert output.startswith(shown), (command, output)
        assert len(output) > len(shown), command
    else:
        assert output == expected, (command, output)

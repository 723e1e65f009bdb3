"""Tutorials are run: their files are written, their commands called, their output compared."""

import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.cli import main

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REST = "…"
"""Alone on a line at the end of an output: whatever follows."""


@pytest.mark.parametrize("name", ["corrections.md"])
def test_what_is_shown_is_what_happens(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    status, ran = 0, 0
    for kind, file, body in BLOCK.findall((ROOT / "docs" / name).read_text(encoding="utf-8")):
        if file:
            Path(file).write_text(body, encoding="utf-8")
        for command, expected in commands(body) if kind == "console" else ():
            ran += 1
            match shlex.split(command):
                case ["echo", "$?"]:
                    assert expected == f"{status}\n", command
                case ["cp", source, target]:
                    shutil.copy(source, target)
                case ["sed", "-i", change, target]:
                    _, old, new, _ = change.split("/")
                    text = Path(target).read_text(encoding="utf-8")
                    assert text.count(old) == 1, command
                    Path(target).write_text(text.replace(old, new.replace("\\n", "\n")), encoding="utf-8")
                case ["checker", *_] as arguments:
                    monkeypatch.setattr(sys, "argv", arguments)
                    with pytest.raises(SystemExit) as ended:
                        main()
                    status = int(ended.value.code or 0)
                    same(command, "".join(capfd.readouterr()), expected)
                case other:
                    pytest.fail(f"the test cannot run {other}")
    assert ran > 5


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

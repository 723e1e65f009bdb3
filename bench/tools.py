"""The programs that are measured: ours, and those that read Chinese text for other faults."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.process import run

HERE = Path(__file__).parent
PROBE = "probe.txt"
PROBE_TEXT = "#标题\n\n全镇28个(乡村)项目开工16个，开工率64.3%。这里有3个ABC项目“未闭合的引号。\n"
"""Something for every program to complain about: one that stays silent here has not read its file."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program: its name in the table, and its command, which takes a file's name in the current folder."""

    name: str
    command: tuple[str, ...]

    def on(self, file: str) -> tuple[str, ...]:
        """The command that checks ``file``."""
        return (*self.command, file)

    def trouble(self, folder: Path) -> str:
        """Why this program cannot be measured, or nothing. It must find fault with the probe in ``folder``."""
        if not Path(self.command[0]).exists():
            return "missing: not installed"
        status = run(self.on(PROBE), folder).status
        return "" if status == 1 else f"failed: status {status} where it should find fault"


def ours() -> Tool:
    """The command of the environment that runs this measurement, with every bundled rule."""
    return Tool("checker", (str(Path(sys.executable).with_name("checker")), "lint"))


def peers(home: Path) -> list[Tool]:
    """Those installed under ``home``, each with its ordinary rules; one that is not there is listed all the same."""
    node = home / "node_modules" / ".bin"
    textlint = (str(node / "textlint"), "--no-textlintrc", "--rules-base-directory", str(home / "node_modules"))
    brackets = ("--rule", "zh-half-and-full-width-bracket")
    pairs = ("--rule", "@textlint-rule/no-unmatched-pair")
    return [
        Tool("zhlint", (str(node / "zhlint"),)),
        Tool("AutoCorrect", (str(node / "autocorrect"), "--lint")),
        Tool("textlint, brackets", (*textlint, *brackets)),
        Tool("textlint, brackets and pairs", (*textlint, *brackets, *pairs)),
        Tool("limae", (str(home / "python" / "bin" / "limae"),)),
    ]


def default_home() -> Path:
    """Where the other programs are kept: a folder of the user's cache."""
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "checker-bench"


def install(home: Path) -> None:
    """Put the other programs into ``home``, by name and version. Raises CalledProcessError when that fails."""
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "package.json", home)
    _do("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", folder=home)
    _do(sys.executable, "-m", "venv", "python", folder=home)
    pip = (str(home / "python" / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    _do(*pip, "--requirement", str(HERE / "requirements.txt"), folder=home)


def _do(*command: str, folder: Path) -> None:
    subprocess.run(_plain(command), cwd=folder, check=True)


def _plain(command: Sequence[str]) -> list[str]:
    program = shutil.which(command[0])
    if program is None:
        raise SystemExit(f"{command[0]} is needed and not installed")
    return [program, *command[1:]]

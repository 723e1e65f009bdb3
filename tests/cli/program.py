"""The program, called in a process of its own, and git repositories to call it in."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FAULTY = "全镇28个项目开工16个，开工率64.3%。\n"
CLEAN = "全镇28个项目开工18个，开工率64.3%。\n"
WHO = {f"GIT_{who}_{what}": "checker@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONPATH": str(ROOT)}


def interruptible() -> None:
    """For a process to be interrupted: what a shell starts in the background ignores that, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True)
class Folder:
    """A folder in which commands are run."""

    path: Path

    def run(self, *command: str, status: int = 0, data: bytes = b"", **environment: str) -> str:
        """What a command prints. Fails when it ends with another status."""
        surroundings = {**os.environ, **WHO, **ALONE, **environment}
        done = subprocess.run(command, cwd=self.path, input=data, capture_output=True, check=False, env=surroundings)
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert done.returncode == status, f"{command}: status {done.returncode}\n{out}\n{err}"
        return out if status != 2 else err

    def checker(self, *arguments: str, status: int = 0, data: bytes = b"") -> str:
        """What the program prints, on standard error where it could not do its work."""
        return self.run(sys.executable, "-m", "checker", *arguments, status=status, data=data)

    def found(self, *arguments: str, status: int = 1, data: bytes = b"") -> list[tuple[str, int]]:
        """Path and line of every finding of ``arithmetic/ratio``."""
        import json

        select = ("--select", "arithmetic/ratio", "--format", "json")
        report = json.loads(self.checker("lint", *arguments, *select, status=status, data=data))
        return [(one["path"], finding["span"]["line"]) for one in report["documents"] for finding in one["findings"]]

    def git(self, *arguments: str) -> str:
        """What git prints."""
        return self.run("git", *arguments)

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")

    def write(self, name: str, text: str | bytes) -> Path:
        """Put a text into a file."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return path


def repository(path: Path) -> Folder:
    """A new repository."""
    path.mkdir(parents=True, exist_ok=True)
    folder = Folder(path)
    folder.git("init", "--quiet", "--initial-branch", "main")
    return folder


def sources(path: Path) -> str:
    """A repository at ``path`` of this project as it lies in the working tree here; its one commit is returned."""
    if not (ROOT / ".git").exists():
        pytest.skip("the tests do not run in a git checkout")
    made = repository(path)
    made.git("--work-tree", str(ROOT), "add", "--all")
    made.git("commit", "--quiet", "--message", "as it lies there")
    return made.git("rev-parse", "HEAD").strip()

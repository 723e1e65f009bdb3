"""The hooks as pre-commit itself installs and runs them, in an environment that it builds from these very sources."""

import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import CLEAN, FAULTY, Folder, repository, sources

NO_NETWORK = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Max retries|name resolution|\(from versions: none\)"
)
CONFIG = """\
repos:
  - repo: {source}
    rev: {revision}
    hooks:
      - id: checker
      - id: checker-fix
"""


def installed(repo: Folder, environment: dict[str, Any]) -> None:
    """Let pre-commit write git's hook and build its environment."""
    words = shlex.join([sys.executable, "-m", "pre_commit", "install", "--install-hooks"])
    said = repo.run("sh", "-c", f"{words} 2>&1 || true", **environment)
    if "An unexpected error has occurred" in said and NO_NETWORK.search(said):
        pytest.skip("pre-commit could not install the project's dependencies: the package registry is out of reach")
    assert "An unexpected error has occurred" not in said, said
    assert (repo.path / ".git" / "hooks" / "pre-commit").is_file(), said


def committed(repo: Folder, environment: dict[str, Any], *, status: int) -> str:
    """What git and its hook say when everything is to be committed."""
    repo.git("add", "--all")
    return repo.run("sh", "-c", "git commit --quiet --message x 2>&1", status=status, **environment)


def test_pre_commit_refuses_what_is_wrong(tmp_path: Path) -> None:
    revision = sources(tmp_path / "source")
    repo = repository(tmp_path / "repo")
    repo.write(".pre-commit-config.yaml", CONFIG.format(source=tmp_path / "source", revision=revision))
    repo.commit()
    environment: dict[str, Any] = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": ""}
    installed(repo, environment)

    repo.write("a.txt", FAULTY)
    repo.write("b.py", FAULTY)
    said = committed(repo, environment, status=1)
    assert "错[arithmetic/ratio] 开工率与个数不符：16÷28=57.14%，文中64.3%\n  --> a.txt:1:17" in said
    assert "b.py" not in said
    assert repo.git("rev-list", "--count", "HEAD") == "1\n"

    article = repo.write("a.txt", CLEAN.replace("。", "。。"))
    said = committed(repo, environment, status=1)
    assert "files were modified by this hook" in said
    assert article.read_text("utf-8") == CLEAN
    said = committed(repo, environment, status=0)
    assert said.count("Passed") == len(("checker", "checker-fix"))
    assert repo.git("rev-list", "--count", "HEAD") == "2\n"

"""The hooks and the action, run as pre-commit and GitHub run them, and what the docs tell of both."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.program import CLEAN, FAULTY, ROOT, Folder, repository

HOOKS = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {one["id"]: one for one in ACTION["runs"]["steps"]}


@pytest.fixture
def repo(tmp_path: Path) -> Folder:
    return repository(tmp_path / "repo")


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """A folder with a ``checker`` command, as an installation makes one."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "checker").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m checker "$@"\n', "utf-8")
    (folder / "checker").chmod(0o755)
    return folder


def hook(repo: Folder, command: Path, name: str, *, status: int) -> str:
    """Run a hook's entry on the staged files that its pattern takes, as pre-commit does."""
    import re

    staged = repo.git("diff", "--cached", "--name-only", "-z").split("\0")
    files = [one for one in staged if one and re.search(HOOKS[name]["files"], one)]
    path = f"{command}{os.pathsep}{os.environ['PATH']}"
    return repo.run(*shlex.split(f"env PATH={shlex.quote(path)} {HOOKS[name]['entry']}"), *files, status=status)


def test_the_hook(repo: Folder, command: Path) -> None:
    repo.write("a.txt", FAULTY)
    repo.write("old/b.txt", FAULTY)
    repo.write("c.py", "x = 1")
    repo.write("checker.yaml", "exclude: [old/]")
    repo.git("add", ".")
    said = hook(repo, command, "checker", status=1)
    assert "a.txt:1" in said
    assert "old/b.txt" not in said
    repo.write("a.txt", CLEAN)
    hook(repo, command, "checker", status=0)


def test_the_hook_that_fixes(repo: Folder, command: Path) -> None:
    path = repo.write("a.txt", "磨坊开工了。。水车转个不停。\n")
    repo.git("add", ".")
    hook(repo, command, "checker-fix", status=0)
    assert path.read_text("utf-8") == "磨坊开工了。水车转个不停。\n"


def step(repo: Folder, command: Path, inputs: dict[str, str], *, status: int) -> str:
    """Run the step that checks, with the action's inputs as GitHub fills them in."""
    values = {name: one.get("default", "") for name, one in ACTION["inputs"].items()} | inputs
    environment = {
        key: values[str(value).removeprefix("${{ inputs.").removesuffix(" }}")]
        for key, value in STEPS["check"]["env"].items()
    }
    environment |= {
        "PATH": f"{command}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(command),
        "GITHUB_OUTPUT": str(command / "outputs"),
    }
    script = command / "step.sh"
    script.write_text(STEPS["check"]["run"], "utf-8")
    return repo.run("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script), status=status, **environment)


def test_the_action_checks(repo: Folder, command: Path) -> None:
    repo.write("稿 件/a.txt", FAULTY)
    repo.commit()
    said = step(repo, command, {"paths": "稿 件", "arguments": "--select\narithmetic\n"}, status=1)
    assert said.startswith("::error file=稿 件/a.txt,line=1")
    outputs = (command / "outputs").read_text("utf-8")
    report = json.loads(Path(outputs.strip().removeprefix("report=")).read_text("utf-8"))
    assert report["summary"]["findings"]["error"] == 1
    step(repo, command, {"diff-base": "HEAD"}, status=0)
    step(repo, command, {"diff-base": "no-such"}, status=2)


def test_the_action_installs(tmp_path: Path) -> None:
    """Its first step, with the program's sources where GitHub puts them; dependencies are there already."""
    source = tmp_path / "source"
    source.mkdir()
    for name in ("checker", "rules", "pyproject.toml", "README.md", "LICENSE"):
        (source / name).symlink_to(ROOT / name)
    site = tmp_path / "site"
    environment = {
        **os.environ,
        "CHECKER_SOURCE": str(source),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PIP_TARGET": str(site),
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
    }
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", STEPS["install"]["run"]], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (site / "checker" / "_rules" / "arithmetic" / "ratio.yaml").is_file()


def test_the_docs_name_the_hooks_and_inputs_that_exist() -> None:
    told = (ROOT / "docs" / "ci.md").read_text("utf-8")
    for name in HOOKS:
        assert f"- id: {name}" in told
    for block in told.split("```yaml\n")[1:]:
        assert yaml.safe_load(block.partition("```")[0])
    used = yaml.safe_load(told.split("```yaml\n")[2].partition("```")[0])["jobs"]["checker"]["steps"][-1]["with"]
    assert set(used) <= set(ACTION["inputs"])

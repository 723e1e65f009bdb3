"""The hooks and the action, run as pre-commit and GitHub run them, and what the docs tell of both."""

import json
import os
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.cli.program import CLEAN, FAULTY, ROOT, Folder, repository, sources

HOOKS = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
STEPS = {one["id"]: one for one in ACTION["runs"]["steps"]}

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab asks of a code quality report: docs.gitlab.com, "Import code quality results from a CI/CD job"."""


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


def step(repo: Folder, command: Path, inputs: dict[str, str], *, status: int, **more: Any) -> str:
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
    return repo.run(*BASH, str(script), status=status, **environment, **more)


def reported(command: Path) -> dict[str, Any]:
    """The report that the step's output names."""
    outputs = (command / "outputs").read_text("utf-8")
    report: dict[str, Any] = json.loads(Path(outputs.strip().removeprefix("report=")).read_text("utf-8"))
    return report


def test_the_action_checks(repo: Folder, command: Path) -> None:
    repo.write("稿 件/a.txt", FAULTY)
    repo.commit()
    said = step(repo, command, {"paths": "稿 件", "arguments": "--select\narithmetic\n"}, status=1)
    assert said.startswith("::error file=稿 件/a.txt,line=1")
    assert reported(command)["summary"]["findings"]["error"] == 1
    step(repo, command, {"diff-base": "HEAD"}, status=0)
    step(repo, command, {"diff-base": "no-such"}, status=2)


def test_the_action_as_the_docs_call_it(tmp_path: Path) -> None:
    """Both steps, one after the other; the program's sources lie where GitHub puts them, what it needs is there."""
    source = tmp_path / "source"
    source.mkdir()
    for name in ("checker", "rules", "pyproject.toml", "README.md", "LICENSE"):
        (source / name).symlink_to(ROOT / name)
    repo, bin_folder = branch(tmp_path), tmp_path / "site" / "bin"
    repo.run(*BASH, "-c", STEPS["install"]["run"], CHECKER_SOURCE=str(source), **installing(tmp_path / "site"))
    assert (tmp_path / "site" / "checker" / "_rules" / "arithmetic" / "ratio.yaml").is_file()

    inputs = snippet("GitHub")["jobs"]["checker"]["steps"][2]["with"]
    assert set(inputs) <= set(ACTION["inputs"])
    inputs["diff-base"] = inputs["diff-base"].replace("${{ github.base_ref }}", "main")
    said = step(repo, bin_folder, inputs, status=1, PYTHONPATH=str(tmp_path / "site"))
    assert said.count("::error") == 1
    assert said.startswith("::error file=articles/new.txt,line=2,")
    [document] = [one for one in reported(bin_folder)["documents"] if one["findings"]]
    assert document["path"] == "articles/new.txt"
    [run] = json.loads((repo.path / "checker.sarif").read_text("utf-8"))["runs"]
    assert [one["ruleId"] for one in run["results"]] == ["arithmetic/ratio"]


def test_the_gitlab_job_as_the_docs_have_it(tmp_path: Path) -> None:
    revision = sources(tmp_path / "source")
    job = snippet("GitLab")["checker"]
    placeholder = "git+<address of the checker's repository>@<tag>"
    lines = [line.replace(placeholder, f"git+file://{tmp_path / 'source'}@{revision}") for line in job["script"]]
    assert lines[0] != job["script"][0]
    repo, site = branch(tmp_path), tmp_path / "site"
    environment = installing(site)
    environment["PATH"] = f"{site / 'bin'}{os.pathsep}{environment['PATH']}"
    environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = repo.git("rev-parse", "origin/main").strip()
    said = repo.run(*BASH, "-c", "\n".join(lines), status=1, **environment, PYTHONPATH=str(site))
    assert "--> articles/new.txt:2:17" in said

    report = json.loads((repo.path / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    Draft202012Validator(CODE_QUALITY).validate(report)
    assert [one["location"] for one in report] == [{"path": "articles/new.txt", "lines": {"begin": 2, "end": 2}}]
    assert job["artifacts"]["when"] == "always"


def branch(tmp_path: Path) -> Folder:
    """A clone whose branch adds an article with a fault on its second line; what was there before has one too."""
    origin = repository(tmp_path / "origin")
    origin.write("articles/old.txt", FAULTY)
    origin.commit()
    Folder(tmp_path).git("clone", "--quiet", "origin", "clone")
    repo = Folder(tmp_path / "clone")
    repo.git("switch", "--quiet", "--create", "work")
    repo.write("articles/new.txt", CLEAN + FAULTY)
    repo.commit()
    return repo


def installing(site: Path) -> dict[str, Any]:
    """Surroundings in which pip installs into ``site``, with the dependencies that this Python has."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PIP_TARGET": str(site),
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
    }


def snippet(heading: str) -> Any:
    """The YAML under a heading of the docs."""
    told = (ROOT / "docs" / "ci.md").read_text("utf-8").partition(f"\n## {heading}\n")[2]
    return yaml.safe_load(told.partition("```yaml\n")[2].partition("```")[0])


def test_the_docs_name_the_hooks_that_exist() -> None:
    [told] = snippet("pre-commit")["repos"]
    assert {one["id"] for one in told["hooks"]} == set(HOOKS)

"""What is shipped: the wheel, the dependencies it names, and the files of the repository."""

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
CORPORA = re.compile(r"checker/[^/]+/corpus/")
ARTICLE = "全镇28个项目开工16个，开工率64.3%。\n"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what it is made of: a build writes nothing into the checkout."""
    copy = tmp_path_factory.mktemp("build") / "checker"
    unwanted = shutil.ignore_patterns("__pycache__")
    for folder in ("checker", "rules"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=unwanted)
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, copy)
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", "dist", folder=copy)
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``checker`` command of an environment that holds nothing but the wheel and what it depends on.

    The dependencies are those of the lock, from wherever pip is set up to get them.
    """
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "venv", with_pip=False)
    pins = home / "constraints.txt"
    pins.write_text("".join(f"{name}=={version}{marker}\n" for name, version, marker in _locked()), "utf-8")
    pip = (sys.executable, "-m", "pip", "--python", str(home / "venv" / "bin" / "python"), "--quiet")
    _run(*pip, "--disable-pip-version-check", "install", "--constraint", str(pins), str(wheel), folder=home)
    return home / "venv" / "bin" / "checker"


def test_the_wheel_holds_every_file_of_the_package_and_every_rule(wheel: Path) -> None:
    expected = set(_shipped("checker", "checker")) | set(_shipped("rules", "checker/_rules"))
    held = {name for name in ZipFile(wheel).namelist() if not CORPORA.match(name)}
    assert {name for name in held if ".dist-info/" not in name} == expected
    assert {"checker/py.typed", "checker/_rules/arithmetic/ratio.yaml"} <= expected
    assert any(name.startswith("checker/reporters/templates/") for name in expected)
    assert any(name.startswith("checker/gazetteer/data/") for name in expected)


def test_the_wheel_names_its_licence_and_command(wheel: Path) -> None:
    archive = ZipFile(wheel)
    files = {name.partition(".dist-info/")[2]: name for name in archive.namelist() if ".dist-info/" in name}
    assert "licenses/LICENSE" in files
    assert b"checker = checker.cli:main" in archive.read(files["entry_points.txt"])


def test_the_installed_wheel_checks_an_article(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    assert _run(str(installed), "--version", folder=tmp_path) == f"checker, version {PROJECT['project']['version']}\n"

    listed = [line.split()[0] for line in _run(str(installed), "rules", folder=tmp_path).splitlines()]
    assert listed == sorted(path.relative_to(ROOT / "rules").with_suffix("").as_posix() for path in _rules())

    report = json.loads(_run(str(installed), "lint", "--format", "json", "article.txt", folder=tmp_path, status=1))
    (finding,) = report["documents"][0]["findings"]
    assert (finding["rule"], finding["span"]["quote"]) == ("arithmetic/ratio", "64.3%")

    page = _run(str(installed), "lint", "--format", "html", "article.txt", folder=tmp_path, status=1)
    assert "64.3%" in page


def test_the_dependencies_are_what_is_imported() -> None:
    distributions = packages_distributions()
    imported = {_name(distributions[module][0]) for module in _imported() - sys.stdlib_module_names - {"checker"}}
    assert imported == _required(PROJECT["project"]["dependencies"])


def test_the_lock_pins_every_dependency_with_hashes() -> None:
    pinned = {_name(name) for name, _, _ in _locked()}
    assert pinned >= _required(PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"])
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert [one for one in entries if not re.search(r"^ {4}--hash=sha256:[0-9a-f]{64}", one, re.MULTILINE)] == []


def test_the_lock_names_no_address() -> None:
    assert re.findall(r"\S*://\S*|--(?:extra-)?index-url|--find-links", LOCK) == []


def test_no_file_of_the_repository_names_a_machine_or_a_registry() -> None:
    assert list(_addresses()) == []


def _addresses() -> Iterator[str]:
    """What belongs to one machine: folders of its users, and where it gets packages from. Tests make up such paths."""
    machine = re.compile(r"(?<![\w./-])/(?:work|home|root|Users|opt|mnt)/\w+")
    scratch = re.compile(r"(?<![\w./-])/tmp/\w+")
    registry = re.compile(
        r"https?://[^\s/]*(?:pypi|pythonhosted|npmjs|yarnpkg|mirror|index|registry)[^\s/]*\.[a-z]+", re.IGNORECASE
    )
    for name in _run("git", "ls-files", "-z", folder=ROOT).split("\0")[:-1]:
        path = ROOT / name
        if not path.is_file():  # removed, and not yet committed
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        patterns = (registry,) if name.startswith("tests/") else (registry, machine, scratch)
        yield from (f"{name}: {found[0]}" for pattern in patterns for found in pattern.finditer(text))


def _shipped(folder: str, place: str) -> Iterator[str]:
    """The files under ``folder``, by the names that they have in the wheel."""
    for path in (ROOT / folder).rglob("*"):
        name = path.relative_to(ROOT / folder).as_posix()
        if path.is_file() and "__pycache__" not in path.parts and not CORPORA.match(f"{place}/{name}"):
            yield f"{place}/{name}"


def _rules() -> Iterator[Path]:
    return (ROOT / "rules").rglob("*.yaml")


def _imported() -> set[str]:
    """The first names of all absolute imports under ``checker/``."""
    found: set[str] = set()
    for path in (ROOT / "checker").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found


def _locked() -> list[tuple[str, str, str]]:
    """Name, version and marker (``; python_version < …`` or nothing) of every package in the lock."""
    entry = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)( ;[^\\\n]*?)? \\$", re.MULTILINE)
    return [(found[1], found[2], found[3] or "") for found in entry.finditer(LOCK)]


def _required(requirements: list[str]) -> set[str]:
    return {_name(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in requirements}


def _name(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _run(*command: str, folder: Path, status: int = 0) -> str:
    """What the command prints. Fails, with all that it said, when it ends with another status."""
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    said = done.stderr.decode("utf-8", "replace")
    assert done.returncode == status, f"{' '.join(command)}: status {done.returncode}\n{said}"
    return done.stdout.decode("utf-8")

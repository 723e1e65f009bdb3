"""Kept patterns: they match as compiled ones do, and whatever is wrong with the file costs time and nothing else."""

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT = "import sys; sys.argv = ['checker', 'lint', '--format', 'json', 'articles/yuxi-eight-districts.txt']"
PROGRAM = f"{LINT}; from checker.cli import main; main()"
COUNT = (
    "import re; made = []; real = re.compile\n"
    "re.compile = lambda *given: (made.append(given), real(*given))[1]\n"
    f"{LINT}\nfrom checker.cli import main\n"
    "try:\n    main()\nexcept SystemExit:\n    pass\n"
    "import checker; print(len([one for one in made if isinstance(one[0], str)]), file=sys.stderr)"
)


def run(folder: Path | None, program: str = PROGRAM, seed: str = "random") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "CHECKER_CACHE_DIR": str(folder) if folder else "", "PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=False)


def file(folder: Path) -> Path:
    [path] = (folder / "checker").iterdir()
    return path


def patterns_in(path: Path) -> int:
    return len(marshal.loads(path.read_bytes()[4:]))


@pytest.fixture(scope="module")
def plain() -> bytes:
    return run(None).stdout


def test_kept_patterns_change_no_byte(tmp_path: Path, plain: bytes) -> None:
    first, second = run(tmp_path), run(tmp_path)
    assert first.stdout == second.stdout == plain
    assert patterns_in(file(tmp_path)) > 100
    compiled = [int(run(folder, COUNT).stderr.split()[-1]) for folder in (None, tmp_path)]
    assert compiled[1] < compiled[0] / 4


def test_patterns_are_the_same_in_every_process(tmp_path: Path, plain: bytes) -> None:
    assert run(tmp_path, seed="1").stdout == plain
    kept = file(tmp_path).read_bytes()
    assert run(tmp_path, seed="2").stdout == plain
    assert file(tmp_path).read_bytes() == kept, "no pattern may depend on the order of a set"


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped"])
def test_a_damaged_file_costs_time_only(tmp_path: Path, plain: bytes, damage: str) -> None:
    run(tmp_path)
    path = file(tmp_path)
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes({"empty": b"", "cut": bytes(whole[: len(whole) // 2]), "flipped": bytes(whole)}[damage])
    assert run(tmp_path).stdout == plain
    assert patterns_in(path) > 100, "it is written anew"


def test_nothing_is_kept_where_it_cannot_be(tmp_path: Path, plain: bytes) -> None:
    (tmp_path / "checker").write_text("a file where the folder should be", encoding="utf-8")
    assert run(tmp_path).stdout == plain

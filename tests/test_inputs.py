"""Broken input through the command line: a message that names the place, status 2, and nothing written or passed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli import main

COMMAND = (sys.executable, "-c", "from checker.cli import main; main()")
FAULTY = "全镇28个项目开工16个，开工率64.3%。\n"
LEDGER = """\
schema: claims/1
article:
  id: town
  title: 一镇项目
  source_file: article.txt
claims:
  - id: C1
    kind: count
    anchor: {paragraph: 1, quote: 28个项目}
    subject: 全镇
    value: {literal: 28个, number: 28, unit: 个, quantum: 0}
  - id: C2
    kind: count
    anchor: {paragraph: 1, quote: 开工16个}
    subject: 全镇
    value: {literal: 16个, number: 16, unit: 个, quantum: 0}
  - id: C3
    kind: ratio
    anchor: {paragraph: 1, quote: 开工率64.3%}
    subject: 全镇
    value: {literal: 64.3%, number: 64.3, unit: "%", quantum: 0.1}
relations:
  - type: ratio
    part: C2
    whole: C1
    rate: C3
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended and what it said."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """``run(*arguments)`` calls the command line in ``tmp_path``."""

    def call(*arguments: str) -> Outcome:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["checker", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsysbinary.readouterr()
        assert isinstance(end.value.code, int)
        return Outcome(end.value.code, said.out.decode("utf-8"), said.err.decode("utf-8"))

    return call


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file under ``folder`` with its bytes, hidden ones too; a directory has None."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


BROKEN_TEXTS = {
    "utf-8 cut short": (
        "第一行。\n\n第三行。".encode()[:-1],
        r":3: not valid UTF-8: ends in the middle .* at byte 23 ",
    ),
    "a broken byte": (
        "第一行。\n第".encode() + b"\xff" + "二行。\n".encode(),
        r":2: not valid UTF-8: broken at byte 16 ",
    ),
    "utf-16 cut short": ("一行。".encode("utf-16") + b"\x00", r":1: not valid UTF-16-LE: "),
    "a NUL": ("第一行。\n第\0二行。\n".encode(), r":2: a NUL character"),
    "nothing": (b"", r": empty"),
    "blanks only": ("\ufeff \n\u3000\n".encode(), r": empty"),
}


@pytest.mark.parametrize(("data", "message"), BROKEN_TEXTS.values(), ids=BROKEN_TEXTS)
@pytest.mark.parametrize("form", ["terminal", "json", "html"])
def test_a_text_that_cannot_be_read(run: Run, tmp_path: Path, data: bytes, message: str, form: str) -> None:
    (tmp_path / "broken.txt").write_bytes(data)
    before = contents(tmp_path)
    outcome = run("lint", "--format", form, "broken.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert re.match(f"error: broken\\.txt{message}", outcome.err), outcome.err
    assert outcome.err.count("\n") == 1
    assert contents(tmp_path) == before


NOT_TEXTS = {
    "a directory": ("folder", r"folder: holds no articles \(.+\)"),
    "a directory named as a text": ("folder.txt", r"folder\.txt: holds no articles \(.+\)"),
    "a missing file": ("gone.txt", r"gone\.txt: no such file \(.+\)"),
    "an impossible name": ("no\0name.txt", r"no.*name\.txt: "),
    "a picture": ("picture.png", r"picture\.png: unknown kind of file '\.png' \(.+\)"),
    "an old word file": ("old.doc", r"old\.doc: .*\(save it as \.docx or as plain text\)"),
}


@pytest.mark.parametrize(("name", "message"), NOT_TEXTS.values(), ids=NOT_TEXTS)
def test_what_is_no_text_at_all(run: Run, tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    before = contents(tmp_path)
    outcome = run("lint", name)
    assert (outcome.status, outcome.out) == (2, "")
    assert re.fullmatch(f"error: {message}.*\n", outcome.err), outcome.err
    assert contents(tmp_path) == before


def test_one_broken_text_among_good_ones_stops_the_report_of_all(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "old.json").write_text("the old report", "utf-8")
    before = contents(tmp_path)
    outcome = run("lint", "--format", "json", "--output", "old.json", "good.txt", "empty.txt", "gone.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert [line.split(": ")[1] for line in outcome.err.splitlines()] == ["empty.txt", "gone.txt"]
    assert contents(tmp_path) == before


BROKEN_LEDGERS = {
    "a tab": ("  id: town", "\tid: town", r":3:1: a tab "),
    "a key twice": ("    subject: 全镇\n", "    subject: 全镇\n    subject: 全乡\n", r":11:5: .*'?subject'?.* twice"),
    "an unknown key": ("    subject: 全镇\n", "    subjekt: 全镇\n", r":10:5: .*subjekt.*subject"),
    "an unknown relation": ("type: ratio", "type: ration", r":23:\d+: .*ration.*ratio"),
    "an unknown claim": ("part: C2", "part: C9", r":24:5: .*there is no claim 'C9'"),
    "an article that is not there": ("article.txt", "gone.txt", r""),
    "not YAML": ("claims:", "claims: [", r":\d+:\d+: not YAML"),
    "another version": ("claims/1", "claims/9", r":1:1: .*'claims/9'.*'claims/1'"),
    "a number that is not printed": ("number: 64.3", "number: 63.4", r":21:\d+: .*C3"),
}


@pytest.mark.parametrize(("old", "new", "message"), BROKEN_LEDGERS.values(), ids=BROKEN_LEDGERS)
def test_a_broken_ledger(run: Run, tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in LEDGER
    (tmp_path / "claims.yaml").write_text(LEDGER.replace(old, new, 1), "utf-8")
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "article.json").write_text("the old report", "utf-8")
    before = contents(tmp_path)
    outcome = run("lint")
    assert (outcome.status, outcome.out) == (2, "")
    where = "claims\\.yaml" if message else "claims\\.yaml:5:3: there is no article gone\\.txt"
    assert re.search(f"^error: {where}{message}", outcome.err, re.MULTILINE), outcome.err
    assert contents(tmp_path) == before


def test_an_anchor_that_is_lost_stops_nothing(run: Run, tmp_path: Path) -> None:
    assert "quote: 28个项目" in LEDGER
    (tmp_path / "claims.yaml").write_text(LEDGER.replace("quote: 28个项目", "quote: 28个工程", 1), "utf-8")
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    outcome = run("lint")
    assert outcome.status == 1
    assert "ledger/anchor-lost" in outcome.out
    assert "28个工程" in outcome.out


def test_a_sound_ledger_and_its_reports(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text(LEDGER, "utf-8")
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    outcome = run("lint")
    assert (outcome.status, outcome.err) == (1, "")
    sheets = {f"article.{kind}.{end}" for kind in ("change", "signoff") for end in ("txt", "html")}
    written = {path.name for path in (tmp_path / "reports").iterdir()}
    assert written == {"article.json", "article.md", "article.html", *sheets}


def test_a_ledger_that_is_not_there(run: Run, tmp_path: Path) -> None:
    outcome = run("lint")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "error: command line: no article named (name a file or a folder)\n"
    outcome = run("lint", "--ledger", "claims.yaml")
    assert (outcome.status, outcome.out) == (2, "")
    assert re.match(r"error: claims\.yaml: no such file ", outcome.err), outcome.err
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--select", "arithmetic/ration"), "there is no rule or family 'arithmetic/ration'"),
        (("--format", "tarminal"), "tarminal"),
        (("--date", "2025-02-30"), "2025-02-30"),
        (("--rules", "nowhere"), "nowhere"),
        (("--ledger", "nowhere.yaml"), "nowhere.yaml"),
    ],
)
def test_a_mistake_on_the_command_line(run: Run, tmp_path: Path, arguments: tuple[str, str], message: str) -> None:
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    before = contents(tmp_path)
    outcome = run("lint", *arguments, "article.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert message in outcome.err
    assert contents(tmp_path) == before


UNWRITABLE = {
    "a directory": "folder",
    "below a file": "article.txt/report.html",
    "too long a name": "r" * 300,
}


@pytest.mark.parametrize("target", UNWRITABLE.values(), ids=UNWRITABLE)
def test_a_report_that_cannot_be_written(run: Run, tmp_path: Path, target: str) -> None:
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "folder").mkdir()
    before = contents(tmp_path)
    outcome = run("lint", "--format", "html", "--output", target, "article.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert re.match(r"error: .+: cannot be written", outcome.err), outcome.err
    assert contents(tmp_path) == before


def test_a_report_takes_the_place_of_the_old_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "report.json").write_text("the old report", "utf-8")
    outcome = run("lint", "--format", "json", "--output", "report.json", "article.txt")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "")
    assert '"rule": "arithmetic/ratio"' in (tmp_path / "report.json").read_text("utf-8")
    assert set(contents(tmp_path)) == {"article.txt", "report.json"}


def test_an_interrupted_write_leaves_the_old_report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "report.json").write_text("the old report", "utf-8")
    before = contents(tmp_path)
    outcome = run("lint", "--format", "json", "--output", "report.json", "article.txt")
    assert (outcome.status, outcome.out) == (130, "")
    assert contents(tmp_path) == before


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    article = Path(__file__).parent.parent / "articles" / "yuxi-eight-districts.txt"
    (tmp_path / "article.txt").write_bytes(article.read_bytes())
    seen = set()
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "COLUMNS": "100"}
        command = (*COMMAND, "lint", "--format", "json", "article.txt")
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (1, b"")
        seen.add(done.stdout)
    assert len(seen) == 1


def test_a_killed_run_leaves_the_old_report_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(FAULTY * 20_000, "utf-8")
    (tmp_path / "report.json").write_text("the old report", "utf-8")
    command = (*COMMAND, "lint", "--format", "json", "--output", "report.json", "article.txt")
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(1)
        process.kill()
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (-signal.SIGKILL, b"", b"")
    assert (tmp_path / "report.json").read_text("utf-8") == "the old report"
    assert set(contents(tmp_path)) == {"article.txt", "report.json"}


def test_a_long_line_is_only_a_longer_run(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text(
        "全区去年引进企业103家，实现产值130亿元，居民人均可支配收入增长5.2%" * 3_000, "utf-8"
    )
    done = _bounded("line.txt", tmp_path, megabytes=200)
    assert done.status == 0, done.err


def test_a_line_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    line = "全区去年引进企业103家，实现产值130亿元，居民人均可支配收入增长5.2%".encode()
    (tmp_path / "line.txt").write_bytes(line * (50_000_000 // len(line) + 1))
    done = _bounded("line.txt", tmp_path, megabytes=200)
    assert (done.status, done.out) == (2, "")
    assert re.match(r"error: line\.txt: longer than \d+ MB \(split it into articles\)\n", done.err), done.err


def _bounded(name: str, folder: Path, megabytes: int) -> Outcome:
    """Lint one file in a process of its own, which may not take more memory than that."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_DATA, ({megabytes}_000_000,) * 2); "
    command = (sys.executable, "-c", limit + COMMAND[-1], "lint", name)
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

"""Many documents: the same bytes whatever is kept, however many processes, and however a run ended before."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from checker.cli.batch import Batch, Shelf
from checker.cli.store import Store, path
from checker.engine import lint
from checker.errors import ReadError
from checker.packs import bundled
from checker.readers import read
from checker.report import DocumentReport
from tests.cli.program import interruptible

ROOT = Path(__file__).parent.parent.parent
NUMBER = 24
RULE = """\
summary: A test.
kind: relation
severity: {severity}
message: "{{name}}：{{working}}"
why: 试。
params: {{relation: ratio}}
notes: {{part: 部分, whole: 总数, rate: 率}}
fixes: {{part: "{{value}}", whole: "{{value}}", rate: "{{value}}"}}
examples:
  flagged: [全镇28个项目开工16个，开工率【64.3%】。]
  clean: [无。]
"""


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for number in range(NUMBER):
        text = f"第{number}镇小结\n全镇28个项目开工{number + 1}个，开工率{(number + 1) / 0.28 + number % 3:.1f}%。\n"
        Path(f"{number:02}.txt").write_text(text, encoding="utf-8")
    return sorted(one.name for one in tmp_path.glob("*.txt"))


def command(*options: str) -> list[str]:
    return [sys.executable, "-m", "checker", "lint", "--format", "json", "-o", "out.json", *options]


def run(*options: str) -> tuple[int, bytes, str]:
    done = subprocess.run(command(*options), capture_output=True, text=True, check=False)
    out = Path("out.json")
    made = out.read_bytes() if out.is_file() else b""
    out.unlink(missing_ok=True)
    return done.returncode, made, done.stderr


def test_jobs_and_cache_change_no_byte(names: list[str]) -> None:
    expected = run("--no-cache", "--jobs", "1", *names)
    assert expected[0] == 1
    assert expected[1].count(b"arithmetic/ratio") > NUMBER // 2
    assert not path().is_file()  # type: ignore[union-attr]
    for options in (["--jobs", "3"], ["--jobs", "1"], ["--jobs", "3", "--no-cache"], []):
        assert run(*options, *names) == expected
    Path(names[3]).write_text("全镇没有项目。\n", encoding="utf-8")
    assert run("--jobs", "2", *names) == run("--no-cache", *names) != expected


def test_every_unreadable_file_is_told_in_order(names: list[str]) -> None:
    Path(names[2]).write_bytes(b"\x00\x01\xff")
    wanted = ["missing.txt", *names, "missing.pdf"]
    expected = run("--no-cache", "--jobs", "1", *wanted)
    assert expected[0] == 2
    assert [line.partition(": ")[2].partition(":")[0] for line in expected[2].splitlines()] == [
        names[2],
        "missing.pdf",
        "missing.txt",
    ]
    for _ in range(2):
        assert run("--jobs", "2", *wanted) == expected


def test_another_rule_or_day_is_another_report(names: list[str]) -> None:
    rules = Path("pack/own")
    rules.mkdir(parents=True)
    seen = set()
    for severity in ("style", "verify"):
        (rules / "rate.yaml").write_text(RULE.format(severity=severity), encoding="utf-8")
        for _ in range(2):
            seen.add(run("--select", "own", "--rules", "pack", *names[:3])[1])
    assert len(seen) == 2
    Path("a.txt").write_text("2月30日，今年第一场雨。\n", encoding="utf-8")
    for day in ("2024-03-01", "2025-03-01"):
        assert run("--date", day, "a.txt", names[0]) == run("--no-cache", "--date", day, "a.txt", names[0])


def test_an_added_place_is_another_report(names: list[str]) -> None:
    Path("a.txt").write_text("江津区见闻\n\n江津区白莎镇种树300亩。\n", encoding="utf-8")
    for added, told in (("", True), ("gazetteer: {江津区: 白莎镇}", False), ("gazetteer: {江津区: 青石镇}", True)):
        Path("checker.yaml").write_text(added, encoding="utf-8")
        for options in (["--jobs", "2"], ["--jobs", "1"], ["--no-cache"]):
            assert (b"naming/town" in run(*options, "a.txt", names[0])[1]) is told
    Path("checker.yaml").write_text("gazetteer: {重庆是: 青石镇}", encoding="utf-8")
    status, _, said = run("--jobs", "2", "a.txt", names[0])
    assert (status, said) == (2, "error: checker.yaml:1:13: the gazetteer knows no '重庆是' (did you mean '重庆市'?)\n")


def test_waivers_and_a_baseline_are_heeded_whatever_is_kept(names: list[str]) -> None:
    documents = json.loads(run(*names)[1])["documents"]
    first, *_ = (finding for one in documents for finding in one["findings"])
    waiver = {key: first[key] for key in ("rule", "fingerprint")}
    waiver |= {"reason": "试", "who": "试", "until": "2025-05-01"}
    for options in ([], ["--jobs", "2"]):
        Path("waivers.yaml").write_text(json.dumps({"schema": "waivers/1", "waivers": [waiver]}), encoding="utf-8")
        for day in ("2025-04-01", "2025-06-01"):
            assert run("--today", day, *options, *names) == run("--no-cache", "--jobs", "1", "--today", day, *names)
        kept = run(*options, *names)
        assert kept == run("--no-cache", "--jobs", "1", *names)
        assert "were not tried for expiry" in kept[2]
        Path("waivers.yaml").unlink()
        assert run(*options, *names) == run("--no-cache", *names) != kept
    program = [sys.executable, "-m", "checker", "baseline", "write", *names]
    subprocess.run(program, capture_output=True, check=True)
    for _ in range(2):
        known = run("--jobs", "2", "--baseline", "baseline.yaml", *names)
        assert known == run("--no-cache", "--jobs", "1", "--baseline", "baseline.yaml", *names)
        assert known[0] == 0


def report(rules: str, name: str) -> DocumentReport:
    return lint(read(name), [one for one in bundled() if one.id == rules])


@pytest.mark.parametrize("start", ["spawn", "fork"])
def test_processes_started_either_way(names: list[str], start: str) -> None:
    work = partial(report, "arithmetic/ratio")
    with Batch(work, names, 2, start=start) as batch:
        assert [batch.report(name) for name in names] == [work(name) for name in names]


def broken(_name: str) -> DocumentReport:
    if os.getpid() != MAIN:
        os._exit(3)
    return DocumentReport("", "", "")


MAIN = os.getpid()


def test_a_process_that_dies_is_done_without(names: list[str]) -> None:
    with Batch(broken, names, 2, start="fork") as batch:
        assert [batch.report(name) for name in names] == [DocumentReport("", "", "")] * NUMBER


def test_what_the_ledger_is_about_is_not_kept(names: list[str], tmp_path: Path) -> None:
    asked: list[str] = []

    def work(name: str) -> DocumentReport:
        asked.append(name)
        return report("arithmetic/ratio", name)

    for _ in range(2):
        shelf = Shelf(Store(tmp_path / "own.sqlite"), lambda name: None if name == names[0] else b"recipe")
        with Batch(work, names, 1, shelf) as batch:
            assert [batch.report(name).path for name in names] == names
    assert asked == [*names, names[0]]


def test_a_file_that_changes_meanwhile_is_not_kept(names: list[str], tmp_path: Path) -> None:
    def work(name: str) -> DocumentReport:
        Path(name).write_text("改过。\n", encoding="utf-8")
        return report("arithmetic/ratio", name)

    shelf = Shelf(Store(tmp_path / "own.sqlite"), lambda _: b"recipe")
    with Batch(work, names, 1, shelf) as batch:
        for name in names:
            batch.report(name)
    assert Store(tmp_path / "own.sqlite").contents().reports == 0


def test_an_error_in_a_process_is_the_error_here(names: list[str]) -> None:
    Path(names[5]).unlink()
    Path(names[5]).mkdir()
    with Batch(partial(report, "arithmetic/ratio"), names, 2) as batch:
        with pytest.raises(ReadError, match="is a directory"):
            batch.report(names[5])
        assert batch.report(names[6]).path == names[6]


def test_killed_at_any_moment(names: list[str]) -> None:
    expected = run("--no-cache", "--jobs", "1", *names)
    Path("out.json").write_bytes(expected[1])
    chance = random.Random(7)
    for _ in range(6):
        null = subprocess.DEVNULL
        process = subprocess.Popen(command("--jobs", "2", *names), stdin=null, stdout=null, stderr=null)
        time.sleep(chance.uniform(0.1, 0.9))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert Path("out.json").read_bytes() == expected[1]
    assert run("--jobs", "2", *names) == expected
    assert run("--jobs", "2", *names) == expected


def test_an_interrupt_leaves_nothing_behind(names: list[str]) -> None:
    many = [str(Path(name).with_name(f"{copy}-{name}")) for name in names for copy in range(20)]
    for name in many:
        Path(name).write_text((Path(name.partition("-")[2]).read_text("utf-8") * 20), encoding="utf-8")
    words = command("--no-cache", "--jobs", "2", *many)
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, preexec_fn=interruptible)
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert not [one for one in Path().iterdir() if "out.json" in one.name]


def test_showing_and_clearing(names: list[str]) -> None:
    def said(*words: str) -> str:
        program = [sys.executable, "-m", "checker", "cache", *words]
        return subprocess.run(program, capture_output=True, text=True, check=True).stdout

    assert "reports:  none" in said("info")
    run(*names)
    assert f"reports:  {NUMBER}\n" in said("info")
    assert said("clear").startswith("cleared:")
    assert "reports:  none" in said("info")
    os.environ["CHECKER_CACHE_DIR"] = ""
    assert said("info") == said("clear") == "nothing is kept: CHECKER_CACHE_DIR is empty\n"

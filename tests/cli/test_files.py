"""Which files are checked, and what the settings make of the rules."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.cli.watch import changes
from checker.config import Settings
from tests.cli.program import CLEAN, FAULTY, Folder, interruptible, repository

NOTES = """
import io, sys
from checker.cli import main
sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO()), sys.stdout
sys.argv[0] = "checker"
main()
"""
"""The program with what it says on standard error in the place of its report."""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_the_order_of_paths_changes_nothing(folder: Folder) -> None:
    for name in ("b.txt", "a.txt", "d/c.txt"):
        folder.write(name, FAULTY)
    orders = [("b.txt", "a.txt", "d"), ("d", "a.txt", "./b.txt", "b.txt"), (".",), ("d/c.txt", "b.txt", ".")]
    outs = {folder.checker("lint", "--format", "json", *order, status=1) for order in orders[:1] + orders[2:]}
    assert len(outs) == 1
    assert folder.found(*orders[1])[0] == ("./b.txt", 1), "one file once, by the first of its names"
    assert len(folder.found(*orders[1])) == 3


def test_lists_of_paths(folder: Folder) -> None:
    folder.write("a.txt", FAULTY)
    folder.write("@b.txt", FAULTY)
    folder.write("list", "\ufeffa.txt\r\n\r\n")
    assert folder.found("@list") == [("a.txt", 1)]
    assert folder.found("@b.txt") == [("@b.txt", 1)]
    assert "error: @none: cannot be read" in folder.checker("lint", "@none", status=2)


def test_standard_input(folder: Folder) -> None:
    assert folder.found("-", data=FAULTY.encode()) == [("-", 1)]
    assert folder.found("--stdin-filename", "稿.txt", data=FAULTY.encode("gb18030")) == [("稿.txt", 1)]
    folder.write("a.txt", CLEAN)
    for wrong in (["-", "a.txt"], ["a.txt", "--stdin-filename", "b.txt"], ["-", "--fix"], ["-", "--staged"]):
        assert "standard input" in folder.checker("lint", *wrong, status=2, data=FAULTY.encode())


def test_folders_are_walked_as_settings_and_gitignore_say(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    for name in (
        "a.txt",
        "b.md",
        "c.py",
        "out/d.txt",
        "old/e.txt",
        "old/keep.txt",
        ".hidden/f.txt",
        "g.log.txt",
        "sub/h.txt",
    ):
        repo.write(name, FAULTY)
    repo.write(".gitignore", "/out/\n*.log.txt\n")
    repo.write("sub/.gitignore", "!h.txt\n")
    repo.write("checker.yaml", "exclude: ['old/*', '!keep.txt']\n")
    names = [name for name, _ in repo.found(".")]
    assert names == ["a.txt", "b.md", "old/keep.txt", "sub/h.txt"]
    assert Folder(repo.path / "sub").found(".") == [("h.txt", 1)]
    assert repo.found("old/e.txt") == [("old/e.txt", 1)], "what is named is checked"
    assert repo.found("old/e.txt", "--force-exclude", status=0) == []
    repo.write("checker.yaml", "gitignore: false\ninclude: '*.log.txt'\n")
    assert repo.found(".") == [("g.log.txt", 1)]
    repo.write("empty/x.py", "")
    assert "error: empty: holds no articles" in repo.checker("lint", "empty", status=2)


def test_rules_are_turned_off_and_changed_by_path(folder: Folder) -> None:
    folder.write("a.txt", FAULTY)
    folder.write("in/a.txt", FAULTY)
    assert folder.found("a.txt", "in") == [("a.txt", 1), ("in/a.txt", 1)]
    folder.write(
        "checker.yaml",
        "rules: {all: off, arithmetic: verify}\noverrides: [{files: in/, rules: {arithmetic/ratio: off}}]",
    )
    assert folder.found("a.txt", status=0) == [("a.txt", 1)]
    report = json.loads(folder.checker("lint", "a.txt", "in", "--format", "json", "--fail-on", "verify", status=1))
    assert [[one["severity"] for one in document["findings"]] for document in report["documents"]] == [["verify"], []]
    assert folder.found("in", status=0) == [], "what is turned off for these files alone is off though it is selected"
    folder.write("checker.yaml", "rules: {arithmetic: off}\nfail-on: style\n")
    assert folder.found("a.txt") == [("a.txt", 1)], "what is selected runs"
    assert "ratio" not in folder.checker("lint", "a.txt")
    assert "ratio" in folder.checker("lint", "a.txt", "--isolated", status=1)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            "rules: {arithmetic/ration: off}",
            "1:9: there is no rule or family 'arithmetic/ration' (did you mean 'arithmetic/ratio'?)",
        ),
        ("rules: {wording: {params: {a: b}}}", "1:19: parameters are for one rule (name the rule, not a family)"),
        (
            "rules: {hedging/stacked: {params: {mst: 3}}}",
            "1:36: hedging/stacked: parameter 'mst': there is no such parameter",
        ),
        ("rules: {quotation/unbalanced: {params: {most: x}}}", "1:41: quotation/unbalanced: parameter 'most': "),
        ("overrides: [{files: a, rules: {al: off}}]", "1:32: there is no rule or family 'al' (did you mean 'all'?)"),
        ("packs: nowhere", "1:1: packs: no such folder 'nowhere' (correct the path)"),
        ("packs: [a, nowhere]", "1:9: packs: no such folder 'a'"),
        ("rules: {all: off}", "1:1: no rule is left to run (turn on some, or name them with --select)"),
    ],
)
def test_what_is_said_of_rules_that_do_not_exist(folder: Folder, settings: str, said: str) -> None:
    folder.write("checker.yaml", settings)
    folder.write("a.txt", CLEAN)
    error = folder.checker("lint", "a.txt", status=2)
    assert error.startswith(f"error: checker.yaml:{said}")


def test_parameters_take_the_place_of_those_of_the_rule(folder: Folder) -> None:
    folder.write("a.txt", "他说：”好。\n甲“乙。\n")
    before = folder.checker(
        "lint", "a.txt", "--select", "quotation/unbalanced", "--format", "json", "--fail-on", "never"
    )
    folder.write("checker.yaml", "rules: {quotation/unbalanced: {params: {most: 1}}}")
    after = folder.checker(
        "lint", "a.txt", "--select", "quotation/unbalanced", "--format", "json", "--fail-on", "never"
    )
    assert before != after


def test_the_day_of_publication_comes_from_the_path(folder: Folder) -> None:
    folder.write("2025/04/22/a.txt", "4月21日（星期日），合作社开会。\n")
    day = ("--select", "timing/weekday", "--format", "json", "--fail-on", "never")
    without = json.loads(folder.checker("lint", "2025", *day))
    folder.write("checker.yaml", "date: {path: YYYY/MM/DD}")
    assert len(json.loads(folder.checker("lint", "2025", *day))["documents"][0]["findings"]) == 1
    given = json.loads(folder.checker("lint", "2025", "--date", "2025-04-22", "--isolated", *day))
    assert json.loads(folder.checker("lint", "2025", *day)) == given
    assert without != given


def test_settings_by_path_are_kept_apart(folder: Folder) -> None:
    """Articles of the same words in several folders, each with rules and a day of its own, from what is kept."""
    for name in ("2025/04/22/a.txt", "2025/04/23/a.txt", "2024/04/22/a.txt", "off/a.txt"):
        folder.write(name, "4月21日（星期日），合作社开会。\n")
    folder.write(
        "checker.yaml",
        "date: {path: YYYY/MM/DD}\n"
        "overrides: [{files: off/, rules: {all: off}}, {files: '23/', rules: {timing: style}}]",
    )

    def report(*options: str) -> str:
        return folder.checker("lint", ".", "--format", "json", "--fail-on", "never", *options)

    plain = report("--no-cache", "--jobs", "1")
    found = [[one["severity"] for one in document["findings"]] for document in json.loads(plain)["documents"]]
    assert [len(one) for one in found] == [0, 1, 1, 0]
    assert found[2] == ["style"] != found[1]
    for options in ((), (), ("--jobs", "2"), ("--jobs", "2", "--no-cache")):
        assert report(*options) == plain
    folder.write("checker.yaml", "date: {path: YYYY/MM/DD}\n")
    assert report() == report("--no-cache", "--jobs", "1") != plain


def test_what_settings_name_beside_the_articles(folder: Folder) -> None:
    folder.write("in/a.txt", FAULTY)
    folder.write("checker.yaml", "baseline: kept/known.yaml")
    assert "no such file" in folder.checker("lint", "in", status=2)
    folder.checker("baseline", "write", "in", "-o", "kept/known.yaml", "--isolated")
    assert folder.found("in", status=0) == []
    assert folder.found("in", "--isolated") == [("in/a.txt", 1)]
    folder.write("in/b.txt", FAULTY)
    assert folder.found("in") == [("in/b.txt", 1)]


def test_config_shows_what_is_in_force(folder: Folder) -> None:
    folder.write(
        "checker.yaml", "rules:\n  wording: off\noverrides:\n  - files: in/\n    rules: {wording/idiom: style}\n"
    )
    shown = folder.checker("config").splitlines()
    assert [" ".join(line.split()) for line in shown if line.startswith(("rules", "fail-on"))] == [
        "fail-on: error # default",
        "rules.wording: off # checker.yaml:2",
        "rules.wording/idiom (in/): style # checker.yaml:5",
    ]
    rows = {row["setting"]: row for row in json.loads(folder.checker("config", "in/a.txt", "--format", "json"))}
    assert rows["rules.wording/idiom"] == {
        "setting": "rules.wording/idiom",
        "value": "style",
        "source": "checker.yaml:5",
    }
    assert rows["rules.arithmetic/ratio"]["value"] == "error"
    rows = {row["setting"]: row for row in json.loads(folder.checker("config", "a.txt", "--format", "json"))}
    assert (rows["rules.wording/idiom"]["value"], rows["rules.wording/idiom"]["source"]) == ("off", "checker.yaml:2")


def test_every_command_knows_the_packs_and_the_ledger_of_the_settings(folder: Folder) -> None:
    folder.checker("rules", "new", "house/word", "own")
    folder.write("checker.yaml", "packs: own\nledger: kept/book.yaml\n")
    folder.write("a.txt", FAULTY)
    folder.checker("extract", "a.txt", "-o", "kept/book.yaml", "--date", "2025-04-22")
    assert "# house/word\n" in folder.checker("explain", "house/word")
    assert "house/word" in folder.checker("rules")
    assert "台账与稿件一致，未改动" in folder.checker("sync")
    assert "64.3%" in folder.checker("export", "--format", "csv")


def test_config_shows_the_places_that_are_added(folder: Folder) -> None:
    folder.write("checker.yaml", "gazetteer:\n  江津区: [青石镇, {name: 柳湾村, also: 柳湾}]\n  重庆市: 云溪新区\n")
    rows = json.loads(folder.checker("config", "--format", "json"))
    assert [row for row in rows if row["setting"].startswith("gazetteer")] == [
        {
            "setting": "gazetteer.江津区",
            "value": ["青石镇", {"name": "柳湾村", "also": ["柳湾"]}],
            "source": "checker.yaml:2",
        },
        {"setting": "gazetteer.重庆市", "value": ["云溪新区"], "source": "checker.yaml:3"},
    ]
    folder.write("checker.yaml", "gazetteer:\n  重庆是: 云溪新区\n")
    assert "did you mean '重庆市'?" in folder.checker("config", status=2)


def test_init_never_overwrites(folder: Folder) -> None:
    assert folder.checker("init") == "wrote checker.yaml\n"
    written = (folder.path / "checker.yaml").read_bytes()
    folder.write("a.txt", CLEAN)
    folder.checker("lint", "a.txt")
    assert "exists already" in folder.checker("init", status=2)
    assert (folder.path / "checker.yaml").read_bytes() == written


def test_links_round_in_a_circle_are_no_articles(folder: Folder) -> None:
    folder.write("a.txt", FAULTY)
    (folder.path / "loop.txt").symlink_to("loop.txt")
    (folder.path / "gone.txt").symlink_to("none.txt")
    assert folder.found(".") == [("a.txt", 1)]
    assert "error: loop.txt: cannot be read" in folder.checker("lint", "loop.txt", status=2)


def test_a_gitignore_that_cannot_be_read_is_told(folder: Folder) -> None:
    folder.write("a.txt", FAULTY)
    (folder.path / ".gitignore").symlink_to("/proc/self/mem")
    if not (folder.path / ".gitignore").is_file():
        pytest.skip("there is no /proc here")
    error = folder.checker("lint", ".", status=2)
    assert error.startswith("error: .gitignore: cannot be read: ")
    assert error.endswith("(ask for permission, or set gitignore: false)\n")
    folder.write("checker.yaml", "gitignore: false\n")
    assert folder.found(".") == [("a.txt", 1)]


def test_a_path_that_is_empty(folder: Folder) -> None:
    assert folder.checker("lint", "", status=2) == ("error: command line: a PATH is empty (name a file or a folder)\n")


def test_rules_may_be_off_for_the_articles_of_a_run(folder: Folder) -> None:
    folder.write("old/a.txt", FAULTY)
    folder.write("checker.yaml", "overrides: [{files: old, rules: {all: false}}]\n")
    assert folder.found("old/a.txt", status=0) == []


def test_a_day_of_publication_that_is_none_is_told(folder: Folder) -> None:
    folder.write("checker.yaml", "date: {front-matter: date}\n")
    for words, told in (("下周", "下周"), ("2025-02-30 # 暂定", "2025-02-30"), ("2025-04-22", ""), ("", "")):
        folder.write("a.md", f"---\ntitle: 小结\ndate: {words}\n---\n\n{CLEAN}")
        said = folder.run(sys.executable, "-c", NOTES, "lint", "a.md")
        note = f"note: a.md:3: {told!r} is no day of publication (write it as 2025-04-22)\n"
        assert said == (note if told else "")
        assert folder.run(sys.executable, "-c", NOTES, "lint", "a.md", "--date", "2025-04-22") == ""


def test_watch_needs_something_to_watch(folder: Folder) -> None:
    folder.write("a.txt", CLEAN)
    error = folder.checker("watch", "a.txt", "none.txt", "--select", "arithmetic/ratio", status=2)
    assert error == "error: none.txt: no such file (correct the path)\n"


def test_changes_are_seen_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(CLEAN, "utf-8")
    seen: dict[str, tuple[int, int, int]] = {}
    assert list(changes(Settings(), ["."], seen)) == ["a.txt"]
    assert list(changes(Settings(), ["."], seen)) == []
    Path("b.txt").write_text(CLEAN, "utf-8")
    Path("a.txt").write_text(CLEAN * 2, "utf-8")
    assert list(changes(Settings(), ["."], seen)) == ["a.txt", "b.txt"]


def test_watch(folder: Folder) -> None:
    path = folder.write("a.txt", CLEAN)
    command = [
        sys.executable,
        "-u",
        "-m",
        "checker",
        "watch",
        "--interval",
        "0.05",
        ".",
        "--select",
        "arithmetic/ratio",
    ]
    out = folder.path / "out"
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with (
        out.open("wb") as file,
        subprocess.Popen(command, cwd=folder.path, stdout=file, env=surroundings, preexec_fn=interruptible) as process,
    ):
        try:
            assert _says(out, "1 篇：错 0")
            path.write_text(FAULTY, "utf-8")
            assert _says(out, "1 篇：错 1")
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
        finally:
            process.kill()
    assert "watched" in folder.checker("watch", "-", status=2)
    assert "write it before the paths" in folder.checker("watch", "in", "--interval", "1", status=2)


def _says(out: Path, words: str) -> bool:
    for _ in range(400):
        if words in out.read_text("utf-8"):
            return True
        time.sleep(0.05)
    return False

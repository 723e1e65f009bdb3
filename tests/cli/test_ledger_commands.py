"""extract, sync and export from the command line: what is printed and written, and the statuses."""

import os
import threading
from pathlib import Path

import pytest

from checker.claims import load
from tests.claims.desk import TEXT
from tests.cli.test_commands import Program

LINE = "新增{}条，消失{}条，同锚变值{}条，改引{}条，移段{}条\n"


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(TEXT, encoding="utf-8")
    return Program(monkeypatch, capfd)


def test_from_a_raw_article_to_a_kept_ledger(checker: Program) -> None:
    made = checker("extract", "稿.txt", "--date", "2025-04-21", "-o", "claims.yaml")
    assert (made.status, made.out, made.err) == (0, "", "")
    assert load("claims.yaml").article.source_file == "稿.txt"
    same = checker("sync")
    assert (same.status, same.out) == (0, LINE.format(0, 0, 0, 0, 0) + "台账与稿件一致，未改动\n")
    Path("稿.txt").write_text(TEXT.replace("64.3%", "57.1%"), encoding="utf-8")
    before = Path("claims.yaml").read_bytes()
    due = checker("sync", "--check")
    assert due.status == 1
    assert due.out == (
        LINE.format(0, 0, 1, 0, 0) + "  变值 C006 第3段 河湾镇重点项目·开工率：64.3% → 57.1%\n"
        "台账须更新（--check：未写入）\n"
    )
    assert Path("claims.yaml").read_bytes() == before
    assert checker("sync").status == 0
    after = Path("claims.yaml").read_bytes()
    assert b"57.1%" in after
    assert checker("sync").status == 0
    assert Path("claims.yaml").read_bytes() == after
    assert checker("sync", "--check").status == 0


def test_a_check_misses_no_number_that_is_not_drafted_and_takes_the_ledger_of_the_folder(checker: Program) -> None:
    words = "村里修路\n\n一年来，村里修路3公里。近三年，路修了几次，一个月修一段，花了20万元。\n"
    Path("稿.txt").write_text(words, encoding="utf-8")
    checker("extract", "稿.txt", "--date", "2025-04-21", "-o", "claims.yaml")
    assert "ledger/uncovered" not in checker("lint", "稿.txt", "--select", "ledger").out
    Path("稿.txt").write_text(words + "\n又栽树300棵。\n", encoding="utf-8")
    assert "300棵" in checker("lint", "稿.txt", "--select", "ledger").out
    assert "新增1条" in checker("sync").out


def test_extract_prints_without_output(checker: Program) -> None:
    run = checker("extract", "稿.txt")
    assert run.out.startswith("# 由稿件抽取的台账草稿")
    assert "  id: article-" not in run.out
    assert "  id: article" in run.out


def test_extract_writes_over_nothing(checker: Program) -> None:
    Path("claims.yaml").write_text("要紧", encoding="utf-8")
    run = checker("extract", "稿.txt", "-o", "claims.yaml")
    assert run.status == 2
    assert run.err == (
        "error: claims.yaml: is there already (bring it up to date with checker sync, or give --force)\n"
    )
    assert Path("claims.yaml").read_text(encoding="utf-8") == "要紧"
    assert checker("extract", "稿.txt", "-o", "claims.yaml", "--force").status == 0


def test_a_ledger_in_another_folder_names_its_article_from_there(checker: Program) -> None:
    assert checker("extract", "稿.txt", "-o", "账/稿.yaml").status == 0
    assert load("账/稿.yaml").article.source_file == "../稿.txt"
    assert checker("sync", "账/稿.yaml", "--check").status == 0


def test_a_byte_order_mark_and_line_ends_are_kept(checker: Program) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    text = Path("claims.yaml").read_text(encoding="utf-8").replace("\n", "\r\n")
    Path("claims.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    Path("稿.txt").write_text(TEXT.replace("64.3%", "57.1%"), encoding="utf-8")
    assert checker("sync").status == 0
    written = Path("claims.yaml").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf#")
    assert written.count(b"\n") == written.count(b"\r\n") == text.count("\r\n")


def test_prune_and_all(checker: Program) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    words = TEXT.replace("松岭乡引进智能农机45台，", "松岭乡") + "“水库修好了，大家放心。”副局长石大勇说。\n"
    Path("稿.txt").write_text(words, encoding="utf-8")
    run = checker("sync", "--prune", "--all")
    assert run.out.startswith(LINE.format(2, 1, 0, 0, 0))
    assert "  已删 C012 第5段 松岭乡·引进智能农机数：引进智能农机45台\n" in run.out
    assert "C012" not in Path("claims.yaml").read_text(encoding="utf-8")


def test_sync_without_a_ledger_says_what_to_do(checker: Program) -> None:
    run = checker("sync")
    assert (run.status, run.out) == (2, "")
    assert "checker extract" in run.err


def test_a_broken_ledger_is_left_alone(checker: Program) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    broken = Path("claims.yaml").read_text(encoding="utf-8").replace("number: 28", "number: 82")
    Path("claims.yaml").write_text(broken, encoding="utf-8")
    run = checker("sync")
    assert run.status == 2
    assert "claims.yaml:" in run.err
    assert Path("claims.yaml").read_text(encoding="utf-8") == broken


def test_export_tables(checker: Program) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    run = checker("export", "--format", "csv")
    assert run.out.startswith("\ufeff编号,")
    assert checker("export", "--format", "xlsx", "-o", "台账.xlsx").status == 0
    assert Path("台账.xlsx").read_bytes()[:2] == b"PK"
    assert checker("export", "--format", "xlsx").status == 2


@pytest.mark.parametrize("form", ["claimreview", "jsonld"])
def test_what_is_a_draft_is_not_told(checker: Program, form: str) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    run = checker("export", "--format", form, "--url", "https://news.example/1", "--publisher", "青石日报", "-o", "x")
    assert run.status == 2
    assert "the article is draft" in run.err
    assert not Path("x").exists()
    assert "--url and --publisher" in checker("export", "--format", form).err


def test_sync_keeps_the_permissions_of_a_ledger_and_a_link_to_it(checker: Program) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    Path("账").mkdir()
    kept = Path("账/claims.yaml")
    text = Path("claims.yaml").read_text(encoding="utf-8")
    Path("claims.yaml").unlink()
    kept.write_text(text, encoding="utf-8")
    kept.chmod(0o600)
    Path("claims.yaml").symlink_to("账/claims.yaml")
    Path("稿.txt").write_text(TEXT.replace("64.3%", "57.1%"), encoding="utf-8")
    assert checker("sync").status == 0
    assert Path("claims.yaml").is_symlink()
    assert "57.1%" in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("command", [("sync",), ("lint",), ("sync", "--check")])
def test_an_article_that_is_not_where_the_ledger_says_is_told_at_its_line(
    checker: Program, command: tuple[str, ...]
) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    Path("稿.txt").rename("二稿.txt")
    run = checker(*command)
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "error: claims.yaml:9:3: there is no article 稿.txt "
        "(write its new path there if it was renamed; it is read from the ledger's folder)\n"
    )


KEPT = {
    "claims.yaml": "is a file that people keep (claims)",
    "名单.yml": "is a file that people keep (names)",
    "checker.yaml": "is a file that people keep (settings)",
    "稿.txt": "is an article that is checked",
}


@pytest.mark.parametrize("target", KEPT)
@pytest.mark.parametrize(
    "command",
    [
        ("export", "--format", "csv"),
        ("export", "--format", "xlsx"),
        ("extract", "稿.txt", "--force"),
        ("lint", "稿.txt", "--format", "json"),
        ("diff", "稿.txt", "稿.txt"),
        ("notice", "稿.txt"),
        ("notice", "稿.txt", "--kind", "signoff"),
        ("baseline", "write", "稿.txt"),
    ],
)
def test_nothing_takes_the_place_of_what_people_keep(checker: Program, command: tuple[str, ...], target: str) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    Path("名单.yml").write_text("# 名单\nschema: names/1\npeople:\n  - {name: 江远山}\n", encoding="utf-8")
    Path("checker.yaml").write_text("names: 名单.yml\n", encoding="utf-8")
    before = Path(target).read_bytes()
    run = checker(*command, "-o", target)
    if command[0] == "extract" and target == "claims.yaml":
        assert run.status == 0, "--force says so"
        return
    assert run.status == 2
    assert f"{target}: {KEPT[target]}" in run.err
    assert Path(target).read_bytes() == before


def test_an_article_is_no_target_under_another_name(checker: Program) -> None:
    Path("链.txt").symlink_to("稿.txt")
    os.link("稿.txt", "另.txt")
    for name in ("链.txt", "另.txt"):
        assert checker("lint", "稿.txt", "-o", name).status == 2
        assert Path("稿.txt").read_text(encoding="utf-8") == TEXT


def test_a_pipe_is_written_to_and_not_replaced(checker: Program) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    os.mkfifo("管")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(Path("管").read_bytes()))
    reader.start()
    run = checker("export", "--format", "csv", "-o", "管")
    reader.join(10)
    assert run.status == 0
    assert Path("管").is_fifo()
    assert read[0].startswith("\ufeff编号,".encode())


def test_a_report_keeps_the_permissions_and_the_link_at_its_place(checker: Program) -> None:
    Path("旧").mkdir()
    Path("旧/报告.txt").write_text("上次", encoding="utf-8")
    Path("旧/报告.txt").chmod(0o640)
    Path("报告.txt").symlink_to("旧/报告.txt")
    checker("lint", "稿.txt", "-o", "报告.txt")
    assert Path("报告.txt").is_symlink()
    assert "1 篇" in Path("旧/报告.txt").read_text(encoding="utf-8")
    assert Path("旧/报告.txt").stat().st_mode & 0o777 == 0o640


def test_a_ledger_of_no_article_that_is_checked_is_told(checker: Program) -> None:
    Path("另.txt").write_text(TEXT, encoding="utf-8")
    checker("extract", "稿.txt", "-o", "稿.yaml")
    assert checker("lint", "另.txt", "--ledger", "稿.yaml").err == (
        "note: 稿.yaml is about 稿.txt, which was not checked\n"
    )
    assert checker("lint", "另.txt", "稿.txt", "--ledger", "稿.yaml").err == ""
    run = checker("notice", "另.txt", "--kind", "signoff", "--ledger", "稿.yaml")
    assert (run.status, run.out) == (2, "")
    assert "稿.yaml: is about 稿.txt (name the ledger of 另.txt)" in run.err


def test_the_reports_of_a_folder_never_take_the_place_of_their_article(checker: Program) -> None:
    Path("reports").mkdir()
    Path("reports/稿.md").write_text(TEXT, encoding="utf-8")
    checker("extract", "reports/稿.md", "-o", "claims.yaml")
    run = checker("lint")
    assert run.status == 2
    assert "reports/稿.md: is an article that is checked" in run.err
    assert [one.name for one in Path("reports").iterdir()] == ["稿.md"]
    assert Path("reports/稿.md").read_text(encoding="utf-8") == TEXT


def test_where_nothing_can_be_written_the_remedy_is_told(checker: Program) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    run = checker("export", "--format", "csv", "-o", "稿.txt/x.csv")
    assert run.status == 2
    assert run.err.startswith("error: 稿.txt/x.csv: cannot be written: ")
    assert run.err.endswith(" (write elsewhere, or ask for permission to write there)\n")


@pytest.mark.parametrize(
    ("url", "publisher", "said"),
    [
        ("news.example/1", "青石日报", "--url news.example/1 is no web address (write it out: https://…)"),
        ("javascript:alert(1)", "青石日报", "--url javascript:alert(1) is no web address"),
        ("https://news.example/1", " ", "--publisher is empty"),
    ],
)
def test_what_the_public_is_told_has_an_address_and_a_publisher(
    checker: Program, url: str, publisher: str, said: str
) -> None:
    checker("extract", "稿.txt", "-o", "claims.yaml")
    run = checker("export", "--format", "jsonld", "--url", url, "--publisher", publisher)
    assert (run.status, run.out) == (2, "")
    assert said in run.err

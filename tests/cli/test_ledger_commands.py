"""extract, sync and export from the command line: what is printed and written, and the statuses."""

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
        LINE.format(0, 0, 1, 0, 0) + "  变值 C006 第3段 重点项目·开工率：64.3% → 57.1%\n台账须更新（--check：未写入）\n"
    )
    assert Path("claims.yaml").read_bytes() == before
    assert checker("sync").status == 0
    after = Path("claims.yaml").read_bytes()
    assert b"57.1%" in after
    assert checker("sync").status == 0
    assert Path("claims.yaml").read_bytes() == after
    assert checker("sync", "--check").status == 0


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

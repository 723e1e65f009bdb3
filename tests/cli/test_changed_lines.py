"""Changed lines, staged content: in repositories made for the purpose."""

import codecs
from pathlib import Path

import pytest

from tests.cli.program import CLEAN, FAULTY, Folder, repository


@pytest.fixture
def repo(tmp_path: Path) -> Folder:
    return repository(tmp_path / "repo")


def test_only_changed_lines_count(repo: Folder) -> None:
    repo.write("a.txt", FAULTY + CLEAN)
    repo.write("b.txt", FAULTY)
    repo.commit()
    assert repo.found("a.txt", "b.txt", "--diff-base", "HEAD", status=0) == []
    repo.write("a.txt", FAULTY + CLEAN + FAULTY)
    assert repo.found("a.txt", "b.txt", "--diff-base", "HEAD") == [("a.txt", 3)]
    assert repo.found("--diff-base", "HEAD") == [("a.txt", 3)]
    assert repo.found("a.txt") == [("a.txt", 1), ("a.txt", 3)]


def test_a_line_that_only_a_related_place_stands_on_counts(repo: Folder) -> None:
    repo.write("a.txt", "全镇28个项目开工18个，\n开工率64.3%。\n")
    repo.commit()
    text = "合作社登记在册的会员有三百余户，第一季度又新增会员二十七户，比上年同期多了十二户。\n"
    repo.write("a.txt", text * 1 + CLEAN)
    repo.commit()
    repo.write("a.txt", text + CLEAN + text)
    report = repo.checker(
        "lint", "a.txt", "--diff-base", "HEAD", "--format", "json", "--select", "duplication", status=1
    )
    assert '"line": 3' in report
    assert '"line": 1' in report


def test_what_the_main_branch_changed_meanwhile_does_not_count(repo: Folder) -> None:
    repo.write("a.txt", CLEAN * 3)
    repo.commit()
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.write("b.txt", FAULTY)
    repo.commit()
    repo.git("checkout", "--quiet", "main")
    repo.write("a.txt", CLEAN + "改稿。\n" + CLEAN)
    repo.commit()
    repo.git("checkout", "--quiet", "topic")
    repo.write("a.txt", CLEAN * 3)
    assert repo.found("--diff-base", "main") == [("b.txt", 1)]


def test_a_renamed_file_has_only_the_lines_that_changed(repo: Folder) -> None:
    repo.write("旧 稿.txt", FAULTY + "".join(f"第{number}户人家搬进了新房。\n" for number in "一二三四五六七八"))
    repo.commit()
    repo.git("mv", "旧 稿.txt", '新"稿.txt')
    repo.git("commit", "--quiet", "--message", "x")
    assert repo.found("--diff-base", "HEAD~1", status=0) == []
    path = repo.path / '新"稿.txt'
    path.write_text(path.read_text("utf-8") + FAULTY, "utf-8")
    assert repo.found("--diff-base", "HEAD~1") == [('新"稿.txt', 10)]


@pytest.mark.parametrize(
    ("mark", "encoding", "end"),
    [
        (b"", "utf-8", "\r\n"),
        (codecs.BOM_UTF8, "utf-8", "\n"),
        (b"", "gb18030", "\r\n"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "\r\n"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "\n"),
    ],
)
def test_lines_are_found_in_every_encoding(repo: Folder, mark: bytes, encoding: str, end: str) -> None:
    """``上`` is 4E 0A in UTF-16: a line end among the bytes that is none in the text."""
    lines = [FAULTY.strip(), "上午，上游的村民上山植树。", "上午开会。", CLEAN.strip(), "上山。", ""]
    repo.write("a.txt", mark + end.join(lines).encode(encoding))
    repo.commit()
    lines[3] = FAULTY.strip()
    repo.write("a.txt", mark + end.join(lines).encode(encoding))
    assert repo.found("a.txt", "--diff-base", "HEAD") == [("a.txt", 4)]


def test_line_ends_that_git_converts_are_no_change(repo: Folder) -> None:
    repo.git("config", "core.autocrlf", "true")
    repo.write("a.txt", (FAULTY + CLEAN).replace("\n", "\r\n"))
    repo.commit()
    repo.write("a.txt", (FAULTY + CLEAN + FAULTY).replace("\n", "\r\n"))
    assert repo.found("a.txt", "--diff-base", "HEAD") == [("a.txt", 3)]


def test_settings_of_git_change_nothing(repo: Folder) -> None:
    for key, value in (
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("diff.context", "9"),
        ("diff.renames", "false"),
    ):
        repo.git("config", key, value)
    repo.write("a.txt", FAULTY + CLEAN)
    repo.commit()
    repo.write("a.txt", FAULTY + "++ b/x.txt\n" + FAULTY)
    assert repo.found("a.txt", "--diff-base", "HEAD") == [("a.txt", 3)]


def test_a_folder_inside_the_repository(repo: Folder) -> None:
    repo.write("in/a.txt", CLEAN)
    repo.write("b.txt", CLEAN)
    repo.commit()
    repo.write("in/a.txt", FAULTY)
    repo.write("b.txt", FAULTY)
    assert Folder(repo.path / "in").found(".", "--diff-base", "HEAD") == [("a.txt", 1)]
    assert Folder(repo.path / "in").found("--diff-base", "HEAD") == [("../b.txt", 1), ("a.txt", 1)]


def test_a_shallow_clone(repo: Folder, tmp_path: Path) -> None:
    repo.write("a.txt", FAULTY)
    repo.commit()
    first = repo.git("rev-parse", "HEAD").strip()
    repo.write("b.txt", CLEAN)
    repo.commit()
    repo.write("a.txt", FAULTY + FAULTY)
    repo.commit()
    Folder(tmp_path).git("clone", "--quiet", "--depth", "1", f"file://{repo.path}", "clone")
    clone = Folder(tmp_path / "clone")
    said = clone.checker("lint", "a.txt", "--diff-base", first, status=2)
    assert f"error: --diff-base: git knows no commit '{first}' (the clone is shallow: fetch it" in said
    clone.git("fetch", "--quiet", "--depth", "1", "origin", first)
    assert clone.found("a.txt", "--diff-base", first) == [("a.txt", 2)], "though no common history is known"


@pytest.mark.parametrize("name", ["no-such-branch", "--output=x", ""])
def test_an_unknown_commit(repo: Folder, name: str) -> None:
    repo.write("a.txt", CLEAN)
    repo.commit()
    if name:
        assert f"git knows no commit {name!r}" in repo.checker("lint", "a.txt", f"--diff-base={name}", status=2)
    assert not (repo.path / "x").exists()


def test_no_repository(tmp_path: Path) -> None:
    Folder(tmp_path).write("a.txt", CLEAN)
    for option in (["--diff-base", "HEAD"], ["--staged"]):
        assert "not a git repository" in Folder(tmp_path).checker("lint", "a.txt", *option, status=2)


def test_staged_content_is_what_counts(repo: Folder) -> None:
    repo.write("a.txt", FAULTY)
    repo.write("b.txt", FAULTY)
    repo.write("c.py", "x")
    repo.git("add", "a.txt", "c.py")
    repo.write("a.txt", CLEAN)
    assert repo.found("--staged") == [("a.txt", 1)], "also before the first commit"
    repo.git("add", "a.txt")
    repo.write("a.txt", FAULTY)
    assert repo.found("--staged", status=0) == []
    repo.commit()
    repo.write("a.txt", FAULTY + FAULTY)
    repo.git("add", "a.txt")
    repo.write("a.txt", "另起。\n" + FAULTY)
    assert repo.found("--staged", "--diff-base", "HEAD") == [("a.txt", 2)]
    assert repo.found("--staged", "b.txt", status=0) == []

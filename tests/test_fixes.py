"""Safe fixes: what they may touch, proved over every rule, and what they do to files."""

import codecs
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import lint
from checker.findings import Edit
from checker.fixes import OF_NUMBERS, apply, harmless
from checker.packs import Rule, bundled, examples
from checker.readers import read
from checker.spans import Span
from tests.cli.program import Folder

RULES = bundled()
DOUBLE = "磨坊开工了。。水车转个不停。\n"


def words(text: str) -> list[str]:
    return [one for one in text if unicodedata.category(one)[0] in "LNM" or one in OF_NUMBERS]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_safe_fix_of_any_rule_touches_numbers_words_or_speech(rule: Rule) -> None:
    for example in examples(rule):
        for text in (example.text, f"他说：“{example.text}”", f"28{example.text}64.3%"):
            document = read("例.txt", data=text.encode())
            report = lint(document, [rule], published=example.published, names=example.names)
            for fix in (fix for one in report.findings for fix in one.fixes if fix.safe):
                for edit in fix.edits:
                    inside = [one for one in document.quotations if one.span.covers(edit.span)]
                    assert all(edit.span.start == one.span.start or edit.span.end == one.span.end for one in inside)
            mended = apply(text, report.findings)
            assert words(mended) == words(text)
            again = lint(read("例.txt", data=mended.encode()), [rule], published=example.published, names=example.names)
            assert apply(mended, again.findings) == mended or apply(mended, again.findings) != text


def test_some_rule_has_safe_fixes() -> None:
    report = lint(read("例.txt", data=DOUBLE.encode()), RULES)
    assert apply(DOUBLE, report.findings) == DOUBLE.replace("。。", "。")


@pytest.mark.parametrize(
    ("text", "start", "end", "instead", "is_harmless"),
    [
        ("开工了。。水", 3, 5, "。", True),
        ("3.5万", 1, 2, "。", False),
        ("共35个", 2, 2, " ", False),
        ("3 个", 1, 2, "", True),
        ("64.3%。", 4, 5, "％", False),
        ("３个", 0, 1, "3", False),
        ("张三", 0, 1, "章", False),
        ("张 三", 0, 3, "张三", True),
        ("他说：“好,走。”", 5, 6, "，", False),
        ("他说：”好。”", 3, 4, "“", True),
    ],
)
def test_what_is_harmless(text: str, start: int, end: int, instead: str, is_harmless: bool) -> None:
    document = read("例.txt", data=text.encode())
    assert harmless(document, Edit(Span(start, end), instead)) is is_harmless


def test_a_fix_is_safe_only_where_it_leaves_speech_alone() -> None:
    text = "磨坊开工了。。水车转。他说：“好。。”\n"
    [finding] = [one for one in lint(read("例.txt", data=text.encode()), RULES).findings if "stop" in one.rule]
    assert [(fix.safe, [edit.span.start for edit in fix.edits]) for fix in finding.fixes] == [
        (True, [5]),
        (False, [16]),
    ]
    assert apply(text, [finding]) == text.replace("了。。", "了。")


@given(st.permutations(range(4)))
def test_the_order_of_findings_changes_nothing(order: list[int]) -> None:
    text = "甲。。乙。。丙,丁;戊。。\n"
    report = lint(read("例.txt", data=text.encode()), RULES)
    shuffled = sorted(report.findings, key=lambda one: order[hash(one.place.span.start) % 4])
    assert apply(text, shuffled) == apply(text, report.findings)


@pytest.mark.parametrize(
    ("mark", "encoding", "end"),
    [
        (b"", "utf-8", "\r\n"),
        (codecs.BOM_UTF8, "utf-8", "\n"),
        (b"", "gb18030", "\r\n"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "\r"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "\r\n"),
    ],
)
def test_a_file_stays_as_it_is_but_for_the_fix(tmp_path: Path, mark: bytes, encoding: str, end: str) -> None:
    folder = Folder(tmp_path)
    before = f"磨坊开工了。。水车转个不停。{end}全镇28个项目开工16个，开工率64.3%。{end}"
    path = folder.write("a.txt", mark + before.encode(encoding))
    path.chmod(0o640)
    (tmp_path / "link.txt").symlink_to("a.txt")
    diff = folder.checker("lint", "--diff", "link.txt", status=1)
    assert diff.startswith("--- a/link.txt\n+++ b/link.txt\n@@ ")
    assert path.read_bytes() == mark + before.encode(encoding), "nothing is written by --diff"
    report = json.loads(folder.checker("lint", "--fix", "link.txt", "--format", "json", status=1))
    assert "punctuation/repeated-stop" not in {one["rule"] for one in report["documents"][0]["findings"]}
    assert path.read_bytes() == mark + before.replace("。。", "。").encode(encoding)
    assert (path.stat().st_mode & 0o777, (tmp_path / "link.txt").is_symlink()) == (0o640, True)
    assert folder.checker("lint", "--diff", "a.txt") == ""
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def test_the_diff_is_what_git_applies(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("a.txt", "一。\r\n" * 5 + DOUBLE.replace("\n", "\r\n") + "末。。尾")
    diff = folder.checker("lint", "--diff", "a.txt", status=1)
    folder.run("git", "apply", "--whitespace=nowarn", "-", data=diff.encode())
    assert folder.checker("lint", "--diff", "a.txt") == ""


def test_nothing_is_written_when_one_article_cannot_be_read(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    path = folder.write("a.txt", DOUBLE)
    folder.write("b.txt", b"\xff\xfe\x00")
    folder.checker("lint", "--fix", "a.txt", "b.txt", status=2)
    assert path.read_text("utf-8") == DOUBLE

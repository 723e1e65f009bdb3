"""What the human reports say, and where they take their looks from."""

import io
import subprocess
import sys
from dataclasses import replace

import pytest

from checker.findings import Severity
from checker.report import DocumentReport, Numbers, Report
from checker.reporters import FORMATS, Options, render, write
from checker.reporters.cards import cards, changes, context, echoes
from checker.spans import Span
from tests.reporters import sample
from tests.reporters.reading import Page
from tests.reporters.sample import Maker


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal(report: Report | None = None, **options: bool) -> str:
    return render(report or sample.report(), "terminal", Options(**options))


def test_symptoms_are_folded_under_their_cause() -> None:
    written = terminal()
    assert written.count("[structure/splice]") == 1
    assert "  = 同一根因另有 2 处：" in written
    assert "\n错[duplication/paragraph]" not in written


def test_what_is_only_style_is_counted_and_shown_when_asked_for() -> None:
    assert "另有 1 处可改，没有列出：articles/四县一季度.txt" in terminal()
    assert "可改[punctuation/width]" not in terminal()
    assert "可改[punctuation/width] 中文里用了半角逗号，两边还有空格" in terminal(style=True)


def test_the_account_and_the_closing_line() -> None:
    rows = terminal().splitlines()
    assert "已演算 6 组关系：一致 2、矛盾 2、不能判定 2" in rows
    assert "  一致 第4段 (3−2.4)÷2.4=25%，文中25%，一致" in rows
    assert "  不能判定 第6段 同比增长9.8%，上年同期的吞吐量不在文中" in rows
    assert "全文数字 33 个：演算 17、台账认领 13、未核 7（4 个既演算又认领）" in rows
    assert rows[-1] == "1 篇：错 6、请核 2、可改 1（按根因归并为 6 条）"


def test_long_lists_of_workings_are_cut_unless_asked_for() -> None:
    document = replace(sample.document(), relations=(*sample.document().relations,) * 20)
    assert "一致 另有 32 组" in terminal(Report((document,)))
    assert "另有 32 组" not in terminal(Report((document,)), verbose=True)


def test_several_documents_have_one_account() -> None:
    written = terminal(Report((sample.document(), DocumentReport("空.txt", "", "", numbers=Numbers(2, 1, 0, 1)))))
    assert "全文数字 35 个：演算 18、台账认领 13、未核 8（4 个既演算又认领）" in written
    assert written.endswith("2 篇：错 6、请核 2、可改 1（按根因归并为 6 条）\n")


def test_a_working_is_given_once() -> None:
    told = {card.finding.rule: card for card in cards(sample.document())}
    ratio, total = told["arithmetic/ratio"], told["arithmetic/total"]
    assert ratio.working == ""  # the message holds it
    assert total.working == "5+17+26=48，多于46，矛盾"


def test_findings_on_the_same_words_are_told_together() -> None:
    make = Maker("柳弯港、柳弯港、青溪县")
    found = [
        make.finding("naming/x", make.place(*where), "话") for where in (("柳弯港", 1), ("柳弯港", 2), ("青溪县", 1))
    ]
    assert [[place.position.column for place in echo.places] for echo in echoes(found)] == [[1, 5], [9]]


def test_context_stays_on_its_line() -> None:
    text = "上一行\n一二三四五六七八九错一二三四五六七八九\n下一行"
    make = Maker(text)
    around = context(text, make.place("错"))
    assert (around.before, around.quote, around.after) == ("…二三四五六七八九", "错", "一二三四五六七八…")
    assert context(text, make.at(Span(4, 6))).before == ""
    assert context(text, make.at(Span(len(text) - 1, len(text)))).before == "下一"


def test_changes_are_spelled_out_where_the_description_does_not() -> None:
    make = Maker("他说：“好。“")
    (wrong,) = [
        fix for card in cards(sample.document()) for fix in card.finding.fixes if fix.safe and "引号" in fix.description
    ]
    assert changes(sample.ARTICLE, wrong) == "「“」改为「”」"
    assert changes(make.text, replace(wrong, description="改为”", edits=wrong.edits[:1])) == ""


def test_colours_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert Options.of(io.StringIO()) == Options(color=False, width=100)
    assert Options.of(Terminal()) == Options(color=True, width=70)
    monkeypatch.setenv("NO_COLOR", "1")
    assert Options.of(Terminal(), style=True) == Options(color=False, width=70, style=True)


def test_write_suits_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    piped, screen = io.StringIO(), Terminal()
    write(sample.report(), "terminal", piped)
    write(sample.report(), "terminal", screen)
    assert "\x1b" not in piped.getvalue()
    assert "\x1b[1;31m错\x1b[0m" in screen.getvalue()


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_report_makes_the_same_bytes(format_: str) -> None:
    first, second = (render(sample.report(), format_) for _ in range(2))
    assert first == second
    assert first.endswith("\n")


def test_the_first_screen_of_the_list_holds_twelve() -> None:
    make = Maker("错" * 20)
    found = tuple(make.finding("a/b", make.at(Span(at, at + 1)), f"话{at}") for at in range(20))
    written = render(Report((DocumentReport("稿.txt", "", make.text, found),)), "markdown")
    first, rest = written.split("<details><summary>其余 8 条</summary>")
    assert "话11" in first
    assert "话12" not in first
    assert "话19" in rest


def test_the_page_needs_nothing_from_outside() -> None:
    written = render(sample.report(), "html")
    page = Page(written)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
    assert "url(" not in written
    assert "@import" not in written
    assert "style" not in {name for name, _ in page.attributes}  # the policy would not let it work
    assert any(value.startswith("default-src 'none'; style-src 'sha256-") for value in page.of("content"))
    assert "zh-CN" in page.of("lang")


def test_overlapping_marks_are_split_where_they_cross() -> None:
    make = Maker("一二三四五六")
    crossing = [
        make.finding("a/b", make.at(Span(0, 4)), "前"),
        make.finding("a/c", make.at(Span(2, 6)), "后", severity=Severity.VERIFY),
    ]
    written = render(Report((DocumentReport("稿.txt", "", make.text, tuple(crossing)),)), "html")
    assert Page(written).lines == ["一二三四五六"]
    assert '<mark class="error" id="m1-1-0"><a href="#c1-1">一二</a></mark>' in written
    assert '<mark class="error verify deep"' in written


def test_a_format_is_only_loaded_when_asked_for() -> None:
    code = (
        "import sys; from checker.report import Report; from checker.reporters import render;"
        "render(Report(), 'terminal'); assert not {'rich', 'jinja2', 'pydantic', 'markdown_it'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_another_format_is_not_known() -> None:
    with pytest.raises(KeyError):
        render(Report(), "pdf")

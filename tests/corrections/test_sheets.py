"""The two sheets before publication: what they say, what they fold, and that nothing of an article becomes markup."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from checker.claims import Ledger, dump, parse
from checker.corrections import sheets
from checker.corrections.correction import Particulars
from checker.corrections.templates import Templates
from checker.findings import Severity
from checker.report import DocumentReport
from tests.corrections import desk
from tests.reporters.reading import Page

TEMPLATES = Templates()
ABOUT = Particulars("两区夜市见闻", page="3", to=("西陵区融媒体中心",), editor="宋文", contact="8800")
TEXT = """\
两区夜市见闻

西陵区 江边灯火

一季度，全区28个项目开工16个，开工率64.3%。

点军区 山下摊位

摊位的的灯亮了。
"""


def change(text: str = TEXT, look: str = "text", section: str = "", about: Particulars = ABOUT) -> str:
    return sheets.change(desk.report(text), desk.document(text), about, TEMPLATES, look, section)


def signoff(report: DocumentReport | None = None, look: str = "text", book: Ledger | None = None) -> str:
    made = report or desk.report(TEXT)
    return sheets.signoff(made, desk.document(made.text), desk.about(), TEMPLATES, look, book)


def test_the_change_notice() -> None:
    written = change()
    assert written.startswith(
        "改稿通知单\n\n稿件：《两区夜市见闻》（稿.txt，版本 " + desk.report(TEXT).sha256[:12] + "）\n"
        "致：西陵区融媒体中心\n编辑：宋文　回复：8800\n\n共 2 条。"
    )
    assert (
        "一、请改（1 条）\n\n1. 西陵区栏 第3段（5行21列）\n"
        "   原文：…工16个，开工率【64.3%】。\n"
        "   问题：开工率与个数不符：16÷28=57.14%，文中64.3%\n"
    ) in written
    assert "   建议：若两个数无误，率应为57.1%\n   答复：□改 □不改 □待核　依据：" in written
    assert "二、请核（1 条）\n\n2. 点军区栏 第5段（9行3列）\n   原文：摊位【的的】灯亮了。\n" in written


def test_each_reporter_gets_his_own_part() -> None:
    written = change(section="点军区")
    assert "栏目：点军区\n" in written
    assert "的的" in written
    assert "64.3%" not in written
    assert "没有要改、要核的。" in change(section="猇亭区")


def test_a_reporter_is_asked_nothing_about_the_ledger_and_his_part_is_numbered_by_itself() -> None:
    report = desk.report(TEXT)
    asked = replace(report.findings[0], rule="ledger/uncovered", message="稿中有一个数没有登记", cause=None)
    kept = replace(report, findings=(asked, *report.findings))
    written = sheets.change(kept, desk.document(TEXT), ABOUT, TEMPLATES, "text", "点军区")
    assert "没有登记" not in sheets.change(kept, desk.document(TEXT), ABOUT, TEMPLATES, "text")
    assert "共 1 条。" in written
    assert "\n1. 点军区栏 第5段" in written


def test_the_sign_off_sheet() -> None:
    written = signoff()
    assert "结论：不可付印\n错 1、请核 1、可改 0。\n" in written
    assert "1. [错] 第3段（5行21列） 开工率与个数不符：16÷28=57.14%，文中64.3%　处理：" in written
    assert "- 已演算 2 组关系：一致 1、矛盾 1、不能判定 0。\n" in written
    assert "合格线为万分之3" in written
    for signer in sheets.SIGNERS:
        assert f"\n{signer}：＿" in written


@pytest.mark.parametrize(
    ("kept", "open_claims", "conclusion"),
    [
        ((Severity.ERROR, Severity.VERIFY), False, "不可付印"),
        ((Severity.VERIFY,), False, "核实后可付印"),
        ((), True, "核实后可付印"),
        ((Severity.STYLE,), False, "可付印"),
        ((), False, "可付印"),
    ],
)
def test_whether_it_can_be_printed(kept: tuple[Severity, ...], open_claims: bool, conclusion: str) -> None:
    [finding, *_] = desk.report(TEXT).findings
    found = tuple(replace(finding, severity=severity) for severity in kept)
    assert sheets.conclusion(replace(desk.report(TEXT), findings=found), open_claims=open_claims) == conclusion


def test_the_ledger_on_the_sheet() -> None:
    book = desk.ledger("    checked_by: 宋文\n", "    checked_by: 宋文\n    sensitivity: legal\n")
    written = signoff(book=book)
    assert "- 台账 6 条：已核定 0、裁定为错 6。\n- 须两人核的 1 条，已有两人核的 0 条。\n" in written


def test_what_was_mended_as_decided_is_no_longer_open() -> None:
    book = desk.ledger()
    one = parse(dump(book.model_copy(update={"claims": book.claims[:1]})))
    report = desk.report(desk.ARTICLE.replace("开工率64.3%", "开工率57.1%").replace(desk.COPIED, "灯亮了。", 1))
    written = signoff(replace(report, findings=()), book=one)
    assert "- 台账 1 条：已核定 0、已照裁定改正 1。\n" in written
    assert "结论：可付印\n" in written
    still = signoff(replace(desk.report(desk.ARTICLE), findings=()), book=one)
    assert "- 台账 1 条：已核定 0、裁定为错 1。\n" in still
    assert "结论：核实后可付印\n" in still


def test_the_sheet_stays_on_one_page() -> None:
    report = desk.report(
        "两区夜市见闻\n\n" + "".join(f"山上的的{one}灯亮了。\n" for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰")
    )
    written = signoff(report)
    assert len(re.findall(r"^\d+\. \[请核\]", written, re.MULTILINE)) == sheets.LISTED
    assert "另有 3 条，见核查清单。" in written


@pytest.mark.parametrize("kind", ["change", "signoff"])
def test_a_page_needs_nothing_from_outside(kind: str) -> None:
    written = change(look="html") if kind == "change" else signoff(look="html")
    page = Page(written)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
    assert "url(" not in written
    assert "style" not in {name for name, _ in page.attributes}
    assert any(value.startswith("default-src 'none'; style-src 'sha256-") for value in page.of("content"))
    assert "zh-CN" in page.of("lang")


def test_nothing_of_an_article_becomes_markup() -> None:
    text = "<script>山上的的灯</script>\n\n<b>\x1b[31m\u202e山上的的灯亮了。\n"
    about = Particulars("<i>题</i>", to=("<u>",), is_published=False)
    for look in ("text", "html"):
        written = change(text, look, about=about)
        assert "\x1b" not in written
        assert "\u202e" not in written
        assert look == "text" or not {"script", "i", "u"} & set(Page(written).tags)


def test_what_the_bundled_notice_quotes_stands_in_the_article() -> None:
    root = Path(__file__).parents[2]
    article = (root / "articles" / "yuxi-eight-districts.txt").read_text(encoding="utf-8")
    written = (root / "reports" / "yuxi-eight-districts.change.txt").read_text(encoding="utf-8")
    quotes = re.findall(r"^   原文：…?(.*?)【(.+?)】(.*?)…?$", written, re.MULTILINE)
    assert len(quotes) == len(re.findall(r"^   答复：", written, re.MULTILINE))
    for before, quote, after in quotes:
        start, _, end = quote.partition("……")
        assert before + start in article
        assert (end or quote) + after in article


def test_the_same_article_makes_the_same_bytes() -> None:
    assert change(look="html") == change(look="html")
    assert signoff(look="html") == signoff(look="html")

"""Every form of a correction: what it says, that it is true to the ledger, and that the checker lets it pass."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from checker.claims import parse, trace
from checker.claims.claim import Status
from checker.corrections.correction import FORMS, OPEN, correction, template, wronged
from checker.corrections.faults import Fault, Sort, decided, reported
from checker.corrections.proof import faulty, proof
from checker.corrections.templates import NAMES, Templates, flat, quoted
from checker.engine import lint
from checker.errors import ConfigError
from checker.findings import Finding
from checker.packs import bundled
from checker.readers import read
from tests.corrections import desk

TEMPLATES = Templates()
HEAD = "更正　本报2025年4月22日第A05版《两区夜市见闻》一文，"
PRINTED = {
    "rate": "西陵区部分第一段中“开工率64.3%”应为“开工率57.1%”。特此更正，并向读者和西陵区致歉。",
    "person": "点军区部分第一段中“周平”应为“周萍”。特此更正，并向读者和周萍致歉。",
    "place": "“柳弯”应为“柳湾”（4处）。特此更正，并向读者和点军区致歉。",
    "caption": "所配图片说明“西陵峡边的灯市”应为“江边的灯市”。特此更正，并向读者和西陵区致歉。",
    "byline": "署名“李云州”应为“李云舟”。特此更正，并向作者李云舟和读者致歉。",
    "block": (
        "因编排失误，西陵区部分误排入点军区部分的内容（自“点军区把旧厂房改成了……”至“……，停车场也一扩再扩。”）。"
        "西陵区部分应以本报客户端4月22日发布的文本为准。特此更正，并向读者和西陵区、点军区致歉。"
    ),
}
WEB = {
    "rate": "西陵区部分第一段将“开工率57.1%”误作“开工率64.3%”，现已改正。谨向读者和西陵区致歉。",
    "caption": "图片说明将“江边的灯市”误作“西陵峡边的灯市”，现已改正。谨向读者和西陵区致歉。",
}


def made(*wanted: str, form: str = "print", templates: Templates = TEMPLATES, **more: object) -> str:
    """A correction that lacks nothing."""
    found = correction(desk.faults(*wanted), desk.about(form, **more), templates)
    assert found.lacks == ()
    return found.text


def heard(text: str, faults: Sequence[Fault]) -> list[Finding]:
    """What the checker has against a correction."""
    return faulty(lint(read("更正.txt", data=text.encode()), bundled()), faults)


@pytest.mark.parametrize("wanted", PRINTED)
def test_in_print(wanted: str) -> None:
    assert made(wanted) == f"{HEAD}{PRINTED[wanted]}　本报编辑部\n"


def test_several_in_print() -> None:
    text = made("rate", "person", "caption", paper="河湾日报")
    assert text == (
        "更正　本报2025年4月22日第A05版《两区夜市见闻》一文有3处差错：一、西陵区部分第一段中“开工率64.3%”应为"
        "“开工率57.1%”；二、点军区部分第一段中“周平”应为“周萍”；三、图片说明“西陵峡边的灯市”应为“江边的灯市”。"
        "因编校疏漏，谨向读者和西陵区、周萍致歉。　河湾日报编辑部\n"
    )


@pytest.mark.parametrize("wanted", WEB)
def test_on_the_web(wanted: str) -> None:
    assert made(wanted, form="web") == f"更正说明（2025-04-23 10:05）：本文此前版本{WEB[wanted]}\n"


def test_on_wechat() -> None:
    head = "更正：2025年4月22日推送的《两区夜市见闻》中，“周平”有误，应为“周萍”。我们向读者和周萍致歉。"
    assert made("person", form="wechat") == f"{head}\n"
    whole = made("person", form="wechat", link="https://例.test/1", editor="宋文", proofreader="林小川", contact="8800")
    assert whole == f"{head}（改后全文见https://例.test/1）　编辑：宋文　校对：林小川　纠错：8800\n"


def test_a_headline_and_several_faults_on_wechat() -> None:
    headline = Fault(Sort.WORDS, "两区夜市", "三区夜市", "标题")
    about = desk.about("wechat")
    head = "更正：2025年4月22日推送的《两区夜市见闻》"
    assert correction([headline], about, TEMPLATES).text == (
        f"{head}中，标题“两区夜市”有误，应为“三区夜市”。我们向读者致歉。\n"
    )
    assert made("rate", "person", form="wechat") == (
        f"{head}有2处差错：一、“开工率64.3%”有误，应为“开工率57.1%”；二、“周平”有误，应为“周萍”。"
        "我们向读者和西陵区、周萍致歉。\n"
    )


@pytest.mark.parametrize(
    ("literal", "right", "named"),
    [
        ("局长周平", "局长周萍", "周萍"),
        ("周平", "周萍", "周萍"),
        ("局长周平", "主任周平", "周平"),
        ("周", "邹", "邹平"),
    ],
)
def test_the_apology_goes_to_the_right_name(literal: str, right: str, named: str) -> None:
    old = "quote: 周平}\n    subject: 周平\n    value: {literal: 周平}"
    text = desk.LEDGER.replace(old, f"quote: 局长周平}}\n    subject: 周平\n    value: {{literal: {literal}}}")
    book = parse(text.replace("局长周萍, supports", f"{right}, supports").replace("value: 周萍", f"value: {right}"))
    [fault] = desk.faults("person", book=book)
    assert fault.wronged == (named,)


def test_a_name_that_stands_oftener_than_its_quote_is_quoted_alone() -> None:
    book = desk.ledger("{paragraph: 6, quote: 柳弯, nth: 1}", "{paragraph: 6, quote: 柳弯码头}")
    [fault] = desk.faults("place", book=book)
    assert (fault.wrong, fault.right, fault.times) == ("柳弯", "柳湾", 4)


def test_marks_of_emphasis_are_not_quoted() -> None:
    document = read("稿.md", data=desk.ARTICLE.replace("开工率64.3%", "开工率**64.3%**").encode())
    book = desk.ledger("quote: 开工率64.3%", "quote: 开工率**64.3%**")
    [fault] = decided(trace(book, document), document, lint(document, bundled()), ["rate"])
    assert (fault.wrong, fault.right) == ("64.3%", "57.1%")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("wanted", [*((one,) for one in desk.IDS), ("rate", "person"), desk.IDS])
def test_every_form_is_true_and_without_a_fault(form: str, wanted: tuple[str, ...]) -> None:
    faults, about = desk.faults(*wanted), desk.about(form)
    text = correction(faults, about, TEMPLATES).text
    assert [*proof(text, faults, about, desk.ARTICLE, TEMPLATES, template(faults, form))] == []
    assert heard(text, faults) == []
    by_id = {claim.id: claim for claim in desk.ledger().claims}
    for one in wanted:
        claim = by_id[one]
        assert claim.verdict
        assert claim.verdict.value
        assert claim.verdict.value in text
        printed = claim.value.literal if claim.value else claim.anchor.quote
        assert one == "block" or printed in text


def test_each_form_has_its_template() -> None:
    used = {template(desk.faults(one), form) for one in desk.IDS for form in FORMS}
    used.add(template(desk.faults("rate", "person"), "print"))
    rest = {"faults.txt", "sheet.css", *(f"{kind}.{end}" for kind in ("change", "signoff") for end in ("txt", "html"))}
    assert used | rest == set(NAMES)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("“开工率64.3%”应为“开工率57.1%”。", "更正没有向读者、西陵区致歉"),
        ("“开工率64.3%”应为“开工率57.1%”，开工16个。向读者和西陵区致歉。", "更正里的“16”没有出处"),
        ("“开工率64%”应为“开工率57.1%”。向读者和西陵区致歉。", "更正里没有引出原文的“开工率64.3%”"),
        ("“开工率64.3%”应为“开工率64.3%”。向读者和西陵区致歉。", "更正里没有正确的写法“开工率57.1%”"),
    ],
)
def test_what_is_not_true_to_the_ledger_is_told(text: str, problem: str) -> None:
    assert problem in [*proof(text, desk.faults("rate"), desk.about(), desk.ARTICLE, TEMPLATES, "print.txt")]


def test_wrong_words_must_have_been_published() -> None:
    faults, about = desk.faults("rate"), desk.about()
    text = correction(faults, about, TEMPLATES).text
    told = [*proof(text, faults, about, desk.ARTICLE.replace("64.3", "64.8"), TEMPLATES, "print.txt")]
    assert told == ["已刊文本里没有“开工率64.3%”"]


def test_a_fault_of_the_correction_itself_is_told() -> None:
    faults = desk.faults("rate")
    text = "本报的的说法有误，“开工率64.3%”应为“开工率57.1%”。\n"
    assert [one.place.quote for one in heard(text, faults)] == ["的的"]


def test_whom_the_desk_names_is_apologised_to() -> None:
    assert wronged(desk.faults("rate", "person"), desk.about(to=("读者", "灯火工程建设方"))) == ["灯火工程建设方"]
    assert "向读者和灯火工程建设方致歉" in made("rate", to=("灯火工程建设方",))


@pytest.mark.parametrize(
    ("form", "given", "lack"),
    [
        ("print", {"is_published": False}, "台账没有写明稿件已经刊发"),
        ("print", {"published": None}, "不知道刊发日期"),
        ("print", {"page": ""}, "不知道第几版"),
        ("web", {"at": None}, "不知道网页改正的时间"),
        ("web", {"is_mended": False}, "网页先改正文"),
    ],
)
def test_what_the_desk_has_not_said(form: str, given: dict[str, object], lack: str) -> None:
    [told] = correction(desk.faults("rate"), desk.about(form, **given), TEMPLATES).lacks
    assert told.startswith(lack)


def test_what_nobody_has_said_is_marked_in_the_draft() -> None:
    about = desk.about(published=None, page="")
    text = correction(desk.faults("rate"), about, TEMPLATES).text
    assert text.startswith(f"更正　本报{OPEN}第{OPEN}版")


CONFIRMATIONS = {
    "nobody decided": ("    status: wrong\n", "    status: checking\n", "状态是 checking"),
    "nobody checked": ("    checked_by: 宋文\n", "", "没有写核查人"),
    "no day": ("    checked_at: 2025-04-23\n", "", "没有写核查或裁定的日期"),
    "nothing decided": ("{by: 高远, value: 57.1%}", "{by: 高远}", "没有裁定的正确写法"),
    "decided as printed": ("value: 57.1%}\n  - id: person", "value: 64.3%}\n  - id: person", "与原文相同"),
    "no source": ("    source: {type: statistics, title: 项目台账}\n", "", "没有写出处"),
    "other evidence": ("supports: no, value: {literal: 57.1%}", "supports: no", ""),
    "evidence of something else": ("text: 开工率57.1%, supports: no, value: {literal: 57.1%}",
                                   "text: 开工率不低, supports: no", "出处的摘录里没有“57.1%”"),
    "evidence for what is printed": ("supports: no, value: {literal: 57.1%}",
                                     "supports: yes, value: {literal: 64.3%}", "有一条出处支持的是“64.3%”"),
    "one pair of eyes": ("    checked_by: 宋文\n", "    checked_by: 宋文\n    sensitivity: legal\n", "没有第二人核查"),
    "one judge": ("    checked_by: 宋文\n",
                  "    checked_by: 高远\n    second_check_by: 宋文\n    sensitivity: legal\n", "要换一个人定"),
    "two and a judge": ("    checked_by: 宋文\n",
                        "    checked_by: 宋文\n    second_check_by: 林小川\n    sensitivity: legal\n", ""),
    "other words": ("quote: 开工率64.3%", "quote: 开工比例64.3%", "已刊文本里没有“开工比例64.3%”"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "lack"), CONFIRMATIONS.values(), ids=CONFIRMATIONS)
def test_what_the_ledger_has_not_decided(old: str, new: str, lack: str) -> None:
    faults = desk.faults("rate", book=desk.ledger(old, new))
    found = correction(faults, desk.about(), TEMPLATES)
    assert any(lack in one for one in found.lacks) if lack else found.lacks == ()
    assert all(one.startswith("rate（claims.yaml:4）：") for one in found.lacks)
    assert ("【待核实" in found.text) is bool(lack)


def test_only_what_is_decided_to_be_wrong_is_corrected_unasked() -> None:
    book = desk.ledger("    status: wrong\n", "    status: confirmed\n")
    assert book.claims[0].status is Status.CONFIRMED
    assert [one.label.split("（")[0] for one in desk.faults(book=book)] == [*desk.IDS[1:]]


def test_findings_make_drafts_only() -> None:
    text = "两镇夜市\n\n全镇28个项目开工16个，开工率64.3%。他说：“好。“\n"
    [fault] = reported(desk.document(text), desk.report(text))
    assert (fault.wrong, fault.right, fault.candidates) == ("64.3%", None, ("57.1%",))
    found = correction([fault], desk.about(), TEMPLATES)
    assert "“64.3%”应为【待核实：57.1%】。" in found.text
    assert found.lacks == ("arithmetic/ratio：“64.3%”还没有人在台账里裁定",)


def test_a_block_that_nobody_has_judged() -> None:
    [fault] = reported(desk.document(), desk.report())
    assert (fault.sort, fault.wrong, fault.section, fault.source) == (Sort.BLOCK, desk.COPIED, "西陵区", "点军区")
    assert "西陵区部分应以【待核实】为准" in correction([fault], desk.about(), TEMPLATES).text


def test_a_block_of_several_paragraphs_is_told_by_its_ends() -> None:
    fault = replace(desk.faults("block")[0], wrong="头一段。\n\n中间一段很长很长很长。\n\n末一段。")
    assert (fault.begin, fault.end) == ("头一段。", "末一段。")


def test_quoted_marks_become_inner_ones() -> None:
    assert quoted("以“三个作用”为引领") == "“以‘三个作用’为引领”"
    assert flat("“以‘三个作用’为引领”") == "'以'三个作用'为引领'"


def test_a_newsroom_has_its_own_words(tmp_path: Path) -> None:
    words = (
        "{% from 'faults.txt' import said with context %}\n"
        "更正：{{ said(faults[0]) }}。热线8800，向读者和{{ wronged[0] }}致歉。"
    )
    (tmp_path / "print.txt").write_text(words, encoding="utf-8")
    templates = Templates(tmp_path)
    text = made("person", templates=templates)
    assert text == "更正：点军区部分第一段中“周平”应为“周萍”。热线8800，向读者和周萍致歉。\n"
    faults, about = desk.faults("person"), desk.about()
    assert [*proof(text, faults, about, desk.ARTICLE, templates, "print.txt")] == []
    assert made("rate", form="wechat", templates=templates) == made("rate", form="wechat")


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("prnt.txt", "", r"prnt\.txt: replaces no template \(did you mean 'print\.txt'\?\)"),
        ("print.txt", "{% if %}", r"print\.txt:1: .*"),
        ("print.txt", "{{ nothing }}", r"print\.txt: 'nothing' is undefined"),
        ("print.txt", "{{ 1 // 0 }}", r"print\.txt: .*zero"),
        ("print.txt", "{{ ''.__class__.__mro__ }}", r"print\.txt: access to attribute '__class__'"),
    ],
)
def test_a_broken_template(tmp_path: Path, name: str, words: str, message: str) -> None:
    (tmp_path / name).write_text(words, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        correction(desk.faults("rate"), desk.about(), Templates(tmp_path))


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such folder"):
        Templates(tmp_path / "没有")

"""checker notice and checker diff: what they print, what they refuse, and their exit statuses."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.test_commands import CLEAN, FAULTY, STYLE_RULE, Program
from tests.cli.test_commands import checker as checker
from tests.corrections import desk

AT = ("--at", "2025-04-23 10:05")
FINAL = ("--kind", "correction", "--final", "--page", "3")


@pytest.fixture
def newsroom(checker: Program) -> Program:
    Path("稿.txt").write_text(desk.ARTICLE, encoding="utf-8")
    Path("claims.yaml").write_text(desk.LEDGER, encoding="utf-8")
    return checker


def test_the_change_notice_is_what_comes_unasked(checker: Program) -> None:
    run = checker("notice", "错.txt")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("改稿通知单\n\n稿件：")


def test_a_report_serves_as_well_as_the_article(newsroom: Program) -> None:
    newsroom("lint", "稿.txt", "--ledger", "claims.yaml", "--format", "json", "-o", "报告.json")
    for kind in ("change", "correction"):
        of_report, of_article = (newsroom("notice", path, "--kind", kind) for path in ("报告.json", "稿.txt"))
        assert of_report.status == of_article.status == 0
        assert of_report.out == of_article.out


def test_a_report_does_not_hold_what_was_waived(checker: Program) -> None:
    checker("lint", "错.txt", "--format", "json", "-o", "报告.json")
    run = checker("notice", "报告.json", "--kind", "signoff")
    assert (run.status, run.out) == (2, "")
    assert run.err == "error: 报告.json: a report does not hold what was waived (name the article to sign for)\n"


def test_an_article_that_has_changed_since_its_report(newsroom: Program) -> None:
    newsroom("lint", "错.txt", "对.txt", "--format", "json", "-o", "两篇.json")
    newsroom("lint", "错.txt", "--format", "json", "-o", "一篇.json")
    assert "两篇.json: is a report on 2 articles" in newsroom("notice", "两篇.json").err
    Path("错.txt").write_text("改过了。\n", encoding="utf-8")
    run = newsroom("notice", "一篇.json")
    assert (run.status, run.out) == (2, "")
    assert "错.txt has changed since this report (check it again with 'checker lint')" in run.err


def test_a_section_that_is_not_there_is_not_called_clean(newsroom: Program) -> None:
    assert "栏目：西陵区\n" in newsroom("notice", "稿.txt", "--section", "西陵区").out
    for name, remedy in (("西林区", "did you mean '西陵区'?"), ("东区甲", "one of: 西陵区, 点军区")):
        run = newsroom("notice", "稿.txt", "--section", name)
        assert (run.status, run.out) == (2, "")
        assert run.err == f"error: 稿.txt: there is no section '{name}' ({remedy})\n"
    assert "(leave out --section)" in newsroom("notice", "错.txt", "--section", "西陵区").err


def test_a_final_correction(newsroom: Program) -> None:
    run = newsroom("notice", "稿.txt", *FINAL, "--claim", "person", "-o", "更正/1.txt")
    assert (run.status, run.out, run.err) == (0, "", "")
    assert Path("更正/1.txt").read_text(encoding="utf-8") == (
        "更正　本报2025年4月22日第3版《两区夜市见闻》一文，点军区部分第一段中“周平”应为“周萍”。"
        "特此更正，并向读者和周萍致歉。　本报编辑部\n"
    )


def test_a_final_correction_is_refused(newsroom: Program) -> None:
    run = newsroom("notice", "稿.txt", "--kind", "correction", "--final", "-o", "更正.txt")
    assert (run.status, run.out) == (1, "")
    assert run.err == "error: 稿.txt: 不能作为成品导出：\n  - 不知道第几版（--page）\n"
    assert not Path("更正.txt").exists()


def test_a_draft_says_that_it_is_one(newsroom: Program) -> None:
    complete = newsroom("notice", "稿.txt", "--kind", "correction", "--page", "3", "--claim", "rate")
    assert complete.out.startswith("【草稿】不得刊发，尚缺：\n- 没有；签发后用 --final 导出成品\n\n更正　")
    lacking = newsroom("notice", "稿.txt", "--kind", "correction", "--claim", "rate")
    assert lacking.out.startswith("【草稿】不得刊发，尚缺：\n- 不知道第几版（--page）\n\n更正　")
    assert complete.status == lacking.status == 0


def test_a_correction_that_the_checker_would_stop(newsroom: Program) -> None:
    Path("词").mkdir()
    Path("词/print.txt").write_text("更正　{{ title }}的的错：“周平”应为“周萍”。向读者和周萍致歉。", encoding="utf-8")
    run = newsroom("notice", "稿.txt", *FINAL, "--claim", "person", "--templates", "词")
    assert (run.status, run.out) == (1, "")
    assert "更正本身有问题：“的的”，“的”连写了两遍 [wording/doubled-word]" in run.err


def test_the_names_that_a_newsroom_keeps_hold_for_corrections(newsroom: Program) -> None:
    text = "schema: names/1\nterms:\n  - {name: 河湾日报, source: 本报}\n"
    Path("names.yaml").write_text(text, encoding="utf-8")
    run = newsroom("notice", "稿.txt", *FINAL, "--claim", "person", "--paper", "河弯日报")
    assert (run.status, run.out) == (1, "")
    assert "更正本身有问题：“河弯日报”，“河弯日报”疑为“河湾日报”" in run.err
    assert newsroom("notice", "稿.txt", *FINAL, "--claim", "person", "--paper", "河湾日报").status == 0


def test_findings_make_drafts(newsroom: Program) -> None:
    Path("claims.yaml").unlink()
    run = newsroom("notice", "错.txt", "--kind", "correction")
    assert "“64.3%”应为【待核实：57.1%】" in run.out
    assert newsroom("notice", "错.txt", *FINAL).status == 1
    [finding] = json.loads(newsroom("lint", "错.txt", "--format", "json").out)["documents"][0]["findings"]
    named = newsroom("notice", "错.txt", "--kind", "correction", "--finding", finding["fingerprint"])
    assert named.out == run.out


def test_nothing_to_correct(checker: Program) -> None:
    run = checker("notice", "对.txt", "--kind", "correction")
    assert (run.status, run.out) == (2, "")
    assert run.err == "error: 对.txt: nothing to correct (decide a claim to be wrong, or name a --finding)\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--final",), "--final belongs to --kind correction"),
        (("--kind", "signoff", "--section", "西陵区"), "--section belongs to --kind change"),
        (("--kind", "correction", "--format", "html"), "a correction is plain text"),
        (("--kind", "correction", "--claim", "rat"), "--claim 'rat' is not there (did you mean 'rate'?)"),
        (("--kind", "correction", "--finding", "0"), "--finding '0' is not there"),
        (("--kind", "correction", "--ledger", "别.yaml"), "别.yaml: is about 别.txt (name the ledger of 稿.txt)"),
        (("--templates", "没有"), "没有: no such folder"),
        (("--at", "昨天"), "昨天"),
    ],
)
def test_mistakes_on_the_command_line(newsroom: Program, arguments: tuple[str, ...], message: str) -> None:
    Path("别.yaml").write_text(desk.LEDGER.replace("稿.txt", "别.txt"), encoding="utf-8")
    run = newsroom("notice", "稿.txt", *arguments)
    assert (run.status, run.out) == (2, "")
    assert message in run.err


def test_since_the_published_text(newsroom: Program) -> None:
    Path("稿.txt").rename("刊发.txt")
    mended = desk.ARTICLE.replace("64.3", "57.1").replace(f"{desk.COPIED}\n\n点军区 山", "西陵区的桥。\n\n点军区 山")
    Path("稿.txt").write_text(mended, encoding="utf-8")
    web = ("notice", "稿.txt", "--since", "刊发.txt", "--kind", "correction", "--form", "web", *AT)
    run = newsroom(*web, "--final", "--claim", "rate")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("更正说明（2025-04-23 10:05）：本文此前版本西陵区部分第一段将“开工率57.1%”误作")
    run = newsroom(*web, "--final", "--claim", "person")
    assert (run.status, run.err.splitlines()[1:]) == (1, ["  - person（claims.yaml:17）：改后的正文里没有“周萍”"])
    run = newsroom("notice", "稿.txt", "--kind", "correction", "--claim", "rate")
    assert "rate（claims.yaml:4）：已刊文本里没有“开工率64.3%”；正文改过的，用 --since 给出刊发时的文本\n" in run.out
    Path("claims.yaml").unlink()
    run = newsroom(*web)
    assert "因编排失误，西陵区部分误排入点军区部分的内容" in run.out


def test_the_day_it_appeared_is_the_day_that_counts(checker: Program) -> None:
    Path("稿.txt").write_text("青石见闻\n\n今年4月22日（星期三），茶厂开工。\n", encoding="utf-8")
    dated = checker("notice", "稿.txt", "--published", "2025-04-22", "--page", "3").out
    assert "拟刊：2025年4月22日第3版\n" in dated
    assert "星期二" in dated
    assert "星期二" not in checker("notice", "稿.txt").out


def test_diff_status(checker: Program) -> None:
    assert checker("diff", "错.txt", "对.txt").status == 0
    assert checker("diff", "对.txt", "错.txt").status == 1
    assert checker("diff", "错.txt", "错.txt").status == 1
    assert checker("diff", "错.txt", "错.txt", "--fail-on", "never").status == 0
    assert checker("diff", "错.txt", "错.txt", "--ignore", "arithmetic").status == 0
    assert checker("diff", "错.txt", "没有.txt").status == 2


def test_diff_in_json(checker: Program) -> None:
    run = checker("diff", "错.txt", "对.txt", "--format", "json")
    record = json.loads(run.out)
    jsonschema.validate(record, json.loads(checker("schema", "diff").out))
    assert record["summary"] == {"mended": 1, "still": 0, "new": 0}
    [document] = record["documents"]
    assert [document[one]["path"] for one in ("old", "new")] == ["错.txt", "对.txt"]
    [found] = document["findings"]
    assert (found["status"], found["touched"], found["new"]) == ("mended", False, None)
    assert found["old"]["rule"] == "arithmetic/ratio"


def test_diff_of_reports(checker: Program) -> None:
    checker("lint", "错.txt", "对.txt", "--format", "json", "-o", "一.json")
    Path("新.txt").write_text("今天是个好天气。\n", encoding="utf-8")
    checker("lint", "对.txt", "新.txt", "错.txt", "--format", "json", "-o", "二.json")
    run = checker("diff", "一.json", "二.json", "-o", "差.txt")
    assert (run.status, run.out) == (1, "")
    assert run.err == "note: 新.txt is in 二.json alone and was not compared\n"
    assert "错.txt → 错.txt：未改 1、新出 0、已改 0" in Path("差.txt").read_text(encoding="utf-8")
    run = checker("diff", "一.json", "新.txt")
    assert (run.status, run.out) == (2, "")
    assert "新.txt: has no article of 一.json" in run.err


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff", "not UTF-8 at byte 0"),
        (b"{", "坏.json:1:2: not JSON"),
        (b"[]", "not a checker.report/1"),
        (b'{"schema": "checker.report/1", "documents": [{}], "summary": {}}', "documents.0.path: Field required"),
    ],
)
def test_what_is_not_a_report(checker: Program, data: bytes, message: str) -> None:
    Path("坏.json").write_bytes(data)
    for arguments in (("notice", "坏.json"), ("diff", "坏.json", "对.txt")):
        run = checker(*arguments)
        assert (run.status, run.out) == (2, "")
        assert message in run.err


def test_a_ledger_is_held_against_both_states(newsroom: Program) -> None:
    Path("新.txt").write_text(desk.ARTICLE, encoding="utf-8")
    run = newsroom("diff", "稿.txt", "新.txt", "--select", "ledger")
    assert "新出 0、已改 0" in run.out
    assert "ledger/contradicted" in run.out


def test_notices_heed_the_settings(checker: Program) -> None:
    change = ("notice", "稿/错.txt")
    Path("稿").mkdir()
    Path("错.txt").rename("稿/错.txt")
    whole = checker(*change).out
    assert "一、请改（1 条）" in whole
    for settings in ("rules: {arithmetic: off}", "overrides: [{files: 稿/, rules: {arithmetic/ratio: off}}]"):
        Path("checker.yaml").write_text(settings, encoding="utf-8")
        assert "64.3%" not in checker(*change).out
        assert checker(*change, "--isolated").out == whole
    Path("checker.yaml").write_text("rules: {arithmetic/ratio: verify}", encoding="utf-8")
    assert "一、请核（1 条）" in checker(*change).out
    assert "核实后可付印" in checker(*change, "--kind", "signoff").out
    Path("别.yaml").write_text("date: {path: YYYY-MM-DD}", encoding="utf-8")
    Path("稿/2025-04-22.txt").write_text(FAULTY, encoding="utf-8")
    dated = checker("notice", "稿/2025-04-22.txt", "--config", "别.yaml").out
    assert "拟刊：2025年4月22日" in dated


def test_notices_heed_packs_names_places_and_what_stands_beside_them(checker: Program) -> None:
    Path("词/own").mkdir(parents=True)
    Path("词/own/rate.yaml").write_text(STYLE_RULE.replace("severity: style", "severity: error"), encoding="utf-8")
    Path("单").mkdir()
    Path("单/names.yaml").write_text("schema: names/1\nterms:\n  - {name: 河湾日报}\n", encoding="utf-8")
    Path("checker.yaml").write_text(
        "packs: 词\nnames: 单/names.yaml\ngazetteer: {江津区: 白莎镇}\nrules: {arithmetic: off}\n", encoding="utf-8"
    )
    text = "江津区见闻\n\n河弯日报报道，江津区白莎镇有变化。\n" + FAULTY
    Path("稿.txt").write_text(text, encoding="utf-8")
    told = checker("notice", "稿.txt").out
    assert "“河弯日报”疑为“河湾日报”" in told
    assert "16÷28" in told
    assert "白莎镇" not in told.replace("江津区白莎镇有", "")
    assert "白沙镇" in checker("notice", "稿.txt", "--isolated").out


def test_what_is_known_or_waived_is_not_passed_on(checker: Program) -> None:
    checker("baseline", "write", "错.txt", "-o", "已知.yaml")
    Path("checker.yaml").write_text("baseline: 已知.yaml\n", encoding="utf-8")
    assert "64.3%" not in checker("notice", "错.txt").out
    assert "已知 1 处（基线里有），不计" in checker("notice", "错.txt", "--kind", "signoff").out
    assert checker("diff", "对.txt", "错.txt").status == 0
    Path("checker.yaml").unlink()
    assert "64.3%" in checker("notice", "错.txt").out
    assert "64.3%" not in checker("notice", "错.txt", "--baseline", "已知.yaml").out
    checker("lint", "错.txt", "--format", "json", "-o", "报告.json")
    [finding] = json.loads(Path("报告.json").read_text("utf-8"))["documents"][0]["findings"]
    until = ("--reason", "试", "--who", "试", "--until", "2025-05-01", "-o", "放.yaml")
    checker("waive", "报告.json", finding["fingerprint"], *until)
    Path("checker.yaml").write_text("waivers: 放.yaml\n", encoding="utf-8")
    assert "64.3%" not in checker("notice", "错.txt", "--today", "2025-05-01").out
    assert "64.3%" in checker("notice", "错.txt", "--today", "2025-05-02").out


def test_a_correction_is_held_against_the_rules_in_force(newsroom: Program) -> None:
    Path("词").mkdir()
    Path("词/print.txt").write_text("更正　{{ title }}的的错：“周平”应为“周萍”。向读者和周萍致歉。", encoding="utf-8")
    final = ("notice", "稿.txt", *FINAL, "--claim", "person", "--templates", "词")
    for settings, status in (("", 1), ("rules: {wording/doubled-word: off}", 0)):
        Path("checker.yaml").write_text(settings, encoding="utf-8")
        assert newsroom(*final).status == status


def test_both_states_are_checked_as_the_settings_have_it_for_the_new_one(checker: Program) -> None:
    Path("旧").mkdir()
    Path("旧/a.txt").write_text(FAULTY, encoding="utf-8")
    Path("a.txt").write_text(CLEAN, encoding="utf-8")
    Path("checker.yaml").write_text("overrides: [{files: 旧/, rules: {all: off}}]", encoding="utf-8")
    assert "新出 0、已改 1" in checker("diff", "旧/a.txt", "a.txt").out
    assert "新出 0、已改 0" in checker("diff", "a.txt", "旧/a.txt").out
    checker("lint", "a.txt", "--format", "json", "-o", "新.json")
    assert "新出 0、已改 0" in checker("diff", "旧/a.txt", "新.json").out


def test_the_least_severity_is_that_of_the_settings(checker: Program) -> None:
    for least, status in (("error", 1), ("never", 0)):
        Path("checker.yaml").write_text(f"fail-on: {least}", encoding="utf-8")
        assert checker("diff", "对.txt", "错.txt").status == checker("lint", "错.txt").status == status
        assert checker("diff", "对.txt", "错.txt", "--isolated").status == 1

"""The command line with a ledger, reference facts, waivers and a baseline."""

import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.cli import main
from checker.cli import waive as waiving

TEXT = "青石镇开会\n\n当天到场的有约200人左右。全镇28个项目开工16个，开工率64.3%。\n"
FACTS = (
    "schema: facts/1\nfacts:\n  - {subject: 青石镇, metric: 常住人口, value: 12.5万人, period: 2024年, source: 公报}\n"
)
WAIVER = "  - {rule: arithmetic/ratio, fingerprint: 1c508f8504536330, reason: 待查, who: 甲, until: 2025-04-22FILE}\n"
WAIVERS = "schema: waivers/1\nwaivers:\n"
LEDGER = """\
schema: claims/1
article: {id: a, title: 青石镇开会, source_file: 稿.txt, issue_date: 2025-04-23}
claims:
  - id: C1
    kind: count
    anchor: {paragraph: 2, quote: 开工18个, before: 28个项目, after: ，开工率6}
    subject: 项目
    value: {literal: 18个, number: 18, unit: 个}
    status: confirmed
    checked_by: 甲
    source: {type: document}
waivers:
""" + WAIVER.replace("FILE", "")


@dataclass(frozen=True)
class Run:
    """One call of the program."""

    status: int
    out: str
    err: str

    @property
    def found(self) -> list[tuple[str, str, str]]:
        """Rule, severity and words of every finding of a JSON report."""
        [document] = json.loads(self.out)["documents"]
        return [(one["rule"], one["severity"], one["span"]["quote"]) for one in document["findings"]]


class Program:
    """Calls the program in a folder of its own."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self.patch, self.capture = patch, capture

    def __call__(self, *arguments: str) -> Run:
        self.patch.setattr(sys, "argv", ["checker", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self.capture.readouterr()
        return Run(int(ended.value.code or 0), out, err)

    def json(self, *arguments: str) -> Run:
        """A lint of the article with a JSON report."""
        return self("lint", "稿.txt", "--format", "json", *arguments)


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(waiving, "today", lambda: date(2025, 4, 22))
    put("稿.txt", TEXT)
    return Program(monkeypatch, capfd)


def put(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


RATIO = ("arithmetic/ratio", "error", "64.3%")
STACKED = ("hedging/stacked", "verify", "约200人左右")


def test_a_lost_claim_is_a_finding_and_the_run_goes_on(checker: Program) -> None:
    put("claims.yaml", LEDGER.partition("waivers:")[0])
    run = checker.json("--ledger", "claims.yaml")
    assert run.found == [
        STACKED,
        ("ledger/uncovered", "verify", "约200人左右"),
        ("ledger/value-changed", "error", "16个"),
        RATIO,
    ]
    assert "台账C1登记的是“18个”，稿中现作“16个”（claims.yaml:6）" in run.out
    assert run.status == 1


def test_the_ledgers_own_waivers_are_judged_on_the_day_of_issue(checker: Program) -> None:
    put("claims.yaml", LEDGER)
    late = checker.json("--ledger", "claims.yaml", "--ignore", "ledger/uncovered")
    assert ("ledger/waiver-expired", "verify", "64.3%") in late.found
    assert RATIO in late.found
    early = checker.json("--ledger", "claims.yaml", "--ignore", "ledger/uncovered", "--today", "2025-04-22")
    assert early.found == [STACKED, ("ledger/value-changed", "error", "16个")]
    assert (early.err, late.err) == ("", "")


def test_facts_of_the_folder_and_those_that_are_named(checker: Program) -> None:
    put("稿.txt", "2024年，青石镇常住人口15.2万人。\n")
    assert checker.json().found == []
    put("own.yaml", FACTS)
    fact = [("ledger/fact", "error", "15.2万人")]
    assert checker.json("--facts", "own.yaml").found == fact
    put("facts.yaml", FACTS)
    assert checker.json().found == fact
    put("facts.yaml", FACTS.replace("metric", "metrik"))
    run = checker.json()
    assert (run.status, run.out) == (2, "")
    assert "facts.yaml:3:20: unknown key 'metrik' (did you mean 'metric'?)" in run.err


def test_people_of_the_facts_have_their_terms_of_office(checker: Program) -> None:
    put("稿.txt", "青石镇镇长王启山说，集市搬到了河边。\n")
    people = "people:\n  - {name: 王启山, title: 青石镇镇长, until: 2024-05-31}\n"
    put("facts.yaml", "schema: facts/1\n" + people)
    assert [one[0] for one in checker.json("--date", "2025-04-22").found] == ["naming/listed-office"]
    put("names.yaml", "schema: names/1\nterms:\n  - {name: 河边集市}\n")
    assert [one[0] for one in checker.json("--date", "2025-04-22").found] == ["naming/listed-office"]
    assert checker.json("--date", "2024-04-22").found == []


def test_a_waived_finding_is_folded_and_does_not_fail_the_run(checker: Program) -> None:
    put("waivers.yaml", WAIVERS + WAIVER.replace("FILE", ", file: 稿.txt"))
    run = checker.json("--today", "2025-04-22")
    assert (run.status, run.found, run.err) == (0, [STACKED], "")
    shown = checker("lint", "稿.txt", "--today", "2025-04-22").out
    assert "已豁免 1 处，不计：稿.txt" in shown
    assert "待查" not in shown
    assert "（甲：待查，到2025-04-22为止）" in checker("lint", "稿.txt", "--today", "2025-04-22", "-v").out


def test_without_a_day_nothing_expires_and_a_note_says_so(checker: Program) -> None:
    put("waivers.yaml", WAIVERS + WAIVER.replace("FILE", ", file: 稿.txt").replace("2025", "1999"))
    run = checker.json()
    assert (run.status, run.found) == (0, [STACKED])
    assert run.err == "note: waivers were not tried for expiry: give --today or --date\n"
    assert ("ledger/waiver-expired", "verify", "64.3%") in checker.json("--date", "2025-04-22").found


def test_a_waiver_without_a_file_that_met_nothing_is_noted_for_the_run(checker: Program) -> None:
    put("waivers.yaml", WAIVERS + WAIVER.replace("FILE", "").replace("1c50", "ffff"))
    run = checker.json("--today", "2025-04-22")
    assert run.err == "note: waivers.yaml:3: the waiver of ffff8f8504536330 met nothing in this run\n"
    assert run.found == [STACKED, RATIO]


def test_an_unused_waiver_of_a_file_is_a_finding(checker: Program) -> None:
    put("waivers.yaml", WAIVERS + WAIVER.replace("FILE", ", file: 稿.txt").replace("1c50", "ffff"))
    assert checker.json("--today", "2025-04-22").found == [
        ("ledger/waiver-unused", "style", "青石镇开会"),
        STACKED,
        RATIO,
    ]
    assert checker.json("--today", "2025-04-22", "--ignore", "arithmetic").found == [STACKED], "its rule has not run"


def test_a_waiver_of_no_rule_ends_the_run(checker: Program) -> None:
    put("waivers.yaml", WAIVERS + WAIVER.replace("FILE", "").replace("/ratio", "/ration"))
    run = checker.json()
    assert (run.status, run.out) == (2, "")
    assert "waivers.yaml:3:6: there is no rule 'arithmetic/ration' (did you mean 'arithmetic/ratio'?)" in run.err


def waive(checker: Program, *more: str, fingerprint: str = "1c508f8504536330") -> Run:
    put("r.json", checker.json().out)
    return checker(
        "waive", "r.json", fingerprint, "--who", "甲", "--until", "2025-05-01", "--reason", "待查：1#", *more
    )


def test_waive_writes_what_lint_reads(checker: Program) -> None:
    run = waive(checker)
    assert (run.status, run.out, run.err) == (0, "", "waivers.yaml: 1 finding waived until 2025-05-01\n")
    assert checker.json("--today", "2025-05-01").found == [STACKED]
    written = Path("waivers.yaml").read_text("utf-8")
    assert written.endswith(
        '  - rule: "arithmetic/ratio"\n    fingerprint: "1c508f8504536330"\n    file: "稿.txt"\n'
        '    quote: "64.3%"\n    message: "开工率与个数不符：16÷28=57.14%，文中64.3%"\n'
        '    reason: "待查：1#"\n    who: "甲"\n    until: "2025-05-01"\n'
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_waive_keeps_what_stands_in_the_file(checker: Program, end: str) -> None:
    kept = (
        f"# 我的话{end or chr(10)}" + (WAIVERS + WAIVER.replace("FILE", "").replace("1c50", "ffff")).rstrip("\n") + end
    )
    Path("waivers.yaml").write_bytes(kept.encode())
    put("r.json", checker.json("--waivers", "waivers.yaml").out)
    run = checker("waive", "r.json", "1c508f8504536330", "--who", "甲", "--until", "2025-05-01", "--reason", "待查")
    assert run.status == 0
    written = Path("waivers.yaml").read_bytes()
    assert written.startswith(kept.encode())
    assert checker.json("--today", "2025-05-01").found == [STACKED]


def test_waive_reads_and_keeps_a_byte_order_mark(checker: Program) -> None:
    put("r.json", "\ufeff" + checker.json().out)
    put("waivers.yaml", "\ufeff" + WAIVERS + WAIVER.replace("FILE", "").replace("1c50", "ffff"))
    run = checker("waive", "r.json", "1c508f8504536330", "--who", "甲", "--until", "2025-05-01", "--reason", "待查")
    assert run.status == 0
    assert Path("waivers.yaml").read_bytes().startswith(b"\xef\xbb\xbfschema")


def test_a_last_day_that_is_over_is_told(checker: Program) -> None:
    put("r.json", checker.json().out)
    run = checker("waive", "r.json", "1c508f8504536330", "--who", "甲", "--until", "2025-04-21", "--reason", "待查")
    assert run.err == (
        "waivers.yaml: 1 finding waived until 2025-04-21\n"
        "note: that day is over: the waiver holds only in runs with an earlier --today or --date\n"
    )


def test_the_article_of_a_ledger_lies_in_its_repository(checker: Program, tmp_path: Path) -> None:
    put("claims.yaml", LEDGER.replace("source_file: 稿.txt", "source_file: ../秘.txt"))
    (tmp_path / "in").mkdir()
    Path("claims.yaml").replace("in/claims.yaml")
    put("秘.txt", TEXT)
    checker.patch.chdir(tmp_path / "in")
    assert checker("lint").status != 2, "outside of a repository the ledger may lie apart"
    Path(".git").mkdir()
    for arguments in (("lint",), ("sync", "claims.yaml")):
        run = checker(*arguments)
        assert (run.status, run.out) == (2, "")
        assert "claims.yaml:2:" in run.err
        assert "秘.txt lies outside of the repository (keep the article in the repository" in run.err
    assert checker("lint", "../秘.txt", "--ledger", "claims.yaml").status != 2


def test_waiving_twice_changes_nothing(checker: Program) -> None:
    put("r.json", checker.json().out)
    arguments = ("waive", "r.json", "1c508f8504536330", "--who", "甲", "--until", "2025-05-01", "--reason", "待查")
    checker(*arguments)
    written = Path("waivers.yaml").read_bytes()
    run = checker(*arguments)
    assert run.err == "note: 1c508f8504536330 in 稿.txt is waived already, until 2025-05-01 (waivers.yaml:4)\n"
    assert Path("waivers.yaml").read_bytes() == written


def test_the_leader_of_a_group_stands_for_all_of_it(checker: Program) -> None:
    record: dict[str, Any] = json.loads(checker.json().out)
    for one in record["documents"][0]["findings"]:
        one["cause"] = "1c508f8504536330"
    put("r.json", json.dumps(record))
    checker("waive", "r.json", "1c508f8504536330", "--who", "甲", "--until", "2025-05-01", "--reason", "待查")
    assert checker.json("--today", "2025-05-01").found == []


@pytest.mark.parametrize(
    ("report", "arguments", "expected"),
    [
        (None, ["1c508f8504536331"], "r.json has no finding '1c508f8504536331' (did you mean '1c508f8504536330'?)"),
        (None, ["1c508f8504536330", "--reason", " "], "--reason is empty (say it in a few words)"),
        ("{", ["1c508f8504536330"], "r.json:1:2: not JSON:"),
        ("{}", ["1c508f8504536330"], "r.json: not a checker.report/1 (write it with 'checker lint --format json')"),
        ('{"schema": "checker.report/1"}', ["1c508f8504536330"], "r.json: documents: Field required"),
        ("[" * 100_000, ["1c508f8504536330"], "r.json: not a report: its parts lie too deep in each other"),
    ],
)
def test_waive_refuses(checker: Program, report: str | None, arguments: list[str], expected: str) -> None:
    put("r.json", report or checker.json().out)
    run = checker("waive", "r.json", "--who", "甲", "--until", "2025-05-01", "--reason", "待查", *arguments)
    assert run.status == 2
    assert expected in run.err
    assert not Path("waivers.yaml").exists()


@pytest.mark.parametrize(
    "held",
    [
        "schema: waivers/1\nwaivers: []\n",
        "waivers:\n" + WAIVER.replace("FILE", "").replace("1c50", "ffff") + "schema: waivers/1\n",
    ],
)
def test_waive_does_not_add_where_it_would_break_the_file(checker: Program, held: str) -> None:
    put("r.json", checker.json().out)
    put("own.yaml", held)
    told = ("--who", "甲", "--until", "2025-05-01", "--reason", "待查")
    run = checker("waive", "r.json", "1c508f8504536330", *told, "-o", "own.yaml")
    assert run.status == 2
    assert "cannot be added to" in run.err
    assert Path("own.yaml").read_text("utf-8") == held


def test_a_baseline_lets_only_new_findings_count(checker: Program) -> None:
    written = checker("baseline", "write", "稿.txt")
    assert (written.status, written.err) == (0, "baseline.yaml: 2 findings in 1 documents\n")
    run = checker.json("--baseline", "baseline.yaml")
    assert (run.status, run.found) == (0, [])
    assert "已知 2 处（基线里有），不计：稿.txt" in checker("lint", "稿.txt", "--baseline", "baseline.yaml").out
    put("稿.txt", TEXT.replace("64.3%", "65%"))
    run = checker.json("--baseline", "baseline.yaml")
    assert (run.status, run.found) == (1, [("arithmetic/ratio", "error", "65%")]), "the fix does not pay for it"
    shown = checker("lint", "稿.txt", "--baseline", "baseline.yaml").out
    assert "基线里已改 1 处" in shown
    assert "已改 “64.3%”" in shown


def test_a_fix_does_not_pay_for_another_fault_on_the_same_words(checker: Program) -> None:
    checker("baseline", "write", "稿.txt")
    put("稿.txt", TEXT.replace("64.3%", "57.1%") + "\n全镇茶厂12家开门9家，开门率64.3%。\n")
    run = checker.json("--baseline", "baseline.yaml")
    assert (run.status, run.found) == (1, [("arithmetic/ratio", "error", "64.3%")])
    assert "基线里已改 1 处" in checker("lint", "稿.txt", "--baseline", "baseline.yaml").out


def test_a_baseline_knows_what_moved_and_what_lost_its_forerunner(checker: Program) -> None:
    second = "全镇茶厂12家开门9家，开门率64.3%。\n"
    put("稿.txt", f"{TEXT}\n{second}")
    checker("baseline", "write", "稿.txt")
    put("稿.txt", f"{second}\n新的一段。\n\n{TEXT}")
    assert checker.json("--baseline", "baseline.yaml").found == [], "they have changed places"
    put("稿.txt", TEXT.replace("64.3%", "57.1%") + f"\n{second}")
    assert checker.json("--baseline", "baseline.yaml").found == [], "the second is the first on these words now"


def test_a_document_of_the_baseline_that_is_gone_is_told(checker: Program) -> None:
    checker("baseline", "write", "稿.txt", "-o", "b.yaml")
    Path("稿.txt").rename("新.txt")
    run = checker("lint", "新.txt", "--baseline", "b.yaml")
    assert run.err == (
        "note: b.yaml:5: 稿.txt is not there any more (write its new path there if it was renamed, else take it out)\n"
    )
    assert checker("lint", "新.txt").err == ""
    put("waivers.yaml", WAIVERS + WAIVER.replace("FILE", ", file: 稿.txt"))
    assert "note: waivers.yaml:3: 稿.txt is not there any more" in checker("lint", "新.txt").err


def test_a_waiver_is_for_what_was_found_and_not_for_another_fault_on_the_same_words(checker: Program) -> None:
    assert waive(checker).status == 0
    put("稿.txt", TEXT.replace("64.3%", "57.1%") + "\n全镇茶厂12家开门9家，开门率64.3%。\n")
    found = checker.json("--today", "2025-05-01").found
    assert ("arithmetic/ratio", "error", "64.3%") in found
    assert ("ledger/waiver-unused", "style", TEXT.split()[0]) in found
    assert waive(checker).status == 0, "the other is no less to be waived"
    assert ("arithmetic/ratio", "error", "64.3%") not in checker.json("--today", "2025-05-01").found


def test_what_two_articles_have_is_waived_in_the_one_that_is_named(checker: Program) -> None:
    put("另.txt", TEXT)
    put("r.json", checker("lint", "稿.txt", "另.txt", "--format", "json").out)
    told = ("waive", "r.json", "1c508f8504536330", "--who", "甲", "--until", "2025-05-01", "--reason", "待查")
    run = checker(*told)
    assert (run.status, Path("waivers.yaml").exists()) == (2, False)
    assert "1c508f8504536330 is in 另.txt and 稿.txt (name one with --article)" in run.err
    assert checker(*told, "--article", "./另.txt").status == 0
    held = yaml.safe_load(Path("waivers.yaml").read_text("utf-8"))["waivers"]
    assert [one["file"] for one in held] == ["另.txt"]
    assert "r.json has no finding '1c508f8504536330' in 无.txt" in checker(*told, "--article", "无.txt").err


def test_a_baseline_is_for_its_own_documents(checker: Program) -> None:
    checker("baseline", "write", "稿.txt", "-o", "旧/b.yaml")
    assert checker.json("--baseline", "旧/b.yaml").found == []
    put("另.txt", TEXT)
    run = checker("lint", "另.txt", "--format", "json", "--baseline", "旧/b.yaml")
    assert run.found == [STACKED, RATIO]


def test_a_baseline_has_the_same_bytes_whatever_the_order(checker: Program) -> None:
    put("另.txt", TEXT)
    checker("baseline", "write", "稿.txt", "另.txt", "-o", "1.yaml")
    checker("baseline", "write", "另.txt", "稿.txt", "-o", "2.yaml")
    assert Path("1.yaml").read_bytes() == Path("2.yaml").read_bytes()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("schema: baseline/1\ndocuments: [{file: 稿.txt, finding: []}]\n", "b.yaml:2:27: unknown key 'finding'"),
        ("schema: baseline/1\ndocuments: [{file: 稿.txt}, {file: 稿.txt}]\n", "b.yaml:2:29: 稿.txt is listed twice"),
        ("", "b.yaml:1:1: empty (write it with 'checker baseline write')"),
    ],
)
def test_a_broken_baseline_ends_the_run(checker: Program, text: str, expected: str) -> None:
    put("b.yaml", text)
    run = checker.json("--baseline", "b.yaml")
    assert (run.status, run.out) == (2, "")
    assert expected in run.err


@pytest.mark.parametrize("name", ["facts", "waivers"])
def test_schemas(checker: Program, name: str) -> None:
    assert json.loads(checker("schema", name).out)["title"] == f"{name}.yaml"


def test_every_report_says_what_was_set_aside(checker: Program) -> None:
    put("waivers.yaml", WAIVERS + WAIVER.replace("FILE", ", file: 稿.txt"))
    for form in ("terminal", "markdown", "html"):
        assert "已豁免 1 处，不计" in checker("lint", "稿.txt", "--today", "2025-04-22", "--format", form).out


def test_what_is_set_aside_is_suppressed_for_code_scanning(checker: Program) -> None:
    put("waivers.yaml", WAIVERS + WAIVER.replace("FILE", ", file: 稿.txt"))
    checker("baseline", "write", "稿.txt")
    run = checker("lint", "稿.txt", "--today", "2025-04-22", "--baseline", "baseline.yaml", "--format", "sarif")
    [log] = json.loads(run.out)["runs"]
    told = {one["ruleId"]: [why["justification"] for why in one["suppressions"]] for one in log["results"]}
    assert told == {"arithmetic/ratio": ["待查"], "hedging/stacked": ["基线里已有"]}
    assert run.status == 0

"""The command line: what it prints, what it writes, and its exit statuses."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli import main
from checker.packs import bundled

ROOT = Path(__file__).parent.parent.parent
FAULTY = "全镇28个项目开工16个，开工率64.3%。\n"
CLEAN = "全镇28个项目开工18个，开工率64.3%。\n"
STYLE_RULE = """\
summary: A test of the harness.
kind: relation
severity: style
message: "{name}：{working}"
why: 试。
params: {relation: ratio}
notes: {part: 部分, whole: 总数, rate: 率}
fixes: {part: "{value}", whole: "{value}", rate: "{value}"}
examples:
  flagged: [全镇28个项目开工16个，开工率【64.3%】。]
  clean: [无。]
"""


@dataclass(frozen=True)
class Run:
    """One call of the program."""

    status: int
    out: str
    err: str


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


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    monkeypatch.chdir(tmp_path)
    Path("错.txt").write_text(FAULTY, encoding="utf-8")
    Path("对.txt").write_text(CLEAN, encoding="utf-8")
    return Program(monkeypatch, capfd)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["对.txt"], 0),
        (["错.txt"], 1),
        (["对.txt", "错.txt"], 1),
        (["错.txt", "--fail-on", "never"], 0),
        (["错.txt", "--fail-on", "style"], 1),
        (["错.txt", "--ignore", "arithmetic"], 0),
        (["错.txt", "--ignore", "arithmetic/ratio"], 0),
        (["错.txt", "--select", "quotation"], 0),
        (["错.txt", "--select", "quotation", "--select", "arithmetic/ratio"], 1),
        (["没有.txt"], 2),
        (["错.txt", "没有.txt"], 2),
        (["错.txt", "--format", "pdf"], 2),
        (["--no-such-option"], 2),
        ([], 2),
    ],
)
def test_lint_status(checker: Program, arguments: list[str], status: int) -> None:
    run = checker("lint", *arguments)
    assert run.status == status
    assert bool(run.err) is (status == 2)
    assert bool(run.out) is (status != 2), "nothing is reported when something could not be read"


def test_unknown_rule(checker: Program) -> None:
    run = checker("lint", "错.txt", "--ignore", "arithmetic/ration")
    assert run.err == (
        "error: command line: there is no rule or family 'arithmetic/ration' (did you mean 'arithmetic/ratio'?)\n"
    )


def test_json_has_the_same_bytes_every_time(checker: Program) -> None:
    one, two = checker("lint", "--format", "json", "错.txt"), checker("lint", "--format", "json", "错.txt")
    assert one.out == two.out
    [document] = json.loads(one.out)["documents"]
    [finding] = document["findings"]
    assert (finding["rule"], finding["span"]["quote"], finding["fixes"][0]["edits"]) == (
        "arithmetic/ratio",
        "64.3%",
        [{"start": 9, "end": 12, "text": "18个"}],
    )


def test_output_goes_to_a_file(checker: Program) -> None:
    run = checker("lint", "--format", "html", "--output", "新/报告.html", "错.txt")
    assert (run.status, run.out) == (1, "")
    assert "开工率与个数不符" in Path("新/报告.html").read_text(encoding="utf-8")
    assert [path.name for path in Path("新").iterdir()] == ["报告.html"]


def test_date_must_be_a_date(checker: Program) -> None:
    assert checker("lint", "--date", "昨天", "错.txt").status == 2


def test_own_rules(checker: Program, tmp_path: Path) -> None:
    folder = tmp_path / "自家" / "wording"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text(STYLE_RULE, encoding="utf-8")
    run = checker("lint", "--rules", "自家", "--format", "json", "--select", "wording/own", "错.txt")
    [document] = json.loads(run.out)["documents"]
    assert [(one["rule"], one["severity"]) for one in document["findings"]] == [("wording/own", "style")]
    assert run.status == 0
    (tmp_path / "自家" / "arithmetic").mkdir()
    (tmp_path / "自家" / "arithmetic" / "ratio.yaml").write_text(STYLE_RULE, encoding="utf-8")
    assert "the rule arithmetic/ratio exists already" in checker("lint", "--rules", "自家", "错.txt").err


def test_text_is_what_offsets_count(checker: Program) -> None:
    Path("utf16.txt").write_bytes(FAULTY.encode("utf-16"))
    assert checker("text", "utf16.txt").out == FAULTY


def test_rules_are_listed(checker: Program) -> None:
    listed = checker("rules").out.splitlines()
    assert any(line.startswith("arithmetic/ratio ") and "error" in line for line in listed)
    rows = json.loads(checker("rules", "--format", "json").out)
    assert [row["id"] for row in rows] == [line.split()[0] for line in listed]


def test_explain(checker: Program) -> None:
    page = checker("explain", "arithmetic/ratio").out
    assert page.startswith("# arithmetic/ratio\n\nSeverity: error (错)")
    assert "\n## What it does\n\nA printed rate does not follow" in page
    assert "\n全镇28个项目开工16个，开工率【64.3%】。\n" in page
    run = checker("explain", "arithmetic/ratios")
    assert (run.status, run.err) == (
        2,
        "error: command line: there is no rule or family 'arithmetic/ratios' (did you mean 'arithmetic/ratio'?)\n",
    )


def test_explain_a_family(checker: Program) -> None:
    page = checker("explain", "units").out
    members = [rule for rule in bundled() if rule.family == "units"]
    assert page.startswith(f"# units\n\n{len(members)} rules. `checker explain {members[0].id}`")
    assert page.count("\n- `units/") == len(members)
    assert "\n- `units/scale`, verify (请核): " in page or "\n- `units/scale`, error (错): " in page
    assert checker("explain", "unit").err.endswith("there is no rule or family 'unit' (did you mean 'units'?)\n")


def test_a_run_of_no_rules_is_no_run(checker: Program) -> None:
    run = checker("lint", "错.txt", "--select", "arithmetic", "--ignore", "arithmetic")
    assert (run.status, run.out) == (2, "")
    assert run.err == "error: command line: no rule is left to run (--select and --ignore leave out all)\n"


@pytest.mark.parametrize("name", ["claims", "report", "rule"])
def test_schemas(checker: Program, name: str) -> None:
    assert json.loads(checker("schema", name).out)["type"] == "object"


def test_version(checker: Program) -> None:
    assert checker("--version").out.startswith("checker, version ")


def test_bundled_reports_are_fresh(monkeypatch: pytest.MonkeyPatch, checker: Program, tmp_path: Path) -> None:
    for name in ("claims.yaml", "names.yaml", "articles"):
        (tmp_path / name).symlink_to(ROOT / name)
    assert checker("lint").status == 1
    written = sorted(path.name for path in (tmp_path / "reports").iterdir())
    assert written == sorted(path.name for path in (ROOT / "reports").iterdir())
    for name in written:
        kept, new = (ROOT / "reports" / name).read_bytes(), (tmp_path / "reports" / name).read_bytes()
        assert kept == new, f"reports/{name} is stale: run 'make lint'"


def test_a_fault_of_the_program_is_no_finding(checker: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("这是试验")

    monkeypatch.setattr("checker.cli.checking.lint", broken)
    run = checker("lint", "对.txt")
    assert (run.status, run.out) == (2, "")
    assert "RuntimeError: 这是试验" in run.err
    assert run.err.endswith("error: this is a fault of the checker, not of the article; please report it\n")


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_on_a_terminal_only(
    checker: Program, monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setattr("checker.cli.checking.LONG_RUN", 2)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    run = checker("lint", "--format", "json", "对.txt", "错.txt")
    assert [Path(one["path"]).name for one in json.loads(run.out)["documents"]] == ["对.txt", "错.txt"]
    assert ("核查" in run.err) is terminal


NAMES = "schema: names/1\nterms:\n  - {name: 门槛梁}\n"
MISSPELT = "车间生产门磁梁。\n"


def test_the_list_of_names_of_the_folder_and_the_one_that_is_named(checker: Program) -> None:
    Path("稿.txt").write_text(MISSPELT, encoding="utf-8")
    assert "门磁梁" not in checker("lint", "稿.txt").out
    Path("own.yaml").write_text(NAMES, encoding="utf-8")
    assert "“门磁梁”疑为“门槛梁”" in checker("lint", "稿.txt", "--names", "own.yaml").out
    Path("names.yaml").write_text(NAMES, encoding="utf-8")
    assert "“门磁梁”疑为“门槛梁”" in checker("lint", "稿.txt").out


def test_a_wrong_list_of_names_ends_the_run(checker: Program) -> None:
    Path("names.yaml").write_text(NAMES.replace("name:", "nam:"), encoding="utf-8")
    run = checker("lint", "对.txt")
    assert run.status == 2
    assert "names.yaml:3:6: unknown key 'nam' (did you mean 'name'?)" in run.err
    assert checker("lint", "对.txt", "--names", "none.yaml").status == 2


def test_the_schema_of_the_list_of_names(checker: Program) -> None:
    assert json.loads(checker("schema", "names").out)["title"] == "names.yaml"


def test_several_reports_at_once(checker: Program) -> None:
    run = checker("lint", "错.txt", "-o", "sarif=出/a.sarif", "--output", "junit=出/a.xml", "-o", "json=出/a.json")
    assert run.status == 1
    assert run.out == checker("lint", "错.txt").out
    assert Path("出/a.json").read_text(encoding="utf-8") == checker("lint", "错.txt", "--format", "json").out
    assert Path("出/a.sarif").read_text(encoding="utf-8") == checker("lint", "错.txt", "--format", "sarif").out
    assert sorted(path.name for path in Path("出").iterdir()) == ["a.json", "a.sarif", "a.xml"]
    driver = json.loads(Path("出/a.sarif").read_text(encoding="utf-8"))["runs"][0]["tool"]["driver"]
    assert len(driver["rules"]) == len(bundled())
    assert driver["rules"][0]["help"]["markdown"].startswith("# arithmetic/average\n")


def test_the_format_of_the_run_goes_to_the_plain_file(checker: Program) -> None:
    run = checker("lint", "错.txt", "--format", "github", "-o", "a.txt", "-o", "gitlab=a.json")
    assert run.out == ""
    assert Path("a.txt").read_text(encoding="utf-8").startswith("::error file=错.txt,line=1,endLine=1,col=")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))[0]["check_name"] == "arithmetic/ratio"
    assert checker("lint", "错.txt", "-o", "gitlab=-").out == Path("a.json").read_text(encoding="utf-8")
    assert checker("lint", "错.txt", "-o", "./no-format=a.txt").out == ""
    assert Path("no-format=a.txt").exists()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.json", "json"),
        ("a.SARIF", "sarif"),
        ("a.html", "html"),
        ("a.md", "markdown"),
        ("a.xml", "junit"),
        ("a.log", "terminal"),
        ("a", "terminal"),
    ],
)
def test_the_end_of_a_name_tells_the_format(checker: Program, name: str, form: str) -> None:
    assert checker("lint", "错.txt", "-o", name).out == ""
    checker("lint", "错.txt", "--format", form, "-o", "b")
    assert Path(name).read_text("utf-8") == Path("b").read_text("utf-8")
    checker("lint", "错.txt", "--format", "github", "-o", name)
    assert Path(name).read_text("utf-8").startswith("::error"), "the format that is named counts"


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (["sariff=a"], "there is no format 'sariff' (did you mean 'sarif'? For a file of this name write ./sariff=a)"),
        (
            ["bogus=a"],
            "there is no format 'bogus' (one of: terminal, json, markdown, html, sarif, github, gitlab, junit."
            " For a file of this name write ./bogus=a)",
        ),
        (
            ["=a"],
            "there is no format '' (one of: terminal, json, markdown, html, sarif, github, gitlab, junit."
            " For a file of this name write ./=a)",
        ),
        (["sarif="], "--output sarif= names no file (write sarif=FILE)"),
        (["sarif=a", "json=./a"], "sarif and json would both be written to a (name two files)"),
        (["a", "b"], ""),
        (["json=-", "sarif=-"], "json and sarif would both be written to standard output (name two files)"),
    ],
)
def test_outputs_that_cannot_be(checker: Program, given: list[str], complaint: str) -> None:
    run = checker("lint", "对.txt", *(part for one in given for part in ("-o", one)))
    assert run.status == (2 if complaint else 0)
    assert run.err == (f"error: command line: {complaint}\n" if complaint else "")
    assert not Path("a").exists() or not complaint


def test_statistics(checker: Program) -> None:
    run = checker("lint", "错.txt", "对.txt", "--statistics")
    assert "  arithmetic/ratio  错 1，1 篇\n" in run.out
    assert "差错率（估算）：" in run.out
    assert "估算" not in checker("lint", "错.txt", "对.txt").out


def test_a_rule_of_ones_own(checker: Program) -> None:
    run = checker("rules", "new", "house/word")
    assert (run.status, run.out) == (
        0,
        "rules/house/word.yaml: a rule that works; make it yours, then: checker rules test rules\n",
    )
    assert checker("rules", "test", "rules") == Run(0, "1 rule, 4 examples: none failed\n", "")
    assert "# house/word\n" in checker("explain", "house/word", "--rules", "rules").out
    Path("稿.txt").write_text("门口的录象已经调取。\n", encoding="utf-8")
    assert "“录象”本报写作“录像”" in checker("lint", "稿.txt", "--rules", "rules", "-v").out
    path = Path("rules/house/word.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("录象馆。", "录象厅。"), encoding="utf-8")
    run = checker("rules", "test", "rules")
    assert (run.status, run.out) == (1, "1 rule, 4 examples: 1 failed\n")
    wanted = "wanted nothing, found 【录象】 (correct the example or the rule)"
    assert run.err == f"error: rules/house/word.yaml:26:7: {wanted}\n"
    path.write_text(text.replace("severity:", "severty:"), encoding="utf-8")
    run = checker("rules", "test", "rules")
    assert (run.status, run.out) == (2, "")
    assert "error: rules/house/word.yaml:6:1: unknown key 'severty' (did you mean 'severity'?)" in run.err
    assert path.read_text(encoding="utf-8").startswith("# house/word:")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["new", "word"], "command line: 'word' is no name for a rule (write family/fault in small letters"),
        (["new", "../a"], "command line: '../a' is no name for a rule"),
        (["new", "wording/phrase"], "command line: the rule wording/phrase exists already (give yours another name)"),
        (
            ["new", "a/b", "--kind", "set-phras"],
            "command line: there is no kind 'set-phras' (did you mean 'set-phrase'?)",
        ),
        (["new", "house/there", "own"], "own/house/there.yaml: exists already (give the rule another name, or remove"),
        (["test", "none"], "none: holds no rules"),
        (["test", "own"], "own/house/there.yaml:1:1: "),
    ],
)
def test_rules_that_cannot_be(checker: Program, arguments: list[str], complaint: str) -> None:
    Path("own/house").mkdir(parents=True)
    Path("own/house/there.yaml").write_text("{}\n", encoding="utf-8")
    run = checker("rules", *arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"error: {complaint}")
    assert sorted(path.name for path in Path().rglob("*.yaml")) == ["there.yaml"]


def test_a_name_that_is_taken(checker: Program) -> None:
    Path("own/wording").mkdir(parents=True)
    Path("own/wording/phrase.yaml").write_text(STYLE_RULE, encoding="utf-8")
    run = checker("rules", "test", "own")
    assert run.err == "error: own/wording/phrase.yaml: the rule wording/phrase exists already (give it another name)\n"


def test_the_bundled_rules_can_be_tested_where_they_are(checker: Program, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "quotation").symlink_to(ROOT / "rules" / "quotation")
    assert checker("rules", "test", "pack").status == 0


def test_the_list_for_programs_holds_the_whole_file(checker: Program) -> None:
    rows = {row["id"]: row for row in json.loads(checker("rules", "--format", "json").out)}
    row = rows["hedging/stacked"]
    assert list(row) == [
        *("id", "family", "severity", "kind", "summary", "why", "messages", "fixes", "limits", "joins", "taxonomy"),
        "examples",
    ]
    assert (row["family"], row["fixes"]) == ("hedging", ["改为“{rest}”"])
    assert "当天到场的有【约200人左右】。" in row["examples"]["flagged"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("lint", "错.txt", "-o", "错.txt"),
        ("lint", ".", "-o", "json=报告.json", "-o", "sarif=./错.txt"),
        ("notice", "错.txt", "-o", "错.txt"),
        ("diff", "对.txt", "错.txt", "-o", "错.txt"),
    ],
)
def test_no_report_takes_the_place_of_its_article(checker: Program, arguments: tuple[str, ...]) -> None:
    run = checker(*arguments)
    assert (run.status, run.out) == (2, "")
    assert "错.txt: is an article that is checked (write the report elsewhere)" in run.err
    assert Path("错.txt").read_text(encoding="utf-8") == FAULTY
    assert not Path("报告.json").exists()

"""The command line: what it prints, what it writes, and its exit statuses."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli import main

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
    assert page.startswith("# arithmetic/ratio\n\nA printed rate does not follow")
    assert "- 全镇28个项目开工16个，开工率【64.3%】。" in page
    run = checker("explain", "arithmetic/ratios")
    assert (run.status, run.err) == (
        2,
        "error: command line: there is no rule or family 'arithmetic/ratios' (did you mean 'arithmetic/ratio'?)\n",
    )


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

    monkeypatch.setattr("checker.cli.lint.lint", broken)
    run = checker("lint", "对.txt")
    assert (run.status, run.out) == (2, "")
    assert "RuntimeError: 这是试验" in run.err
    assert run.err.endswith("error: this is a fault of the checker, not of the article; please report it\n")


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_on_a_terminal_only(
    checker: Program, monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setattr("checker.cli.lint.LONG_RUN", 2)
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

"""What the reports look like, kept as files. ``UPDATE_SNAPSHOTS=1 pytest tests/reporters`` writes them anew."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from checker.findings import Severity
from checker.report import DocumentReport, Manual, Report, Suppressed
from checker.reporters import Options, render
from tests.reporters import sample

SNAPSHOTS = Path(__file__).parent / "snapshots"

ONE = sample.report()
SEVERAL = Report((*ONE.documents, replace(sample.document(), path="articles/二稿.txt", title="")))
WAIVED = replace(
    ONE.documents[0],
    findings=ONE.documents[0].findings[1:],
    suppressed=(Suppressed(ONE.documents[0].findings[0], "已核，照登"),),
)
TOLD = Manual("arithmetic/ratio", Severity.ERROR, "A rate is wrong.", "读者会算。", ("NUM-01",), "# arithmetic/ratio\n")
RAN = Report((WAIVED,), (TOLD,))
COUNTED = Options(statistics=True)
CLEAN = Report((DocumentReport("清样.txt", "0" * 64, "平安无事。\n"),))


@pytest.mark.parametrize(
    ("name", "report", "format_", "options"),
    [
        ("one.100.txt", ONE, "terminal", Options()),
        ("one.40.txt", ONE, "terminal", Options(width=40)),
        ("one.color.txt", ONE, "terminal", Options(color=True)),
        ("one.verbose.txt", ONE, "terminal", Options(verbose=True)),
        ("several.txt", SEVERAL, "terminal", Options(style=True)),
        ("clean.txt", CLEAN, "terminal", Options()),
        ("one.json", ONE, "json", Options()),
        ("one.md", ONE, "markdown", Options()),
        ("clean.md", CLEAN, "markdown", Options()),
        ("one.html", ONE, "html", Options()),
        ("several.html", SEVERAL, "html", Options()),
        ("clean.html", CLEAN, "html", Options()),
        ("one.sarif", RAN, "sarif", Options()),
        ("clean.sarif", CLEAN, "sarif", Options()),
        ("several.github.txt", SEVERAL, "github", Options()),
        ("clean.github.txt", CLEAN, "github", Options()),
        ("one.gitlab.json", ONE, "gitlab", Options()),
        ("clean.gitlab.json", CLEAN, "gitlab", Options()),
        ("one.junit.xml", ONE, "junit", Options()),
        ("clean.junit.xml", CLEAN, "junit", Options()),
        ("statistics.txt", RAN, "terminal", COUNTED),
        ("statistics.several.txt", SEVERAL, "terminal", COUNTED),
        ("statistics.md", RAN, "markdown", COUNTED),
        ("statistics.html", RAN, "html", COUNTED),
    ],
)
def test_looks_as_it_did(name: str, report: Report, format_: str, options: Options) -> None:
    path = SNAPSHOTS / name
    written = render(report, format_, options)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(written, encoding="utf-8")
    assert path.exists(), f"no snapshot {name}: run once with UPDATE_SNAPSHOTS=1 and look at it"
    assert written == path.read_text(encoding="utf-8")


def test_no_snapshot_is_left_over() -> None:
    marks = test_looks_as_it_did.pytestmark  # type: ignore[attr-defined]
    assert {path.name for path in SNAPSHOTS.iterdir()} == {case[0] for case in marks[0].args[1]}

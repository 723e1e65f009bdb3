"""The formats for CI: valid, exact to the column, and safe from whatever an article holds."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims import trace
from checker.claims.waivers import Waivers
from checker.engine import lint
from checker.findings import Edit, Fix, Severity
from checker.packs import Example, Rule, bundled, examples
from checker.packs.page import manual
from checker.readers import read
from checker.report import DocumentReport, Report, Suppressed
from checker.reporters import render
from checker.reporters.visible import visible
from checker.spans import SourceMap, Span
from tests.reporters import sample
from tests.reporters.formats import command, marked, sarif, validator
from tests.reporters.sample import Maker
from tests.reporters.test_hostile import HOSTILE, everything, reports

ROOT = Path(__file__).parent.parent.parent
RULES = bundled()
MANUALS = tuple(map(manual, RULES))
YOSHINOYA = "𠮷野家说：共46人"


def report_on(text: str, words: str, replacement: str = "47") -> Report:
    make = Maker(text)
    place = make.place(words)
    fix = Fix("改", (Edit(place.span, replacement),), safe=False)
    return Report((DocumentReport("稿.txt", "", text, (make.finding("a/b", place, "话", fixes=[fix]),)),))


def regions(run: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    def walk(node: object) -> None:
        if isinstance(node, dict):
            found.extend(value for key, value in node.items() if key in {"region", "deletedRegion"})
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(run["results"])
    return found


def test_the_schema_is_the_official_one_and_refuses_other_shapes() -> None:
    validator().check_schema(validator().schema)
    log = json.loads(render(sample.report(), "sarif"))
    for key, value in (("level", "fatal"), ("message", {}), ("suppressions", [{"kind": "none"}])):
        changed = json.loads(json.dumps(log))
        changed["runs"][0]["results"][0][key] = value
        assert not validator().is_valid(changed), key


def test_the_bundled_article_is_valid_sarif_with_all_rules() -> None:
    document = read("articles/yuxi-eight-districts.txt", data=(ROOT / "articles/yuxi-eight-districts.txt").read_bytes())
    report = Report((lint(document, RULES),), MANUALS)
    run = sarif(render(report, "sarif"))
    assert len(run["results"]) == len(report.documents[0].findings) > 20
    assert [one["id"] for one in run["tool"]["driver"]["rules"]] == [rule.id for rule in RULES]
    assert all(marked(document.text, one["region"]) == one["region"]["snippet"]["text"] for one in places(run))
    assert run["artifacts"][0]["hashes"]["sha-256"] == document.sha256
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]


def places(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        one["physicalLocation"]
        for result in run["results"]
        for one in [*result["locations"], *result.get("relatedLocations", [])]
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_valid_sarif(rule: Rule) -> None:
    documents = [linted(rule, one, number) for number, one in enumerate(examples(rule))]
    spoke = {rule.id} | {one.rule for document in documents for one in document.findings}
    manuals = tuple(one for one in MANUALS if one.rule in spoke)
    run = sarif(render(Report(tuple(documents), manuals), "sarif"))
    assert rule.id in {one["ruleId"] for one in run["results"]}
    for result in run["results"]:
        document = documents[result["locations"][0]["physicalLocation"]["artifactLocation"]["index"]]
        for place in places({"results": [result]}):
            assert marked(document.text, place["region"]) == place["region"]["snippet"]["text"]
    assert all(one["help"]["markdown"].startswith(f"# {one['id']}\n") for one in run["tool"]["driver"]["rules"])


def linted(rule: Rule, example: Example, number: int) -> DocumentReport:
    """The example with the rule alone, and with the rules that its waivers name."""
    document = read(f"{number}.txt", data=example.text.encode())
    named = {one.waiver.rule for one in example.waivers}
    owned = tuple(replace(one, owned=True) for one in example.waivers)
    return lint(
        document,
        [rule, *(one for one in RULES if one.id in named)],
        published=example.published,
        names=example.names,
        ledger=trace(example.ledger, document) if example.ledger else None,
        facts=example.facts,
        waivers=Waivers(owned, example.published) if owned else None,
    )


def test_columns_past_the_basic_plane_are_utf16() -> None:
    run = sarif(render(report_on(YOSHINOYA, "46"), "sarif"))
    assert run["columnKind"] == "utf16CodeUnits"
    wanted = {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 10}
    (result,) = run["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == wanted | {"snippet": {"text": "46"}}
    assert result["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": wanted, "insertedContent": {"text": "47"}}
    ]
    _, properties, _ = command(render(report_on(YOSHINOYA, "46"), "github").rstrip("\n"))
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("1", "8", "10")


PIECES = st.sampled_from([*"字3，“”𠮷🎉\u0301\u2028", "\n", "\r\n", "\r"])


@given(st.lists(PIECES, min_size=1, max_size=60).map("".join), st.data())
def test_a_region_marks_the_words_of_its_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    if text[max(0, span.start - 1) : span.start + 1] == "\r\n" or text[max(0, span.end - 1) : span.end + 1] == "\r\n":
        return  # no place between the two halves of a line end
    make = Maker(text)
    run = sarif(render(Report((DocumentReport("a", "", text, (make.finding("a/b", make.at(span), "话"),)),)), "sarif"))
    (region,) = regions(run)
    assert marked(text, region) == span.of(text).replace("\r\n", "\n")


def test_a_column_is_that_of_the_text_in_utf16() -> None:
    text = "一𠮷\n𠮷𠮷二三"
    lines = text.split("\n")
    for offset in range(len(text) + 1):
        place = SourceMap(text).locate(offset)
        before = lines[place.line - 1][: place.column - 1]
        assert SourceMap(text).locate_utf16(offset) == (place.line, len(before.encode("utf-16-le")) // 2 + 1)


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("./稿件/一 稿.txt", "%E7%A8%BF%E4%BB%B6/%E4%B8%80%20%E7%A8%BF.txt", "%SRCROOT%"),
        ("/srv/a.txt", "file:///srv/a.txt", None),
        ("../a.txt", "../a.txt", None),
        ("a%b#c?.txt", "a%25b%23c%3F.txt", "%SRCROOT%"),
        ("a\udcff.txt", "a%FF.txt", "%SRCROOT%"),
        ("a\ud800.txt", "a%3F.txt", "%SRCROOT%"),
    ],
)
def test_artifacts_have_uris(path: str, uri: str, base: str | None) -> None:
    run = sarif(render(Report((replace(sample.document(), path=path),)), "sarif"))
    location = run["artifacts"][0]["location"]
    assert (location["uri"], location.get("uriBaseId")) == (uri, base)
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert unquote(uri).endswith(Path(path).name) is (path[1] not in "\udcff\ud800")


def test_what_was_let_stand_is_marked_and_not_dropped() -> None:
    whole = sample.document()
    waived = replace(whole, findings=whole.findings[1:], suppressed=(Suppressed(whole.findings[0], "来稿如此\x1b"),))
    results = sarif(render(Report((waived,)), "sarif"))["results"]
    assert len(results) == len(whole.findings)
    wanted = [{"kind": "external", "status": "accepted", "justification": "来稿如此\\x1b"}]
    assert [one["suppressions"] for one in results] == [[]] * (len(results) - 1) + [wanted]
    assert all("suppressions" not in one for one in sarif(render(Report((whole,)), "sarif"))["results"])
    for format_ in ("github", "gitlab", "junit"):
        assert whole.findings[0].message not in render(Report((waived,)), format_)


@pytest.mark.parametrize(("fail_on", "status"), [(Severity.ERROR, 0), (Severity.STYLE, 1), (None, 0)])
def test_the_exit_status_is_that_of_the_run(fail_on: Severity | None, status: int) -> None:
    make = Maker("字")
    finding = make.finding("a/b", make.place("字"), "话", severity=Severity.STYLE)
    report = Report((DocumentReport("a", "", "字", (finding,)),), fail_on=fail_on)
    assert sarif(render(report, "sarif"))["invocations"][0]["exitCode"] == status == report.failed
    suites = ElementTree.fromstring(render(report, "junit"))
    assert (suites.get("failures"), suites.get("skipped")) == (("1", "0") if status else ("0", "1"))


def test_words_of_a_message_are_no_placeholders_and_no_links() -> None:
    make = Maker("字")
    finding = make.finding("a/b", make.place("字"), "{0}和[这里](1)、[]{}")
    run = sarif(render(Report((DocumentReport("a", "", "字", (finding,)),)), "sarif"))
    assert run["results"][0]["message"]["text"] == "{{0}}和[这里\\](1)、[]{{}}"


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(words: str) -> None:
    report = everything(words)
    (document,) = report.documents
    run = sarif(render(report, "sarif"))
    assert [one["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] for one in run["results"]] == [
        one.place.quote for one in document.findings
    ]
    commands = [command(line) for line in render(report, "github").splitlines()]
    assert [name for name, *_ in commands] == ["error", "notice"]
    assert commands[0][1]["title"] == visible(f"family/{words}")
    assert commands[0][2].splitlines()[0] == f"错：{visible(words)}"
    issues = json.loads(render(report, "gitlab"))
    assert [one["description"] for one in issues] == [visible(words)] * 3
    failure = ElementTree.fromstring(render(report, "junit")).find(".//failure")
    assert failure is not None
    assert failure.get("message") == f"错：{visible(words)}"


@pytest.mark.parametrize("words", ["::error::x", "%0A::", "a\r\n::warning ::", "]]>", "\ufffe\uffff", "a,b=c:d"])
def test_commands_and_elements_cannot_be_smuggled_in(words: str) -> None:
    report = everything(words)
    lines = render(report, "github").rstrip("\n").split("\n")
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::notice"]
    assert "\r" not in "".join(lines)
    known = {"file", "line", "endLine", "title"} | (set() if "\n" in words else {"col", "endColumn"})
    assert [set(command(line)[1]) for line in lines] == [known] * 2
    suites = ElementTree.fromstring(render(report, "junit"))
    assert [one.tag for one in suites.iter()] == [
        *("testsuites", "testsuite", "testcase", "failure", "testcase", "skipped")
    ]


@settings(max_examples=50)
@given(reports())
def test_any_report_is_well_formed(report: Report) -> None:
    findings = report.documents[0].findings
    assert len(sarif(render(report, "sarif"))["results"]) == len(findings)
    issues = json.loads(render(report, "gitlab"))
    assert len({one["fingerprint"] for one in issues}) == len({one.fingerprint for one in findings})
    suites = ElementTree.fromstring(render(report, "junit"))
    assert len(suites.findall(".//testcase")) == len(report.documents[0].cards())
    assert len(render(report, "github").splitlines()) == len(report.documents[0].cards())


def test_github_tells_the_gravest_of_all_documents_first() -> None:
    report = Report((sample.document(), replace(sample.document(), path="二.txt")))
    names = [command(line)[0] for line in render(report, "github").splitlines()]
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    assert names.count("error") == 8


def test_gitlab_tells_documents_apart() -> None:
    report = Report((sample.document(), replace(sample.document(), path="./二.txt")))
    issues = json.loads(render(report, "gitlab"))
    assert len({one["fingerprint"] for one in issues}) == len(issues) == 18
    assert issues[-1]["location"]["path"] == "二.txt"

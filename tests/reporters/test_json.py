"""The JSON report keeps its contract."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from checker.report import DocumentReport, Report
from checker.reporters import encode, render
from checker.reporters.dumping import dump
from checker.reporters.json import record
from checker.reporters.records import schema
from tests.reporters import sample

VALIDATOR = Draft202012Validator(schema())


def test_the_published_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_a_report_satisfies_its_own_schema() -> None:
    VALIDATOR.validate(json.loads(render(sample.report(), "json")))


def test_the_schema_refuses_other_shapes() -> None:
    report = json.loads(render(sample.report(), "json"))
    finding = report["documents"][0]["findings"][0]
    for key, value in (("severity", "fatal"), ("extra", 1), ("cause", 3)):
        changed = json.loads(json.dumps(report))
        changed["documents"][0]["findings"][0] = finding | {key: value}
        assert not VALIDATOR.is_valid(changed), key
    assert not VALIDATOR.is_valid(report | {"schema": "checker.report/2"})
    del report["summary"]
    assert not VALIDATOR.is_valid(report)


@pytest.mark.parametrize("path", ["稿.txt", 'a"\n\x00\x7f\u2028.txt', "a\udce9.txt"])
def test_a_report_written_in_pieces_is_the_whole(path: str) -> None:
    document = replace(sample.document(), path=path)
    for documents in ((), (document,), (DocumentReport("空.txt", "", ""), document, replace(document, relations=()))):
        report = Report(documents)
        assert b"".join(encode(report, "json")).decode() == dump(record(report))


def test_keys_stand_in_the_order_of_the_contract() -> None:
    report = json.loads(render(sample.report(), "json"))
    assert list(report) == ["schema", "documents", "summary"]
    document = report["documents"][0]
    assert list(document) == ["path", "sha256", "findings", "checks", "numbers"]
    finding = document["findings"][0]
    assert list(finding) == ["rule", "severity", "message", "span", "related", "fixes", "cause", "fingerprint"]
    assert list(finding["span"]) == ["start", "end", "line", "column", "paragraph", "quote"]
    assert list(finding["related"][0]) == ["span", "note"]
    assert list(finding["fixes"][0]) == ["description", "edits", "safe"]
    assert list(finding["fixes"][0]["edits"][0]) == ["start", "end", "text"]
    check = document["checks"][0]
    assert list(check) == ["relation", "rule", "verdict", "operands", "working"]
    assert list(check["operands"][0]) == ["role", "span", "value", "unit"]
    assert list(document["numbers"]) == ["total", "checked", "claimed", "unchecked"]
    assert list(report["summary"]) == ["documents", "findings", "checks"]
    assert list(report["summary"]["findings"]) == ["error", "verify", "style"]
    assert list(report["summary"]["checks"]) == ["consistent", "inconsistent", "undecided"]


def test_every_quote_is_the_text_between_its_offsets() -> None:
    (document,) = json.loads(render(sample.report(), "json"))["documents"]
    spans = [finding["span"] for finding in document["findings"]]
    spans += [operand["span"] for check in document["checks"] for operand in check["operands"]]
    assert all(sample.ARTICLE[span["start"] : span["end"]] == span["quote"] for span in spans)
    assert document["findings"][0]["span"]["quote"] == "57%"
    assert document["findings"][0]["cause"] is None
    assert [finding["cause"] for finding in document["findings"]].count("splice-1") == 3


def test_the_summary_counts_the_whole_run() -> None:
    report = Report((sample.document(), sample.document()))
    assert json.loads(render(report, "json"))["summary"] == {
        "documents": 2,
        "findings": {"error": 12, "verify": 4, "style": 2},
        "checks": {"consistent": 4, "inconsistent": 4, "undecided": 4},
    }


def test_chinese_is_written_as_it_is_and_the_same_each_time() -> None:
    first, second = (render(sample.report(), "json") for _ in range(2))
    assert first == second
    assert "开工率与个数不符" in first
    assert first.endswith("}\n")


def test_half_a_surrogate_pair_is_written_escaped() -> None:
    plain = replace(sample.document(), path="稿\udcff.txt", text="", findings=(), relations=())
    written = render(Report((plain,)), "json")
    assert "稿\\udcff.txt" in written
    assert json.loads(written.encode("utf-8"))["documents"][0]["path"] == "稿\udcff.txt"
    whole = render(Report((replace(plain, path="稿.txt"),)), "json")
    assert written.replace("\\udcff", "") == whole  # both ways of writing agree


def test_an_empty_report() -> None:
    report = json.loads(render(Report(), "json"))
    VALIDATOR.validate(report)
    assert report["documents"] == []
    VALIDATOR.validate(json.loads(render(Report((DocumentReport("x", "", ""),)), "json")))

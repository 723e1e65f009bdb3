"""What the ledger says about a claim is told once."""

from datetime import date

from checker.checks.astray import CHANGED, LOST
from checker.checks.kept import CONTRADICTED, UNSOURCED, VERBATIM
from checker.checks.kind import Kind, Params
from checker.claims import parse, trace
from checker.extraction.article import Article
from checker.readers import read

LEDGER = """
schema: claims/1
article: {id: a, title: 青石县, source_file: a.txt}
claims:
  - id: C1
    kind: count
    anchor: {paragraph: 1, quote: 青石县开工18个}
    subject: 青石县
    metric: 开工数
    value: {literal: 18个}
    evidence:
      - {text: 开工19个, supports: no, value: {literal: 19个}}
      - {text: 开工20个, supports: no, value: {literal: 20个}}
    status: wrong
    checked_by: 李云舟
    verdict: {by: 高远, value: 19个}
"""


def test_evidence_that_the_decision_follows_is_not_told_again() -> None:
    document = read("a.txt", data="青石县开工18个。".encode())
    article = Article(document, date(2025, 4, 21), ledger=trace(parse(LEDGER), document))
    hits = [(hit.variant, hit.data["other"]) for hit in CONTRADICTED.check(article, Params())]
    assert hits == [("value", "20个"), ("verdict", "19个")]


def hits_of(kind: Kind, ledger: str, text: str = "青石县开工18个。") -> list[tuple[str, str]]:
    document = read("a.txt", data=text.encode())
    article = Article(document, date(2025, 4, 21), ledger=trace(parse(ledger), document))
    return [(hit.variant, str(hit.data.get("other", ""))) for hit in kind.check(article, Params())]


def test_a_source_that_denies_what_was_decided_to_be_wrong_is_why_it_is() -> None:
    denied = LEDGER.replace(", value: {literal: 19个}}", "}").replace(
        "      - {text: 开工20个, supports: no, value: {literal: 20个}}\n", ""
    )
    assert hits_of(CONTRADICTED, denied) == [("verdict", "19个")]
    open_still = denied.replace("status: wrong", "status: disputed").replace(", value: 19个", "")
    assert hits_of(CONTRADICTED, open_still) == [("denied", "开工19个")]


def test_the_source_of_the_evidence_is_a_source() -> None:
    confirmed = LEDGER.replace("status: wrong", "status: confirmed")
    assert hits_of(UNSOURCED, confirmed) == [("source", "")]
    sourced = confirmed.replace("supports: no, value: {literal: 19个}", "supports: yes, source: {type: document}")
    assert hits_of(UNSOURCED, sourced) == []


def test_what_was_mended_as_decided_is_no_longer_against_anything() -> None:
    assert hits_of(CONTRADICTED, LEDGER, "青石县开工19个。") == []
    assert hits_of(CHANGED, LEDGER, "青石县开工19个。") == []
    assert hits_of(LOST, LEDGER, "青石县开工19个。") == []
    assert hits_of(CHANGED, LEDGER, "青石县开工17个。") != []
    said = LEDGER.replace("青石县开工18个}", "“今年雨水好，停工两天”}").replace("kind: count", "kind: quote")
    said = said.replace("    value: {literal: 18个}\n", "").replace("value: 19个}", "value: “今年雨水好，停工三天”}")
    said = said.replace(
        "- {text: 开工19个, supports: no, value: {literal: 19个}}", "- {text: 今年雨水好，停工三天, supports: no}"
    )
    assert hits_of(VERBATIM, said, "“今年雨水好，停工两天”") == [("", "今年雨水好，停工两天")]
    assert hits_of(VERBATIM, said, "“今年雨水好，停工三天”") == []


def test_a_verdict_that_names_another_text_is_no_wording_to_put_in() -> None:
    block = """
schema: claims/1
article: {id: a, title: 青石县, source_file: a.txt}
claims:
  - id: C1
    kind: event
    anchor: {paragraph: 1, quote: 青石县开工18个}
    subject: 青石县
    evidence: [{text: 原稿没有这一段, supports: no}]
    status: wrong
    checked_by: 李云舟
    verdict: {by: 高远, value: 客户端4月23日发布的文本}
"""
    document = read("a.txt", data="青石县开工18个。".encode())
    article = Article(document, date(2025, 4, 21), ledger=trace(parse(block), document))
    [hit] = CONTRADICTED.check(article, Params())
    assert (hit.variant, hit.proposals) == ("verdict", ())

"""What the ledger says about a claim is told once."""

from datetime import date

from checker.checks.kept import CONTRADICTED
from checker.checks.kind import Params
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

"""What stands where the words of a lost claim stood."""

from collections.abc import Callable

import pytest

from checker.claims import parse, trace
from checker.extraction.article import Article
from checker.readers import text as reader
from tests.claims.desk import DAY, drafted_text, synced
from tests.growth import assert_linear

LEDGER = """\
schema: claims/1
article: {id: a, title: 甲, source_file: a.txt}
claims:
  - id: C1
    kind: count
    anchor: {paragraph: 1, quote: 开工28个, before: 全镇今年新, after: ，完成投资9}
    subject: 甲
    value: {literal: 28个}
  - id: C2
    kind: name
    anchor: {paragraph: 1, quote: 河口茶厂, before: 其中投资最多的是, after: ，厂房在河边}
    subject: 乙
"""
KEPT = "全镇今年新开工28个，完成投资9亿元，其中投资最多的是河口茶厂，厂房在河边。"


def found(text: str) -> list[tuple[str, str, bool]]:
    article = reader.read(text.encode(), "a.txt")
    laid = Article(article, ledger=trace(parse(LEDGER), article))
    return [(one.claim.id, one.span.of(text) if one.span else "", one.changed) for one in laid.astray]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (KEPT, []),
        ("先说一段。\n\n" + KEPT, []),
        (KEPT.replace("28个", "30个"), [("C1", "30个", True)]),
        (KEPT.replace("28个", "近30家"), [("C1", "近30家", True)]),
        (KEPT.replace("开工28个", "建成28个"), [("C1", "建成28个", False)]),
        (KEPT.replace("新开工28个", "开建了"), [("C1", "", False)]),
        (KEPT.replace("河口茶厂", "河口茶叶公司"), [("C2", "河口茶叶公司", False)]),
        (KEPT.replace("河口茶厂，厂房在", "一家厂，在"), [("C2", "", False)]),
        ("又一段。\n\n" + KEPT.replace("28个", "三十个"), [("C1", "三十个", True)]),
        ("全镇开工15个，又开工16个。", [("C1", "", False), ("C2", "", False)]),
    ],
)
def test_astray(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert found(text) == expected


def test_many_lost_claims_in_many_paragraphs() -> None:
    def make(size: int) -> Callable[[], object]:
        claims = "".join(
            f"  - {{id: C{at}, kind: count, subject: 甲, value: {{literal: {at + 2}个}}, "
            f"anchor: {{paragraph: {at + 1}, quote: 开工{at + 2}个, before: 全镇今年新, after: ，完成投资}}}}\n"
            for at in range(size)
        )
        text = "全镇今年新开工近似于百万个，完成投资9亿元。\n" * size
        article = reader.read(text.encode(), "a.txt")
        binding = trace(parse(LEDGER.partition("  - id")[0] + claims), article)
        assert len(binding.lost) == size
        return lambda: Article(article, ledger=binding).astray

    assert_linear(make, 100)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("局长周安民", "局长周安明"),
        ("投工12人", "投工15人"),
        ("投工12人", "投工12个班"),
        ("修渠8公里", "清渠5公里"),
        ("县水利局局长周安民说，今年修渠8公里，投工12人。", "渠修好了。"),
    ],
)
def test_what_is_told_of_a_lost_claim_is_what_sync_makes_of_it(was: str, now: str) -> None:
    kept = "青石镇\n\n县水利局局长周安民说，今年修渠8公里，投工12人。\n"
    ledger, changed = drafted_text(kept), kept.replace(was, now)
    assert changed != kept
    document = reader.read(changed.encode(), "article.txt")
    laid = Article(document, DAY, ledger=trace(parse(ledger), document))
    done = synced(ledger, changed)
    assert {one.claim.id for one in laid.astray if one.changed} == {one.claim.id for one in done.changed}
    assert {one.claim.id for one in laid.astray if not one.now} == {one.id for one in done.lost}

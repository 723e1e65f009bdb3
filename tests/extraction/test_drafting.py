"""The ledger that is drafted: sound in itself, laid exactly over its article, with the relations that were found."""

from pathlib import Path

import pytest

from checker.claims import bind, parse, trace
from checker.claims.claim import Kind, Status
from checker.claims.writing import ledger_text
from checker.cli.extract import drafted
from checker.readers import read
from tests.claims.desk import TEXT, drafted_text

LEDGER = parse(drafted_text(TEXT))


def test_kinds_in_the_order_of_the_text() -> None:
    assert [str(one.kind) for one in LEDGER.claims] == [
        "amount", "growth", "rank", "count", "count", "ratio", "amount", "quote", "amount", "count", "title", "count",
        "delta", "superlative",
    ]  # fmt: skip
    assert [one.id for one in LEDGER.claims] == [f"C{at:03}" for at in range(1, 15)]
    assert {one.status for one in LEDGER.claims} == {Status.UNCHECKED}


def test_every_anchor_and_value_stands_where_it_says() -> None:
    document = read("article.txt", data=TEXT.encode())
    binding = bind(LEDGER, document)
    assert (binding.lost, binding.moved, binding.stale) == ((), (), False)
    for claim in LEDGER.claims:
        span = binding.anchors[claim.id]
        assert span.of(TEXT) == claim.anchor.quote
        assert TEXT[: span.start].endswith(claim.anchor.before)
        assert TEXT[span.end :].startswith(claim.anchor.after)
        assert document.locate(span).paragraph == claim.anchor.paragraph
        assert claim.value
        assert binding.values[claim.id].of(TEXT) == claim.value.literal


def test_relations_name_claims() -> None:
    [ratio] = LEDGER.relations
    assert ratio.type == "ratio"
    assert [(role, name) for role, _, name in ratio.named()] == [("part", "C005"), ("whole", "C004"), ("rate", "C006")]


def test_speakers_and_comparisons() -> None:
    claims = {one.id: one for one in LEDGER.claims}
    quote = claims["C008"]
    assert quote.kind is Kind.QUOTE
    assert quote.attribution
    assert (quote.attribution.mode, quote.attribution.speaker, quote.attribution.title) == (
        "direct",
        "江远山",
        "青石县水利局局长",
    )
    assert claims["C009"].subject == "青石县水利局"
    growth, rank = claims["C002"].comparison, claims["C003"].comparison
    assert growth
    assert rank
    assert (growth.type, rank.type, rank.base) == ("year_on_year", "among", "全市")


def test_a_quotation_is_of_whoever_stands_before_its_colon() -> None:
    ledger = parse(drafted_text("镇长何青山说：“渠要通到田头。”支书吴长根表示，今年挖渠3公里。\n"))
    told = {str(one.kind): (one.attribution.mode, one.attribution.speaker) for one in ledger.claims if one.attribution}
    assert told == {"quote": ("direct", "何青山"), "amount": ("indirect", "吴长根")}
    assert [one.subject for one in ledger.claims if one.kind is Kind.QUOTE] == ["何青山"]


@pytest.mark.parametrize("text", ["没有数字的一句话。\n", "标题\n", "“”\n", "１２３\n", "0\n"])
def test_articles_with_little_to_say(text: str) -> None:
    ledger = parse(drafted_text(text))
    assert bind(ledger, read("article.txt", data=text.encode())).lost == ()


def test_the_bundled_article_has_its_headline_ratios() -> None:
    words = read("articles/yuxi-eight-districts.txt").text
    ledger = parse(drafted_text(words))
    printed = {one.id: one.value.literal for one in ledger.claims if one.value}
    ratios = [[printed[name] for _, _, name in one.named()] for one in ledger.relations if one.type == "ratio"]
    assert ["18个", "28个", "64.3%"] in ratios
    assert ["56个", "112个", "50%"] in ratios


MARKED = """\
---
title: 河湾县半年报
date: 2025-07-01
---

# 河湾县半年报

河湾县上半年完成投资**36.8亿元**，开工项目42个。

| 乡镇 | 项目 |
|---|---|
| 青石镇 | 12个 |
"""
PAGE = "<html><body><h1>河湾县半年报</h1><p>河湾县上半年完成投资<b>36.8亿元</b>，开工项目42个。</p></body></html>"


@pytest.mark.parametrize(
    ("name", "words", "quotes"),
    [
        ("a.md", MARKED, [(6, "完成投资**36.8亿元"), (6, "开工项目42个"), (9, "12个")]),
        ("a.html", PAGE, [(1, "完成投资<b>36.8亿元"), (1, "开工项目42个")]),
    ],
)
def test_what_is_no_word_of_the_article_is_no_claim(name: str, words: str, quotes: list[tuple[int, str]]) -> None:
    document = read(name, data=words.encode())
    ledger = drafted(document, None, Path())
    assert [(one.anchor.paragraph, one.anchor.quote) for one in ledger.claims] == quotes
    binding = trace(ledger, document)
    assert (binding.lost, binding.moved) == ((), ())
    assert parse(ledger_text(ledger)) == ledger

"""Digits of either width: what is found of a sentence, whichever width its digits have."""

import doctest
from dataclasses import replace

import pytest

from checker import relations, widths
from checker.packs import Example, Rule, bundled, examples, run_example
from checker.patterns import pattern
from checker.quantities import scan
from checker.readers import text as reader
from tests.relations.test_corpus import MARK, cases

OF_WIDTH = {"units/digit-width", "punctuation/width", "punctuation/spacing"}
"""Rules that tell the widths apart."""

EXAMPLES = [
    (rule, example)
    for rule in bundled()
    for example in examples(rule)
    if rule.id not in OF_WIDTH and rule.family != "ledger" and any(one in widths.HALF for one in example.text)
]


def told(text: str, kind: str) -> list[tuple[str, str, list[tuple[int, int]]]]:
    document = reader.read(text.encode(), "corpus")
    return [
        (one.verdict.value, one.variant, sorted((part.span.start, part.span.end) for part in one.operands))
        for one in relations.find(document, scan(document.text))
        if one.kind == kind
    ]


@pytest.mark.parametrize(("kind", "marked"), [(kind, marked) for kind, _, marked in cases()])
def test_relation(kind: str, marked: str) -> None:
    text = MARK.sub(r"\2", marked)
    assert told(widths.widen(text), kind) == told(text, kind)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.id}-{n}" for n, (rule, _) in enumerate(EXAMPLES)])
def test_rule(rule: Rule, example: Example) -> None:
    wide = replace(example, text=widths.widen(example.text))
    assert run_example(rule, wide).found == example.expected


def test_source() -> None:
    assert doctest.testmod(widths).failed == 0


@pytest.mark.parametrize(
    ("source", "half"),
    [
        ("[12][0-9]{3}年", "1998年"),
        ("(?:19|20)[^0-9]", "19年"),
        (r"(?P<v2>[\[0-9])\]3", "7]3"),
        (r"\u4e00[]0-9]", "一5"),
    ],
)
def test_pattern(source: str, half: str) -> None:
    assert pattern(source).fullmatch(half)
    assert pattern(source).fullmatch(widths.widen(half))

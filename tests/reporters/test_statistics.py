"""Counts by rule, and the estimate of the rate of errors."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from checker.findings import Finding, Severity
from checker.packs import bundled
from checker.report import DocumentReport, Report, Suppressed
from checker.reporters import Options, error_rate, render
from checker.reporters.error_rate import estimate, weight
from checker.reporters.statistics import rates, usage
from checker.spans import Span
from tests.reporters import sample
from tests.reporters.reading import Page, markdown_page
from tests.reporters.sample import Maker

MAKE = Maker("甲乙丙丁戊己庚辛壬癸" * 100)


def found(rule: str, start: int = 0, length: int = 2, severity: Severity = Severity.ERROR) -> Finding:
    return MAKE.finding(rule, MAKE.at(Span(start, start + length)), "话", severity=severity)


def weighed(*findings: Finding, headings: tuple[Span, ...] = ()) -> tuple[object, object]:
    made = estimate(Report((DocumentReport("a", "", MAKE.text, findings, headings=headings),)))
    assert made.characters == 1000
    return made.certain, made.possible


@pytest.mark.parametrize(
    ("rule", "length", "counts"),
    [
        ("arithmetic/ratio", 4, 1),
        ("wording/misspelling", 2, 1),
        ("naming/town", 2, 2),
        ("timing/weekday", 2, 2),
        ("headline/number", 2, 2),
        ("structure/captions", 9, 2),
        ("structure/sections", 9, 1),
        ("duplication/sentence", 1, 1),
        ("duplication/sentence", 5, 2),
        ("duplication/sentence", 6, 4),
        ("structure/splice", 200, 4),
        ("quotation/unbalanced", 1, Fraction(1, 10)),
        ("punctuation/brackets", 1, Fraction(1, 10)),
        ("units/numerals", 1, Fraction(1, 10)),
        ("units/conversion", 1, 1),
        ("house/word", 2, 1),
        ("ledger/contradicted", 2, 1),
        ("ledger/value-changed", 2, 1),
        ("ledger/unsourced", 2, 0),
        ("ledger/anchor-lost", 2, 0),
    ],
)
def test_weights(rule: str, length: int, counts: Fraction | int) -> None:
    assert weighed(found(rule, length=length)) == (counts, counts)


def test_what_should_be_looked_at_is_possible_only_and_taste_is_no_error() -> None:
    assert weighed(found("arithmetic/ratio", severity=Severity.VERIFY)) == (0, 1)
    assert weighed(found("wording/redundant", severity=Severity.STYLE)) == (0, 0)
    assert weighed(found("punctuation/width", severity=Severity.STYLE)) == (0, Fraction(1, 10))


def test_a_heading_doubles_once() -> None:
    heading = (Span(0, 20), Span(500, 520))
    assert weighed(found("arithmetic/ratio", 2), headings=heading) == (2, 2)
    assert weighed(found("arithmetic/ratio", 505), headings=heading) == (2, 2)
    assert weighed(found("arithmetic/ratio", 40), headings=heading) == (1, 1)
    assert weighed(found("naming/town", 2), headings=heading) == (2, 2)
    assert weight(found("punctuation/width"), heading=True) == Fraction(1, 5)


def test_the_same_error_counts_three_times_at_most() -> None:
    again = [found("naming/town", at) for at in range(0, 50, 10)]
    assert weighed(*again) == (6, 6)
    assert weighed(*again, found("naming/town", 3)) == (8, 8)


def test_the_usage_of_numerals_counts_one_at_most() -> None:
    many = [found("units/numerals", at) for at in range(0, 400, 11)]
    assert len({one.place.quote for one in many}) == 10
    assert weighed(*many) == (1, 1)
    assert weighed(*many, found("arithmetic/ratio")) == (2, 2)


def test_symptoms_of_another_rule_do_not_count() -> None:
    lead = replace(found("structure/splice", length=60), fingerprint="1", cause="1")
    symptom = replace(found("duplication/paragraph", length=60), cause="1")
    assert weighed(lead, symptom) == (4, 4)


def test_rules_that_are_weighed_exist() -> None:
    known = {rule.id for rule in bundled()} | {rule.family for rule in bundled()}
    named = error_rate.MARKS | error_rate.NUMERALS | error_rate.DOUBLE | error_rate.REDUNDANT | error_rate.KEEPING
    assert named <= known


def test_the_estimate_in_words() -> None:
    report = Report((DocumentReport("a", "", "字 \n" * 3000, (found("arithmetic/ratio"),)),) * 2)
    rate, highest, method = rates(report)
    assert rate == "约万分之3.33：只计“错”，折合 2.0 个差错，共 6000 字；合格线为万分之3"
    assert highest == "至多约万分之3.33：“请核”和标点、数字用法也都算上，折合 2.0 个差错"
    assert "只是估算" in method
    assert rates(Report((DocumentReport("a", "", " \n"),))) == ["没有字可算。"]


def test_rules_are_counted_with_what_was_let_stand() -> None:
    one = DocumentReport("a", "", MAKE.text, (found("a/b"), found("a/c", severity=Severity.VERIFY)))
    two = replace(one, path="b", findings=(found("a/c"),), suppressed=(Suppressed(found("a/c"), "可以"),))
    rows = usage(Report((one, two)))
    assert [(row.rule, *row.cells) for row in rows] == [
        ("a/c", "1", "1", "0", "2", "1", "33%"),
        ("a/b", "1", "0", "0", "1", "0", "0%"),
    ]
    assert [row.told for row in rows] == ["错 1、请核 1，放行 1（33%），2 篇", "错 1，1 篇"]


def test_statistics_stand_where_they_are_asked_for() -> None:
    report, asked = sample.report(), Options(statistics=True)
    readers: dict[str, Callable[[str], str]] = {
        "terminal": str,
        "markdown": lambda text: markdown_page(text).text,
        "html": lambda text: Page(text).text,
    }
    for format_, read in readers.items():
        with_, without = read(render(report, format_, asked)), read(render(report, format_))
        words = "".join(with_.split())
        assert "差错率（估算）" in words
        assert "只计“错”，折合" in words
        assert "naming/look-alike" in words
        assert "估算" not in without
    for format_ in ("json", "sarif", "github", "gitlab", "junit"):
        assert render(report, format_, asked) == render(report, format_)

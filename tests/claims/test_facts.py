"""Reference facts: what the file may hold, and every mistake at its place."""

from datetime import date

import jsonschema
import pytest
import yaml

from checker.claims.facts import parse, schema
from checker.errors import LedgerError, Problems

HEAD = "schema: facts/1\nfacts:\n"
GOOD = "  - {subject: 青石镇, metric: 常住人口, value: 12.5万人, period: 2024年, source: 公报}\n"


def mistakes(text: str) -> list[str]:
    with pytest.raises((LedgerError, Problems)) as caught:
        parse(text, "f.yaml")
    problem = caught.value
    errors = problem.errors if isinstance(problem, Problems) else [problem]
    return [str(error).removeprefix("f.yaml:") for error in errors]


def test_what_is_read() -> None:
    [fact] = parse(HEAD + GOOD).facts
    assert (str(fact.value.span), fact.stretch, fact.where) == (
        "Span(start=0, end=6)",
        ((2024, None, None), (2024, None, None)),
        "facts.yaml:3",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: empty (give it schema: facts/1 and facts or people)"),
        ("- a\n", "1:1: not a list of facts: it has no keys (give it schema: facts/1 and facts or people)"),
        (HEAD + GOOD.replace("metric:", "metrik:"), "3:20: unknown key 'metrik' (did you mean 'metric'?)"),
        (HEAD + GOOD.replace(", source: 公报", ""), "3:5: facts.0.source is missing (add it)"),
        (
            HEAD + GOOD.replace("12.5万人", "很多"),
            "3:34: '很多' is no figure (write one number with its unit, such as 12.5万人)",
        ),
        (
            HEAD + GOOD.replace("2024年", "今年"),
            "3:49: '今年' is no time with its year (write 2024年 or 2025年一季度)",
        ),
        (
            HEAD + GOOD.replace("source", "from: 2025-01-02, until: 2025-01-01, source"),
            "3:5: facts.0: until lies before from",
        ),
        (HEAD + GOOD + GOOD, "4:5: 青石镇, 常住人口 is listed twice (keep one, or tell periods)"),
        (
            HEAD
            + GOOD
            + GOOD.replace("青石镇, metric: 常住人口", "青石, also: [青石镇], metric: 人口, metrics: [常住人口]"),
            "4:5: 青石镇, 常住人口 is listed twice (keep one, or tell periods)",
        ),
    ],
)
def test_mistakes(text: str, expected: str) -> None:
    found = mistakes(text)
    if expected.endswith("unexpected"):  # the YAML itself reads the comma as the end of the value
        assert found
    else:
        assert expected in found


def test_all_mistakes_are_told_in_one_go_in_their_order() -> None:
    text = HEAD + GOOD.replace("2024年", "今年") + GOOD.replace("12.5万人", "很多")
    assert [one.partition(":")[0] for one in mistakes(text)] == ["3", "4"]


def test_a_term_bounds_what_has_no_period() -> None:
    entry = "  - {subject: 甲, metric: 面积, value: 8平方公里, source: 志, from: 2020-01-01, until: 2024-12-31}\n"
    [fact] = parse(HEAD + entry).facts
    assert fact.holds(date(2024, 12, 31))
    assert not fact.holds(date(2025, 1, 1))
    assert not fact.holds(date(2019, 12, 31))
    assert not fact.holds(None)


def test_the_schema_takes_what_the_loader_takes() -> None:
    jsonschema.validate(yaml.safe_load(HEAD + GOOD), schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(HEAD + GOOD.replace("metric:", "metrik:")), schema())


def test_people_join_the_right_names() -> None:
    people = "people:\n  - {name: 李云舟, title: 青石镇镇长, from: 2024-06-01}\n"
    facts = parse("schema: facts/1\n" + people)
    assert facts.names is not None
    assert [(one.name, one.title, one.term.start) for one in facts.names.holders] == [
        ("李云舟", "青石镇镇长", date(2024, 6, 1))
    ]
    assert mistakes("schema: facts/1\n" + people.replace("title", "titel")) == [
        "3:17: unknown key 'titel' (did you mean 'title'?)"
    ]
    assert parse(HEAD + GOOD).names is None


def test_one_name_twice_in_an_entry_is_no_second_figure() -> None:
    assert (
        len(
            parse(
                HEAD + GOOD.replace("metric: 常住人口", "also: [青石镇], metric: 常住人口, metrics: [常住人口]")
            ).facts
        )
        == 1
    )
    assert len(parse(HEAD + GOOD + GOOD.replace("2024年", "2023年")).facts) == 2
    assert len(parse(HEAD + GOOD + GOOD.replace("metric", "scope: 户籍, metric")).facts) == 2

"""Waivers: the file, when they hold, and what becomes of the findings they let stand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from checker.claims.baseline import Entry
from checker.claims.recognising import recognise
from checker.claims.settling import settle
from checker.claims.waivers import Placed, Waivers, parse, schema, unknown_rules
from checker.errors import LedgerError, Problems
from checker.findings import Finding, Place, Severity
from checker.report import DocumentReport
from checker.spans import Position, Span
from tests.growth import assert_linear

HEAD = "schema: waivers/1\nwaivers:\n"
ONE = "  - {rule: naming/a, fingerprint: f1, reason: 待查, who: 甲, until: 2025-04-22, file: 稿.txt}\n"


def entries(text: str = HEAD + ONE, path: str = "w.yaml") -> tuple[Placed, ...]:
    return parse(text, path)


def finding(name: str, *, rule: str = "naming/a", cause: str | None = None) -> Finding:
    place = Place(Span(0, 1), Position(1, 1, 1), name)
    return Finding(rule, Severity.ERROR, "不对", "试。", place, (), (), name, cause)


def report(*findings: Finding) -> DocumentReport:
    return DocumentReport("稿.txt", "0", "稿", findings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "w.yaml:1:1: empty (give it schema: waivers/1 and waivers)"),
        (HEAD + ONE.replace("who", "whom"), "w.yaml:3:51: unknown key 'whom' (did you mean 'who'?)"),
        (HEAD + ONE.replace(", until: 2025-04-22", ""), "w.yaml:3:5: waivers.0.until is missing (add it)"),
        (
            HEAD + ONE.replace("2025-04-22", "下个月"),
            "w.yaml:3:59: waivers.0.until: write the day as 2025-04-22, not '下个月'",
        ),
        (HEAD + ONE + ONE, "w.yaml:4:5: f1 is waived twice (keep one of the two)"),
        ("[]", "w.yaml:1:1: not a list of waivers: it has no keys (give it schema: waivers/1 and waivers)"),
    ],
)
def test_mistakes(text: str, expected: str) -> None:
    with pytest.raises((LedgerError, Problems)) as caught:
        entries(text)
    assert expected in str(caught.value)


def test_a_rule_that_does_not_exist_is_a_mistake() -> None:
    [error] = unknown_rules(entries(), {"naming/b", "timing/b"})
    assert str(error) == "w.yaml:3:6: there is no rule 'naming/a' (did you mean 'naming/b'?)"
    assert unknown_rules(entries(), {"naming/a"}) == []


def test_a_waiver_is_for_its_file_or_for_all() -> None:
    [one] = entries(path="台账/w.yaml")
    assert one.document == Path("台账/稿.txt").resolve()
    [everywhere] = entries(HEAD + ONE.replace(", file: 稿.txt", ""))
    assert everywhere.document is None


@pytest.mark.parametrize(
    ("day", "holds"),
    [(None, True), (date(2025, 4, 21), True), (date(2025, 4, 22), True), (date(2025, 4, 23), False)],
)
def test_the_last_day_counts(day: date | None, holds: bool) -> None:
    waivers = Waivers(entries(), day)
    assert bool(waivers.holding()) is holds
    lapses = waivers.lapses({("naming/a", "f1"): (Span(0, 1), "")}, {"naming/a"})
    assert [one.span for one in lapses] == ([] if holds else [Span(0, 1)])


def test_unused_only_if_its_rule_has_run_and_the_document_is_its_own() -> None:
    waivers = Waivers(entries())
    assert [(one.where, one.span) for one in waivers.lapses({}, {"naming/a"})] == [("w.yaml:3", None)]
    assert waivers.lapses({}, {"naming/b"}) == ()
    everywhere = Waivers(entries(HEAD + ONE.replace(", file: 稿.txt", "")))
    assert everywhere.lapses({}, {"naming/a"}) == ()


def test_what_is_waived_is_kept_but_does_not_count() -> None:
    settled = settle(report(finding("f1"), finding("f2")), Waivers(entries()), (), set())
    assert [one.fingerprint for one in settled.findings] == ["f2"]
    [waived] = settled.suppressed
    assert (waived.finding.fingerprint, waived.who, waived.reason, waived.until) == (
        "f1",
        "甲",
        "待查",
        date(2025, 4, 22),
    )


def test_a_waiver_is_for_its_rule_alone() -> None:
    settled = settle(report(finding("f1", rule="timing/b")), Waivers(entries()), (), set())
    assert (len(settled.findings), settled.suppressed) == (1, ())


def test_the_next_of_a_group_leads_it_when_its_leader_is_waived() -> None:
    group = [finding(name, cause="f1") for name in ("f1", "f2", "f3")]
    settled = settle(report(*group), Waivers(entries()), (), set())
    assert [(one.fingerprint, one.cause) for one in settled.findings] == [("f2", "f2"), ("f3", "f2")]
    pair = settle(report(*group[:2]), Waivers(entries()), (), set())
    assert [(one.fingerprint, one.cause) for one in pair.findings] == [("f2", None)]


def test_a_mended_fault_never_makes_room_for_a_new_one() -> None:
    known = [Entry(rule="naming/a", fingerprint=name, quote=name, message="不对") for name in ("f1", "f2")]
    settled = settle(report(finding("f2"), finding("f9")), None, known, {"naming/a"})
    assert [one.fingerprint for one in settled.findings] == ["f9"]
    assert [one.fingerprint for one in settled.known] == ["f2"]
    assert [(one.rule, one.fingerprint, one.quote) for one in settled.mended] == [("naming/a", "f1", "f1")]
    assert settle(report(), None, known, {"timing/b"}).mended == (), "its rule has not run"


def test_what_is_waived_is_neither_known_nor_mended() -> None:
    known = [Entry(rule="naming/a", fingerprint="f1")]
    settled = settle(report(finding("f1")), Waivers(entries()), known, {"naming/a"})
    assert (len(settled.suppressed), settled.known, settled.mended) == (1, (), ())


def test_the_schema_takes_what_the_loader_takes() -> None:
    jsonschema.validate(yaml.load(HEAD + ONE, yaml.BaseLoader), schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.load(HEAD + ONE.replace("who", "whom"), yaml.BaseLoader), schema())


def test_a_long_baseline_of_equal_words_takes_linear_time() -> None:
    def make(size: int) -> Callable[[], dict[int, int]]:
        text = "".join(f"第{at}户养牛约{at}头左右。\n" for at in range(size))
        place = Place(Span(0, 1), Position(1, 1, 1), "约")
        found = [replace(finding("f"), place=place, message=f"说了{at}遍") for at in range(size)]
        entries = [
            Entry(rule="naming/a", fingerprint="f", quote="约", message=one.message, before="x", after="y")
            for one in reversed(found)
        ]
        return lambda: recognise(found, entries, text)

    assert make(50)() == {at: 49 - at for at in range(50)}
    assert_linear(make, 500)

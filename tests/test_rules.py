"""All rules at once: every example of every rule file, and what must be true of each file."""

from pathlib import Path

import pytest

from checker.packs import Example, Rule, bundled, examples, run_example
from checker.packs.loader import load_rule

FAMILIES = {
    *("arithmetic", "duplication", "attribution", "structure", "quotation", "counting", "naming"),
    *("units", "timing", "hedging", "headline", "wording", "punctuation", "ledger"),
}
RULES = bundled()
CASES = [(rule, example) for rule in RULES for example in examples(rule)]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.id}-{n}" for n, (rule, _) in enumerate(CASES)])
def test_example(rule: Rule, example: Example) -> None:
    outcome = run_example(rule, example)
    assert outcome.passed, str(outcome)
    for message in outcome.messages:
        assert message.strip() == message
        assert not set(message) & set("{}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_file(rule: Rule) -> None:
    assert rule.family in FAMILIES
    assert rule.file.summary.isascii()
    assert rule.file.summary.endswith(".")
    assert rule.file.why.endswith("。")


def test_joined_rules_exist() -> None:
    known = {rule.id for rule in RULES} | {rule.family for rule in RULES}
    assert {name for rule in RULES for name in rule.file.joins} <= known


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_bundled_rule_is_what_its_validated_file_says(rule: Rule) -> None:
    assert load_rule(Path(rule.path)) == rule

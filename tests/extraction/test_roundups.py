"""Attribution and splices on round-ups from all over China: planted faults are found, clean ones stay silent."""

import random
from dataclasses import replace

import pytest

from checker.engine import lint
from checker.findings import DocumentReport, Severity
from checker.packs import bundled
from checker.readers import text as reader
from tests.extraction.roundups import RoundUp, made

RULES = [rule for rule in bundled() if rule.family in ("attribution", "structure", "duplication")]
SEEDS = range(150)


def checked(article: RoundUp) -> DocumentReport:
    return lint(reader.read(article.text().encode(), "article.txt"), RULES)


def test_clean_ones_are_silent() -> None:
    alarms = [
        (seed, finding.rule, finding.message)
        for seed in SEEDS
        for finding in checked(made(seed)).findings
        if finding.severity is Severity.ERROR and finding.rule.startswith(("attribution", "structure/splice"))
    ]
    assert alarms == []


@pytest.mark.parametrize("block", [1, 2])
def test_pasted_blocks_are_found(block: int) -> None:
    missed = []
    for seed in SEEDS:
        article = made(seed)
        dice = random.Random(seed)
        source, target = dice.sample(range(len(article.places)), 2)
        pasted = [*article.sections[target], *article.sections[source][-block:]]
        sections = tuple(tuple(pasted) if at == target else own for at, own in enumerate(article.sections))
        text = replace(article, sections=sections).text()
        report = lint(reader.read(text.encode(), "article.txt"), RULES)
        spliced = [one for one in report.findings if one.rule == "structure/splice"]
        closing = article.sections[source][-1]
        if not any(closing in one.place.quote for one in spliced):
            missed.append((seed, article.places[target].name, closing))
    assert len(missed) <= 0.02 * len(SEEDS), missed


def test_swapped_names_are_found() -> None:
    missed = []
    for seed in SEEDS:
        article = made(seed)
        dice = random.Random(seed)
        source, target = dice.sample(range(len(article.places)), 2)
        own, other = article.places[target].name, article.places[source].name
        *rest, closing = article.sections[target]
        changed = (*rest, closing.replace(own, other))
        sections = tuple(changed if at == target else paragraphs for at, paragraphs in enumerate(article.sections))
        report = checked(replace(article, sections=sections))
        found = [one.place.quote for one in report.findings if one.rule == "attribution/district"]
        if other not in found:
            missed.append((seed, own, other, closing))
    assert len(missed) <= 0.02 * len(SEEDS), missed

"""Attribution and splices on round-ups from all over China: planted faults are found, clean ones stay silent.

The whole measurement is ``bench/roundups.py``; these are its first few articles of every style of heading.
"""

import random

import pytest

from checker.engine import lint
from checker.extraction.article import Article
from checker.findings import Finding, Severity
from checker.packs import bundled
from checker.readers import text as reader
from tests.extraction.roundups import FAULTS, STYLES, RoundUp, made

RULES = [rule for rule in bundled() if rule.family in ("attribution", "structure", "duplication")]
HEADLESS = ["none", "label", "label colon"]
HEADED = sorted(set(STYLES) - set(HEADLESS))
SEEDS = range(2, 7)


def alarms(article: RoundUp) -> list[Finding]:
    report = lint(reader.read(article.text().encode(), "article.txt"), RULES)
    return [finding for finding in report.findings if finding.severity is not Severity.STYLE]


def is_found(article: RoundUp) -> bool:
    text = article.text()
    places = [place for one in alarms(article) for place in (one.place, *(note.place for note in one.related))]
    start = text.find(article.fault)
    while start >= 0:
        end = start + len(article.fault)
        if any(place.span.start < end and start < place.span.end for place in places):
            return True
        start = text.find(article.fault, end)
    return False


def articles(styles: list[str]) -> list[tuple[int, RoundUp]]:
    return [(seed, made(seed, style)) for style in styles for seed in SEEDS]


def test_the_same_seed_makes_the_same_article() -> None:
    assert made(7).text() == made(7).text() != made(8).text()


@pytest.mark.parametrize("styles", [HEADED, HEADLESS], ids=["headed", "headless"])
def test_clean_ones_are_silent(styles: list[str]) -> None:
    noisy = [
        (seed, article.style, one.rule, one.message) for seed, article in articles(styles) for one in alarms(article)
    ]
    assert noisy == []


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_found(fault: str) -> None:
    tried = missed = 0
    for seed, article in articles(HEADED):
        if fault == "captions exchanged" and not article.captions:
            continue
        broken = FAULTS[fault](article, random.Random(seed))
        if broken.fault:
            tried += 1
            missed += not is_found(broken)
    assert tried >= 2 * len(HEADED)
    assert missed <= 0.02 * tried


@pytest.mark.parametrize("style", HEADED)
def test_the_topics_are_what_the_sections_were_made_for(style: str) -> None:
    for seed in SEEDS:
        article = made(seed, style, "schools")
        document = reader.read(article.text().encode(), "article.txt")
        assert [one.name for one in Article(document).topics] == [one.name for one in article.sections]

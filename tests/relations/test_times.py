"""Times in whole sentences from many desks: what fits, what does not, and what must raise no alarm."""

from pathlib import Path

import pytest

from checker import relations, yamlfile
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from tests.relations.test_dated import PUBLISHED

SENTENCES = yamlfile.load(Path(__file__).parent / "times.yaml").data


def verdicts(text: str) -> set[Verdict]:
    document = reader.read(text.encode(), "times")
    return {one.verdict for one in relations.find(document, scan(document.text), PUBLISHED) if one.kind == "span"}


@pytest.mark.parametrize("text", SENTENCES["right"])
def test_what_fits(text: str) -> None:
    assert verdicts(text) >= {Verdict.CONSISTENT}
    assert Verdict.INCONSISTENT not in verdicts(text)


@pytest.mark.parametrize("text", SENTENCES["wrong"])
def test_what_does_not(text: str) -> None:
    assert Verdict.INCONSISTENT in verdicts(text)


@pytest.mark.parametrize("text", SENTENCES["silent"])
def test_no_alarm(text: str) -> None:
    assert Verdict.INCONSISTENT not in verdicts(text)

"""Times in whole sentences from many desks: what fits, what does not, and what must raise no alarm."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import relations, yamlfile
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from checker.relations.dated import span
from tests.growth import assert_linear
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


@pytest.mark.parametrize(
    "words",
    [
        "2003年开馆，干了22年，",
        "5月1日开工，5月5日完工，用了9天，",
        "8时至12时，历时3小时，",
        "2003年起每年一届，今年第9届，",
        "1989年出生，今年39岁，",
        "距9月20日还有9天，",
    ],
)
def test_a_sentence_without_end_takes_time_by_its_length(words: str) -> None:
    def make(size: int) -> Callable[[], object]:
        document = reader.read((words * size).encode(), "times")
        sentences = list(relations.passages(document, scan(document.text), PUBLISHED))
        return lambda: [one for sentence in sentences for one in span.find(sentence)]

    assert_linear(make, 300)

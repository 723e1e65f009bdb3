"""Times that are reckoned up to the day of issue: the record that a sentence must give, and sentences without one."""

from datetime import date
from pathlib import Path

import pytest

from checker import relations, yamlfile
from checker.quantities import scan
from checker.readers import text as reader
from tests.relations.test_corpus import MARK

FOLDER = Path(__file__).parent / "dated"
PUBLISHED = date(2025, 9, 20)


def cases() -> list[tuple[str, str, str]]:
    return [
        (path.stem.partition("-")[0], verdict, line)
        for path in sorted(FOLDER.glob("*.yaml"))
        for verdict, lines in yamlfile.load(path).data.items()
        for line in lines
    ]


@pytest.mark.parametrize(("kind", "verdict", "marked"), cases())
def test_sentence(kind: str, verdict: str, marked: str) -> None:
    text = MARK.sub(r"\2", marked)
    document = reader.read(text.encode(), "corpus")
    found = [one for one in relations.find(document, scan(document.text), PUBLISHED) if one.kind == kind]
    got = [
        (one.verdict.value, sorted((operand.role, operand.span.of(text)) for operand in one.operands)) for one in found
    ]
    wanted = [] if verdict == "nothing" else [(verdict, sorted((m[1], m[2]) for m in MARK.finditer(marked)))]
    assert got == wanted

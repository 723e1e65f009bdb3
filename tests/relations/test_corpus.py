"""Every relation's corpus: the record that a sentence must give, and sentences that must give none."""

import re
from pathlib import Path

import pytest

from checker import relations, yamlfile
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from checker.relations.record import Relation

FOLDER = Path(relations.__file__).parent / "corpus"
MARK = re.compile(r"\{(\w+) ([^}]*)\}")
VERDICTS = ("consistent", "inconsistent", "undecided")


def every(text: str) -> list[Relation]:
    document = reader.read(text.encode(), "corpus")
    return relations.find(document, scan(document.text))


def found(text: str, kind: str) -> list[Relation]:
    return [one for one in every(text) if one.kind == kind]


def cases() -> list[tuple[str, str, str]]:
    rows = []
    for path in sorted(FOLDER.glob("*.yaml")):
        data = yamlfile.load(path).data
        assert {part.partition("/")[0] for part in data} == {*VERDICTS, "nothing"}
        rows += [(path.stem, part, line) for part, lines in data.items() for line in lines]
    return rows


@pytest.mark.parametrize(("kind", "part", "marked"), cases())
def test_sentence(kind: str, part: str, marked: str) -> None:
    """A part of a corpus is a verdict, or a verdict and a variant: ``inconsistent/sum``."""
    verdict, _, variant = part.partition("/")
    text = MARK.sub(r"\2", marked)
    wanted = [] if verdict == "nothing" else [(verdict, sorted((m[1], m[2]) for m in MARK.finditer(marked)))]
    got = [
        (one.verdict.value, sorted((operand.role, operand.span.of(text)) for operand in one.operands))
        for one in found(text, kind)
    ]
    assert got == wanted
    assert not variant or {one.variant for one in found(text, kind)} == {variant}


@pytest.mark.parametrize(
    "marked", sorted({line for _, part, line in cases() if part.partition("/")[0] in ("consistent", "nothing")})
)
def test_nothing_else_is_wrong_in_it(marked: str) -> None:
    """A sentence in which nothing is wrong for one relation has nothing wrong for any other."""
    text = MARK.sub(r"\2", marked)
    wrong = [one for one in every(text) if one.verdict is Verdict.INCONSISTENT]
    assert not wrong, wrong[0].working


def test_every_relation_has_a_corpus() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(relations.ROLES)

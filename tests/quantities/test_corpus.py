"""Every spelling of the corpora has exactly one whole reading, and it is the one that stands in the key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.quantities import parses, quantities, scan
from checker.quantities.interval import decimal
from checker.quantities.model import Code, Date, Ordinal, Period, Proportion, Quantity, Range, Token
from checker.yamlfile import load

CORPUS = Path(__file__).parents[2] / "checker" / "quantities" / "corpus"
KEYED = sorted(path.stem for path in CORPUS.glob("*.yaml") if path.stem not in ("nothing", "inside"))


def _date(date: Date | None) -> str:
    assert date is not None
    if date.weekday:
        return f"weekday {date.weekday}"
    parts = "-".join("?" if part is None else str(part) for part in (date.year, date.month, date.day))
    return f"{date.relative} {parts}".strip()


def meaning(token: Token) -> str:
    """A token in the notation of the corpora."""
    match token:
        case Quantity():
            return f"{token.interval} {token.unit.name}".strip()
        case Range():
            return f"{decimal(token.low.value)} .. {decimal(token.high.value)} {token.high.unit.name}"
        case Proportion():
            return " : ".join(decimal(part.value) for part in token.parts)
        case Date():
            return _date(token)
        case Period():
            return f"{_date(token.start)} .. {_date(token.end)}"
        case Ordinal():
            return f"{token.value} {token.unit}"
        case Code():
            return token.kind


def spellings() -> Iterator[tuple[str, str, str]]:
    for name in KEYED:
        for key, words in load(CORPUS / f"{name}.yaml").data.items():
            for word in words:
                yield name, key, word


@pytest.mark.parametrize(("name", "key", "word"), list(spellings()))
def test_one_whole_reading(name: str, key: str, word: str) -> None:
    readings = parses(word)
    assert [meaning(token) for token in readings] == [key]
    assert [token.span.of(word) for token in readings] == [word]


@pytest.mark.parametrize(("name", "key", "word"), [row for row in spellings() if row[0] != "codes"])
def test_the_scanner_takes_the_same_reading(name: str, key: str, word: str) -> None:
    assert [meaning(token) for token in scan(f"，{word}。")] == [key]


@pytest.mark.parametrize("sentence", load(CORPUS / "nothing.yaml").data)
def test_nothing_is_counted(sentence: str) -> None:
    assert [one.literal for one in quantities(scan(sentence))] == []


@pytest.mark.parametrize(("sentence", "literals"), list(load(CORPUS / "inside.yaml").data.items()))
def test_spans_inside_a_sentence(sentence: str, literals: list[str]) -> None:
    assert [one.literal for one in quantities(scan(sentence))] == literals


def test_every_corpus_is_read() -> None:
    assert sum(1 for _ in spellings()) > 300
    assert set(KEYED) == {
        "codes", "counts", "dates", "hedges", "measures", "money", "ordinals", "per", "periods", "proportions",
        "ranges", "rates",
    }  # fmt: skip

"""abolished: which former names are reported, when, and what excuses them."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.extraction.article import Article
from checker.findings import Hit
from checker.gazetteer import Gazetteer
from checker.lexicon.renamed import renamed
from checker.readers import text as reader
from tests.growth import assert_linear

KIND = KINDS["abolished"]
NAMES = sorted(renamed())


def hits(text: str, published: date | None = None) -> list[Hit]:
    return list(KIND.check(Article(reader.read(text.encode(), "x.txt"), published), KIND.params()))


def told(text: str, published: date | None = None) -> list[tuple[str, str, str]]:
    return [(hit.span.of(text), hit.variant, hit.data["now"]) for hit in hits(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者在永川市看到，麦田返青了。", [("永川市", "abolished", "永川区")]),
        ("重庆市永川市的麦田返青了。", [("永川市", "abolished", "永川区")]),
        ("襄樊市和铜山县签了协议。", [("襄樊市", "abolished", "襄阳市"), ("铜山县", "abolished", "铜山区")]),
        ("吴县市的湖面结了冰。", [("吴县市", "abolished", "吴中区、相城区")]),
        ("永川市民出行更方便了。", []),
        ("原永川市的老街修好了。", []),
        ("新增城市公园三座。", []),
        ("济南市区的雪化了。", []),
        ("双城市民自由往来，双城市集很热闹。", []),
        ("在双城市，雪化了。", [("双城市", "abolished", "双城区")]),
        ("永川区和襄阳市签了协议。", []),
        ("2001年，永川市的老街修好了。", []),
    ],
)
def test_by_the_day_of_publication(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, date(2025, 5, 1)) == expected
    assert told(text) == []


def test_an_old_article_has_the_old_name() -> None:
    assert told("记者在永川市看到，麦田返青了。", date(2004, 5, 1)) == []
    assert told("记者在永川市看到，麦田返青了。", date(2006, 5, 1)) == []
    assert told("记者在永川市看到，麦田返青了。", date(2007, 5, 1)) == [("永川市", "abolished", "永川区")]


def test_the_year_of_the_sentence_counts_before_the_day() -> None:
    assert told("2019年，襄樊市新开工四十个项目。") == [("襄樊市", "abolished", "襄阳市")]
    assert told("1999年，襄樊市新开工四十个项目。", date(2025, 5, 1)) == []


def test_a_story_of_the_past_says_so_once() -> None:
    text = "1968年，他到永川市插队。\n永川市的冬天很冷。"
    assert told(text, date(2025, 5, 1)) == []


def test_one_place_by_two_types() -> None:
    assert told("松岭区今年降了雪。\n松岭县城管局上街除雪。\n松岭县委开了会。") == [("松岭县", "level", "松岭区")]
    assert told("松岭区今年降了雪。\n长沙市和长沙县都放了假。") == []
    assert told("永川区今年降了雪。\n在永川市，路面结了冰。") == [("永川市", "level", "永川区")]
    assert told("松江区和日本松江市结为友城。\n在松江市，雪化了。") == []


def test_several_names_now_are_several_proposals() -> None:
    (hit,) = hits("吴县市的湖面结了冰。", date(2025, 1, 1))
    assert [one.edits[0].text for one in hit.proposals] == ["吴中区", "相城区"]


@given(st.sampled_from(NAMES))
def test_every_former_name_is_told_after_its_time_and_not_in_it(name: str) -> None:
    text = f"在{name}，麦田返青了。"
    row = renamed()[name]
    assert told(text, date(row.year, 6, 1)) == []
    assert told(text, date(row.year + 1, 6, 1)) == [(name, "abolished", row.now)]


def test_what_places_are_now_exists_and_what_they_were_does_not() -> None:
    names = Gazetteer.load().full_names
    assert [one for row in renamed().values() for one in row.now.split("、") if one not in names] == []
    assert [name for name in renamed() if name in names] == []


def test_time_grows_with_the_text() -> None:
    def make(size: int) -> Callable[[], list[Hit]]:
        text = "在永川市，麦田返青了，松岭县和松岭区都下了雪，" * size
        return lambda: hits(text, date(2025, 1, 1))

    assert_linear(make, 500)

"""town: which names are held against which county, what is proposed, and what is left alone."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.places import cases, found, hits, no_towns
from checker.checks import KINDS
from checker.extraction.article import Article
from checker.findings import Hit
from checker.gazetteer import Gazetteer
from checker.packs import bundled
from checker.readers import read
from checker.readers.text import read as read_text
from tests.growth import assert_linear

USERS = Path(__file__).parents[2] / "articles" / "yuxi-eight-districts.txt"
GAZETTEER = Gazetteer.load()
HECHUAN = [town.name for town in GAZETTEER.towns(GAZETTEER.named("合川区")[0]) if town.valid_to is None]


def told(text: str) -> list[tuple[str, str, str]]:
    """Quoted words, variant, and what is proposed first, or the county that has it."""
    return [(hit.span.of(text), hit.variant, hit.data["right"] or hit.data["home"]) for hit in hits(text)]


def test_the_users_article() -> None:
    article = Article(read(str(USERS)))
    found = [(hit.span.of(article.text), hit.data["right"]) for hit in KINDS["town"].check(article, None)]
    assert found == [("涪沱", "渭沱镇")] * 4 + [("琉璃", "珞璜镇")]


def test_nothing_else_of_the_family_is_wrong_there() -> None:
    article = Article(read(str(USERS)))
    rules = [rule for rule in bundled() if rule.kind in map(KINDS.get, ("one-place", "abolished", "region"))]
    assert len(rules) == 3
    assert [hit for rule in rules for hit in rule.kind.check(article, rule.params)] == []


def test_all_places_of_one_wrong_name_are_one_cause() -> None:
    text = "合川区新建一条通道。\n涪沱物流园昨天开园，首班列车从涪沱货运站发出，涪沱人很高兴。\n"
    found = hits(text)
    assert [hit.span.of(text) for hit in found] == ["涪沱"] * 3
    assert len({hit.cause for hit in found}) == 1


def test_what_is_proposed() -> None:
    text = "洛川县士基镇的果农正在套袋。\n"
    (hit,) = hits(text)
    (proposal,) = hit.proposals
    assert (hit.span.of(text), proposal.edits[0].text, proposal.safe) == ("士基镇", "土基镇", False)
    assert proposal.data == {"right": "土基镇", "county": "洛川县"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("璧山区渭沱镇今年修了路。", [("渭沱镇", "elsewhere", "合川区")]),
        ("昆山市华桥镇通了地铁。", [("华桥镇", "shape", "花桥镇")]),
        ("合川区今年修路。\n走进渭坨镇，灯亮着。", [("渭坨镇", "shape", "渭沱镇")]),
        ("合川区今年修路。\n走进士基镇，灯亮着。", []),
        ("今年修路。\n走进渭坨镇，灯亮着。", []),
    ],
)
def test_which_county_is_meant(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text + "\n") == expected


def test_what_was_where_before_the_gazetteer_is_not_judged() -> None:
    kind, document = KINDS["town"], read_text("璧山区渭沱镇今年修了路。".encode(), "x.txt")
    days = (date(2015, 5, 1), date(2025, 5, 1))
    assert [len(list(kind.check(Article(document, day), kind.params()))) for day in days] == [0, 1]


@pytest.mark.parametrize("slot", ["物流园", "智慧物流园", "铁路货运站", "码头", "工业园"])
def test_what_is_named_after_a_town(slot: str) -> None:
    assert told(f"合川区今年扩建。\n涪沱{slot}已经开工。\n") == [("涪沱", "shape", "渭沱镇")]


@given(st.sampled_from(HECHUAN), st.sampled_from(("{}今年修了路。", "走进{}，灯亮着。", "他家住在{}。")))
def test_no_town_of_the_county_is_ever_wrong(name: str, frame: str) -> None:
    assert hits(f"合川区的秋粮开镰了。\n{frame.format(name)}\n合川区{name}也一样。\n") == []


def test_misspelt_towns_of_the_whole_country() -> None:
    wrong, right = cases(80, random.Random(11))
    assert sum(map(found, wrong)) >= 72
    assert [case for case in right if hits(case.text)] == []


def test_names_that_are_no_towns() -> None:
    assert [case for case in no_towns(500, random.Random(11)) if hits(case.text)] == []


def test_time_grows_with_the_text() -> None:
    kind = KINDS["town"]

    def make(size: int) -> Callable[[], list[Hit]]:
        text = "合川区渭坨镇的乡镇企业在香港上市，小镇的车站建在涪沱物流园。\n" * size
        return lambda: list(kind.check(Article(read_text(text.encode(), "x.txt")), kind.params()))

    assert_linear(make, 200)

"""Counts and lists in titles against the sections, one body of two types: exact words, both directions."""

import pytest

from checker.checks import KINDS
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.findings import Verdict
from checker.readers import text as reader

SCHOOLS = ("前河小学", "后山中学", "石桥镇中心学校", "河口镇一小")
COUNTIES = ("都昌县", "湖口县", "彭泽县", "德安县")


def article(text: str) -> Article:
    return Article(reader.read(text.encode(), "a.txt"))


def found(kind: str, text: str) -> list[tuple[str, str]]:
    return [(hit.variant, hit.span.of(text)) for hit in KINDS[kind].check(article(text), Params())]


def visits(title: str, names: tuple[str, ...], lead: str = "") -> str:
    body = [title, lead] if lead else [title]
    for name in names:
        body += [f"{name}：院里的灯", "入夜以后，院里的灯一盏一盏亮起来。"]
    return "\n\n".join(body)


@pytest.mark.parametrize("number", range(2, 10))
@pytest.mark.parametrize("size", [2, 3, 4])
def test_a_title_counts_the_schools_that_are_visited(number: int, size: int) -> None:
    count = f"{'零一两三四五六七八九'[number]}校"
    text = visits(f"山里{count}记", SCHOOLS[:size])
    assert found("round-up", text) == ([] if number == size else [("count", count)])
    told = list(KINDS["round-up"].account(article(text), Params()))
    assert [one.verdict for one in told] == ([Verdict.CONSISTENT] if number == size else [])


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("湖区五厂走访记", "记者走进湖区的四家企业，跟着订单走了一圈。", [("count", "五厂")]),
        ("湖区四厂走访记", "记者走进湖区的四家企业，跟着订单走了一圈。", []),
        ("湖区五厂走访记", "记者走进湖区的五家企业，又看了四家公司的仓库。", []),
        ("湖区五厂走访记", "记者在湖区走了一圈。", []),
        ("湖区“五厂”走访记", "记者走进湖区的四家企业，跟着订单走了一圈。", []),
        ("湖区五厂房走访记", "记者走进湖区的四家企业，跟着订单走了一圈。", []),
        ("都昌、湖口、彭泽、瑞昌：四县账本", "记者在湖区走了一圈。", [("named", "瑞昌")]),
        ("都昌、湖口、彭泽、德安：四县账本", "记者在湖区走了一圈。", []),
        ("都昌、湖口、瑞昌：湖区账本", "记者在湖区走了一圈。", []),
        ("都昌、湖口、彭泽、瑞昌：四县账本", "记者在瑞昌等地走了一圈。", []),
        ("湖区账本", "记者走进都昌、湖口、彭泽和瑞昌，看了看账本。", [("named", "瑞昌")]),
        ("湖区账本", "记者走进都昌、湖口、瑞昌和永修，看了看账本。", []),
    ],
)
def test_what_the_text_says_of_places(title: str, lead: str, expected: list[tuple[str, str]]) -> None:
    assert found("round-up", visits(title, COUNTIES, lead)) == expected


def test_a_section_of_another_sort_counts_nothing() -> None:
    assert found("round-up", visits("山里四校记", (*SCHOOLS[:2], "东坪镇"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("样品送到河东市质检院。河东市质检所昨天回函。", ["市质检所"]),
        ("样品送到河东市质检院。河西市质检所昨天回函。", []),
        ("样品送到河东市质检院。市质检所昨天回函。", ["市质检所"]),
        ("样品送到河东市质检院。县质检所昨天回函。", []),
        ("样品送到河东市质检院。市质检所更名后搬了家。", []),
        ("样品送到河东市质检站。市质检所昨天回函。", []),
        ("县卫健委发了名单。请问县卫健局。县卫健局没有回答。", ["县卫健局"]),
        ("县卫健委发了名单。县卫健局局长没有回答。", ["县卫健局"]),
        ("县卫健委发了名单。县卫健委没有回答。", []),
    ],
)
def test_one_body_of_two_types(text: str, expected: list[str]) -> None:
    assert [words for _, words in found("body-type", text)] == expected

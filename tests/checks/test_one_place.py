"""one-place: which of two spellings is reported, and which pairs are two places."""

import pytest

from checker.checks import KINDS
from checker.extraction.article import Article
from checker.findings import Hit
from checker.readers import text as reader

KIND = KINDS["one-place"]


def hits(text: str) -> list[Hit]:
    return list(KIND.check(Article(reader.read(text.encode(), "x.txt")), KIND.params()))


def told(text: str) -> list[tuple[str, str, str]]:
    return [(hit.span.of(text), hit.variant, hit.data["other"]) for hit in hits(text)]


def test_the_gazetteer_decides() -> None:
    text = "花汕镇连夜转移群众。花汕镇没有停电。\n清晨，花山镇的安置点里飘出饭香。"
    assert told(text) == [("花汕镇", "known", "花山镇")] * 2
    assert len({hit.cause for hit in hits(text)}) == 1


def test_else_the_rarer_one_is_reported() -> None:
    text = "柳沟村有百户人家。柳沟村产桃。\n到了腊月，柳钩村杀猪过年。"
    (hit,) = hits(text)
    assert told(text) == [("柳钩村", "rarer", "柳沟村")]
    assert hit.related[0].span.of(text) == "柳沟村"
    assert hit.proposals[0].edits[0].text == "柳沟村"


def test_of_a_few_villages_the_later_one_is_reported() -> None:
    assert told("柳沟村有百户人家。\n到了腊月，柳钩村杀猪过年。") == [("柳钩村", "rarer", "柳沟村")]


@pytest.mark.parametrize(
    "text",
    [
        "柳沟村有百户人家。\n到了腊月，柳钩村杀猪过年，杏花村、梨花村也来了人。",
        "王家村有百户人家。\n到了腊月，汪家村杀猪过年。",
        "柳沟村有百户人家。柳沟村产桃。\n柳钩村产梨。柳钩村在上游。",
        "柳沟村、柳钩村都通了车。柳沟村产桃。",
        "上坝村有百户人家。上坝村产桃。\n下坝村产梨。",
        "东河村有百户人家。东河村产桃。\n西河村产梨。",
        "李庄村有百户人家。李庄村产桃。\n杨庄村产梨。",
        "扩大农村消费。扩大农村投资。\n广大农村大有可为。",
    ],
)
def test_two_places(text: str) -> None:
    assert told(text) == []


def test_a_name_that_is_misnamed_anyway_is_reported_once() -> None:
    text = "杂多县昂赛乡的雪豹多了。\n昂塞乡的牧民当上了监测员。"
    article = Article(reader.read(text.encode(), "x.txt"))
    assert told(text) == []
    assert [one.span.of(text) for one in article.misnamed] == ["昂塞乡"]

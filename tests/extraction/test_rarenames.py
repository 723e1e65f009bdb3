"""Names that no list of words knows, in a second spelling."""

import pytest

from checker.extraction.rarenames import rare_spellings
from checker.extraction.respelt import LONGEST
from checker.readers.text import read


def told(text: str) -> list[tuple[str, str, int]]:
    return [(one.name, one.usual, one.count) for one in rare_spellings(read(text.encode(), "x.txt"))]


def test_the_rarer_spelling_is_told_as_far_as_both_agree() -> None:
    text = "骆沅冷链仓库在城西。\n\n骆沅冷链仓库满了。\n\n骆源冷链仓库添了车。"
    assert told(text) == [("骆源冷链仓库", "骆沅冷链仓库", 2)]


def test_of_two_that_stand_once_the_later_is_told() -> None:
    assert told("澜湖雅苑开盘了。\n\n澜湖雅院卖得快。") == [("澜湖雅院", "澜湖雅苑", 1)]


def test_the_order_of_two_characters_counts() -> None:
    assert told("沅骆冷链在城西。\n\n骆沅冷链满了。") == [("骆沅冷链", "沅骆冷链", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "骆沅冷链、骆源冷链挨着。",
        "沿河步道修好了。\n\n沿湖步道在铺砖。",
        "前任总统之女来访。\n\n时任总统文森特来过。",
        "东骆冷链在城西。\n\n西骆冷链在城东。",
        "骆沅冷链在城西。\n\n骆源冷链满了。" + "雨。\n\n" * (LONGEST // 4),
    ],
    ids=["one sentence", "words", "outside a word", "directions", "a book"],
)
def test_nothing_is_told(text: str) -> None:
    assert told(text) == []

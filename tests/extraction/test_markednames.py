"""Names that marks set off, in a second spelling."""

import pytest

from checker.extraction.markednames import marked_spellings
from checker.readers.text import read


def told(text: str) -> list[tuple[str, str, int]]:
    return [(one.name, one.usual, one.count) for one in marked_spellings(read(text.encode(), "x.txt"))]


def test_the_rarer_spelling_is_told_against_the_usual_one() -> None:
    text = "“麦穗手作”开在巷口。麦穗手作一天卖六十个面包。\n\n夜里，“麦惠手作”还亮着灯。"
    assert told(text) == [("麦惠手作", "麦穗手作", 2)]


def test_of_two_that_stand_once_the_later_is_told() -> None:
    assert told("《河湾的灯塔》开机了。\n\n镜头里，《河弯的灯塔》亮起。") == [("河弯的灯塔", "河湾的灯塔", 1)]


def test_the_order_of_two_characters_counts() -> None:
    assert told("“邻里茶亭”收拾出来了。\n\n邻里亭茶坐满了人。") == [("邻里亭茶", "邻里茶亭", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "“青禾画坊”“清禾画坊”挨着。",
        "“东街茶馆”卖早点。\n\n“西街茶馆”夜里才开。",
        "“河湾”卖船票。\n\n河弯卖鱼。",
        "标语写着“再接再厉”。\n\n她说，会再接再励。",
    ],
    ids=["one sentence", "directions", "short", "a set phrase"],
)
def test_nothing_is_told(text: str) -> None:
    assert told(text) == []

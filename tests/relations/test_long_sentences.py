"""One sentence as long as a document, as a file without line ends or a hostile one has it: time stays linear."""

from collections.abc import Callable

import pytest

from checker.quantities import scan
from checker.readers import text as reader
from checker.relations import find
from tests.growth import assert_linear


@pytest.mark.parametrize(
    "words",
    [
        "4800元的奖金分给16名船工，每人300元，钱由船主出，",
        "地块以5.2亿元成交，可建6.5万平方米，折合楼面价8000元/平方米，",
        "园子去年收梨120吨，前年收90吨，两年合计210吨，",
        "跳远7.41米，比两年前的自己远了0.26米，那时跳出的是7.15米，",
        "平时占50%，期中占20%，期末占30%，",
        "全村512户，装上光伏板的有312户，占60.9%，",
        "平均每亩收稻谷560公斤，共种86亩，卖得粮款13.1万元，",
        "由第7位升至第3位，前移4位，夺金3枚、银2枚，合计5枚，",
    ],
)
def test_a_sentence_without_an_end_takes_linear_time(words: str) -> None:
    # So many numbers around one are tried: only from there on is the time that of the length.
    def work(number: int) -> None:
        document = reader.read((words * number).encode(), "稿.txt")
        find(document, scan(document.text))

    assert_linear(lambda number: lambda: work(number), 120, times=3)


@pytest.mark.parametrize(
    ("make", "small"),
    [
        (lambda size: "2024年3月" * size, 1500),
        (lambda size: "、".join(f"{at}个" for at in range(size)), 800),
        (lambda size: "、".join(f"{at}至{at + 9}个" for at in range(size)), 800),
        (lambda size: "他去世，享年92岁" * size, 800),
        (lambda size: "，".join(f"比对手多{at}分" for at in range(size)), 800),
    ],
    ids=["months", "counts", "spreads", "ages", "differences"],
)
def test_a_list_without_an_end_takes_linear_time(make: Callable[[int], str], small: int) -> None:
    def work(size: int) -> None:
        document = reader.read(make(size).encode(), "稿.txt")
        find(document, scan(document.text))

    assert_linear(lambda size: lambda: work(size), small)

"""Numbers in titles, in the names of events and before items assert nothing; what is told of a work is the work's."""

import pytest

from tests.extraction.test_statements import numbers

WORKS = {
    "《山河》得票率12.3%，《灯下》（23%）、《远方的桥》（18%）分列其后。": [
        ("12.3%", "山河", "得票率"),
        ("23%", "灯下", "得票率"),
        ("18%", "远方的桥", "得票率"),
    ],
    "投票结果：1）《山河》，得票率12.3%；2）《雨》，得票率10.1%；3）《2077》，得票率6%。": [
        ("12.3%", "山河", "得票率"),
        ("10.1%", "雨", "得票率"),
        ("6%", "2077", "得票率"),
    ],
    "《山河》票房3.2亿元，《夜》1.1亿元。": [("3.2亿元", "山河", "票房"), ("1.1亿元", "夜", "票房")],
}
PLACED = {
    "白鹭县9个贫困村的8.3万贫困人口脱贫。": [("9个", "白鹭县", "贫困村数"), ("8.3万", "白鹭县", "脱贫的贫困人口数")],
    "宁夏12家企业停产。": [("12家", "宁夏", "停产的企业数")],
}
EVENTS = [
    "林晓在女子10米气手枪决赛中夺冠。",
    "接力队拿下4×100米接力的金牌。",
    "他先后参加100米自由泳、1500米比赛。",
    "五年期以上贷款利率不变。",
]


@pytest.mark.parametrize(("text", "expected"), [*WORKS.items(), *PLACED.items()])
def test_a_number_is_told_of_the_work_or_place_just_named(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize("text", EVENTS)
def test_numbers_of_names_assert_nothing(text: str) -> None:
    assert numbers(text) == []


def test_a_length_is_no_event() -> None:
    assert numbers("云溪镇的河堤全长1500米。") == [("1500米", "云溪镇", "河堤全长")]

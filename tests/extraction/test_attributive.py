"""Numbers that only describe what the next one is of, and measures that go on with the good or place before them."""

import pytest

from tests.extraction.test_statements import numbers

DESCRIBED = {
    "云溪镇60岁及以上人口占比为5.3%。": [("5.3%", "云溪镇", "60岁及以上人口占比")],
    "云溪镇发生3.0级到3.9级地震52次。": [("52次", "云溪镇", "发生3.0级到3.9级地震次数")],
    "云溪镇学前三年毛入园率达到68.2%。": [("68.2%", "云溪镇", "学前三年毛入园率")],
    "2月18日0—24时，云溪镇新增病例4例。": [("4例", "云溪镇", "新增病例例数")],
    "云溪镇孕产妇死亡率由165.38/10万下降到45/10万。": [
        ("165.38/10万", "云溪镇", "原孕产妇死亡率"),
        ("45/10万", "云溪镇", "孕产妇死亡率"),
    ],
}
CARRIED = {
    "云溪镇小麦播种面积300万亩；单产400公斤/亩；产量120万吨，增长3%。": [
        ("300万亩", "云溪镇", "小麦播种面积"),
        ("400公斤/亩", "云溪镇", "小麦单产"),
        ("120万吨", "云溪镇", "小麦产量"),
        ("3%", "云溪镇", "小麦产量增速"),
    ],
    "云溪镇棉田减少420公顷（6300亩），下降1%。": [
        ("420公顷", "云溪镇", "棉田减量"),
        ("6300亩", "云溪镇", "棉田减量"),
        ("1%", "云溪镇", "棉田降幅"),
    ],
    "云溪镇工业产值年均增长8%，2023年达到30亿元。": [
        ("8%", "云溪镇", "工业产值年均增速"),
        ("30亿元", "云溪镇", "工业产值"),
    ],
    "云溪镇人均预期寿命由68岁提高到72岁。": [
        ("68岁", "云溪镇", "人均预期寿命"),
        ("72岁", "云溪镇", "人均预期寿命"),
    ],
    "合肥市震中距巢湖市20公里。": [("20公里", "震中", "距巢湖市的距离")],
    "云溪镇小学生师比17:1。": [("17", "云溪镇小学", "生师比"), ("1", "云溪镇小学", "生师比")],
}


@pytest.mark.parametrize(("text", "expected"), DESCRIBED.items())
def test_a_number_that_describes_things_is_told_with_them(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(("text", "expected"), CARRIED.items())
def test_a_measure_goes_on_with_what_stands_before(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize("text", ["云溪镇连续三年增长5%。", "参赛选手为18至35岁的青年。"])
def test_a_number_that_something_is_told_by_stays(text: str) -> None:
    assert len(numbers(text)) > 1

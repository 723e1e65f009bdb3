"""Persons in sure slots, and nobody else: exact names, slots and titles."""

import pytest

from checker.extraction.persons import Slot, is_press, persons
from checker.readers import text as reader
from tests.growth import assert_linear


def found(text: str) -> list[tuple[str, str, str]]:
    return [(one.name, one.slot.value, one.title) for one in persons(reader.read(text.encode(), "a"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("馆长程立新说，馆藏添了四百件。", [("程立新", "title", "馆长")]),
        ("局长陈立介绍，闸已修好。", [("陈立", "title", "局长")]),
        ("副局长陈立在闸上。", [("陈立", "title", "副局长")]),
        ("研究员欧阳文澜在井口。", [("欧阳文澜", "title", "研究员")]),
        ("花农方启仁就下了地。", [("方启仁", "title", "花农")]),
        ("“不急。”程立新告诉记者，工期还长。", [("程立新", "speech", "")]),
        ("今年五十岁的程立新是老师傅。", [("程立新", "label", "")]),
        ("一个名叫程立新的人来过。", [("程立新", "label", "")]),
        ("图为程立新（左）在修船。", []),
        ("修船的，程立新（左一）和徒弟。", [("程立新", "label", "")]),
        ("夜里，陈立局长还在闸上。", [("陈立", "speech", "局长")]),
        ("（记者 沈怀瑾 通讯员 陆一鸣）", [("沈怀瑾", "title", "记者"), ("陆一鸣", "byline", "记者")]),
        (
            "记者 沈怀 韩柯文文 苏盛宇图",
            [("沈怀", "title", "记者"), ("韩柯文", "byline", "记者"), ("苏盛宇", "byline", "记者")],
        ),
        ("修脚师程立新介绍，水要烫。", [("程立新", "label", "")]),
        ("修脚师程立新在烫水。", []),
        ("程立新今年五十八岁。", []),
        ("屋里，程立新今年58岁。", [("程立新", "speech", "")]),
        ("老街上，程立新，58岁，修船。", [("程立新", "speech", "")]),
        ("沈怀瑾 摄", [("沈怀瑾", "byline", "记者")]),
        ("责任编辑：沈怀瑾", [("沈怀瑾", "byline", "编辑")]),
    ],
)
def test_slots(text: str, expected: list[tuple[str, str, str]]) -> None:
    names = [(name, title) for name, _, title in found(text)]
    assert names == [(name, title) for name, _, title in expected]


@pytest.mark.parametrize(
    "text",
    [
        "局长王女士说，门已开。",
        "负责人高兴地说，鱼多了。",
        "村民于是说，路修好了。",
        "专家和村民表示，水清了。",
        "，商务部表示，出口增加。",
        "增长方式表示，方向变了。",
        "程立新修好了船。",
        "记者从周边获悉，店已开门。",
    ],
)
def test_no_names(text: str) -> None:
    assert found(text) == []


def test_spans_and_bodies() -> None:
    text = "白沙县教育局局长程立新说，河口小学校长周平来了。"
    one, other = persons(reader.read(text.encode(), "a"))
    assert (one.span.of(text), one.body, one.slot) == ("程立新", "教育局", Slot.TITLE)
    assert (other.span.of(text), other.body) == ("周平", "口小学")
    assert not is_press(one)


def test_linear() -> None:
    line = "白沙县教育局局长程立新说，（记者 沈怀瑾 周一鸣）“不急。”程立新告诉记者，工期还长。"
    assert_linear(lambda size: lambda: persons(reader.read((line * size).encode(), "a")), 400)

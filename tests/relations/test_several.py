"""Sentences that state several relations of one kind: each is found with its own operands."""

import pytest

from tests.relations.test_corpus import found

CASES = [
    ("total", "全县新签合同120份，金额3.5亿元，其中出口合同30份，金额1.2亿元。", ["120份 30份", "3.5亿元 1.2亿元"]),
    (
        "total",
        "查处案件58件，涉案2300万元，其中盗伐案件12件，涉案900万元。",
        ["58件 12件", "2300万元 900万元"],
    ),
    ("total", "全村种茶120户，面积800亩，其中贫困户30户，面积1500亩。", ["120户 30户"]),
    (
        "total",
        "全年实现营业收入60.5亿元，增长5%；实现净利润3.4亿元，增长11%。其中Q4营业收入16.1亿元，增长2%；净利润0.8亿元。",
        ["60.5亿元 16.1亿元", "3.4亿元 0.8亿元"],
    ),
    (
        "total",
        "代表团共获得17枚金牌、15枚银牌。其中省赛金牌5枚、银牌2枚；市赛金牌8枚、银牌9枚。",
        ["17枚 5枚 8枚", "15枚 2枚 9枚"],
    ),
    (
        "shares",
        "钢船占47.1%，比上年的18.2%上升28.9个百分点；木船占52.9%，比上年的81.8%下降28.9个百分点。",
        ["47.1% 52.9%", "18.2% 81.8%"],
    ),
    (
        "shares",
        "茶叶出口7.5亿元，占全部出口的比重由上年的87.1%升到96.7%；陶器出口0.2亿元，比重由12.8%降到2.5%。",
        ["87.1% 12.8%", "96.7% 2.5%"],
    ),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES)
def test_each_is_found(kind: str, text: str, wanted: list[str]) -> None:
    got = [" ".join(each.span.of(text) for each in one.operands) for one in found(text, kind)]
    assert sorted(got) == sorted(wanted)
    assert {one.verdict.value for one in found(text, kind)} <= {"consistent"}

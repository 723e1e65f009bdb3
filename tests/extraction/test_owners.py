"""Whose a number is that a sentence tells on its way: not of whom it names in passing."""

import pytest

from tests.extraction.test_statements import numbers

PASSING = {
    "云溪县抓住机遇，云岭产业园连续排名提升，入选示范园，3家企业获评单项冠军，推动500余项成果落地。": [
        ("3家", "云溪县", "获评单项冠军的企业数"),
        ("500余项", "云溪县", "推动成果落地数"),
    ],
    "荣昌区的变化\n\n荣昌区 工厂多了\n\n荣昌区今年开工项目8个。\n\n铜梁区 游人多了\n\n铜梁区守着山水。"
    "云岭景区购票游客14万人次，门票收入300万元，举办灯会20余场。": [
        ("8个", "荣昌区", "开工项目数"),
        ("14万人次", "云岭景区", "购票游客人次"),
        ("300万元", "云岭景区", "门票收入"),
        ("20余场", "铜梁区", "举办灯会场数"),
    ],
}
ACTING = {
    "财政部、水利部近日下达救灾资金3亿元。": [("3亿元", "财政部、水利部", "下达救灾资金")],
    "两部门拨付救灾资金3亿元。": [("3亿元", "两部门", "拨付救灾资金")],
    "云溪镇新闻。财政部公布的数据显示，云溪镇收入3亿元。": [("3亿元", "云溪镇", "收入")],
}
LIMITED = {
    "只就煤炭、电力、纺织三个部统计，产品成本降低了3%。": [("3%", "三个部", "产品成本降幅")],
    "就城镇职工来说，生活费上升了3%。": [("3%", "城镇职工", "生活费增速")],
}


@pytest.mark.parametrize(("text", "expected"), [*PASSING.items(), *ACTING.items(), *LIMITED.items()])
def test_whose_a_number_is(text: str, expected: list[tuple[str, str, str]]) -> None:
    told = numbers(text)
    assert told[len(told) - len(expected) :] == expected

"""Indicators that a time parts from their number."""

import pytest

from tests.extraction.test_statements import numbers

PARTED = {
    "云溪镇生产总值2023年达到30亿元，2024年为33亿元。": [("30亿元", "生产总值"), ("33亿元", "生产总值")],
    "云溪镇粮食产量今年1月上涨3%。": [("3%", "粮食产量增速")],
    "云溪镇的旅游收入居高不下，2023年为3亿元。": [("3亿元", "旅游收入")],
}
NOT_PARTED = {
    "云溪镇就业率由2014年的35%提高到2023年的48%。": [("35%", "就业率"), ("48%", "就业率")],
    "云溪镇贷款增加，2023年新建学校3所。": [("3所", "新建学校数")],
    "云溪镇第一季度完成计划的20%。": [("20%", "完成计划比例")],
}


@pytest.mark.parametrize(("text", "expected"), [*PARTED.items(), *NOT_PARTED.items()])
def test_time_does_not_hide_the_indicator(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(value, metric) for value, _, metric in numbers(text)] == expected


HOW_LONG_AGO = {
    "三年前，云溪镇的出生率为9%。": [("9%", "出生率")],
    "镇长两次在云溪镇调研。": [("两次", "在云溪镇调研次数")],
    "曾经标价10万元的兰花，如今跌到1000元。": [("10万元", "标价"), ("1000元", "标价")],
    "云溪镇未来三年至五年投资不变。": [],
}


@pytest.mark.parametrize(("text", "expected"), HOW_LONG_AGO.items())
def test_times_are_no_indicators(text: str, expected: list[tuple[str, str]]) -> None:
    told = [(value, metric) for value, _, metric in numbers(text)]
    assert told[: len(expected)] == expected


APART = {
    "云溪镇工业增速快于全县2个百分点。": [("2个百分点", "工业增速快于全县幅度")],
    "云溪镇出口增长6%，高于同期进口增速3个百分点。": [
        ("6%", "出口增速"),
        ("3个百分点", "出口增速高于同期进口增速幅度"),
    ],
    "云溪镇房价上涨，最高涨幅为南湖镇的18%。": [("18%", "最高涨幅")],
}


@pytest.mark.parametrize(("text", "expected"), APART.items())
def test_rates_are_set_beside_another(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(value, metric) for value, _, metric in numbers(text)] == expected

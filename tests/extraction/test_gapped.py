"""What a clause leaves out, what a relative clause tells of a thing, and words that are not to be cut."""

import pytest

from tests.extraction.test_statements import numbers

LEFT_OUT = {
    "一等奖奖金3万元，二等奖1万元，三等奖5000元。": [
        ("3万元", "一等奖奖金", "一等奖奖金"),
        ("1万元", "二等奖", "奖金"),
        ("5000元", "三等奖", "奖金"),
    ],
    "云溪镇综合评分84，南湖镇为81。": [("84", "云溪镇", "综合评分"), ("81", "南湖镇", "综合评分")],
    "男性平均寿命78岁，女性为82岁。": [("78岁", "男性", "年龄"), ("82岁", "女性", "年龄")],
    "沪深两市分别成交20亿元和30亿元。": [("20亿元", "沪市", "成交额"), ("30亿元", "深市", "成交额")],
}
RELATIVE = {
    "用于支付工资的资金达3亿元。": [("3亿元", "资金", "用于支付工资的资金")],
    "设置在学校的投票点有12个。": [("12个", "投票点", "设置在学校的投票点数")],
    "华昌转债的溢价率为3%。": [("3%", "华昌转债", "溢价率")],
}
OF_A_THING = {
    "云溪镇产业兴旺，青江大桥造价3亿元。": [("3亿元", "青江大桥", "造价")],
    "河湾镇办起了羊会。一只青山羊身价最高达5万元。": [("5万元", "青山羊", "身价")],
    "云溪镇产业兴旺，营业收入3亿元。": [("3亿元", "云溪镇", "营业收入")],
    "城镇居民消费价格年均上涨3%。": [("3%", "城镇居民", "消费价格年均增速")],
    "云溪镇营商环境排名升到31位。": [("31位", "云溪镇", "营商环境排名")],
}
WHOLE = {
    "对外贸易顺差30亿元。": [("30亿元", "对外贸易顺差", "对外贸易顺差")],
    "云溪镇贸易逆差减少2亿元。": [("2亿元", "云溪镇", "贸易逆差减量")],
    "河湾集团有望新增产值3亿元。": [("3亿元", "河湾集团", "新增产值")],
    "青江队获得金牌3枚。": [("3枚", "青江队", "获得金牌枚数")],
}


@pytest.mark.parametrize(
    ("text", "expected"), [*LEFT_OUT.items(), *RELATIVE.items(), *OF_A_THING.items(), *WHOLE.items()]
)
def test_subject_and_metric_are_whole(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected


def test_a_measure_of_its_own_is_not_taken_for_a_thing() -> None:
    told = numbers("河湾集团营业总收入20亿元，利润总额3亿元。")
    assert told[1][1:] == ("河湾集团", "利润总额")

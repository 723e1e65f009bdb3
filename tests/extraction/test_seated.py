"""Names that begin with a place: the place in a place, the body that has its seat there."""

import pytest

from tests.extraction.test_statements import numbers

WHOLE = {
    "浙江绍兴华昌纺织出口额2亿元。": ("浙江绍兴华昌纺织", "出口额"),
    "四川成都锦华证券营收30亿元，净利润5亿元。": ("四川成都锦华证券", "净利润"),
    "湖北宜昌供电公司售电量20亿千瓦时。": ("湖北宜昌供电公司", "售电量"),
    "湖北武汉市环卫集团员工3000人。": ("湖北武汉市环卫集团", "员工人数"),
    "湖北武汉市一中有学生2000人。": ("湖北武汉市一中", "学生人数"),
    "四川省绵阳市去年出口额3亿元。": ("四川省绵阳市", "出口额"),
    "江苏苏州工业园区出口额3亿元，同比增长5%。": ("江苏苏州工业园区", "出口额增速"),
    "江苏南通恒润医药有限公司（以下简称“恒润医药”）员工达1200人。": ("江苏南通恒润医药有限公司", "员工人数"),
}

APART = {
    "浙江一小区居民200人。": ("浙江", "一小区居民人数"),
    "浙江特色农业产值2亿元。": ("浙江", "特色农业产值"),
    "浙江纺织业出口额2亿元。": ("浙江", "纺织业出口额"),
    "湖北移动支付金额80亿元。": ("湖北", "移动支付金额"),
}


@pytest.mark.parametrize("text", WHOLE)
def test_a_name_keeps_the_place_it_begins_with(text: str) -> None:
    assert numbers(text)[-1][1:3] == WHOLE[text]


@pytest.mark.parametrize("text", APART)
def test_what_a_place_has_is_no_name(text: str) -> None:
    assert numbers(text)[-1][1:3] == APART[text]


def test_what_a_picture_shows_is_nobody() -> None:
    text = "云岭省青江市风光 视觉中国 资料图7月24日，四川省统计局公布，全省税收5亿元。分产业看，农业税收3亿元。\n"
    assert numbers(text)[-1][1] == "四川省"

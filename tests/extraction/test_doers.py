"""Whom a number is of, where no name but a noun phrase says so."""

import pytest

from tests.extraction.test_statements import numbers

WHOM = {
    "老铺面馆每天卖出300碗牛肉面。": "老铺面馆",
    "从地里刨出来的红薯卖了2万元。": "红薯",
    "“青禾”无人机飞行12公里，其电池容量提高两成。": "“青禾”无人机",
    "校队打进8球。": "校队",
    "记者走访了6家亏损企业。": "记者",
    "房地产开发投资下降8%。": "房地产",
    "松岭乡新修灌渠20公里，其中衬砌8公里。": "松岭乡",
    "三月科技去年盈利2亿元。": "三月科技",
    "恒发拉比在全国30多个城市开出了1400家线下门店。": "恒发拉比",
    "丰禾机械去年卖出拖拉机300台，同比增长5%。受成本下降影响，净利润2亿元。": "丰禾机械",
    "云台市举办比赛。对40个村进行评估，发现问题。": "云台市",
    "平台显示，截至目前，有38家商户因违规被停业。": "商户",
}

NOT_WHOM = {
    "报废旧车后购买新车，补贴提高到2万元。": "报废旧车后",
    "更加主动地落实3项政策。": "更加主动地",
}


@pytest.mark.parametrize("text", WHOM)
def test_whom_the_last_number_is_of(text: str) -> None:
    assert numbers(text)[-1][1] == WHOM[text]


@pytest.mark.parametrize("text", NOT_WHOM)
def test_fragments_are_nobody(text: str) -> None:
    assert not numbers(text)[-1][1].startswith(NOT_WHOM[text])


def test_what_an_article_speaks_of_most_stands_for_nobody() -> None:
    text = "云岭杯落幕\n江远山笑了。江远山说，江远山还要练。\n“参加了8次比赛，不容易。”\n"
    assert numbers(text)[-1][1] == "江远山"

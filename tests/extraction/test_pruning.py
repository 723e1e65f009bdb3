"""What falls from a noun phrase, by the words it is made of."""

import pytest

from checker.extraction.pruning import pruned
from tests.extraction.test_statements import numbers

PRUNED = {
    "业主把所持公司股份": "所持公司股份",
    "年度交易限值由每人": "年度交易限值",
    "车程由原本": "车程",
    "对南洋进出口": "对南洋进出口",
    "对英国进出口": "对英国进出口",
    "自英国进口商品": "自英国进口商品",
    "每场比赛基本": "每场比赛",
    "本次参与评选": "参与评选",
    "南岭州跟它们相处": "南岭州相处",
    "基本": "",
    "按照": "",
    "旗下": "",
    "距离": "距离",
    "基本工资": "基本工资",
}
METRICS = {
    "云溪镇打通3个路口21条支路。": ["打通路口数", "支路数"],
    "赛队获得金杯3个银杯2个。": ["获得金杯数", "银杯数"],
    "暴雨造成16万人次不同程度受灾。": ["受灾人次"],
    "岭南市抽查了30家药店，6家停业。": ["抽查药店数", "停业的药店数"],
    "岭南市抽查了30家药店，6名店员被罚。": ["抽查药店数", "被罚的店员数"],
    "英国10年期国债收益率跌2个基点报2.26%。": ["10年期国债收益率跌幅", "10年期国债收益率"],
    "英国7月商业库存环比升0.4%，预期升0.3%，前值从升0.2%修正为升0.1%。": ["商业库存增速"] * 4,
    "指数本周飙升9%。": ["指数本周飙升"],
    "他们每天有8小时休息时间。": ["休息时间"],
    "模具占到了全国市场的三成。": ["模具占全国市场比重"],
    "销量锐减七成。": ["销量降幅"],
}


@pytest.mark.parametrize("phrase", PRUNED)
def test_what_names_nothing_falls(phrase: str) -> None:
    assert pruned(phrase) == PRUNED[phrase]


@pytest.mark.parametrize("text", METRICS)
def test_indicators_are_noun_phrases(text: str) -> None:
    assert [metric for _, _, metric in numbers(text)] == METRICS[text]

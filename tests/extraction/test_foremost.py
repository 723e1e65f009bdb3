"""Who is the first or has the most where his clause does not begin with him, and who signs."""

import pytest

from tests.extraction.test_statements import stated

FOREMOST = {
    "作为云溪县首批重点物流园区，河湾物流园建成道路18公里。": ("河湾物流园", "重点物流园区的批次"),
    "这批货物是临河班列首次以“快通”模式运输。": ("临河班列", "以“快通”模式运输的先后"),
    "云溪公司与对方签约，标志着临河县将首次出口汽车。": ("临河县", "出口汽车的先后"),
    "陈敏是一名医生。他是云溪县唯一获奖的医生。": ("陈敏", "唯一的获奖的医生"),
    "近日，云溪片场，亚洲最大的弧形屏幕前，工人正在取景。": ("云溪片场", "亚洲最大的弧形屏幕"),
    "云溪县土壤肥沃，境内大别山拥有全国最宽的阔叶林。": ("云溪县大别山", "全国最宽的阔叶林"),
}


@pytest.mark.parametrize(("text", "expected"), FOREMOST.items())
def test_whose_a_superlative_is(text: str, expected: tuple[str, str]) -> None:
    assert [(one.subject, one.metric) for one in stated(text) if one.kind == "superlative"] == [expected]

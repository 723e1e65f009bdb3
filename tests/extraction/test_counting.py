"""What was counted, and what is said of it: one sentence for each way of putting it."""

import pytest

from checker.extraction.counting import counted
from checker.extraction.parsing import Words
from tests.extraction.test_statements import numbers

METRICS = {
    "12家企业获评绿色工厂。": "获评绿色工厂的企业数",
    "松岭乡80%的村庄通了天然气。": "通天然气的村庄占比",
    "云溪镇对24个村进行考核。": "考核的村数",
    "全县近三成的困难家庭领到补贴。": "领到补贴的困难家庭占比",
    "河湾镇5个村的饮水工程完工。": "饮水工程完工的村数",
    "公司和9个城市签署的协议本月生效。": "签署协议的城市数",
    "青石县统计，有7个行业增加值同比增长。": "增加值同比增长的行业数",
    "校车上的12名学生没有受伤。": "没有受伤的校车上的学生数",
    "合作社把40吨苹果运到了港口。": "运到港口的苹果重量",
    "云岭话剧《春分》巡演11城掀起热潮。": "巡演城市数",
    "夜市近七成由年轻人经营。": "由年轻人经营的夜市占比",
    "经过8年建设，跨海大桥通车。": "建设时长",
    "大坝主体用了3年完工。": "完工时长",
}

COUNTED = {
    ("企业产值增长", "家"): ("企业", "产值增长"),
    ("自动化生产线马力全开", "条"): ("自动化生产线", ""),
    ("省份的规划获得批准", "个"): ("省份", "规划获得批准"),
    ("城市签署的协议", "个"): ("城市", "签署协议"),
    ("受损作物分别为", "大"): ("受损作物", ""),
    ("的实际使用外资", ""): ("实际使用外资", ""),
    ("的基础上", ""): ("", ""),
    ("掀起热潮", "城"): ("", "掀起热潮"),
    ("企业表示", "家"): ("企业", ""),
}


@pytest.mark.parametrize("text", METRICS)
def test_metrics(text: str) -> None:
    assert numbers(text)[0][2] == METRICS[text]


@pytest.mark.parametrize(("text", "unit"), COUNTED)
def test_things(text: str, unit: str) -> None:
    found = counted(Words(text, ()), 0, len(text), len(text), unit=unit)
    assert (found.name, found.said) == COUNTED[text, unit]


def test_people_are_counted_by_what_they_are() -> None:
    text = "身带刀具和疑似爆炸物的可疑人员"
    assert counted(Words(text, ()), 0, len(text), len(text), unit="名", people=True).name == "可疑人员"


def test_words_before_the_next_number_are_its_own() -> None:
    text = "面积20平方米"
    assert counted(Words(text, ()), 0, len(text), 2, unit="间").name == ""
    assert counted(Words(text, ()), 0, len(text), 2, unit="间", alone=True).name == "面积"

"""What a clause without its own subject is about: things that are told of, people, what an attribute stands before."""

import pytest

from checker.extraction.familiar import familiar
from tests.extraction.test_statements import numbers

CARRIED = {
    "白鹭灯塔为石砌灯塔，高30米，造价200万元。": [("30米", "白鹭灯塔", "高"), ("200万元", "白鹭灯塔", "造价")],
    "竹纸灯笼是老手艺，每只售价60元。": [("60元", "竹纸灯笼", "每只售价")],
    "北山县旱情持续，竹纸灯笼销路很好，地区生产总值增长3%。": [("3%", "北山县", "地区生产总值增速")],
}
PEOPLE = {
    "王建国夺得冠军。王建国来自松岭县，身高1米82。他在首轮比赛中砍下31分。": [
        ("1米82", "王建国", "身高"),
        ("31分", "王建国", "砍下分数"),
    ],
    "松岭县举行茶会。他认为，今年产茶3吨。": [("3吨", "松岭县", "产茶重量")],
    "沈阿婆今年69岁。": [("69岁", "沈阿婆", "年龄")],
}
ATTRIBUTES = {
    "身高2米05的王建国夺冠。": [("2米05", "王建国", "身高")],
    "总投资3亿元的智能灌渠项目开工。": [("3亿元", "智能灌渠项目", "总投资")],
    "上半年青石县GDP增速快于全国水平（5.5%）。": [("5.5%", "中国", "GDP增速")],
}


@pytest.mark.parametrize(("text", "told"), [*CARRIED.items(), *PEOPLE.items(), *ATTRIBUTES.items()])
def test_whom_it_is_about(text: str, told: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == told


METRICS = {
    "云溪指数开盘跌破3900点。": [("破3900点", "云溪指数", "开盘跌破点位")],
    "云溪指数下跌39点。": [("39点", "云溪指数", "减量")],
    "青石县债务总额首次突破千亿元大关。": [("突破千亿元", "青石县", "债务总额")],
    "云溪指数创六年最大涨幅。": [("六年", "云溪指数", "最大涨幅的时间跨度")],
    "云溪指数强于大盘，录得6%的涨幅。": [("6%", "云溪指数", "涨幅")],
    "云溪指数以4277.22点报收，上涨12点。": [
        ("4277.22点", "云溪指数", "收盘价"),
        ("12点", "云溪指数", "收盘价增量"),
    ],
    "林场有松树200棵，其中45%是红松。": [("200棵", "林场", "松树棵数"), ("45%", "林场", "红松占比")],
    "青石县有2万亿的庞大规模。": [("2万亿", "青石县", "庞大规模")],
    "青石隧道主洞长1329米。": [("1329米", "青石隧道", "主洞长度")],
    "松岭县引进云溪智造、北山光电等大数据项目100个。": [("100个", "松岭县", "大数据项目数")],
    "河湾镇接待游客5万人次。外地游客增长20%，占游客的40%。": [
        ("5万人次", "河湾镇", "接待游客人次"),
        ("20%", "河湾镇", "外地游客增速"),
        ("40%", "河湾镇", "外地游客占游客比重"),
    ],
    "白鹭街道开设社区食堂2家。": [("2家", "白鹭街道", "开设社区食堂数")],
    "松岭县债务规模达到全省产值的两倍。": [("两倍", "松岭县", "债务规模与全省产值之比")],
}


@pytest.mark.parametrize(("text", "told"), METRICS.items())
def test_what_it_counts(text: str, told: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == told


@pytest.mark.parametrize(
    "text",
    ["他拿下大三双。", "这是一家百年老店。", "松岭县开通“15分钟就医服务圈”。", "三毛五集团开业。", "编号1066901234。"],
)
def test_numbers_in_names_assert_nothing(text: str) -> None:
    assert numbers(text) == []


def test_numbers_beside_such_names_count() -> None:
    assert numbers("松岭县开通“15分钟就医服务圈”，每天接诊300人。") == [("300人", "松岭县", "每天接诊人数")]
    assert [value for value, _, _ in numbers("每只灯笼三毛五。")] != []


def test_people_are_those_told_again_and_again() -> None:
    assert list(familiar("王建国来了。王建国走了。")) == ["王建国"]
    assert list(familiar("王建国来了。")) == []

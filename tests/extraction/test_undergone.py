"""What an indicator says of the things it measures: what was done to them, for whom, against what, of which whole."""

import pytest

from checker.extraction.article import Article
from checker.extraction.statements import statements
from checker.readers import read
from tests.extraction.test_statements import numbers

DONE = {
    "云溪镇研制成功了许多新机器，例如2万千瓦的汽轮机、300吨的水压机。": [
        "研制成功的汽轮机功率", "研制成功的水压机重量",
    ],
    "云溪镇有许多新机器，例如2万千瓦的汽轮机。": ["汽轮机功率"],
    "青禾公司以3亿元购入位于河东的青江大厦2万平方米的写字楼，成交均价达1.5万元/平方米。": [
        "购入位于河东的青江大厦2万平方米的写字楼金额", "购入的青江大厦写字楼面积", "购入的青江大厦写字楼成交均价",
    ],
    "云溪镇帮助9个贫困村走上富裕道路，推动3家阀门企业上市，带动26户小农户增产增收。": [
        "帮助走上富裕道路的贫困村数", "推动上市的阀门企业数", "带动增产增收的小农户数",
    ],
    "云溪镇支持40个农业经营主体提质扩规。": ["支持提质扩规的农业经营主体数"],
    "云溪镇推动10个示范项目建设。": ["推动示范项目数"],
    "云溪镇实行“红黄蓝”三色赋码管理，推动产业、科技、金融三向突破。": ["赋码管理颜色数", "突破方向数"],
    "几家外地银行通过收购物业而获得河东的几座新建写字楼的冠名权。": [
        "获得新建写字楼冠名权的外地银行数", "获得冠名权的河东的新建写字楼数",
    ],
    "对去年的灾区，云溪镇继续拨付修渠经费3亿元，发放耕牛2万头，扩大灌溉面积6万亩。": [
        "对去年灾区拨付修渠经费", "对去年灾区发放耕牛头数", "对去年灾区扩大灌溉面积",
    ],
    "对此，云溪镇拨付修渠经费3亿元。": ["拨付修渠经费"],
    "云溪镇国营企业收入共收到50亿元，完成预算数的99%；其中工业收入收到30亿元，完成预算数的98%；商业收入收到20亿元。": [
        "国营企业收入", "国营企业收入完成预算数比例", "国营企业收入中工业收入", "工业收入完成预算数比例",
        "国营企业收入中商业收入",
    ],
    "云溪镇财政收入50亿元，其中税收收入30亿元。": ["财政收入", "税收收入"],
    "支出占预算数的90%，比预算数100亿元少支10亿元。": ["支出完成预算数比例", "支出预算数", "支出较预算数少支额"],
    "云溪镇收入方面的情况也好。但是比起原定的计划还少3%。": ["收入少于原定计划幅度"],
}  # fmt: skip

AGAINST = {
    "与2015年相比，云溪镇产值增长5%，即增加3亿元；出口增加2亿元。": [
        ("产值较2015年增速", "against_other"),
        ("产值较2015年增量", "against_other"),
        ("出口较2015年增量", "against_other"),
    ],
    "同上年可比部分相比，云溪镇税收增长6%。": [("税收较上年可比部分增速", "against_other")],
    "与上年同期相比，云溪镇优良天数比例增加0.1个百分点。": [("优良天数比例增加幅度", "year_on_year")],
    "与邻镇相比，云溪镇产值增长6%。": [("产值增速", "unstated")],
    "与2015年相比，云溪镇人口年均增长0.6%。": [("人口年均增速", "unstated")],
    "云溪镇投资额，按可比部分计算，只比2015年增加了9%。": [("投资额按可比部分较2015年增速", "against_other")],
}  # fmt: skip

VEHICLE = "青江区去年忙\n青江区去年产值增长5%。一辆满载28吨柠檬的列车抵达了外省市场。"


@pytest.mark.parametrize(("text", "expected"), DONE.items())
def test_what_was_done_to_the_things(text: str, expected: list[str]) -> None:
    assert [metric for _, _, metric in numbers(text)] == expected


@pytest.mark.parametrize(("text", "expected"), AGAINST.items())
def test_what_a_sentence_begins_by_comparing_with(text: str, expected: list[tuple[str, str]]) -> None:
    found = statements(Article(read("article.txt", data=text.encode()), None))
    assert [(one.metric, one.comparison) for one in found if one.kind != "date"] == expected


def test_a_vehicle_without_a_name_is_of_the_place() -> None:
    assert numbers(VEHICLE)[-1][1:] == ("青江区", "列车满载柠檬重量")

"""What an indicator says to be understood alone: that it is planned, what it is told against, that it is of before."""

import pytest

from checker.extraction.article import Article
from checker.extraction.statements import statements
from checker.readers import read
from tests.extraction.test_statements import numbers

TO_COME = {
    "2030年云溪镇发展主要预期目标是：产值增长6%，公共预算收入增长3%，粮食产量30万吨以上，失业率控制在5%以内。": [
        "产值增速目标", "公共预算收入增速目标", "粮食产量目标", "失业率目标",
    ],
    "云溪镇力争全年产值增长9%。": ["产值增速目标"],
    "云溪镇努力实现全年出口增长9%，目前已增长4%。": ["出口增速目标", "出口增速"],
    "云溪镇实现产值增长9%的目标。": ["产值增速目标"],
    "预计到2030年云溪镇能形成阀门产品20万套、轴承产品5万套，产值30亿元。": [
        "预计阀门产品数", "预计轴承产品数", "预计产值",
    ],
    "云溪镇预计产值比上年增长6%。": ["预计产值增速"],
    "据估计，云溪镇粮价将下调6%。": ["预计粮价降幅"],
    "云溪镇计划新建学校3所。": ["计划新建学校数"],
    "云溪镇将5家企业列入名单。": ["列入名单的企业数"],
    "云溪镇将其产量增加5万吨。": ["产量增量"],
    "云溪镇出口额将达到3亿元，而上一年为2亿元。": ["预计出口额", "出口额"],
    "云溪镇将展示“全县十大工匠”作品。": ["展示全县工匠作品数"],
    "云溪镇通过信托计划发放贷款5亿元。": ["信托计划发放贷款"],
    "云溪镇产量比年度计划增加6%。": ["产量较年度计划增加幅度"],
}  # fmt: skip

AGAINST = {
    "云溪镇门票收入3亿元，比2019年增长8%。": [("门票收入", ""), ("门票收入较2019年增速", "against_other")],
    "云溪镇产值5亿元，同比增长8%，比一季度快2个百分点，高于全县1个百分点。": [
        ("产值", ""),
        ("产值增速", "year_on_year"),
        ("产值增速较一季度加快幅度", "against_other"),
        ("产值增速高于全县幅度", "against_other"),
    ],
    "云溪镇出口增速比第二产业高出0.7个百分点。": [("出口增速高于第二产业幅度", "against_other")],
    "云溪镇春节期间票房3亿元，比2019年的2亿元大幅增长50%。": [
        ("票房", ""), ("同期票房", ""), ("票房较2019年增速", "against_other"),
    ],
    "云溪镇均价2万元，比去年同期的1.6万元高出25%。": [("均价", ""), ("均价", ""), ("均价增速", "year_on_year")],
    "从环比看，云溪镇产值增长0.8%。": [("产值增速", "month_on_month")],
    "云溪镇粮食价格同比上涨3%。": [("粮食价格涨幅", "year_on_year")],
}  # fmt: skip

OF_WHAT = {
    "云溪镇失业率由5%降至4%。": ["原失业率", "失业率"],
    "云溪镇票价从10元到30元不等。": ["票价", "票价"],
    "云溪镇对从邻县进口的3亿元木材加征10%关税。": [
        "加征关税的从邻县进口木材金额", "对从邻县进口的3亿元木材加征关税税率",
    ],
    "云溪镇总票房3亿元，其中国产片占比60%。": ["总票房", "国产片占总票房比重"],
    "云溪镇空气质量优良天数90%。": ["空气质量优良天数占比"],
    "云溪镇专利80项，合同额3亿元，实现两个翻番。": ["专利数", "合同额", "翻番项数", "专利数、合同额增长倍数"],
    "云溪镇肉牛出栏量翻番。": ["肉牛出栏量增长倍数"],
    "云溪镇火灾起数、受伤人数分别下降20%、12%，降幅居全市前3位。": [
        "火灾起数降幅", "火灾受伤人数降幅", "火灾起数、受伤人数降幅居全市前几位",
    ],
    "云溪镇推动家电以旧换新，直接拉动消费3亿元。": ["家电以旧换新直接拉动消费"],
    "云溪镇影院遵守50%—75%上座率限制。": ["上座率限制下限", "上座率限制上限"],
    "云溪镇国庆7天假期接待游客3万人次。": ["国庆假期时长", "接待游客人次"],
    "云溪镇6000个审批事项实现全程网办、不见面审批。": ["实现全程网办、不见面审批的审批事项数"],
    "云溪镇4条城市黑臭水体动态清零。": ["动态清零的城市黑臭水体数"],
    "云溪镇成功培育龙头企业2家、潜在上市企业3家。": ["培育龙头企业数", "培育潜在上市企业数"],
}  # fmt: skip

WHOSE = {
    "河南、江西、广东等省份的揽收量同比增幅均超过30%。": [("河南、江西、广东等省份", "揽收量增幅")],
    "河南、江西（含南昌）等产茶大省茶叶产量增长5%。": [("河南、江西等产茶大省", "茶叶产量增速")],
    "青江省下达河南、江西等5省抗旱资金3亿元。": [("青江省", "下达抗旱资金的省数"), ("青江省", "抗旱资金")],
    "两部门下达抗旱资金3亿元\n财政部、水利部日前下达抗旱资金3亿元。": [("财政部、水利部", "下达抗旱资金")] * 2,
    "青江省产值增长。云岭化工投产，吉林化纤年产15万吨原丝项目投产。": [("吉林化纤", "年产原丝项目产能")],
    "云溪镇完成“和风-21”多国联演海上阶段演习。此次联演由云溪镇主办，中、俄、美、英等45个国家参加。": [
        ("“和风-21”多国联演", "参加的国家数")
    ],
    "云溪镇拨付资金3亿元，分两批下达。": [("云溪镇", "拨付资金"), ("云溪镇", "拨付资金的分批数")],
    "青禾公司收入3亿元，白鹭公司收入2亿元。两家公司的利润均超预期。": [
        ("青禾公司", "收入"), ("白鹭公司", "收入"),
    ],
}  # fmt: skip

FIRST = {
    "云溪镇入选国家首批12个宜居试点城镇。": "入选国家宜居试点城镇的批次",
    "作为全省首批“云岭山水联动共建乡村旅游示范基地”，云溪镇游客不断。": "云岭山水联动共建乡村旅游示范基地的批次",
    "云溪镇开启全国首创绿电直供模式。": "绿电直供模式的全国首创地位",
}


@pytest.mark.parametrize(("text", "expected"), (TO_COME | OF_WHAT).items())
def test_what_an_indicator_says(text: str, expected: list[str]) -> None:
    assert [metric for _, _, metric in numbers(text)] == expected


@pytest.mark.parametrize(("text", "expected"), AGAINST.items())
def test_what_a_change_is_reckoned_from(text: str, expected: list[tuple[str, str]]) -> None:
    found = statements(Article(read("article.txt", data=text.encode()), None))
    assert [(one.metric, one.comparison) for one in found if one.kind != "date"] == expected


@pytest.mark.parametrize(("text", "expected"), WHOSE.items())
def test_whose_a_number_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(subject, metric) for _, subject, metric in numbers(text)] == expected


@pytest.mark.parametrize(("text", "expected"), FIRST.items())
def test_what_is_the_first_of_its_kind(text: str, expected: str) -> None:
    found = statements(Article(read("article.txt", data=text.encode()), None))
    assert expected in [one.metric for one in found if one.kind == "superlative"]

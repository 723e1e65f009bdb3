"""How a mention stands: its role, and whether the clause is about the place."""

import pytest

from checker.gazetteer import Gazetteer, Mention, Role, is_subject

GAZETTEER = Gazetteer.load()
COUNTIES = "江津区 合川区 永川区 长寿区 大足区 潼南区 西陵区 云冈区 安溪县"
CITIES = "宜昌市 南京市 中山市 长春市 吉林市 广安市 洛阳市 海林市 遵义市 合肥市 赣州市 榆林市 喀什地区 延边州"
SCOPE = frozenset(place for name in f"{COUNTIES} {CITIES}".split() for place in GAZETTEER.named(name))


def marked(text: str) -> tuple[str, Mention]:
    """The text without 【】, and the mention they stand around."""
    start, end = text.index("【"), text.index("】") - 1
    plain = text.replace("【", "").replace("】", "")
    (mention,) = [
        one for one in GAZETTEER.mentions(plain, scope=SCOPE) if (one.span.start, one.span.end) == (start, end)
    ]
    return plain, mention


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("【江津区】坚持生态优先。", Role.PLAIN),
        ("在【江津】，橘子熟了。", Role.PLAIN),
        ("【西陵区】位于长江之滨。", Role.PLAIN),
        ("走进【洛阳】，牡丹正艳。", Role.PLAIN),
        ("“【江津】是个好地方，我们还会再来。”客商说。", Role.PLAIN),
        ("【江津】站上新起点。", Role.PLAIN),
        ("【广安】港澳同胞踊跃捐款。", Role.PLAIN),
        ("【合川】线上销售增长。", Role.PLAIN),
        ("【永川】引进三家上市公司。", Role.PLAIN),
        ("【潼南】委托第三方评估。", Role.PLAIN),
        ("【合肥】路径越走越宽。", Role.PLAIN),
        ("【江津】打造现代化大学城，推动产教融合。", Role.PLAIN),
        ("【重庆市】江津区的橘子熟了。", Role.PREFIX),
        ("【吉林】延边州迎来雪季。", Role.PREFIX),
        ("都市圈环线【合川】至永川段开工。", Role.ROUTE),
        ("都市圈环线合川至【永川】段开工。", Role.ROUTE),
        ("从【江津】到永川只要半小时。", Role.ROUTE),
        ("【长春】—吉林城际列车加开。", Role.ROUTE),
        ("【榆林】至鄂尔多斯高速铁路获批。", Role.ROUTE),
        ("【江津】高速口新增两条车道。", Role.ROUTE),
        ("【遵义】绕城高速通车。", Role.ROUTE),
        ("【南京】长江大桥车流如织。", Role.ROUTE),
        ("两地与【长寿】港签约。", Role.STATION),
        ("货船停靠【广安】港。", Role.STATION),
        ("列车抵达【江津】站。", Role.STATION),
        ("【洛阳】龙门站客流增加。", Role.PLAIN),
        ("【赣州】国际机场新开航线。", Role.STATION),
        ("【喀什】口岸通关提速。", Role.STATION),
        ("【合肥】南站增开列车。", Role.STATION),
        ("【江津】综合保税区封关。", Role.STATION),
        ("【潼南区】委、区政府联合部署。", Role.BODY),
        ("【潼南区】委召开会议。", Role.BODY),
        ("【江津区】人民政府印发方案。", Role.BODY),
        ("【江津区】人民法院受理此案。", Role.BODY),
        ("【西陵区】融媒体中心记者报道。", Role.BODY),
        ("【遵义】日报记者采访。", Role.BODY),
        ("【洛阳】师范学院迎新。", Role.BODY),
        ("【赣州】银行发放贷款。", Role.BODY),
        ("【宜昌】海关出口监管提速。", Role.BODY),
        ("【江津区】农业农村委员会负责人介绍。", Role.BODY),
        ("【江津区】规划和自然资源局公示。", Role.BODY),
        ("【江津区】市场监管局发布提示。", Role.BODY),
        ("【上海】证监局披露。", Role.BODY),
        ("【合川区】区长作报告。", Role.BODY),
        ("【江津】恒安建材有限公司投产。", Role.COMPANY),
        ("【重庆】南岭实业集团订单饱满。", Role.COMPANY),
        ("越来越多的“【大足】造”走向海外。", Role.PRODUCT),
        ("让‘【潼南】绿’飘香四方。", Role.PRODUCT),
        ("【江津】班列首发。", Role.PRODUCT),
        ("【大足】石刻迎来游客。", Role.PRODUCT),
        ("【云冈】石窟迎来游客。", Role.PRODUCT),
        ("店开在【中山】路上。", Role.ROAD),
        ("【南京】东路夜景迷人。", Role.ROAD),
        ("【洛阳】大街两侧种上了银杏。", Role.ROAD),
        ("舞剧《天下【大足】》上演。", Role.TITLE),
        ("以“开放【江津】”为主题。", Role.TITLE),
        ("《【江津区】志》出版。", Role.TITLE),
    ],
)
def test_roles(text: str, role: Role) -> None:
    assert marked(text)[1].role is role


@pytest.mark.parametrize(
    "text",
    [
        "【江津区】坚持生态优先。",
        "【江津】将继续前行。",
        "近年来，【江津区】培育了一批企业。",
        "近年来【江津区】培育了一批企业。",
        "今年以来【西陵区】新增就业三千人。",
        "2024年【永川区】新增科技平台十个。",
        "2024年3月，【永川】启动改造。",
        "去年，【洛阳】的夜市火了。",
        "在城乡融合方面，【江津区】坚持以人民为中心。",
        "会议指出，【合川】要勇挑大梁。",
        "产业兴旺。【赣州】脐橙走俏。",
        "“今年我们来了。”【潼南区】商务委相关负责人表示。",
        "“【潼南】将扩大开放。”负责人说。",
        "重庆市【江津区】坚持生态优先。",
        "【潼南区】委、区政府联合部署。",
        "如今，湖北【宜昌】正加快转型。",
        "\n　　【广安】奋力追赶。",
        "【江津】到底靠什么出圈？",
        "三、【江津】怎么办？",
        "【合川】和谐家园建设提速。",
    ],
)
def test_the_subject_of_a_clause(text: str) -> None:
    assert is_subject(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "与【江津区】签署协议。",
        "记者从【江津区】获悉。",
        "客商来自【洛阳】。",
        "园区位于【永川】高新区。",
        "毗邻【合川】的小镇热闹起来。",
        "产品从【赣州】发往全国。",
        "前往【宜昌】考察。",
        "【江津】、永川等地签约。",
        "【江津】和永川签约。",
        "【江津】等地普降大雨。",
        "江津、【永川】签约。",
        "都市圈环线开工，【合川】至永川段先行。",
        "货船驶离，【广安】港渐远。",
        "【中山】路人流如织。",
        "【江津】恒安建材有限公司投产。",
        "【重庆市】江津区坚持生态优先。",
        "走出【江津】，走向世界。",
        "新园区落户【西陵区】。",
        "【江津】\n奋勇争先",
        "⑤【江津】：琉璃枢纽港。",
        "【江津】籍画家办展。",
        "“【大足】造”走向海外。",
    ],
)
def test_not_the_subject(text: str) -> None:
    assert not is_subject(*marked(text))


def test_a_clause_is_told_from_the_words_right_before_it() -> None:
    text = "天" * 100 + "江津区发展很快。" + "天" * 100 + "。江津区发展很快。"
    assert [is_subject(text, mention) for mention in GAZETTEER.mentions(text)] == [False, True]

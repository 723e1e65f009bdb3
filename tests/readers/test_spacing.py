"""Spaces around numbers are read over, and every offset still is one of the text as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import relations
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers.spacing import spaces
from checker.readers.text import read


@pytest.mark.parametrize(
    ("text", "flowing"),
    [
        ("全县栽桑 320 亩，增长 4.5 %。", "全县栽桑320亩，增长4.5%。"),
        ("其中 8 人领奖，占 25.0 %，多于去年。", "其中8人领奖，占25.0%，多于去年。"),
        ("图 1 茶山村的水渠，去年 5 月完工。", "图 1 茶山村的水渠，去年5月完工。"),
        ("1 水渠，长 3 公里。", "1 水渠，长3公里。"),
        ("镇别 户数 320 人口 1210", "镇别 户数 320 人口 1210"),
        ("电话 010 8888 1234，总机。", "电话010 8888 1234，总机。"),
        ("水渠续建投资过半 建成后新增灌溉 4.2 万亩", "水渠续建投资过半 建成后新增灌溉4.2万亩"),
        ("河湾镇连遭暴雨 8万人受灾", "河湾镇连遭暴雨 8万人受灾"),
        ("合计 320 1210 45", "合计 320 1210 45"),
        ("水渠  3  公里，两年修成。", "水渠  3  公里，两年修成。"),
        ("发布会在 Windows 11 上演示，共 3 场。", "发布会在 Windows 11上演示，共3场。"),
    ],
)
def test_what_is_read(text: str, flowing: str) -> None:
    assert read(text.encode(), "稿.txt").flowing.text == flowing


def test_operands_stand_where_the_file_has_them() -> None:
    document = read("全镇转移 46 人，其中老人 20 人、儿童 18 人、其他 28 人。".encode(), "稿.txt")
    flowing = document.flowing
    (found,) = relations.find(flowing, scan(flowing.text))
    assert found.verdict is Verdict.INCONSISTENT
    words = [document.source_of(one.span).of(document.text) for one in found.operands]
    assert words == ["46 人", "20 人", "18 人", "28 人"]


@given(st.text("栽桑，。3 %\n4", max_size=30))
def test_only_single_spaces_go(text: str) -> None:
    assert all(text[at] == " " and text[at - 1 : at + 2].count(" ") == 1 for at in spaces(text))

"""Rolls of names: each number of them is of whom it stands behind, and measures what opens the roll."""

import pytest

from tests.extraction.test_statements import numbers
from tests.growth import assert_linear

ROLLS = {
    "新增病例中，合肥3例、蚌埠2例。": [("3例", "合肥", "新增病例例数"), ("2例", "蚌埠", "新增病例例数")],
    "安徽省新增企业40家，其中合肥25家、芜湖15家。": [
        ("40家", "安徽省", "新增企业数"),
        ("25家", "合肥", "新增企业数"),
        ("15家", "芜湖", "新增企业数"),
    ],
    "安徽省新增病例5例。其中：\n合肥市3例（包河区2例、蜀山区1例）；\n芜湖市2例（镜湖区2例）。": [
        ("5例", "安徽省", "新增病例例数"),
        ("3例", "合肥市", "新增病例例数"),
        ("2例", "包河区", "新增病例例数"),
        ("1例", "蜀山区", "新增病例例数"),
        ("2例", "芜湖市", "新增病例例数"),
        ("2例", "镜湖区", "新增病例例数"),
    ],
    "淮河流域雨量达300毫米，其中淮河上游（淮滨以上）350毫米，钱塘江流域280毫米。": [
        ("300毫米", "淮河流域", "雨量"),
        ("350毫米", "淮河上游", "雨量"),
        ("280毫米", "钱塘江流域", "雨量"),
    ],
}
SORTS = {
    "云溪镇现有病例24例（境外输入22例、重症1例）。": [
        ("24例", "云溪镇", "病例例数"),
        ("22例", "云溪镇", "境外输入例数"),
        ("1例", "云溪镇", "病例中重症例数"),
    ],
    "云溪镇共有养老机构12家（其中民营3家）。": [
        ("12家", "云溪镇", "养老机构数"),
        ("3家", "云溪镇", "养老机构中民营数"),
    ],
}
OTHERS = {
    "云溪镇病例8例，其中境外输入6例（合肥4例，芜湖2例），本地病例2例（均在镇上）。": ("2例", "本地病例例数"),
    "云溪镇新增企业40家，进出口总额30亿元，其中出口20亿元。": ("20亿元", "出口额"),
}


@pytest.mark.parametrize(("text", "expected"), [*ROLLS.items(), *SORTS.items()])
def test_numbers_of_a_roll_measure_what_opens_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(("text", "expected"), OTHERS.items())
def test_what_names_its_own_measure_is_no_part_of_a_roll(text: str, expected: tuple[str, str]) -> None:
    value, _, metric = numbers(text)[-1]
    assert (value, metric) == expected


def test_long_rolls_take_linear_time() -> None:
    piece = "合肥3例（包河区2例）、"
    assert_linear(lambda size: lambda: numbers(f"新增病例中，{piece * size}芜湖1例。"), 100)

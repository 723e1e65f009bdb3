"""Numbers in names that an article uses assert nothing; the same number elsewhere counts."""

import pytest

from tests.extraction.test_statements import numbers

NAMES = {
    "白鹭城76人与金穗队的比赛中，76人以110比98获胜。76人队的林晓得到33分。": [
        ("110", "76人", "得分"),
        ("98", "76人", "对手得分"),
        ("33分", "林晓", "得分"),
    ],
    "58公司营收12亿元，培训58人。": [("12亿元", "58公司", "营收额"), ("58人", "58公司", "培训人数")],
    "电影《72号门牌》票房5亿元，观众说72号门牌好看。": [("5亿元", "72号门牌", "票房")],
}
COUNTED = {
    "该校76人参赛。": ["76人"],
    "青江县派出一支76人队伍，3比1战胜云州队。": ["76人", "3", "1"],
    "共76人队列整齐。": ["76人"],
    "2050公司数达300家。": ["300家"],
}


@pytest.mark.parametrize(("text", "expected"), NAMES.items())
def test_a_number_in_a_name_is_part_of_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(("text", "expected"), COUNTED.items())
def test_a_number_that_counts_is_told(text: str, expected: list[str]) -> None:
    assert [number for number, _, _ in numbers(text)] == expected

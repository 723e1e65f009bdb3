"""Subjects without what was cut out of a sentence along with them."""

import pytest

from checker.extraction.fragments import tidied
from tests.extraction.test_statements import numbers

TIDIED = {
    "大雁成为名片": "大雁",
    "那时林国栋": "林国栋",
    "个合资项目": "合资项目",
    "净亏损则": "净亏损",
    "完成验收": "",
    "累计查办机构": "",
}


@pytest.mark.parametrize("phrase", TIDIED)
def test_what_is_left(phrase: str) -> None:
    assert tidied(phrase) == TIDIED[phrase]


@pytest.mark.parametrize("name", ["救助机构", "盗窃案", "各地企业", "该校", "挂牌公司", "粮食和物资", "云溪集团"])
def test_names_stay(name: str) -> None:
    assert tidied(name) == name


def test_a_clause_without_a_subject_is_of_whom_its_paragraph_spoke_of() -> None:
    text = "今年行情好转。插秧机销售量增长36%。据悉，完成验收24家。"
    assert numbers(text)[-1][1] == "插秧机"

"""Things that a clause tells a number of before it names them."""

import pytest

from tests.extraction.test_statements import numbers

HAD = {
    "这家有近二十年历史的面馆已经搬迁。": [("近二十年", "面馆", "历史")],
    "当年只有800人的云溪村成为旅游村。": [("800人", "云溪村", "人数")],
    "拥有43家门店的老杨面馆去年盈利3亿元。": [("43家", "老杨面馆", "门店数"), ("3亿元", "老杨面馆", "盈利额")],
    "云溪集团是一家有20年历史的企业。": [("20年", "云溪集团", "历史")],
}
NOT_HAD = {
    "云溪镇有5000年的历史。": [("5000年", "云溪镇", "历史时长")],
    "有8家面馆的销售额超过1亿元。": [("8家", "面馆", "面馆数"), ("超过1亿元", "面馆", "销售额")],
}


@pytest.mark.parametrize(("text", "expected"), [*HAD.items(), *NOT_HAD.items()])
def test_who_has_so_much(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected

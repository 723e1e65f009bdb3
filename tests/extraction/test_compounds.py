"""Things and their measures in one compound."""

import pytest

from checker.extraction.compounds import parts
from tests.extraction.test_statements import numbers

COMPOUNDS = {
    "95号柴油价格": ("95号柴油", "价格"),
    "双程含税船票价格": ("双程含税船票", "价格"),
    "纺织业平均利润率": ("纺织业", "平均利润率"),
    "微型企业年应纳税所得额上限": ("微型企业", "年应纳税所得额上限"),
    "消费税税率": ("消费税", "税率"),
    "冬小麦播种面积": ("冬小麦", "播种面积"),
    "果酒糖分含量": ("果酒", "糖分含量"),
    "工业缝纫机产量": ("工业缝纫机", "产量"),
    "各地养老券数额": ("各地养老券", "数额"),
}


@pytest.mark.parametrize("compound", COMPOUNDS)
def test_a_thing_and_its_measure(compound: str) -> None:
    assert parts(compound) == COMPOUNDS[compound]


@pytest.mark.parametrize(
    "compound",
    ["营业收入", "周均价格", "净利润率", "总规模", "煤炭", "公募基金", "居民的收入", "市场渗透率", "每股收益"],
)
def test_no_such_compound(compound: str) -> None:
    assert parts(compound) == ("", "")


def test_a_measure_alone_is_of_the_thing_before_it() -> None:
    assert numbers("7月，插秧机销售量增长36%，渗透率超五成。") == [
        ("36%", "插秧机", "销售量增速"),
        ("超五成", "插秧机", "渗透率"),
    ]

"""Parts of a total that are told by their names alone have its measure."""

import pytest

from tests.extraction.test_statements import numbers

PARTS = {
    "全市粮食产量80万吨，其中小麦30万吨，玉米20万吨。": [
        ("全市", "粮食产量"),
        ("小麦", "粮食产量"),
        ("玉米", "粮食产量"),
    ],
    "全市居民人均上网时长5小时，比上年增加1小时。其中，青年7小时、比上年多2小时，老年人3小时。": [
        ("全市", "居民人均上网时长"),
        ("全市", "居民人均上网时长增量"),
        ("青年", "人均上网时长"),
        ("青年", "人均上网时长增量"),
        ("老年人", "人均上网时长"),
    ],
    "全市外贸额30亿元。分国别看，越南10亿元，同比增长5%，泰国8亿元。": [
        ("全市", "外贸额"),
        ("越南", "外贸额"),
        ("越南", "外贸额增速"),
        ("泰国", "外贸额"),
    ],
}

MEASURED = {
    "全市进出口总额30亿元，其中出口20亿元。": ("全市", "出口额"),
    "全市预算收入30亿元，其中税收20亿元。": ("全市", "税收"),
    "全市办学经费30亿元。新校区20公顷。": ("全市", "新校区面积"),
    "全市水库蓄水量30亿立方米。河岸植树20公顷。": ("全市", "河岸植树面积"),
}


@pytest.mark.parametrize("text", PARTS)
def test_parts_have_the_measure_of_their_total(text: str) -> None:
    assert [one[1:] for one in numbers(text)] == PARTS[text]


@pytest.mark.parametrize("text", MEASURED)
def test_what_has_a_measure_of_its_own_is_no_part(text: str) -> None:
    assert numbers(text)[-1][1:] == MEASURED[text]

"""Times that only say when are no claims; the others say what they are the time of."""

import pytest

from tests.extraction.test_statements import numbers

TIMES = {
    "近三年，云溪镇新建桥梁12座。": [("12座", "云溪镇", "新建桥梁数")],
    "未来5年，云溪镇将新建桥梁12座。": [("12座", "云溪镇", "新建桥梁数")],
    "十年前，云溪镇只有桥梁3座。": [("3座", "云溪镇", "桥梁数")],
    "仅仅一个月后，云溪镇新建桥梁12座。": [("12座", "云溪镇", "新建桥梁数")],
    "四十年来，云溪镇新建桥梁12座。": [("12座", "云溪镇", "新建桥梁数")],
    "云溪镇的粮价创八年新低。": [("八年", "云溪镇", "粮价创新低的时间跨度")],
    "云溪镇将在20天内完成9项测试。": [("20天内", "云溪镇", "完成时限"), ("9项", "云溪镇", "预计完成测试数")],
    "云溪镇代表队以2小时19分3秒夺冠。": [("2小时19分3秒", "云溪镇代表队", "成绩")],
}


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_times(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected

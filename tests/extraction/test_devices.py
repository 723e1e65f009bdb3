"""Measures of devices: of the device that is told of, in the state that their clause names."""

import pytest

from tests.extraction.test_statements import numbers

DEVICES = {
    "测试显示，空载时，YL 500显卡的功耗达到40W，满载时为90W，休眠状态为2W。"
    "打开开关后，空载功耗只有8W，降低了80%，满载功耗70W。": [
        ("40W", "YL 500显卡", "空载功耗"),
        ("90W", "YL 500显卡", "满载时功耗"),
        ("2W", "YL 500显卡", "休眠状态功耗"),
        ("8W", "YL 500显卡", "空载功耗"),
        ("80%", "YL 500显卡", "空载功耗降幅"),
        ("70W", "YL 500显卡", "满载功耗"),
    ],
    "云溪实验室在测试YL 700显卡时也遇到问题，待机功耗为12W。": [("12W", "YL 700显卡", "待机功耗")],
    "新机搭配4K 144Hz高分显示器。": [],
}


@pytest.mark.parametrize(("text", "expected"), DEVICES.items())
def test_measures_of_devices(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected

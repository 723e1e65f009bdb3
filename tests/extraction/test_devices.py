"""Measures of devices: of the device that is told of, in the state that their clause names."""

import pytest

from tests.extraction.test_statements import numbers

DEVICES = {
    "测试显示，空载时，YL 500显卡的功耗达到40W，满载时为90W，休眠状态为2W。"
    "打开开关后，空载功耗只有8W，降低了80%，满载功耗70W。": [
        ("40W", "YL 500显卡", "空载功耗"),
        ("90W", "YL 500显卡", "满载时功耗"),
        ("2W", "YL 500显卡", "休眠状态功耗"),
        ("8W", "YL 500显卡", "打开开关后空载功耗"),
        ("80%", "YL 500显卡", "打开开关后空载功耗降幅"),
        ("70W", "YL 500显卡", "打开开关后满载功耗"),
    ],
    "云溪实验室在测试YL 700显卡时也遇到问题，待机功耗为12W。": [("12W", "YL 700显卡", "待机功耗")],
    "测试显示，空载时，YL 600显卡的功耗达到40W，SDR、HDR视频播放分别对应72W、99W。只要关闭背光(灯带)就行了。"
    "重新测试后，纯空载功耗8W，SDR 60W。": [
        ("40W", "YL 600显卡", "空载功耗"),
        ("72W", "YL 600显卡", "SDR视频播放功耗"),
        ("99W", "YL 600显卡", "HDR视频播放功耗"),
        ("8W", "YL 600显卡", "关闭背光后纯空载功耗"),
        ("60W", "YL 600显卡", "关闭背光后SDR视频播放功耗"),
    ],
    "云溪实验室在测试YL 700显卡时发现，4K分辨率下待机功耗会超过75W，显存也无法降频超过2200MHz，"
    "换成2K分辨率就正常了，功耗不足10W，显存频率仅为25MHz。": [
        ("超过75W", "YL 700显卡", "4K分辨率下待机功耗"),
        ("超过2200MHz", "YL 700显卡", "4K分辨率下显存频率"),
        ("不足10W", "YL 700显卡", "换成2K分辨率后待机功耗"),
        ("25MHz", "YL 700显卡", "换成2K分辨率后显存频率"),
    ],
    "新机搭配4K 144Hz高分显示器。": [],
}


@pytest.mark.parametrize(("text", "expected"), DEVICES.items())
def test_measures_of_devices(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected

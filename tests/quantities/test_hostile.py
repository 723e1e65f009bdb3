"""No text may take more than its length: what is twice as long takes about twice as long."""

from collections.abc import Callable

import pytest

from checker.quantities import scan
from tests.growth import assert_linear

# A quadratic pattern takes sixteen times as long for four times the text.
HOSTILE = [
    "1", "1.", "1,111", "1 ", "1-", "1:", "1，000", "一", "万", "零", "一点", "几", "数", "“", "“”", "“1",
    "、", "(", "A", "a1", "a-", "第", "每", "每吨", "约超近", "分之", "百分之", "1+", "1@", "2024年", "3月—",
    "1小时1分1秒", "上千", "http://", " ", "5kg-", "［", "壹", "翻", "廿",
]  # fmt: skip
LENGTH = 2_000


@pytest.mark.parametrize("part", HOSTILE)
def test_the_time_grows_with_the_length(part: str) -> None:
    def make(size: int) -> Callable[[], object]:
        text = part * (size // len(part))
        return lambda: scan(text)

    assert_linear(make, LENGTH)

"""What adds up over time: a longer run of months has no less of it. Balances, stocks and profits are none."""

import re
from functools import cache

from checker.lexicon.tables import rows
from checker.patterns import one_of, pattern

STOCKS = (
    "余额 在册 保有量 存量 库存 总数 户数 在营 现有 拥有 在建 净 利润 利税 顺差 逆差 差额 增量 减少 结余 "
    "同比 增速 单价 均价 人均 户均 价格 日均 月均 平均 每"
)


@cache
def flow() -> re.Pattern[str]:
    """A name of something that flows, at the end of the words."""
    return pattern(f"(?:{one_of(word for row in rows('flows.tsv') for line in row for word in line.split())})$")


@cache
def stock() -> re.Pattern[str]:
    """A word that says it does not add up."""
    return pattern(one_of(STOCKS.split()))

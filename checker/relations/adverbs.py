"""Adverbs that stand before a verb of change or a number and alter nothing of what it says.

One table for all that reads the words between two numbers: an adverb that is added here is known to each of them.
"""

from checker.patterns import one_of

EXACT = "整整 足足 正好 刚好 恰好 恰恰 恰巧 刚巧 刚刚 正巧 不多不少 满打满算 恰 正 满满 实打实"
"""Just so much."""

TOGETHER = "合计 总共 一共 共 总计 共计 累计 统共 拢共 前后 光"
"""All of it."""

ABOUT = "约 约为 近 将近 接近 大约 大概 差不多 几乎 大致 大体 快"
ONLY = "只 仅 仅仅 才 不过 只有 只是 单单"
STILL = """
    也 还 还是 又 再 再次 均 都 就 已 已经 则 即 便 可 能 却 竟 竟然 居然 反而 反倒 反 更 更是 仍 仍然 仍旧 依然
    依旧 总算 终于 硬是 生生 硬生生 愣是 直 径直 全部
    """
SUDDEN = """
    一下 一下子 一口气 一举 一把 一跃 一夜间 一夜 一夜之间 一路 陡然 骤然 突然 猛 猛地 猛然 急剧 迅速 快速 飞速
    直接 悄然 悄悄
    """
STEADY = """
    稳步 稳中 平稳 持续 连续 连年 不断 逐步 逐渐 渐渐 缓慢 缓缓 小幅 微幅 大幅 大幅度 略 略有 略微 微 稍 稍稍
    明显 显著 大大 极大 进一步 较快 同步 逆势 总体 整体 普遍 直线 继续 陆续 接连 相应 平均 名义 实际 净 大 下 上
    往上 往下 向上 向下 偏
    """
SPANS = "全天 单日 当日 当天 日内 盘中 尾盘"
"""The time that a change took."""


def adverbs(*tables: str) -> str:
    """The source of a pattern for one adverb of these tables, or of all."""
    chosen = tables or (EXACT, TOGETHER, ABOUT, ONLY, STILL, SUDDEN, STEADY, SPANS)
    return one_of(word for table in chosen for word in table.split())

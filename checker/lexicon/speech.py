"""Words and what part of speech each of them is, by a general dictionary.

The dictionary and the segmentation are jieba's, in the build of ``rjieba``, which is imported on first use: only
drafting needs it. What it says of the closed classes of the language (prepositions, conjunctions, adverbs, particles)
is unreliable, so these are listed here.
"""

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from checker.lexicon.clauses import words

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part(StrEnum):
    """A part of speech. A NOMINAL is a verb that is used as a noun too (投资, 建设)."""

    NOUN = "noun"
    NAME = "name"
    NOMINAL = "nominal"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    OF = "of"
    PARTICLE = "particle"
    NUMBER = "number"
    CLASSIFIER = "classifier"
    TIME = "time"
    SIDE = "side"
    PRONOUN = "pronoun"
    MARK = "mark"


TAGS = {
    "v": Part.VERB,
    "i": Part.VERB,
    "vn": Part.NOMINAL,
    "a": Part.ADJECTIVE,
    "b": Part.ADJECTIVE,
    "z": Part.ADJECTIVE,
    "d": Part.ADVERB,
    "ad": Part.ADVERB,
    "p": Part.PREPOSITION,
    "c": Part.CONJUNCTION,
    "u": Part.PARTICLE,
    "y": Part.PARTICLE,
    "e": Part.PARTICLE,
    "m": Part.NUMBER,
    "q": Part.CLASSIFIER,
    "t": Part.TIME,
    "r": Part.PRONOUN,
    "x": Part.MARK,
    "nr": Part.NAME,
    "ns": Part.NAME,
    "nt": Part.NAME,
}
"""By the tag, or by its first letter; any other is a noun."""

SET, PAIR = ("i", "l"), 2
"""Set phrases are what their last word is: 珍贵|文物, 圆满|完成."""

CLOSED = {
    Part.PREPOSITION: """
        距离 在 从 自 由 向 往 对 对于 关于 为 为了 给 把 被 让 令 使 用 以 按 按照 根据 依据 依照 经 随着 与 跟 同 比 较 至 到
        于 因 由于 除 除了 沿 沿着 经过 凭 凭借 作为 截至 截止 相比 相较 据 自从 针对 围绕 面对 鉴于 朝 当 趁 替 通过 经由
    """,
    Part.CONJUNCTION: """
        和 及 以及 或 或者 并 并且 而 而且 且 但 但是 不过 然而 可是 因此 因而 所以 于是 从而 同时 此外 另外 其中 如果 若 假如
        虽 虽然 尽管 即使 无论 不论 不管 只要 只有 不仅 不但 甚至 即 则 如 比如 例如 因为 既 又 暨 何况 还是 抑或 乃至 可 却
    """,
    Part.ADVERB: """
        就 将 仍 仍然 更 更加 最 很 都 也 还 再 才 只 仅 仅仅 已 已经 曾 曾经 均 共 约 近 逾 不 没 没有 未 皆 便 先 后 刚 正 正在 将要
        即将 至少 至多 最多 最少 大约 约莫 几乎 总共 一共 共计 累计 陆续 先后 相继 分别 各 同比 环比 再次 多次 首次
        不断 持续 继续 逐步 逐渐 逐年 全面 大幅 小幅 明显 显著 进一步 依法 预计 平均 常 常年 常常 通常 往往 特别 尤其
        非常 十分 极 极其 较为 相对 比较 不足 不到 不止 有望 最终 终于 随即 随后 立即 马上 当场 一举 成功 率先 直接 现 现已 拟
        一直 始终 竟 竟然 居然 反而 依然 依旧 恰好 刚好 足足 整整 其实 似乎 也许 可能 大概 尚 暂 暂时 目前 每年 每天 每月
        每日 新 要 会 能 能够 可以 应 应该 应当 必须 需要 需 想 愿 愿意 敢 肯 得以 来 去 同步 连续 正式 顺利 双双 纷纷 一起 共同
    """,
    Part.PARTICLE: "了 着 过 所 等 们 吗 呢 吧 啊 之 等等 起 起来 下来 下去 出来 上来",
    Part.OF: "的",
    Part.SIDE: """
        旗下 下属         中 内 里 上 下 前 后 外 间 以上 以下 以内 以外 以来 之前 之后 之间 之中 之内 之外 之上 之下 期间 左右 上下 前后 当中 时 附近
        时候 来 一带 里面 外面 上面 下面 前面 后面 上方 下方 内部 以前 以后 起
    """,
    Part.PRONOUN: """
        我 我们 你 你们 他 他们 她 她们 它 它们 自己 大家 其 这 那 该 此 本 某 这些 那些 这个 那个 这里 那里 这样 那样 谁 什么
        哪 哪里 每 各 各位 各地 另 其他 其它 其余 有的 有些 这次 这种 这一 那一 两者 前者 后者 双方 彼此 这是
    """,
    Part.VERB: """
        是 有 无 达 占 超 超过 突破 高达 达到 等于 相当于 位于 属于 来自 迎来 收入囊中 增长 下降 上升 上涨 下跌 增加 减少 提高
        降低 回升 回落 反弹 快于 慢于 高于 低于 优于 好于 快速增长 迅猛发展 持续增长 处 跌至 升至 涨至 降至 增至 具有 拥有 成为
        包括 包含 涵盖 获得 认为 表示 显示 逼近 需要 不足 开工 开盘 收盘 起 排名 跃居 录得 报收 收报 收于 报 涨 跌 创 减 系 排 历任 曾任 现任 担任
    """,
    Part.ADJECTIVE: """
        最新 最大 最高 最低 最小 最多 最早 最快 最好 最佳 特大 特殊 一般 主要 重点 大型 中型 小型 全新 合计 总计 唯一 首批 首个 新增
    """,
    Part.NOUN: """
        收入 营收 净利 新低 新高 举措 县 市 省 区 州 镇 乡 村 行 道 股 类 项 所 部 局 院 校 馆 站 港 园 店 厂 矿 队 会 户 人 资 额 口岸
        年龄 年龄段 第一产业 第二产业 第三产业 指数 涨幅 跌幅 增速 增幅 降幅 支持率 综指 成指 同期 等级 收益 成本 比例 关税 套餐 所得 得主 产能 地价 持仓 端 盈利
    """,
}


@cache
def _closed() -> dict[str, Part]:
    return {word: part for part, listed in reversed(CLOSED.items()) for word in listed.split()}


def is_closed(word: str) -> bool:
    """Whether a word is of a closed class, so that what stands beside it does not change its part."""
    return word in _closed()


def part_of(word: str, tag: str) -> Part:
    """What part of speech a word is that the dictionary gives a tag."""
    if tag == "x" or tag == "eng":
        return Part.NOUN if word[:1].isalnum() else Part.MARK
    known = _closed().get(word)
    if known is None and tag in SET and len(word) > PAIR:
        last = list(tagged(word[-PAIR:]))
        return part_of(*last[0]) if len(last) == 1 else Part.VERB
    part = known or TAGS.get(tag) or TAGS.get(tag[:1], Part.NOUN)
    return Part.NOMINAL if part is Part.VERB and not known and word in words("amount") else part


def tagged(text: str, *, unknown: bool = True) -> "Iterator[tuple[str, str]]":
    """The words of a text in order, each with its tag in the dictionary; together they are the text.

    ``unknown`` lets characters make words that the dictionary does not have.
    """
    from rjieba import tag

    yield from tag(text, unknown)

"""What a stated number and the names under it make: the record of a listing, and the number as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists.counted import PEOPLE, REGIONS
from checker.relations.lists.enumeration import Stretch
from checker.relations.passage import Passage
from checker.relations.record import Operand, Relation
from checker.spans import Span

KIND = "listing"
TIMES = frozenset(("年", "个月", "天"))
LEVELS = frozenset("级向色者")
KINDS_OF = frozenset(("项", "种", "类", "大类", "方面", "重"))
UNITS = """
    个 项 家 种 类 大类 大 省 市 县 区 镇 乡 村 州 国 地 级 名 位 人 条 重 方面 方 组 处 色 向 者 张 部 部分 座 支 门 层
    点 件 套 款 场 样 环节 步 期 阶段 线 翼 核 轴 带 城 端 关 篇 道 本 队 校 院 厂 店 岛 港 块 路 站 所 维 型 链 园 章
    课 份 幅 口 面 股 批 片 旗 编 卷 辑 幕 集 则
    样 招 趟 馆 率 员 台 艘 架 列 栋 幢 棵 株 宗 例 起 首 册 句 字 笔 难 河 湖 山 桥 岗
    驾 间 科 对 双 团 天 诀 剧 险 费 室 坊 街 巷 塔 宝 绝 怪 景 只 辆 枚 匹 户 盏
    """
DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
COMPOUND = pattern(
    "城乡|沪深|川渝|成渝|京津|津冀|京冀|沪苏|苏浙|浙皖|粤港|港澳|云贵|陕甘|长株潭|中日|中美|日韩|中俄|东西|南北|上下|男女|产销"
)
"""Words that name two things at once."""

SHORT, LONG, BEFORE, AHEAD = 8, 14, 40, 400


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its classifier, or the number in a slogan, as it stands in the text."""

    span: Span
    value: int
    unit: str
    chinese: bool


def number_of(words: str) -> int:
    """The number up to nineteen that these characters are, in digits or in Chinese."""
    if words.isdecimal():
        return int(words)
    return 10 + DIGITS[words[1]] if len(words) == 2 else DIGITS[words]


def words_of(stretch: Stretch, span: Span) -> str:
    """The words of a span of a stretch."""
    return stretch.words[span.start - stretch.start : span.end - stretch.start]


def listed(passage: Passage, count: Count, names: Sequence[Span]) -> Relation | None:
    """The record of names that are as many as is said; none where no reading has so many."""
    return relation_of(passage, count, names, Verdict.CONSISTENT) if names else None


def relation_of(passage: Passage, count: Count, names: Sequence[Span], verdict: Verdict) -> Relation:
    """The record of a stated number and the names under it."""
    stated = Operand("count", count.span, str(count.value), count.unit)
    items = tuple(Operand("item", one, passage.words(one)) for one in names)
    fits = verdict is Verdict.CONSISTENT
    working = f"文中说“{passage.words(count.span)}”，列出{len(names)}个（{'、'.join(one.value for one in items)}）"
    return Relation(
        KIND,
        (stated, *items),
        verdict,
        f"{working}，{'一致' if fits else '不一致'}",
        (count.span,),
        count.span,
        data={"name": passage.words(count.span), "working": working, "computed": f"{len(names)}"},
        variant="people" if count.unit in PEOPLE else "places" if _places(passage, count) else "things",
    )


def _places(passage: Passage, count: Count) -> bool:
    """Whether it counts countries or districts."""
    return count.unit in REGIONS or passage.text.startswith(("国家", "省", "市", "县", "区", "乡镇"), count.span.end)


def alike(words: Sequence[str]) -> bool:
    """Whether all names end alike: 气象监测网、虫情监测网."""
    return len({one[-1] for one in words}) == 1

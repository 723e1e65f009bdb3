"""ratio: rates whose name tells in other words what was done of how many: 捡到3126件，送回1987件，归还率63.6%.

What part a rate of giving back, of admission, of saves is, everybody knows without that its characters stand with the
count. The part is told by such words in its clause, the whole right before it; both are of one unit, or the whole is
room (座位, 托位) and the part those that fill it. What does not fit is for a reader to look at.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from re import Pattern

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, PARTLY, THEN, WIDER
from checker.relations.naming import one_period
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import KIND, Triple, verify
from checker.relations.ratios.levels import is_base, is_level
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

ACTS = """
归还 返还 认领: 送回 归还 还给 返还 交还 物归原主 领回 认领 找回
录取 招录: 录取 录了 招录 招生 招了 取了
上座 入座: 坐 到场 进场 进了场 入场 观众 来了 售出 卖出
扑救: 扑出 救出 救下 挡 没收 封出 化解
完赛: 跑完 完赛 走完 骑完 到终点 抵达终点 冲过终点
结案 办结 审结: 办结 审结 结案 办完 结了 审完 了结
签约 续约 续签: 签约 签了 续签 续了 签下 签订
出勤 到岗 到会 到课: 到岗 来了 出勤 在岗 到会 到了 到课 签到 到齐
就业: 就业 找到工作 上岗 签约 有了工作 落实
升学: 升入 考上 考取 上了 升学 读
入住 出租 入驻: 住进 入住 租出 租掉 租了 住了 有人 入驻 在住 进驻
命中: 投中 命中 射中 打中 投进
合格 及格 达标 优良: 合格 达标 过关 过了 及格 优良
通过: 通过 过了 过关
检出 阳性: 检出 查出 阳性
治愈 康复: 治好 治愈 出院 康复 痊愈
成活 存活 保存: 成活 活了 活着 活下 存活 活的
参保 参合: 参保 入保 参合
投票 参会 参与 参赛: 参加 参与 投票 投了 到会
破案 侦破: 破获 侦破 破了 告破
调解 化解 成功: 调成 化解 说和 调解成功 成功 谈拢 办成
流失 离职 辍学: 离开 走了 离职 流失 辞职 辍学
使用 利用 占用 在用: 在用 使用 用上 占用 停了 停着 在托 住着 用着
中签 中标: 抽中 摇中 中签 中了 中标
签收 送达 妥投: 送到 签收 送达 妥投
接种 免疫: 打了 接种 种了 打上
退货 退票 退订: 退货 退票 退了 退回 退掉 退订
回收 收回: 收回 回收 收上来 回来
落地 开工 投产 竣工 完工: 开工 动工 投产 竣工 完工 建成 落地
脱贫 摘帽: 脱贫 摘帽
完成: 完成 完 已建 建成 建好 做好 改好
晋级 出线: 晋级 出线 进入
发芽 出苗: 发芽 出苗
录用 采用: 录用 采用
授权 获批: 授权 获批
报到 注册: 报到 注册
覆盖 普及 通达: 覆盖 建成 建起 建有 开通 通了 接通 通上 设立 设有 配备 配有 开展 接入 安装
"""
"""The stems of rates, and the words by which what they count is told."""

LINK = f"(?:高?达|为|[是到有了]|超过?|{adverbs()})*"
NAMED = pattern(
    f"(?:^|[，,；;：:])(?:(?P<whose>[一-鿿]{{0,4}}?)(?P<stem>[一-鿿]{{2}})率{LINK}|(?:{adverbs()})*(?P<bare>完成)了?(?:{adverbs()})*)$"
)
COMMON = "总体综合整实际当天日年度最终目前平均一次性"
"""What may stand before a rate's name without that it was said before; 水果合格率 is of no vegetables."""

GOING_BACK = pattern(f"{THEN}|{MEANS}|{WIDER}|{PARTLY}")
SEATS, HEADS = (
    pattern("[一-鿿]{0,2}(?:座|床|学|托|工|泊|车|铺|席|摊)位|[一-鿿]{0,2}(?:房间|客房|宿舍)"),
    frozenset("人名位张"),
)
ROOM = frozenset(("个", "张", "座", "席"))
OFTEN = pattern("[两二三四五六七八九十0-9]场|每场|场均|全年|累计")
"""两场共售出570张: the seats were filled more than once."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
MOST = 4
CLAUSES, BACK = 2, 4
"""How many clauses part and whole, and figures before the rate, may lie apart."""


@cache
def _acts() -> dict[str, Pattern[str]]:
    rows = (line.split(":") for line in ACTS.strip().split("\n"))
    return {stem: pattern("|".join(words.split())) for stems, words in rows for stem in stems.split()}


def find(passage: Passage) -> Iterator[Relation]:
    """Every rate so named with its part and its whole."""
    for index, rate in enumerate(passage.figures):
        act = passage.cues[index].act
        name = _named(passage, rate) if rate.is_rate and act not in (Act.RISE, Act.FALL) else ""
        told = _acts().get(name)
        found = (_pair(passage, index, told) if index > 1 else None) or _behind(passage, index, told) if told else None
        if found:
            relation = verify(passage, Triple(f"{name}率", (rate.before,), *found, rate))
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _named(passage: Passage, rate: Figure) -> str:
    start = max(passage.span.start, passage.clauses[rate.clause].start - 1)
    match = NAMED.search(passage.text[start : rate.quantity.span.start])
    if match is None or not set(match["whose"] or "") <= {*passage.text[passage.span.start : start], *COMMON}:
        return ""
    return match["stem"] or match["bare"]


def _pair(passage: Passage, index: int, told: Pattern[str]) -> tuple[Figure, Figure] | None:
    """The count whose clause tells the act, and the one beside it that can hold it and tells none."""
    rate = passage.figures[index]
    earlier = [one for one in passage.figures[max(0, index - BACK) : index] if _is_count(passage, one)]
    if len(earlier) < 2:
        return None
    last, others = earlier[-1], earlier[:-1][::-1]
    if not 0 <= rate.clause - last.clause <= 1:
        return None
    if told.search(_clause(passage, last)):
        part, whole = last, next((one for one in others if _holds(passage, one, last)), None)
    else:
        part, whole = others[0], last if _holds(passage, last, others[0]) else None
    if whole is None or abs(part.clause - whole.clause) > CLAUSES or not told.search(_clause(passage, part)):
        return None
    if any(told.search(_own(passage, one, part)) for one in earlier if one is not part):
        return None
    first = min(part.quantity.span.end, whole.quantity.span.end)
    between = passage.text[first : rate.quantity.span.start]
    several = OFTEN.search(between) and SEATS.search(passage.words(whole.before) + passage.words(whole.after))
    apart = several or GOING_BACK.search(between) or "；" in between or is_base(passage, whole, others, part)
    return None if apart or not one_period(passage, whole, passage, part) else (part, whole)


def _behind(passage: Passage, index: int, told: Pattern[str]) -> tuple[Figure, Figure] | None:
    """上座率80%，座位1200个，观众960人: the part right behind the rate, its whole beside it."""
    own = passage.figures[max(0, index - 1) : index + 3]
    counts = [one for one in own if one is not passage.figures[index] and _is_count(passage, one)]
    counts = counts[-2:] if len(own) - 1 == len(counts) and len(passage.figures) <= MOST else []
    if len(counts) < 2 or counts[-1].quantity.span.start < passage.figures[index].quantity.span.start:
        return None
    parts = [one for one in counts if told.search(_clause(passage, one))]
    if len(parts) != 1 or sum(one.is_rate for one in passage.figures) > 1:
        return None
    part, whole = parts[0], next(one for one in counts if one is not parts[0])
    text = passage.text[passage.clauses[counts[0].clause].start : counts[-1].quantity.span.start]
    near = counts[-1].clause - min(counts[0].clause, passage.figures[index].clause) <= CLAUSES
    apart = (
        GOING_BACK.search(text) or OFTEN.search(text) or "；" in text or not one_period(passage, whole, passage, part)
    )
    return (part, whole) if near and not apart and _holds(passage, whole, part) else None


def _is_count(passage: Passage, one: Figure) -> bool:
    counted = one.is_amount and one.quantity.unit_class is not UnitClass.PER and not one.bracket
    act = passage.cues[passage.figures.index(one)].act
    return counted and act in LEVELS and one.quantity.value > 1 and not one.quantity.hedges and is_level(passage, one)


def _holds(passage: Passage, whole: Figure, part: Figure) -> bool:
    size, least = (one.quantity.value * one.quantity.unit.factor for one in (whole, part))
    if same_unit(whole.quantity, part.quantity):
        return size >= least
    seats = SEATS.match(passage.words(whole.after)) or SEATS.search(passage.words(whole.before))
    filled = part.quantity.unit.name in HEADS and whole.quantity.unit.name in ROOM
    return filled and seats is not None and size >= least


def _own(passage: Passage, figure: Figure, part: Figure) -> str:
    """What is said of another count; what leads straight to the part is the part's: 600个座位|售出570张."""
    straight = figure.clause == part.clause and figure.after.end == part.quantity.span.start
    return passage.words(figure.before) if straight else _clause(passage, figure)


def _clause(passage: Passage, figure: Figure) -> str:
    return passage.words(figure.before) + passage.words(figure.after)[:8]


__all__ = ["KIND", "find"]

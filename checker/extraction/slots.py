"""Words after which the name of a town is expected: 镇, 街道, and what is named after towns: 物流园, 货运站, 枢纽港."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.patterns import pattern
from checker.spans import Span

LONGEST_NAME = 4
HAN_FIRST, HAN_LAST = "\u4e00", "\u9fff"

OF_WHAT = (
    "国际|综合|智慧|现代|铁路|公路|公铁|多式联运|冷链|临港|长江|货运|客运|高铁|火车|汽车|动车|城际|地铁|轻轨|水运|滚装|集装箱|"
    "工业|产业|农业|科技|食品|装备制造|新材料|电子信息|航空|通用|保税|内河|铁公水|枢纽|作业"
)
TOWN = "街道(?:办事处|办)?|街办|镇|乡"
HUB = "枢纽站?|站|港区?|码头|口岸|机场|货场|车站"
ZONE = "物流园|物流中心|产业园|工业园|园区|工业集中区|集中区|组团|片区|作业区|湿地公园|水库|大桥|特大桥"
TYPE = pattern(f"(?P<town>{TOWN})|(?:{OF_WHAT}){{0,3}}(?:(?P<hub>{HUB})|(?P<zone>{ZONE}))")
# What ends here is a word of its own: 家乡, 小镇, 网站, 香港.
NO_NAME = frozenset(
    "家乡 水乡 山乡 城乡 故乡 侨乡 老乡 同乡 他乡 异乡 梦乡 醉乡 茶乡 酒乡 果乡 花乡 歌乡 之乡 各乡 全乡 本乡 该乡 我乡 某乡 下乡 返乡 回乡 还乡 离乡 思乡 "
    "入乡 兴乡 一乡 每乡 几乡 县乡 市乡 村乡 镇乡 "
    "小镇 城镇 乡镇 集镇 村镇 市镇 重镇 古镇 强镇 名镇 大镇 新镇 各镇 全镇 本镇 该镇 我镇 某镇 县镇 冰镇 坐镇 一镇 每镇 建镇 州镇 老镇 军镇 富镇 穷镇 特镇 "
    "各街道 该街道 本街道 全街道 某街道 "
    "网站 车站 电站 基站 油站 香港 港站 一站 到站 本站 小站 大站 总站 分站 全站 该站 我站 每站 首站 末站 空港 海港 河港 出港 进港 离港 靠港 入港 抵港 返港 "
    "母港 良港 大港 强港 陆港 赴港 来港 在港 驻港 对港 供港 粤港 深港 内港 本港 该港 全港 避风港".split()
)


class SlotKind(StrEnum):
    """What is named: a town, a place where people and goods come and go, a piece of land or a work."""

    TOWN = "town"
    HUB = "hub"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Slot:
    """A type word at ``span`` with the Chinese characters before it, at most four, the name among them.

    ``generic`` where they make an ordinary word together, as far as the language goes: 家乡, 车站.
    """

    kind: SlotKind
    span: Span
    before: str
    generic: bool


def slots(text: str) -> Iterator[Slot]:
    """Every type word that has two Chinese characters before it, in order."""
    for found in TYPE.finditer(text):
        start = found.start()
        before = _before(text, start)
        if len(before) >= 2:
            span = Span(*found.span())
            generic = before[-1] + found[0][:2] in NO_NAME or before[-1] + found[0][:1] in NO_NAME
            yield Slot(SlotKind(found.lastgroup or ""), span, before, generic)


def _before(text: str, at: int) -> str:
    """The unbroken Chinese characters before ``at``, at most as many as a name has."""
    start = at
    while start > 0 and at - start < LONGEST_NAME and HAN_FIRST <= text[start - 1] <= HAN_LAST:
        start -= 1
    return text[start:at]

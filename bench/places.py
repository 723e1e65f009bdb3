"""How many misspelt towns are found, and how much is said of names that are right.

    python -m bench.places [--seed N] [--most N] [--show N]

Towns from all over the country, one character replaced by a common one that looks or sounds like it, in sentences
that name their county; the same towns spelt right; and names of parks, ports, estates and firms that are no towns,
with ordinary words that end like towns, in sentences about one county. Found means that the first proposal is the
right name.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from checker.checks import KINDS
from checker.extraction.article import Article
from checker.findings import Hit
from checker.gazetteer import Gazetteer, Level, Place
from checker.lexicon.alike import lookalikes, readings
from checker.readers import text as reader

FRAMES = (
    "{above}{county}{town}的果农正忙着套袋。",
    "在{county}，农闲时节的工地不闲着。{town}今年新修了三条村道。",
    "近日，记者走进{county}{town}的一处厂房，几台机器开足了马力。",
    "{county}今年新建冷库十二座。\n在{town}的分选线上，苹果排着队过安检。",
    "从{above}{county}城区出发，沿新修的公路走上半个小时，便到了{town}。",
    "{town}位于{county}东部，全镇有九个村。",
    "{county}秋粮开镰\n\n走进{town}，稻田里机声隆隆。{county}农业农村局负责人说，今年长势好过往年。",
    "{above}{county}近日开展消防检查，{other}、{town}等地的民宿都在其列。",
)
# What stands before the type in names that nobody registers as divisions, and what stands after.
MAKERS = """
    华润 万科 碧水 绿地 恒信 金科 融创 保利 龙湖 中通 顺丰 京东 传化 普洛 安博
    宝能 苏宁 海尔 美的 格力 联想 浪潮 中兴 华为 腾讯 星河 云谷 智谷 光谷 药谷
    硅谷 数谷 创智 众创 启迪 科创 未来 梦想 青春 阳光 锦绣 春晖 翠湖 御景 观澜
    东方 环球 世纪 时代 长城 黄河 长江 泰山 昆仑 天山 珠峰 银河 北斗 嫦娥 神舟
    天宫 红旗 东风 解放 跃进 前进 幸福 团结 友谊 胜利 和谐 富强 民主 文明
""".split()  # noqa: SIM905
THINGS = """
    物流园 产业园 工业园 园区 码头 枢纽 货运站 水库 大桥 湿地公园 科技园 创业园
    广场 花园 小区 公馆 国际城 购物中心 大厦 乐园 农场 酒店 影城 停车场 服务区
    充电站 加油站 变电站 水电站 换乘站 空港 数字港 创新港
""".split()  # noqa: SIM905
WORDS = """
    重镇 家乡 山乡 水乡 城镇 乡镇 集镇 小镇 特色小镇 农村 新农村 香港 车站 网站
    加油站 水电站 空港 工业重镇 文化古镇 边陲小镇 中心镇 建制镇 康养小镇 电商小镇
    中心城镇 新型城镇 少数民族乡 鱼米之乡 革命老乡 江南水乡 美丽山乡 各乡镇 全县乡镇
    所有乡镇 有关街道 相关街道 重点乡镇 试点乡镇 偏远乡镇 周边乡镇 城区街道 示范街道
    消防站 卫生站 气象站 收费站 污水处理站 服务站 工作站 驿站 母港 自由贸易港 陆港
    国际港 交通枢纽 物流枢纽 综合枢纽 水利枢纽 门户枢纽 深水港 货运码头 旅游码头
    示范园区 化工园区 产业园区 零碳园区 现代农业园区 边境口岸 民用机场
""".split()  # noqa: SIM905
PLACE_FRAMES = (
    "在{county}的{name}，工人们正在检修设备。",
    "{county}{name}迎来一批客人。",
    "{county}今年投入九千万元。\n{name}里人来人往。",
)
COMMON = frozenset(
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if not (row == 0xD7 and cell > 0xF9)
)


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the right name of its town; empty where there is nothing to find."""

    text: str
    right: str = ""
    wrong: str = ""


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()


def towns(dice: random.Random) -> list[Place]:
    """All towns that exist, in random order."""
    known = _gazetteer()
    provinces = [place for place in known.divisions(known._codes) if place.level is not Level.PROVINCE]
    found = [town for county in provinces for town in known.towns(county) if town.valid_to is None]
    dice.shuffle(found)
    return [town for town in found if len(town.short) > 1]


def misspelt(stem: str, dice: random.Random) -> Iterator[str]:
    """The name with one character replaced by a common one that looks or sounds like it."""
    places = list(range(len(stem)))
    dice.shuffle(places)
    for at in places:
        like = [char for char in lookalikes(stem[at])[:8] if char in COMMON]
        same = [char for char in sorted(COMMON) if char != stem[at] and readings(char) & readings(stem[at])]
        dice.shuffle(like)
        dice.shuffle(same)
        pools = [pool for pool in (like, same) if pool]
        dice.shuffle(pools)
        yield from (stem[:at] + pool[0] + stem[at + 1 :] for pool in pools)


def cases(most: int, dice: random.Random) -> tuple[list[Case], list[Case]]:
    """Misspelt towns and, in the same sentences, the right ones."""
    wrong, right = list[Case](), list[Case]()
    for town in towns(dice):
        if len(wrong) == most:
            break
        county = _gazetteer().parent(town)
        forms = list(misspelt(town.short, dice))
        if county is None or not forms:
            continue
        stem = forms[0]
        kept = {one.short for one in _gazetteer().towns(county)}
        if stem in kept or len(kept) < 2:
            continue
        frame = dice.choice(FRAMES)
        right.append(Case(_filled(frame, county, town.name)))
        wrong.append(Case(_filled(frame, county, stem + town.name[len(town.short) :]), town.name, stem))
    return wrong, right


def _filled(frame: str, county: Place, town: str) -> str:
    above = _gazetteer().parent(county)
    other = next(one.name for one in _gazetteer().towns(county) if one.name != town)
    return frame.format(above=above.name if above else "", county=county.name, town=town, other=other) + "\n"


def no_towns(most: int, dice: random.Random) -> list[Case]:
    """Names that are no divisions, each in a sentence about some county."""
    names = [*(maker + thing for maker, thing in product(MAKERS, THINGS)), *WORDS * 6]
    dice.shuffle(names)
    places = [place for place in _gazetteer().divisions(_gazetteer()._codes) if _gazetteer().towns(place)]
    return [
        Case(dice.choice(PLACE_FRAMES).format(county=dice.choice(places).name, name=name) + "\n", wrong=name)
        for name in names[:most]
    ]


def hits(text: str) -> list[Hit]:
    """What the kind ``town`` says of a text."""
    kind = KINDS["town"]
    return list(kind.check(Article(reader.read(text.encode("utf-8"), "case")), kind.params()))


def found(case: Case) -> bool:
    """Whether the first proposal is the right name."""
    return any(one.proposals and one.data["right"] == case.right for one in hits(case.text))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=300, help="how many towns")
    parser.add_argument("--show", type=int, default=0, help="print so many failures of each sort")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    wrong, right = cases(options.most, dice)
    others = no_towns(options.most * 20 // 3, dice)
    missed = [case for case in wrong if not found(case)]
    loud = [(case, told) for case in (*right, *others) if (told := hits(case.text))]
    for case in missed[: options.show]:
        print("missed", case.wrong, case.right, case.text.strip(), [dict(one.data) for one in hits(case.text)])
    for case, told in loud[: options.show]:
        print("loud", case.text.strip(), [dict(one.data) for one in told])
    print(f"| misspelt towns | {len(wrong) - len(missed)} of {len(wrong)} found |\n|---|---|")
    print(f"| right towns and no towns | {len(loud)} of {len(right) + len(others)} reported |")


if __name__ == "__main__":
    main()

"""Round-ups made up at random: sections about sibling places all over China, clean or with a pasted block."""

import random
from dataclasses import dataclass

from checker.gazetteer import Gazetteer, Place

HEADINGS = ("老街添了新灯火", "一渠清水到田头", "把课堂搬进车间", "山货坐上头班车", "小院里的议事会", "仓库变成读书处")
OPENERS = (
    "{name}去年整修的老街，今年春天重新开了门，临街的铺面大多换了木招牌。",
    "清早六点，{name}的蔬菜批发市场已经热闹起来，三轮车一辆挨着一辆。",
    "{name}把闲置的粮站改成了书屋，放学的孩子们在这里写完作业才回家。",
    "走进{name}的实训车间，学徒们正围着一台旧机床练手，师傅在旁边一遍遍纠正。",
    "一场春雨过后，{name}的茶园冒出新芽，采茶的人天不亮就上了山。",
)
MIDDLES = (
    "“路修好了，车能开到门口，价钱也好谈了。”种了半辈子果树的老周说。",
    "村里的议事会每月开两次，谁家有难处，都可以在会上摆出来。",
    "收来的山货当天分拣、当天装箱，赶得上夜里的头班车。",
    "邻近的{other}也派人来看过，回去以后照样办了一个。",
    "从{other}过来的客人不少，周末的停车场常常停满。",
)
CLOSERS = (
    "{name}打算再用两年时间，把剩下的六条背街小巷都整修一遍，不搞大拆大建，只补短板。",
    "下一步，{name}将把这套办法推广到其余乡镇，先易后难，成熟一个做一个，不赶进度。",
    "今年，{name}还要新建三处便民点，让住在山上的老人不出村就能取药、寄信、交水费。",
)


@dataclass(frozen=True)
class RoundUp:
    """An article with its sections' places and paragraphs."""

    title: str
    places: tuple[Place, ...]
    headings: tuple[str, ...]
    sections: tuple[tuple[str, ...], ...]

    def text(self) -> str:
        """As a newsroom would send it."""
        parts = [self.title]
        for heading, paragraphs in zip(self.headings, self.sections, strict=True):
            parts += [heading, *paragraphs]
        return "\n\n".join(parts) + "\n"


def families() -> list[tuple[Place, ...]]:
    """Places side by side: the counties of each prefecture, the prefectures of each province."""
    gazetteer = Gazetteer.load()
    groups: dict[str, list[Place]] = {}
    for province in (place for code in range(11, 66) if (place := gazetteer.place(f"{code}0000"))):
        for child in gazetteer.children(province):
            groups.setdefault(province.code, []).append(child)
            for county in gazetteer.children(child):
                groups.setdefault(child.code, []).append(county)
    return [tuple(group) for _, group in sorted(groups.items()) if len(group) >= 4]


def made(seed: int) -> RoundUp:
    """A clean round-up; the same one for the same seed."""
    dice = random.Random(seed)
    family = dice.choice(FAMILIES)
    places = tuple(dice.sample(family, min(len(family), dice.randint(3, 12))))
    headings, sections = [], []
    for place in places:
        other = dice.choice([one for one in places if one != place])
        headings.append(f"{place.name} {dice.choice(HEADINGS)}")
        frames = [dice.choice(OPENERS), *dice.sample(MIDDLES, dice.randint(1, 3)), dice.choice(CLOSERS)]
        sections.append(tuple(frame.format(name=place.name, other=other.name) for frame in frames))
    return RoundUp("各地见闻", places, tuple(headings), tuple(sections))


FAMILIES = families()

"""How many misspelt names of people, firms and schools are found in made-up articles, and how many right ones alarm.

python -m bench.misspelt_names [COUNT]
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.engine import lint
from checker.lexicon.alike import alike, lookalikes
from checker.packs import bundled
from checker.readers import text as reader


def _words(listed: str) -> list[str]:
    return listed.split()


RULES = ("naming/person", "naming/organisation", "headline/name")
FAMILIES = (
    "王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗梁宋郑谢韩唐冯邓曹彭曾田董潘袁蔡蒋余叶程苏魏吕丁沈任姚卢傅钟姜崔"
    "谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛欧阳"
)
GIVEN = (
    "明国建华文平志伟丽秀英海永春晓玉德红强军林忠学小家庆立成兴云新金树光清福祥宝景宏维俊振宇雪梅兰凤芳燕"
    "敏静慧娟婷怡欣瑶涵泽浩博睿哲铭瑞锦源启航承安宁远恒毅峰岩松柏森鹏程飞龙腾思雨佳琪颖莹洁琳琴"
)
TITLES = _words(
    """
    镇长 馆长 村党支部书记 校长 研究员 教师 护林员 果农 养殖户 院长 车间主任 总经理 非遗传承人 设计师
    民警 社区医生 项目经理 局长 负责人 村民 站长 理事长
    """
)
CORES = _words(
    """
    恒 德 瑞 锦 安 宏 泰 华 盛 嘉 润 禾 晟 鼎 汇 昌 隆 康 铭 远 博 诚 睿 辰 星 澜 溪 岚 松 柏 棠 桐 鹭
    雁 鹤 荷 莲 梅
    """
)
FIRMS = _words(
    """
    科技有限公司 药业 机械有限公司 食品集团 农业合作社 船舶博物馆 实验小学 中学 中医院 律师事务所 纺织厂
    幼儿园 织造博物馆 种植专业合作社 图书馆 新材料有限公司
    """
)

FILLERS = (
    "入冬以后，河水退下去一尺，滩上露出白沙。",
    "去年修的路通到了山脚，货车不用再绕行。",
    "镇上的集市逢五逢十，买卖的多是山货。",
    "雨下了三天，屋檐下的水缸都满了。",
    "午后的车间里只听得见机器的声响。",
    "账本摆在桌上，一笔一笔都写得清楚。",
)
PERSON_FRAMES = (
    "{title}{name}介绍，这件事准备了两年。",
    "“没想到来了这么多人。”{name}说。",
    "{name}表示，下半年还要再添一处。",
    "说起往事，{title}{name}笑了：“都过去了。”",
    "天刚亮，{name}就出了门，手里提着马灯。",
    "见到记者，{title}{name}在门口站了一会儿。",
    "今年五十岁的{name}是这里的老人手。",
    "“不急，慢慢来。”{name}告诉记者，工期还有两个月。",
)
FIRM_FRAMES = (
    "走进{name}，大厅里挂着一张老地图。",
    "{name}去年添了两处分点，来的人更多了。",
    "记者从{name}获悉，门票不涨价。",
    "当地人说，有了{name}，路灯都亮得早些。",
    "为此，{name}专门请来了老师傅。",
    "与{name}一墙之隔，是一片菜地。",
)
TOWNS = _words(
    """
    青石 白沙 河口 柳林 双桥 石门 大湾 松坪 金滩 云岭
    """
)


@dataclass(frozen=True, slots=True)
class Case:
    """An article and the misspelt name in it; empty where all is right."""

    text: str
    wrong: str


def _person(dice: random.Random) -> str:
    family = dice.choice(FAMILIES[:-2]) if dice.random() < 0.97 else "欧阳"
    return family + "".join(dice.sample(GIVEN, 1 if dice.random() < 0.2 else 2))


def _firm(dice: random.Random) -> str:
    return "".join(dice.sample(CORES, 2)) + dice.choice(FIRMS)


def _misspelt(dice: random.Random, name: str, places: range) -> str:
    """The name with one character written for another that looks or sounds like it."""
    for place in dice.sample(places, len(places)):
        char = name[place]
        sounds = [one for one in GIVEN + "".join(CORES) if (near := alike(char, one)) and near.distance == 1]
        if choices := [one for one in (*lookalikes(char)[:3], *sounds) if one not in name]:
            other: str = dice.choice(choices)
            return name[:place] + other + name[place + 1 :]
    return ""


def _article(dice: random.Random, names: list[str], frames: tuple[str, ...], title: str) -> str:
    picked = dice.sample(frames, len(names))
    if "{title}" not in picked[0]:
        picked[0] = frames[0]
    lines = []
    for name, frame in zip(names, picked, strict=True):
        lines.append(dice.choice(FILLERS) + frame.format(name=name, title=title) + dice.choice(FILLERS))
    return "\n\n".join((f"{dice.choice(TOWNS)}纪事", *lines))


def misspelt(dice: random.Random, count: int) -> Iterator[Case]:
    """Articles that name somebody or something three to five times, once wrongly."""
    while count:
        person = dice.random() < 0.6
        name = _person(dice) if person else _firm(dice)
        wrong = _misspelt(dice, name, range(1 if person else 0, len(name) if person else 2))
        if not wrong:
            continue
        names = [name] * dice.randint(3, 5)
        names[dice.randrange(1, len(names))] = wrong
        frames = PERSON_FRAMES if person else FIRM_FRAMES
        yield Case(_article(dice, names, frames, dice.choice(TITLES)), wrong)
        count -= 1


def right(dice: random.Random, count: int) -> Iterator[Case]:
    """Articles with brothers, people of other offices and like-named firms, each told apart as newspapers do."""
    for number in range(count):
        sort = number % 4
        name = _person(dice) if sort < 3 else _firm(dice)
        twin = _misspelt(dice, name, range(1, len(name)) if sort < 3 else range(2)) or name
        frames = PERSON_FRAMES if sort < 3 else FIRM_FRAMES
        title = dice.choice(TITLES)
        text = _article(dice, [name] * 4, frames, title)
        extra = (
            f"弟弟{twin}也来了。{twin}说，兄弟俩都爱这条河。",
            f"到场的还有{name}、{twin}、周大河等人。{twin}表示，会开得好。",
            f"{dice.choice(TOWNS)}中学校长{_person(dice)}介绍，学生都来了。",
            f"{name}和{twin}是两家。{twin}在河对岸。",
        )[sort]
        yield Case(f"{text}\n\n{extra}", "")


def found(case: Case) -> list[str]:
    """The words that the rules of names quote."""
    article = reader.read(case.text.encode(), "case")
    rules = [rule for rule in bundled() if rule.id in RULES]
    return [one.place.quote for one in lint(article, rules).findings]


def main() -> None:
    """Print the share found, and every right article that alarms."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    tally: Counter[bool] = Counter()
    for case in misspelt(random.Random(1), count):
        hit = any(case.wrong in quote or quote in case.wrong for quote in found(case))
        tally[hit] += 1
        if not hit:
            print("missed", case.wrong, "|", case.text.replace("\n", "/"))
    alarms = [(case, quotes) for case in right(random.Random(2), count) if (quotes := found(case))]
    for case, quotes in alarms:
        print("alarm", quotes, "|", case.text.replace("\n", "/"))
    print(f"found {tally[True]} of {count}; {len(alarms)} of {count} right articles alarm")


if __name__ == "__main__":
    main()

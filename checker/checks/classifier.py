"""classifier: a thing counted with the classifier of another sort of things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.lexicon.classifiers import SPECIFIC, classifiers
from checker.patterns import by_head, near, pattern
from checker.spans import Span

COUNTED = pattern(
    "(?:[0-9０-９]{1,9}|[一二两三四五六七八九十百千万几数]{1,7}|[每这那首某该])[多余来万]?"
    f"[{''.join(SPECIFIC)}](?![^\u4e00-\u9fff“])"
)
SIGN = pattern(f"[{''.join(SPECIFIC)}](?<=[0-9０-９一二两三四五六七八九十百千万几数每这那首某该多余来].)")
CLAUSE_END = pattern("[，。；：！？、,;!?（）()《》\n]")
REACH = 26
"""A thing stands no further behind its classifier than this."""

DIRECT = 4
"""What stands between a classifier and its thing without 的 is an adjective of at most this many characters."""

PLAIN = frozenset("大小老新好白黑红黄花真活死高低古旧")
"""What stands before a thing of one character: 智能化矿井 is no 井."""

MOVING = pattern("[的开驶往向到从去来停在过经离撞载运坐乘搭靠拉把被给让跟和与或及是有为用买卖送接修造建养]")
"""An adjective holds none of these: 一辆开往火车站 leaves the thing out."""

ASPECT = pattern("[\u4e00-\u9fff]{4}[着了过]")

FOLLOWED = pattern(
    "[，。；：！？、,;!?）)”\n是在从被将正已又也都还就可能会要和与及或以由向沿自经因有了没不未驶停开出行撞翻冲靠飞起抵缓徐"
    "组穿载满装悬挂挤突迎鸣奔跑吃卖跳游倒掉着亮灭盛绽]|$"
)
"""What follows a head noun: a mark, or a character that begins no second half of a compound."""


@dataclass(frozen=True, slots=True)
class _Thing:
    span: Span
    word: str


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every thing whose classifier is none of its own."""
    text = article.text
    for found in near(COUNTED, SIGN, text, before=10, behind=2):
        at = found.end() - 1
        thing = _head(text, at)
        if thing and text[at] not in classifiers()[thing.word]:
            yield _hit(text, found.start(), at, thing)


def _head(text: str, at: int) -> _Thing | None:
    """The thing that a classifier counts: right behind it, behind a short adjective, or behind the 的 of a clause.

    None where it is not known, or where something before it may be what is counted.
    """
    stop = CLAUSE_END.search(text, at + 1, at + 1 + REACH)
    end = stop.start() if stop else min(len(text), at + 1 + REACH)
    for found in _words(text, at + 1, end):
        gap = text[at + 1 : found.start()]
        if gap.startswith(text[at]) and ASPECT.search(gap):
            return None  # 一朵朵野花点缀着路边的小城: the thing stands before the verb
        heads = FOLLOWED.match(text, found.end()) is not None
        near = not gap or gap in PLAIN or (len(found[0]) > 1 and len(gap) <= DIRECT and not MOVING.search(gap))
        if heads and (near or gap.endswith("的")):
            return _Thing(Span(*found.span()), found[0])
        if text[at] in classifiers()[found[0]] or (heads and not gap.endswith("的")):
            return None
    return None


def _words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The names of things; one that is but the front of a longer word (万吨轮 of 万吨轮船) may hide another."""
    while (found := _things().search(text, start, end)) is not None:
        yield found
        start = found.end() if FOLLOWED.match(text, found.end()) else found.start() + 1


@cache
def _things() -> re.Pattern[str]:
    return pattern(by_head(classifiers()))


def _hit(text: str, start: int, at: int, thing: _Thing) -> Hit:
    usual, sort = classifiers()[thing.word][0], SPECIFIC[text[at]]
    data = {"words": text[start : at + 1], "thing": thing.word, "usual": usual, "sort": sort}
    classifier = Proposal("classifier", (Edit(Span(at, at + 1), usual),), data)
    noun = Proposal("thing", (Edit(thing.span, sort),), data)
    return Hit(Span(start, thing.span.end), data, proposals=(classifier, noun))


KIND = Kind(check, frozenset({"words", "thing", "usual", "sort"}), fixes=frozenset({"classifier", "thing"}))

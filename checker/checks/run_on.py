"""run-on: a list with 、 whose last members already are the subject of a new clause."""

import re
from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.clauses import after, before
from checker.findings import Edit, Hit, Proposal
from checker.patterns import heads, one_of, pattern
from checker.spans import Span

LONGEST = 120
"""A clause of more characters than this is no clause."""

MARKS = "，。；：！？\n"
CLAUSE = pattern(f"[^{MARKS}]{{8,{LONGEST}}}")
LEAD = 10
"""So far into its clause an opening may stand: 傍晚，记者一行走进 …"""

PLACES = (
    "间房厂区园地室心街巷村镇乡城头场馆院校站港圈市厅畔边路店口宇构所库坊棚田圃林山湖河岸桥楼台塔寺庙祠堂阁亭廊苑铺吧湾滩沟峡谷坡渠堤坝井窑洞门"
    "舍落营寨庄屯道"
)
PLACE = pattern(f"[{PLACES}]$")
QUALITY = pattern("[一-鿿]{1,5}[化型性]$")
QUALIFIED = pattern("[一-鿿]{1,5}[化型性]的([一-鿿]{4,30})$")
NO_SUBJECT = pattern(f"(?:一带|沿线|[{PLACES}中里内上下旁外前后处周都均皆也])$")
"""车间里, 商场等处, 巷尾都: what is said then is said of the places."""

RANKED = pattern(
    "(?:数量|总数|总量|数|规模|增速|增幅|总额|总值|产量|产值|面积|密度|占比)(?:均|都|分别|稳|继续|持续|也)?"
    "(?:居|位居|列|位列|排|排名|稳居|跃居|名列)"
)
HONOUR = pattern("[区园地县市城镇]$")
"""What a place itself is named: 示范园区, 先行区, 文明城市. No number of them stands in a row with firms."""

COUNTED = frozenset(
    {"企业", "人才", "专利", "平台", "商标", "院士", "项目", "机构", "品牌", "农户", "主体", "人口", "公司"}
)


class RunOnParams(Params):
    """Words, each line several of them.

    ``walks`` (行走在, 走进) open a list of places and ``gains`` (入选) one of honours; ``predicates`` end a clause and
    never a name (络绎不绝), ``adverbs`` stand before what is said of a subject and never in a name (纷纷).
    """

    walks: tuple[str, ...]
    gains: tuple[str, ...]
    predicates: tuple[str, ...]
    adverbs: tuple[str, ...]


def check(article: Article, params: RunOnParams) -> Iterator[Hit]:
    """The 、 that should be a comma, once for each clause."""
    text = article.text
    ending, done = _ending(params.predicates, params.adverbs), 0
    for opening, walks in _openings(text, params):
        clause = _clause(text, opening) if opening.start >= done else None
        if clause is not None:
            done = clause.end
            items = _items(text, clause)
            mark = _walked(text, items, ending) if walks else _ranked(text, items)
            if mark is not None:
                yield _hit(text, Span(mark, mark + 1))


def _openings(text: str, params: RunOnParams) -> list[tuple[Span, bool]]:
    """Every word that a list may hang on, in order, and whether it is one of going somewhere."""
    walks, gains = (" ".join(words).split() for words in (params.walks, params.gains))
    beginning: dict[str, list[tuple[str, bool]]] = {}
    for word, walking in (*((word, True) for word in walks), *((word, False) for word in gains)):
        beginning.setdefault(word[0], []).append((word, walking))
    return sorted(
        (Span(head.start(), head.start() + len(word)), walking)
        for head in _heads((*walks, *gains)).finditer(text)
        for word, walking in beginning[head[0]]
        if text.startswith(word, head.start())
    )


@cache
def _heads(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(heads(words))


@cache
def _ending(predicates: tuple[str, ...], adverbs: tuple[str, ...]) -> re.Pattern[str]:
    """What ends a clause: a set predicate, or an adverb with what follows it; ``subject`` or ``doer`` stands before."""
    said, how = (one_of(" ".join(words).split()) for words in (predicates, adverbs))
    return pattern(f"(?:(?P<subject>.*?)(?:{said})[了着]?|(?P<doer>.*?)(?:{how})[一-鿿]{{2,12}})$")


def _clause(text: str, opening: Span) -> Span | None:
    """What follows the opening, up to a mark stronger than 、; None where it holds no list or opens no clause."""
    clause = CLAUSE.match(text, opening.end)
    if clause is None or text.find("、", opening.end, clause.end()) < 0:
        return None
    low = max(0, opening.start - LEAD)
    begins = low == 0 or any(text.find(mark, low, opening.start) >= 0 for mark in MARKS)
    return Span(opening.end, clause.end()) if begins else None


def _items(text: str, clause: Span) -> list[Span]:
    """The members of the list."""
    items, start = [], clause.start
    while (at := text.find("、", start, clause.end)) >= 0:
        items.append(Span(start, at))
        start = at + 1
    return [*items, Span(start, clause.end)]


def _walked(text: str, items: list[Span], ending: re.Pattern[str]) -> int | None:
    """Where the places end and a subject begins; None where nothing but places is listed."""
    turn = next((index for index, item in enumerate(items) if not PLACE.search(item.of(text))), 0)
    rest = items[turn:]
    if turn < 2:
        return None
    if not _qualified(text, rest, ending) and (len(rest) > 1 or not _stated(rest[0].of(text), ending)):
        return None
    return rest[0].start - 1


def _qualified(text: str, items: list[Span], ending: re.Pattern[str]) -> bool:
    """智能化、绿色化的产业蓬勃发展: qualities of a subject, with what it does."""
    *qualities, last = items
    words = QUALIFIED.match(last.of(text)) if qualities else None
    if words is None or not _stated(words[1], ending):
        return False
    return all(QUALITY.fullmatch(item.of(text)) for item in qualities)


def _stated(words: str, ending: re.Pattern[str]) -> bool:
    """游人络绎不绝: a subject that is no place, and what is said of it."""
    said = ending.match(words)
    subject = (said["subject"] or said["doer"]) if said else ""
    return len(subject) > 1 and "等" not in subject and not NO_SUBJECT.search(subject)


def _ranked(text: str, items: list[Span]) -> int | None:
    """示范区、高新技术企业、规上企业数量居前列: the verb's object, then a subject that is no honour of a place."""
    first, *rest = items
    ranked = RANKED.search(text, rest[-1].start, rest[-1].end)
    if ranked is None or len(rest) < 2:
        return None
    ends = [*(item.end for item in rest[:-1]), ranked.start()]
    heads = {text[end - 2 : end] for end in ends}
    if len(heads) > 1 or "的" in text[rest[-1].start : ranked.start()]:
        return None
    return first.end if heads <= COUNTED and HONOUR.search(first.of(text)) else None


def _hit(text: str, mark: Span) -> Hit:
    data = {"before": before(text, mark.start), "after": after(text, mark.end)}
    return Hit(mark, data, proposals=(Proposal("part", (Edit(mark, "，"),), data),))


KIND = Kind(check, frozenset({"before", "after"}), RunOnParams, fixes=frozenset({"part"}))

"""repeated-item: one thing named twice in a list (花生、芝麻、高粱、花生)."""

import re
from collections.abc import Iterator, Sequence

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import pattern
from checker.spans import Span

MARKS = "，。；：！？\\n,;:!?|\\t…—0-9０-９%℃"
CLAUSE = pattern(f"[^{MARKS}]+")
LAST_MARK = pattern(f"(?s:.*)[{MARKS}]")
LISTED = pattern(f"、[^{MARKS}、]*、")
# Lists that answer to another one item by item may name one thing twice.
PAIRED = ("分别", "依次", "各为", "对应")
ALIKE = 2
"""Items that end, or begin, with so many of the same characters are one with other words around it."""

MOST = 2
"""More repetitions than this in one list are its pattern and no slip."""
ITEM = pattern("[\\u4e00-\\u9fff]{2,16}")
TAIL = pattern("(?:等(?![待候级于同效号])|以及|及(?![时格])|和(?![平谐睦])|与(?![会时])).*$")
LEAD = pattern(
    "(?:包括|包含|涉及|涵盖|覆盖|以及|还有|例如|比如|来自|前往|走进|深入|途经|连接|串联|连通|销往|发往|运往|出口|进口|种植|养殖|栽植|栽种|生产|"
    "加工|制作|发展|建设|建成|建起|打造|培育|培养|引进|引育|聚焦|围绕|瞄准|锚定|推进|推动|推广|开展|举办|举行|推出|开设|设有|设立|配备|配齐|添置|"
    "购买|采购|销售|经营|提供|解决|协调|联合|邀请|组织|整合|调动|统筹|检查|排查|整治|治理|实施|落实|加强|强化|抓好|做好|"
    "[种栽养摆放挂住画陈列印存堆]着|"
    "[种养产售卖买供有是为了的在对把从向与和含及由至到])$"
)
LONGER = pattern(f"[和与及][^{MARKS}、]{{0,12}}?(?:之?间|的)")
"""Behind an item it makes one of two: 厂房与大坝间的通道."""

LONGEST = 400


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """The second mention, in lists of three and more."""
    text = article.text
    done = 0
    for listed in LISTED.finditer(text):
        found = _clause(text, listed.start()) if listed.start() >= done else None
        if found:
            done = found.end()
            hits = list(_doubled(text, _items(text, found.start(), found.end())))
            if len(hits) <= MOST and not any(word in found[0] for word in PAIRED):
                yield from hits


def _clause(text: str, at: int) -> re.Match[str] | None:
    """The clause around a place in it; None where it is longer than a list can be."""
    floor = max(0, at - LONGEST)
    mark = LAST_MARK.match(text, floor, at)
    if mark is None and floor:
        return None
    found = CLAUSE.match(text, mark.end() if mark else 0)
    return found if found and found.end() - found.start() <= LONGEST else None


def _items(text: str, start: int, end: int) -> list[Span]:
    """What stands between the 、 of a clause; the last item without what follows it."""
    items = []
    for words in text[start:end].split("、"):
        stop = start + len(words)
        items.append(Span(start, stop))
        start = stop + 1
    tail = TAIL.search(text, items[-1].start, items[-1].end)
    if tail:
        items[-1] = Span(items[-1].start, tail.start())
    return items


def _doubled(text: str, items: Sequence[Span]) -> Iterator[Hit]:
    words = [one.of(text) for one in items]
    if len(set(words[1:])) == len(words) - 1 and not any(words[0].endswith(one) for one in words[1:] if one):
        return
    if len(set(words)) * 3 < len(words) * 2:
        return
    seen: dict[str, Span] = {}
    for index, (span, item) in enumerate(zip(items, words, strict=True)):
        if index == 0:
            seen.update(_first(text, span, words[1:]))
        elif ITEM.fullmatch(item):
            first = seen.get(item)
            if first and items[index - 1].end != first.end and not _is_of_another_row(text, items, index, first):
                cut = Edit(Span(span.start - 1, span.end), "")
                yield Hit(span, {"item": item}, (Related(first, "before"),), (Proposal("drop", (cut,)),))
            seen.setdefault(item, span)


def _is_of_another_row(text: str, items: Sequence[Span], index: int, first: Span) -> bool:
    """Whether a neighbour comes again too (产生、发展的轨迹和它的产生、发展), or more is said of the second.

    厂房、水渠、厂房与大坝间的通道: what the tail says makes a longer name of the last item.
    """
    if index == len(items) - 1 and LONGER.match(text, items[index].end):
        return True
    words = [one.of(text) for one in items]
    earlier = next(at for at, one in enumerate(items) if one.end == first.end)
    if earlier and words[earlier - 1][-ALIKE:] == words[index - 1][-ALIKE:]:
        return True
    return index + 1 < len(items) and words[earlier + 1][:ALIKE] == words[index + 1][:ALIKE]


def _first(text: str, span: Span, others: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """The first item of a list, without the words that lead up to it."""
    words = span.of(text)
    for other in others:
        head = words.removesuffix(other)
        if other and words.endswith(other) and (not head or LEAD.search(head)):
            yield other, Span(span.end - len(other), span.end)


KIND = Kind(check, frozenset({"item"}), notes=frozenset({"before"}), fixes=frozenset({"drop"}))

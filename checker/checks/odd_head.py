"""odd-head: a chain of like things of which one is called by another name: 种子企业—龙头企业—上市产业."""

from collections import Counter
from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import pattern
from checker.spans import Span

ITEM = "[一-鿿A-Za-z0-9]{3,14}"
CHAIN = pattern(f"{ITEM}(?:([—–→、]){ITEM})(?:\\1{ITEM}){{1,8}}")
DASHES = "—–→"
HEAD = 2
FEWEST = 3
ROUTE = pattern("”?[^，。；、“]{0,6}(?:线|路|站|航班|列车|区间|行程|之旅)")
"""江北机场—双流机场—天府广场专线: the stops of a way are of any sort."""

AFTER = pattern("(?:等|的|梯度|梯次|梯队|阶梯|培育|成长|发展|全链条|链条|体系|格局|模式|路径|机制|工程)")


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Chains with dashes, and quoted lists with 、."""
    text = article.text
    for at, end in _places(text):
        match = CHAIN.match(text, at, end)
        if match:
            hit = _odd(text, Span(at, match.end()), match[1])
            if hit:
                yield hit


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where a chain may begin: inside an opening mark, or as far before its first dash as an item may reach."""
    at = text.find("“")
    while at >= 0:
        end = text.find("”", at, at + 120)
        if end > 0:
            yield at + 1, end
        at = text.find("“", at + 1)
    for dash in DASHES:
        done, at = 0, text.find(dash)
        while at >= 0:
            start = at
            while start > max(done, at - 14) and "一" <= text[start - 1] <= "鿿":
                start -= 1
            if text[start - 1 : start] not in ("“", dash):
                yield start, min(len(text), at + 120)
            done = at + 1
            at = text.find(dash, at + 1)


def _odd(text: str, chain: Span, sign: str) -> Hit | None:
    """The one member whose head is not the others', where both heads end in the same character."""
    items = _items(text, chain, sign)
    if len(items) < FEWEST:
        return None
    heads = Counter(item.of(text)[-HEAD:] for item in items)
    (head, count), *_ = heads.most_common(1)
    odd = next((item for item in items if item.of(text)[-HEAD:] != head), None)
    if odd is None or count != len(items) - 1 or count < 2:
        return None
    other = odd.of(text)[-HEAD:]
    if other[-1] != head[-1] or (sign == "、" and count < 3):
        return None
    place = Span(odd.end - HEAD, odd.end)
    data = {"words": odd.of(text), "head": head, "odd": other, "instead": odd.of(text)[:-HEAD] + head}
    return Hit(
        odd,
        data,
        related=tuple(Related(item, "like") for item in items if item is not odd),
        proposals=(Proposal("head", (Edit(place, head),), data),),
    )


def _items(text: str, chain: Span, sign: str) -> list[Span]:
    """The members; what follows an unquoted chain (梯队, 的体系) is cut off the last, and must stand there."""
    items, start = [], chain.start
    for words in chain.of(text).split(sign):
        items.append(Span(start, start + len(words)))
        start += len(words) + 1
    if ROUTE.match(text, chain.end):
        return []
    if text[chain.end : chain.end + 1] == "”":
        return items
    last = items.pop()
    after = AFTER.search(text, last.start + HEAD, chain.end + 1)
    return [*items, Span(last.start, after.start())] if after else []


KIND = Kind(check, frozenset({"words", "head", "odd", "instead"}), notes=frozenset({"like"}), fixes=frozenset({"head"}))

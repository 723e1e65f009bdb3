"""levels: marks of the wrong rank: a semicolon inside a clause where commas part the clauses, a 、 that runs on into
the subject of what follows."""

from collections.abc import Callable, Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.clauses import RANK, Clause, clauses, sentences_with
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import pattern
from checker.spans import Span

NEEDLES = ("；", "%、", "％、", "元、")
LONGEST = 8
"""Parallel clauses of more parts than this are tables."""

LABEL = 2
"""So many characters before the number say that two clauses measure the same."""

CLAUSE = pattern("[^，。；：！？\n]{8,120}")
WALK = pattern(
    "(?:如今|现在|今天|眼下|当下|近日|日前|连日来|清晨|傍晚|夜晚|入夜)?(?:[一-鿿]{0,6}?)"
    "(?:(?:行走|漫步|穿行|穿梭|走|置身|徜徉|徘徊|驻足|流连|奔波|活跃|站|坐|游走|行驶|骑行|忙碌|信步|徒步|驰骋)[在于]|"
    "走[进入]|来到|步入|踏[入上]|深入|进入|走访)"
)
PLACE = pattern("[间房厂区园地室心街巷村镇乡城头场馆院校站港圈市厅畔边路店口宇构所库坊棚田圃林山湖河岸桥楼]$")
QUALITY = pattern("[一-鿿]{1,5}[化型性]$")
QUALIFIED = pattern("[一-鿿]{1,5}[化型性]的([一-鿿]{6,30})$")
LOCAL = pattern("[中里内上间下旁外前后]$")
GAIN = pattern("(?:成功|先后|陆续|连续|累计|新)?(?:入选|获评|荣获|获得|被评为|被列为|被认定为|被命名为|跻身|获批|建成)")
RANKED = pattern(
    "(?:数量|总数|总量|数|规模|增速|增幅|总额|总值|产量|产值|面积|密度|占比)(?:均|都|分别|稳|继续|持续|也)?"
    "(?:居|位居|列|位列|排|排名|稳居|跃居|名列)"
)


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Both faults, each where it stands."""
    yield from _inverted(article)
    yield from _run_on(article)


def _inverted(article: Article) -> Iterator[Hit]:
    text = article.text
    if not any(needle in text for needle in NEEDLES):
        return
    starts = [quantity.span.start for quantity in article.quantities]
    sentences = [sentence.span for sentence in article.document.sentences]
    for sentence in sentences_with(text, NEEDLES, sentences):
        parts = clauses(text, sentence, article.quantities, starts)
        told: set[Span] = set()
        for border, inner in _pairs(parts):
            if inner.mark_span not in told:
                told.add(inner.mark_span)
                yield _swap(text, border, inner)


def _pairs(parts: list[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """The clause that a second group opens with, and the one behind a stronger mark inside either group."""
    for middle in range(2, len(parts) - 1):
        for size in range(2, min(LONGEST, middle, len(parts) - middle) + 1):
            one, two = parts[middle - size : middle], parts[middle : middle + size]
            inner = max((*one[1:], *two[1:]), key=lambda clause: RANK[clause.mark])
            if RANK[inner.mark] > RANK[two[0].mark] and _parallel(one, two):
                yield two[0], inner
                break


def _parallel(one: list[Clause], two: list[Clause]) -> bool:
    """The same measures in the same order, of two subjects."""
    first, second = one[0], two[0]
    if not first.units or first.units != second.units or first.skeleton == second.skeleton:
        return False
    if not all(a.units and a.skeleton == b.skeleton for a, b in zip(one[1:], two[1:], strict=True)):
        return False
    labels = (clause.skeleton.rpartition("#")[0][-LABEL:] for clause in (first, second))
    return len(one) > 2 or len(set(labels)) == 1


def _swap(text: str, border: Clause, inner: Clause) -> Hit:
    """Offers to exchange the two marks."""
    edits = (Edit(border.mark_span, inner.mark), Edit(inner.mark_span, border.mark))
    data = {
        "mark": inner.mark,
        "wanted": border.mark,
        "before": text[max(0, inner.mark_span.start - 6) : inner.mark_span.start],
        "after": text[border.span.start : border.span.start + 8],
    }
    return Hit(
        inner.mark_span,
        data,
        related=(Related(border.mark_span, "border", {"mark": border.mark}),),
        proposals=(Proposal("swap", tuple(sorted(edits, key=lambda edit: edit.span)), data),),
        variant="inverted",
    )


def _run_on(article: Article) -> Iterator[Hit]:
    """A list whose last members already are the subject of a new clause."""
    text = article.text
    told: set[int] = set()
    for needle, turn in TURNS:
        at = text.find(needle)
        while at >= 0:
            clause = _clause(text, at)
            mark = turn(text, clause, at) if clause else None
            if mark is not None and mark not in told:
                told.add(mark)
                yield _part(text, Span(mark, mark + 1))
            at = text.find(needle, at + 1)


def _clause(text: str, at: int) -> Span | None:
    """The stretch between two marks stronger than 、 in which ``at`` stands; None where it holds no list."""
    start = max(text.rfind(mark, max(0, at - 120), at) for mark in "，。；：！？\n") + 1
    if start == 0:
        start = max(0, at - 120)
    if "、" not in text[start:at]:
        return None
    found = CLAUSE.match(text, start)
    return Span(start, found.end()) if found and found.end() > at else None


def _items(text: str, clause: Span, start: int) -> list[Span]:
    """The members of the list from ``start`` on."""
    items = []
    while True:
        at = text.find("、", start, clause.end)
        items.append(Span(start, at if at >= 0 else clause.end))
        if at < 0:
            return items
        start = at + 1


def _qualified(text: str, clause: Span, _at: int) -> int | None:
    """行走在车间、园区、智能化、绿色化的产业蓬勃发展: where the places end and the qualities of a subject begin."""
    walk = WALK.match(text, clause.start, clause.end)
    if walk is None:
        return None
    items = _items(text, clause, walk.end())
    turn = next((index for index, item in enumerate(items) if QUALITY.search(item.of(text))), 0)
    last = QUALIFIED.search(items[-1].of(text))
    if turn < 2 or last is None or LOCAL.search(last[1]) or PLACE.search(last[1]):
        return None
    places = all(PLACE.search(item.of(text)) for item in items[:turn])
    qualities = all(QUALITY.fullmatch(item.of(text)) for item in items[turn:-1])
    return items[turn].start - 1 if places and qualities else None


def _ranked(text: str, clause: Span, at: int) -> int | None:
    """入选示范区、高新技术企业、规上企业数量居前列: the verb's object, then a subject with a head of its own."""
    gain = GAIN.match(text, clause.start, clause.end)
    ranked = RANKED.search(text, max(clause.start, at - 8), min(clause.end, at + 3))
    if gain is None or ranked is None:
        return None
    items = _items(text, Span(clause.start, ranked.start()), gain.end())
    if len(items) < 3 or "的" in items[-1].of(text):
        return None
    heads = [item.of(text)[-2:] for item in items]
    return items[0].end if len(set(heads[1:])) == 1 and heads[0] != heads[1] else None


def _part(text: str, mark: Span) -> Hit:
    data = {
        "mark": "、",
        "wanted": "，",
        "before": text[max(0, mark.start - 6) : mark.start],
        "after": text[mark.end : mark.end + 8],
    }
    return Hit(mark, data, proposals=(Proposal("swap", (Edit(mark, "，"),), data),), variant="run-on")


Turn = Callable[[str, Span, int], int | None]
TURNS: tuple[tuple[str, Turn], ...] = (
    ("化的", _qualified),
    ("型的", _qualified),
    ("性的", _qualified),
    ("居", _ranked),
    ("列", _ranked),
)


KIND = Kind(
    check,
    frozenset({"mark", "wanted", "before", "after"}),
    variants=frozenset({"inverted", "run-on"}),
    notes=frozenset({"border"}),
    fixes=frozenset({"swap"}),
)

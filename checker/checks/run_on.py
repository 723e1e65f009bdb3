"""run-on: a list with 、 whose last members already are the subject of a new clause."""

from collections.abc import Callable, Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.spans import Span

LONGEST = 120
"""A clause of more characters than this is no clause."""

MARKS = "，。；：！？\n"
CLAUSE = pattern(f"[^{MARKS}]{{8,{LONGEST}}}")
WALK = pattern(
    "[一-鿿]{0,8}?"
    "(?:(?:行走|漫步|穿行|穿梭|走|置身|徜徉|徘徊|驻足|流连|奔波|活跃|站|坐|游走|行驶|骑行|忙碌|信步|徒步|驰骋)[在于]|"
    "走[进入]|来到|步入|踏[入上]|深入|进入|走访)"
)
PLACE = pattern("[间房厂区园地室心街巷村镇乡城头场馆院校站港圈市厅畔边路店口宇构所库坊棚田圃林山湖河岸桥楼]$")
QUALITY = pattern("[一-鿿]{1,5}[化型性]$")
QUALIFIED = pattern("[一-鿿]{1,5}[化型性]的([一-鿿]{6,30})$")
LOCAL = pattern("[中里内上间下旁外前后边]$")
GAIN = pattern("(?:成功|先后|陆续|连续|累计|新)?(?:入选|获评|荣获|获得|被评为|被列为|被认定为|被命名为|跻身|获批|建成)")
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
    """``predicates`` end a clause and never a name: 络绎不绝, 映入眼帘."""

    predicates: tuple[str, ...]


def check(article: Article, params: RunOnParams) -> Iterator[Hit]:
    """The 、 that should be a comma, once for each clause."""
    text = article.text
    told: set[int] = set()
    turns: tuple[tuple[str, Turn], ...] = (*TURNS, *((word, _stated) for word in params.predicates))
    for needle, turn in turns:
        at = text.find(needle)
        while at >= 0:
            clause = _clause(text, at)
            mark = turn(text, clause, at) if clause else None
            if mark is not None and mark not in told:
                told.add(mark)
                yield _hit(text, Span(mark, mark + 1))
            at = text.find(needle, at + 1)


def _clause(text: str, at: int) -> Span | None:
    """The stretch between two marks stronger than 、 in which ``at`` stands; None where it holds no list."""
    low = max(0, at - LONGEST)
    if text.find("、", low, at) < 0:
        return None
    start = max(low, *(text.rfind(mark, low, at) + 1 for mark in MARKS))
    found = CLAUSE.match(text, start) if text.find("、", start, at) >= 0 else None
    return Span(start, found.end()) if found and found.end() > at else None


def _items(text: str, clause: Span, start: int) -> list[Span]:
    """The members of the list from ``start`` on."""
    items = []
    while (at := text.find("、", start, clause.end)) >= 0:
        items.append(Span(start, at))
        start = at + 1
    return [*items, Span(start, clause.end)]


def _walked(text: str, clause: Span) -> list[Span]:
    """The members of a list that opens with going somewhere."""
    walk = WALK.match(text, clause.start, clause.end)
    return _items(text, clause, walk.end()) if walk else []


def _qualified(text: str, clause: Span, _at: int) -> int | None:
    """行走在车间、园区、智能化、绿色化的产业蓬勃发展: where the places end and the qualities of a subject begin."""
    items = _walked(text, clause)
    turn = next((index for index, item in enumerate(items) if QUALITY.search(item.of(text))), 0)
    last = QUALIFIED.search(items[-1].of(text)) if turn > 1 else None
    if last is None or LOCAL.search(last[1]) or PLACE.search(last[1]):
        return None
    places = all(PLACE.search(item.of(text)) for item in items[:turn])
    qualities = all(QUALITY.fullmatch(item.of(text)) for item in items[turn:-1])
    return items[turn].start - 1 if places and qualities else None


def _stated(text: str, clause: Span, at: int) -> int | None:
    """漫步在老街、古巷、游人络绎不绝: the last member is a sentence of its own."""
    *places, last = _walked(text, clause) or [clause]
    subject = text[last.start : at] if at > last.start else ""
    if (
        len(places) < 2
        or len(subject) < 2
        or "的" in text[at : clause.end]
        or LOCAL.search(subject)
        or PLACE.search(subject)
    ):
        return None
    return last.start - 1 if all(PLACE.search(item.of(text)) for item in places) else None


def _ranked(text: str, clause: Span, at: int) -> int | None:
    """入选示范区、高新技术企业、规上企业数量居前列: the verb's object, then a subject that is no honour of a place."""
    gain = GAIN.match(text, clause.start, clause.end)
    ranked = RANKED.search(text, max(clause.start, at - 8), min(clause.end, at + 3)) if gain else None
    if gain is None or ranked is None:
        return None
    first, *rest = _items(text, Span(clause.start, ranked.start()), gain.end())
    heads = {item.of(text)[-2:] for item in rest}
    if len(rest) < 2 or len(heads) > 1 or "的" in rest[-1].of(text):
        return None
    return first.end if heads <= COUNTED and HONOUR.search(first.of(text)) else None


Turn = Callable[[str, Span, int], int | None]
TURNS: tuple[tuple[str, Turn], ...] = (
    ("化的", _qualified),
    ("型的", _qualified),
    ("性的", _qualified),
    ("居", _ranked),
    ("列", _ranked),
)


def _hit(text: str, mark: Span) -> Hit:
    data = {
        "before": text[max(0, mark.start - 6) : mark.start],
        "after": text[mark.end : mark.end + 8],
    }
    return Hit(mark, data, proposals=(Proposal("part", (Edit(mark, "，"),), data),))


KIND = Kind(check, frozenset({"before", "after"}), RunOnParams, fixes=frozenset({"part"}))
